"""The tables. What an event's JSON says stands in `bodies`, unchanged; the other tables are what it is found and counted by.

Rows of `events` and of all tables that hang on it are made from the event as it holds now: as coded, or as corrected by hand. A rejected
event has a body and no row in `events`. `day` is the day of the event where it is known, else that of publication, else empty.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, SmallInteger, Table, Text

from sayso.store.schema.versions import Number, metadata, since

OWNERS = {"reports.n": "report", "bodies.n": "event", "events.n": "event", "incidents.n": "incident"}


def _of(target: str, *, key: bool = False) -> "Column[int]":
    """The row that this one belongs to, and goes with."""
    return Column(OWNERS[target], Number, ForeignKey(target, ondelete="CASCADE"), primary_key=key, nullable=False)


def _row() -> "Column[int]":
    return Column("n", Number, primary_key=True, autoincrement=False)


runs = Table(
    "runs",
    metadata,
    _row(),
    Column("command", Text, nullable=False),
    Column("sayso", Text),
    Column("lexicon", Text),
    Column("begun", Text, nullable=False),
    Column("ended", Text),
    Column("added", Integer, nullable=False),
    Column("replaced", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    since(renewed=True),
)
names = Table(
    "names",
    metadata,
    _row(),
    Column("name", Text, nullable=False, unique=True),
    Column("words", Text, nullable=False),  # folded, between blanks: ' der spiegel '
)
origins = Table("origins", metadata, _row(), Column("id", Text, nullable=False, unique=True), Column("name", Text))
reports = Table(
    "reports",
    metadata,
    _row(),
    Column("key", Text, nullable=False, unique=True),  # digest of id and publisher
    Column("id", Text, nullable=False),
    Column("publisher", Text),
    Column("publisher_name", Number, ForeignKey("names.n")),
    Column("title", Text),
    Column("url", Text),
    Column("published", Text),
    Column("language", Text),
    Column("byline", Text),
    Column("agency", Text),  # credited outside the text
    Column("published_basis", Text),
    Column("digest", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("exact", Text),  # the report as JSON where a database can't hold one of its characters
    Column("coded", Text, nullable=False),  # digest of all that was found in it; empty where it was not coded
    Column("origin", Number, ForeignKey("origins.n")),
    Column("origin_reason", Text),
    Column("run", Number, ForeignKey("runs.n"), nullable=False),
    since(),  # which of the texts
    since("placed"),  # which of the origins
    Index("reports_id", "id"),
    Index("reports_published", "published", "n"),
    Index("reports_publisher", "publisher_name", "published", "n"),
    Index("reports_origin", "origin", "publisher_name"),
    Index("reports_coded", "coded"),
    Index("reports_since", "since"),
    Index("reports_placed", "placed"),
)
annotations = Table("annotations", metadata, _of("reports.n", key=True), Column("body", Text, nullable=False), since())
mentions = Table(
    "mentions",
    metadata,
    _of("reports.n", key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("starts", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("entity", Text),
    Column("name", Number, ForeignKey("names.n")),
    Column("country", Text),
    Column("value", Text),
    Index("mentions_entity", "entity"),
    Index("mentions_name", "name"),
    Index("mentions_country", "country"),
    sqlite_with_rowid=False,
)
passages = Table(
    "passages",
    metadata,
    _row(),
    _of("reports.n"),
    Column("starts", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Index("passages_report", "report"),
)
places = Table(
    "places",
    metadata,
    _row(),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),  # which has a row in `names` too
    Column("country", Text),
    Column("admin1", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("geonames_id", Integer),
    Column("precision", Text, nullable=False),
    Index("places_name", "name"),
)
incidents = Table(
    "incidents",
    metadata,
    _row(),
    Column("id", Text, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("reports", Integer, nullable=False),
    Column("publishers", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("disagreements", Integer, nullable=False),
    Column("stale", Integer, nullable=False),  # 1 when one of its events has changed since it was put together
    Column("staled", Number),  # from which version on it is
    since(),
    Column("part", Number),  # incidents of one part hang together by links: what touches one may change the others, and no more
    Column("body", Text, nullable=False),
    Index("incidents_day", "day", "n"),
    Index("incidents_type", "type", "day", "n"),
    Index("incidents_origins", "origins", "day", "n"),
    Index("incidents_disagreements", "disagreements", "day", "n"),
    Index("incidents_stale", "stale"),
    Index("incidents_part", "part"),
)
bodies = Table(
    "bodies",
    metadata,
    _row(),
    _of("reports.n"),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("state", Text, nullable=False),  # coded, accepted, corrected, rejected, added or kept
    Column("coded", Text),  # none where the event was added by hand
    Column("corrected", Text),  # only where it differs from the coded one
    since(renewed=True),
    Index("bodies_report", "report", "position", unique=True),
    Index("bodies_id", "id"),
    Index("bodies_state", "state"),
)
links = Table(
    "links",
    metadata,
    _of("bodies.n", key=True),
    _of("incidents.n"),
    Column("why", Text),
    since(),
    Index("links_incident", "incident"),
)
events = Table(
    "events",
    metadata,
    Column("n", Number, ForeignKey("bodies.n", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    _of("reports.n"),
    Column("id", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("cameo", Text, nullable=False),
    Column("quad", SmallInteger, nullable=False),
    Column("score", Float, nullable=False),
    Column("status", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("time_start", Text),
    Column("time_end", Text),
    Column("time_basis", Text),
    Column("published", Text),
    Column("publisher", Number, ForeignKey("names.n")),
    Column("place", Number, ForeignKey("places.n")),
    Column("country", Text),  # of the place
    Column("passage", Number, ForeignKey("passages.n"), nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("voices", SmallInteger, nullable=False),  # speakers in the chain; 0 is the report's own voice
    Column("pattern", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("incident", Number),
    Column("origins", Integer),  # independent origins that tell of its incident
    since(),
    since("linked"),  # which of the incidents
    Index("events_id", "id"),
    Index("events_report", "report"),
    Index("events_passage", "passage", "day", "n"),
    Index("events_incident", "incident", "day", "n"),
    Index("events_day", "day", "n"),
    Index("events_type", "type", "day", "n"),
    Index("events_status", "status", "day", "n"),
    Index("events_quad", "quad", "day", "n"),
    Index("events_country", "country", "day", "n"),
    Index("events_place", "place", "day", "n"),
    Index("events_publisher", "publisher", "day", "n"),
    Index("events_origins", "origins", "day", "n"),
    Index("events_voices", "voices", "day", "n"),
    Index("events_state", "state", "day", "n"),
    Index("events_linked", "linked"),
)
parties = Table(
    "parties",
    metadata,
    _of("events.n", key=True),
    Column("role", Text, primary_key=True),  # actor or recipient
    Column("position", Integer, primary_key=True),
    Column("name", Number, ForeignKey("names.n"), nullable=False),
    Column("entity", Text),
    Column("country", Text),
    Column("sectors", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("day", Text, nullable=False),
    Index("parties_entity", "role", "entity", "day", "event"),
    Index("parties_name", "role", "name", "day", "event"),
    sqlite_with_rowid=False,
)
countries = Table(  # of actors and recipients, each once
    "countries",
    metadata,
    Column("role", Text, primary_key=True),
    Column("country", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    _of("events.n", key=True),
    Index("countries_event", "event", "role", "country"),
    sqlite_with_rowid=False,
)
sectors = Table(
    "sectors",
    metadata,
    _of("events.n", key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("sector", Text, primary_key=True),
    Column("country", Text),
    Column("day", Text, nullable=False),
    Column("again", SmallInteger, nullable=False),  # 1 where a party of the event that stands before has it too
    Index("sectors_sector", "role", "sector", "country", "day", "event", "again"),
    sqlite_with_rowid=False,
)
dyads = Table(
    "dyads",
    metadata,
    _of("events.n", key=True),
    Column("actor", Text, primary_key=True),
    Column("recipient", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("quad", SmallInteger, nullable=False),
    Column("score", Float, nullable=False),
    _of("reports.n"),
    Index("dyads_pair", "actor", "recipient", "day", "event", "type", "status", "quad", "score", "report"),
    sqlite_with_rowid=False,
)
says = Table(
    "says",
    metadata,
    _of("events.n", key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Number, ForeignKey("names.n"), nullable=False),
    Column("entity", Text),
    Column("country", Text),
    Column("kind", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("again", SmallInteger, nullable=False),  # 1 where the name stands further out in the chain too
    Index("says_name", "name", "day", "event", "again"),
    Index("says_entity", "entity", "day", "event"),
    Index("says_country", "country", "day", "event"),
    sqlite_with_rowid=False,
)
contexts = Table(
    "contexts",
    metadata,
    _of("events.n", key=True),
    Column("context", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Index("contexts_context", "context", "day", "event"),
    sqlite_with_rowid=False,
)
quantities = Table(
    "quantities",
    metadata,
    _of("events.n", key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("unit", Text),
    Index("quantities_kind", "kind", "low", "event"),
    sqlite_with_rowid=False,
)
corrections = Table(
    "corrections",
    metadata,
    _row(),
    Column("id", Text, nullable=False, unique=True),
    Column("action", Text, nullable=False),  # set, accept, reject or add
    Column("report_id", Text, nullable=False),
    Column("report_key", Text, nullable=False),
    Column("event_id", Text, nullable=False),  # as it was when it was corrected; evidence, not this, is what is looked for
    Column("body", Text, nullable=False),  # the whole correction, as it is exchanged
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", Text),
    Column("outcome", Text, nullable=False),  # applied, kept (the coder no longer finds the event), lost (the text is gone), waiting
    since(renewed=True),
    Index("corrections_report", "report_key"),
    Index("corrections_event", "event_id"),
)
decisions = Table(  # of people, on what belongs together: kept whenever incidents are put together anew
    "decisions",
    metadata,
    _row(),
    Column("id", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),  # {"merge": [events' ids]} or {"split": [[ids], [ids]]}
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", Text),
    since(renewed=True),
)

# What finding incidents and copies stands on: made from events and reports, and made anew with them.

tellings = Table(  # what events say, those that say the same as one
    "tellings",
    metadata,
    _row(),
    Column("key", Text, nullable=False, unique=True),
    Column("part", Number, nullable=False),
    _of("bodies.n"),  # one of them
    Index("tellings_part", "part"),
    Index("tellings_event", "event"),
)
blocks = Table(  # where a telling meets those that may be of one happening: of one block, on these days
    "blocks",
    metadata,
    Column("block", Number, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("telling", Number, ForeignKey("tellings.n", ondelete="CASCADE"), primary_key=True),
    Column("last", Integer, nullable=False),
    Index("blocks_telling", "telling"),
    sqlite_with_rowid=False,
)
wordings = Table(  # what is known of reports for comparing them
    "wordings",
    metadata,
    _of("reports.n", key=True),
    Column("digest", Text, nullable=False),
    Column("length", Integer, nullable=False),
    Column("voice", Text),  # who is credited
    Column("writer", Text),  # as whom others credit the publisher
    Index("wordings_writer", "writer"),
)
samples = Table(  # of wordings: copies have some in common
    "samples",
    metadata,
    Column("key", Number, primary_key=True),
    _of("reports.n", key=True),
    Index("samples_report", "report"),
    sqlite_with_rowid=False,
)
credits = Table("credits", metadata, Column("name", Text, primary_key=True))  # agencies and outlets that some report rests on
copies = Table(  # which reports are one story
    "copies",
    metadata,
    Column("one", Number, ForeignKey("reports.n", ondelete="CASCADE"), primary_key=True),
    Column("other", Number, ForeignKey("reports.n", ondelete="CASCADE"), primary_key=True),
    Column("cut", SmallInteger, nullable=False),  # 1 where the one is a part of the other
    Column("strength", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Index("copies_other", "other"),
    sqlite_with_rowid=False,
)
