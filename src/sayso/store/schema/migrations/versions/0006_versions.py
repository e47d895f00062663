"""Versions of the data: what changes or goes is kept as it was, so that a snapshot shows what was shown then.

Rows say from which version on they hold; triggers copy those that end into tables beside them, named `past_...`, with the version that
ended them. What was there before has version 0. Within a transaction the version that it makes is the one after the last.

Revision ID: 0006
"""

import json

from alembic import op
from sqlalchemy import BigInteger, Column, Connection, Integer, MetaData, Table, Text, inspect, text

revision = "0006"
down_revision = "0005"

CHILDREN = ("parties", "countries", "sectors", "dyads", "says", "contexts", "quantities")  # which are as old as their event
NEXT = "(SELECT coalesce(max(n), 0) + 1 FROM versions)"
SINCE = ("reports", "annotations", "bodies", "events", "incidents", "links", "corrections", "decisions", "runs")
GOING = ("annotations", "bodies", "events", "incidents", "links")  # rows of which are deleted
CHANGING = ("bodies", "corrections", "decisions", "runs")  # each change of a row ends what it was
INDEXES = {  # of tables beside
    **dict.fromkeys(CHILDREN, ("event",)),
    "reports": ("n", "key"),
    "sources": ("report",),
    "annotations": ("report",),
    "bodies": ("n", "report", "id"),
    "events": ("n", "report", "incident"),
    "incidents": ("n", "id"),
    "links": ("event", "incident"),
    **dict.fromkeys(("corrections", "decisions", "runs"), ("n",)),
}

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")
versions = Table("versions", metadata, Column("n", Number, primary_key=True, autoincrement=False), Column("at", Text, nullable=False))
sources = Table(  # whose story a report was taken for
    "past_sources",
    metadata,
    Column("report", Number, nullable=False),
    Column("origin", Number, nullable=False),
    Column("origin_reason", Text),
    Column("since", Number, nullable=False),
    Column("until", Number, nullable=False),
)


def upgrade() -> None:
    """Make the columns, the tables beside, and the triggers that fill them."""
    bind = op.get_bind()
    metadata.create_all(bind, checkfirst=False)
    number = "BIGINT" if bind.dialect.name == "postgresql" else "INTEGER"
    for table in SINCE:
        _do(f"ALTER TABLE {table} ADD COLUMN since {number} NOT NULL DEFAULT 0")
    for table, column in (("reports", "placed"), ("events", "linked")):
        _do(f"ALTER TABLE {table} ADD COLUMN {column} {number} NOT NULL DEFAULT 0")
    _do(f"ALTER TABLE incidents ADD COLUMN staled {number}")
    for table, column in (("reports", "since"), ("reports", "placed"), ("events", "linked")):
        _do(f"CREATE INDEX {table}_{column} ON {table} ({column})")
    columns = {table: [column["name"] for column in inspect(bind).get_columns(table)] for table in (*SINCE, *CHILDREN)}
    for table in (*SINCE, *CHILDREN):
        more = "0 AS until" if table in SINCE else "0 AS since, 0 AS until"
        _do(f"CREATE TABLE past_{table} AS SELECT {', '.join(columns[table])}, {more} FROM {table} LIMIT 0")
    for table, keys in INDEXES.items():
        for key in (*keys, "until"):
            _do(f"CREATE INDEX past_{table}_{key} ON past_{table} ({key})")
    for trigger in _triggers(columns):
        _made(bind, *trigger)
    if bind.dialect.name == "sqlite":
        _searched()
    _without_snapshots(bind)


def _without_snapshots(bind: Connection) -> None:
    """Filters of watchlists ask for what comes in; a snapshot among them left out what came later."""
    for n, wanted in bind.execute(text("SELECT n, wanted FROM watchlists")).all():
        kept = {name: value for name, value in json.loads(wanted).items() if name != "snapshot"}
        bind.execute(text("UPDATE watchlists SET wanted = :wanted WHERE n = :n"), {"n": n, "wanted": json.dumps(kept)})


def _do(statement: str) -> None:
    op.execute(text(statement))


def _kept(table: str, columns: list[str]) -> str:
    old = ", ".join(f"OLD.{column}" for column in columns)
    return f"INSERT INTO past_{table} ({', '.join(columns)}, until) SELECT {old}, {NEXT};"


def _with(table: str, columns: list[str]) -> str:
    """What hangs on an event and goes with it."""
    listed = ", ".join(columns)
    return f"INSERT INTO past_{table} ({listed}, since, until) SELECT {listed}, OLD.since, {NEXT} FROM {table} WHERE event = OLD.n;"


def _triggers(columns: dict[str, list[str]]) -> list[tuple[str, str, str, str]]:
    """Name, occasion, condition and work of each trigger. A row that the same transaction has made leaves nothing."""
    shown = f"OLD.since < {NEXT}"
    found = [(f"past_{table}_gone", f"BEFORE DELETE ON {table}", shown, _kept(table, columns[table])) for table in GOING]
    found += [(f"past_{table}_changed", f"BEFORE UPDATE ON {table}", shown, _kept(table, columns[table])) for table in CHANGING]
    found += [(f"past_{table}_gone", "BEFORE DELETE ON events", shown, _with(table, columns[table])) for table in CHILDREN]
    source = f"INSERT INTO past_sources SELECT OLD.n, OLD.origin, OLD.origin_reason, OLD.placed, {NEXT};"
    known = f"OLD.origin IS NOT NULL AND OLD.placed < {NEXT}"
    return [
        *found,
        ("past_reports_changed", "BEFORE UPDATE OF since ON reports", "OLD.since < NEW.since", _kept("reports", columns["reports"])),
        ("past_sources_changed", "BEFORE UPDATE OF origin ON reports", known, source),
    ]


def _made(bind: Connection, name: str, occasion: str, held: str, work: str) -> None:
    if bind.dialect.name == "sqlite":
        _do(f"CREATE TRIGGER {name} {occasion} WHEN {held} BEGIN {work} END")
        return
    row = "OLD" if "DELETE" in occasion else "NEW"
    _do(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {held} THEN {work} END IF; RETURN {row}; END $$")
    _do(f"CREATE TRIGGER {name} {occasion} FOR EACH ROW EXECUTE FUNCTION {name}()")


def _searched() -> None:
    """An index of words of past reports; PostgreSQL's is a column of theirs."""
    search = "past_reports_search"
    _do(
        f"CREATE VIRTUAL TABLE {search} USING fts5(title, text, content='past_reports', content_rowid='rowid', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    learn = f"INSERT INTO {search}(rowid, title, text) VALUES (NEW.rowid, NEW.title, NEW.text);"
    _do(f"CREATE TRIGGER {search}_insert AFTER INSERT ON past_reports BEGIN {learn} END")
