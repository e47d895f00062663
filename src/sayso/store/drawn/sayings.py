"""On whose say-so: who is cited, for what, how much of the record rests on whom, and who denies what others say."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import hits
from sayso.store.counted.breadth import broad
from sayso.store.counted.figures import Cited
from sayso.store.drawn.timeline import gathered, together
from sayso.store.schema import tables as t

TOP = 30
Said = dict[int, list[tuple[Any, ...]]]
MOST = 250
DENIED = "denied"
TOLD = 500  # disputes kept with columns: some 0.5 MB
SAID = 40_000  # times that speakers are cited, kept with columns: some 6 MB


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker or document that events rest on: by whom it is passed on, and what for.

    `types`, `statuses` and `kinds` (quote, paraphrase, document) count its events, the commonest first; `reports` are texts, `publishers`
    those who put them out.
    """

    name: str
    entity: str | None
    country: str | None
    events: int
    reports: int
    publishers: int
    types: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Sayings:
    """The speakers who are cited most, and how the whole record rests on speakers.

    `events` are all, `own` those in the reports' own voice. `cited` counts how often somebody is cited for an event, `speakers` is how many
    are, and `half` how many of them it takes for half of that.
    """

    voices: tuple[Voice, ...]
    events: int
    own: int
    cited: int
    speakers: int
    half: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a contradiction: who says it (none: the report itself), where, and in which words."""

    event: str
    report: str
    report_key: str
    publisher: str | None
    status: str
    says: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class Denial:
    """An incident that some say happened and others deny."""

    incident: str
    type: str
    day: str
    claims: tuple[Claim, ...]


def sayings(connection: Connection, wanted: Sequence[Filter], *, top: int = TOP) -> Sayings:
    """The speakers of the events that any of some filters leaves; an event counts once for each speaker in its chain."""
    found = _cited(connection, wanted, max(1, min(top, MOST)))
    voices = _voices(connection, wanted, found.names)
    return Sayings(voices, found.events, found.own, found.cited, found.speakers, found.half)


def denials(connection: Connection, wanted: Filter, *, top: int = TOP) -> tuple[Denial, ...]:
    """Incidents with events that the filter leaves, of which one is denied and another is not; the newest first."""
    rows = _disputed(connection, wanted, top)
    shelf = connection.get_execution_options().get("shelf")
    known: dict[int, Denial | None] = shelf().kept(("denials",), dict) if shelf else {}
    told = {incident: known[incident] for incident, _ in rows if incident in known}
    if missing := [one for one in rows if one[0] not in told]:
        told |= (new := _denials(connection, missing))
        if len(known) < TOLD:
            known |= new
    return tuple(one for incident, _ in rows if (one := told[incident]))


def _denials(connection: Connection, rows: Sequence[tuple[int, str]]) -> dict[int, Denial | None]:
    """What is said of incidents, of which the last days are given: whatever filter they were found by, it is the same."""
    claims = _claims(connection, [incident for incident, _ in rows])
    i = t.incidents.c
    known = {row.n: row for row in connection.execute(select(i.n, i.id, i.type).where(i.n.in_(list(claims))))}
    return {
        incident: Denial(known[incident].id, known[incident].type, day, tuple(claims[incident])) if incident in known else None
        for incident, day in rows
    }


def _disputed(connection: Connection, wanted: Filter, top: int) -> list[tuple[int, str]]:
    """Incidents by number that are both denied and told, and the last day that is told of them."""
    if broad(connection, wanted):
        from sayso.store.counted.masks import selection  # NumPy takes a tenth of a second
        from sayso.store.counted.surveys import disputed

        return disputed(selection(connection, wanted), DENIED, top)
    e = t.events.c
    denied = select(e.incident).where(e.status == DENIED, e.incident.is_not(None))
    told = select(e.incident, func.max(e.day).label("day")).where(e.status != DENIED, e.incident.in_(denied)).group_by(e.incident)
    if wanted.given():
        found = hits(connection, wanted).query().subquery()
        mine = select(e.incident).join(found, found.c.event == e.n).where(e.incident.is_not(None))
        told = told.where(e.incident.in_(mine))
    return [(row[0], row[1]) for row in connection.execute(told.order_by(func.max(e.day).desc(), e.incident).limit(top))]


def _cited(connection: Connection, wanted: Sequence[Filter], top: int) -> Cited:
    """The speakers of most events, and how the events rest on all of them."""
    if _many(connection, wanted):
        from sayso.store.counted.masks import united  # NumPy takes a tenth of a second
        from sayso.store.counted.surveys import cited

        return cited(united(connection, wanted), top)
    events, own = _voiced(connection, wanted)
    rows = connection.execute(_counted(connection, wanted))
    counted = sorted(((row.name, row.events) for row in rows), key=lambda one: (-one[1], one[0]))
    total = sum(count for _, count in counted)
    half = _half([count for _, count in counted], total)
    return Cited([name for name, _ in counted[:top]], events, own, total, len(counted), half)


def _half(counts: Sequence[int], cited: int) -> int:
    """How many of the commonest it takes for half of all."""
    reached = 0
    for n, count in enumerate(counts, 1):
        reached += count
        if reached * 2 >= cited:
            return n
    return 0


def _counted(connection: Connection, wanted: Sequence[Filter]) -> Select[Any, int]:
    """Speakers by number, and how many events there are of each."""
    s = t.says.c
    if not any(one.given() for one in wanted):
        return select(s.name, func.count().label("events")).where(s.again == 0).group_by(s.name)
    name = func.coalesce(s.name, s.name)  # which no index has: else a database may walk all speakers instead of the events found
    found = gathered(connection, wanted)
    query = select(name.label("name"), func.count().label("events")).select_from(found).join(t.says, s.event == found.c.event)
    return query.where(s.again == 0).group_by(name)


def _voiced(connection: Connection, wanted: Sequence[Filter]) -> tuple[int, int]:
    """How many events there are, and how many in the report's own voice."""
    e = t.events.c
    query = select(e.voices, func.count()).group_by(e.voices)
    if any(one.given() for one in wanted):
        found = gathered(connection, wanted)
        query = query.select_from(found).join(t.events, e.n == found.c.event)
    counts = {row[0]: row[1] for row in connection.execute(query)}
    return sum(counts.values()), counts.get(0, 0)


def _voices(connection: Connection, wanted: Sequence[Filter], names: Sequence[int]) -> tuple[Voice, ...]:
    """What speakers are cited for."""
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in _of_many(connection, wanted, names) if _many(connection, wanted) else _rows(connection, wanted, names):
        rows[row[0]].append(row)
    spelt = {row.n: row.name for row in connection.execute(select(t.names.c.n, t.names.c.name).where(t.names.c.n.in_(names)))}
    return tuple(_voice(spelt[name], rows[name]) for name in names if name in rows)


def _many(connection: Connection, wanted: Sequence[Filter]) -> bool:
    """Whether it is sooner told over columns."""
    return any(broad(connection, one) for one in wanted)


def _rows(connection: Connection, wanted: Sequence[Filter], names: Sequence[int]) -> Iterator[Sequence[Any]]:
    """Speaker by number, entity, country, kind, and the event's type, status, report and publisher."""
    s, e = t.says.c, t.events.c
    query = select(s.name, s.entity, s.country, s.kind, e.type, e.status, e.report, e.publisher).join(t.events, e.n == s.event)
    query = query.where(s.name.in_(names), s.again == 0)
    if any(one.given() for one in wanted):
        query = query.where(s.event.in_(select(together(connection, wanted).subquery().c.event)))
    yield from connection.execute(query)


def _of_many(connection: Connection, wanted: Sequence[Filter], names: Sequence[int]) -> Iterator[Sequence[Any]]:
    """The same, what is known of events from columns; what the names say is read once, for they are cited most in other filters too."""
    from sayso.store.counted.masks import united  # NumPy takes a tenth of a second
    from sayso.store.counted.surveys import known

    found = united(connection, wanted)
    said: Said = found.columns.kept(("said",), lambda: Said())
    if sum(map(len, said.values())) > SAID:
        said = {}
    if missing := [name for name in names if name not in said]:
        said |= _said_by(connection, missing)
    rows = [row for name in names for row in said[name]]
    told = known(found, [row[0] for row in rows], ("type", "status", "report", "publisher"))
    yield from ((*row[1:], *more) for row, more in zip(rows, told, strict=True) if more is not None)


def _said_by(connection: Connection, names: Sequence[int]) -> Said:
    """Of each speaker by number: event, number, entity, country and kind of each time that it is cited."""
    s = t.says.c
    query = select(s.event, s.name, s.entity, s.country, s.kind).where(s.name.in_(names), s.again == 0)
    found: Said = {name: [] for name in names}
    for row in connection.execute(query):
        found[row.name].append(tuple(row))
    return found


def _voice(name: str, rows: Sequence[Any]) -> Voice:
    entity, country = (Counter(sorted(row[i] for row in rows if row[i])).most_common(1) for i in (1, 2))
    counts = (tuple(sorted(Counter(row[i] for row in rows).items(), key=lambda one: (-one[1], one[0]))) for i in (4, 5, 3))
    reports, publishers = (len({row[i] for row in rows}) for i in (6, 7))
    return Voice(name, entity[0][0] if entity else None, country[0][0] if country else None, len(rows), reports, publishers, *counts)


def _claims(connection: Connection, incidents: Sequence[int]) -> dict[int, list[Claim]]:
    """What is said of incidents, those who deny last."""
    e = t.events.c
    joined = t.events.join(t.reports, t.reports.c.n == e.report).join(t.passages, t.passages.c.n == e.passage)
    query = select(
        e.n, e.incident, e.id, t.reports.c.id.label("report"), t.reports.c.key, t.reports.c.publisher, e.status, t.passages.c.text
    )
    rows = connection.execute(query.select_from(joined).where(e.incident.in_(incidents)).order_by(e.status == DENIED, e.day, e.n)).all()
    said = _said(connection, [row.n for row in rows])
    found: dict[int, list[Claim]] = defaultdict(list)
    for row in rows:
        found[row.incident].append(Claim(row.id, row.report, row.key, row.publisher, row.status, tuple(said[row.n]), row.text))
    return found


def _said(connection: Connection, events: Sequence[int]) -> dict[int, list[str]]:
    """The chains of speakers of events, outermost first."""
    s = t.says.c
    found: dict[int, list[str]] = defaultdict(list)
    query = select(s.event, t.names.c.name).join(t.names, t.names.c.n == s.name).where(s.event.in_(events)).order_by(s.event, s.position)
    for row in connection.execute(query):
        found[row.event].append(row.name)
    return found
