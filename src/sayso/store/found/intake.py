"""What came in: reports by publisher and day, copies, reports in which nothing was found, and runs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, distinct, func, select

from sayso.store.asked.filter import Filter
from sayso.store.counted.breadth import broad
from sayso.store.schema import tables as t

EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Publisher:
    """What a publisher put out: reports, those that share their origin with another report, those without an event, and events."""

    name: str | None
    reports: int
    copies: int
    silent: int
    events: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """How many reports of a publisher are of a day."""

    publisher: str | None
    day: str
    reports: int


@dataclass(frozen=True, slots=True)
class Sums:
    """How much there is of everything; `undated` reports have no day of publication, `unplaced` no origin looked for yet."""

    reports: int
    events: int
    incidents: int
    stale: int
    publishers: int
    undated: int
    unplaced: int


def publishers(limit: int = 200) -> Callable[[Connection], list[Publisher]]:
    """The publishers with the most reports."""

    def asked(connection: Connection) -> list[Publisher]:
        r = t.reports.c
        grouped = select(r.publisher_name, func.count().label("reports"), func.min(r.published), func.max(r.published))
        rows = connection.execute(grouped.group_by(r.publisher_name).order_by(func.count().desc(), r.publisher_name).limit(limit)).all()
        names = _names(connection, [row[0] for row in rows])
        events, telling = _telling(connection)
        copies = _copies(connection)
        return [
            Publisher(names.get(n), reports, copies.get(n, 0), reports - telling.get(n or 0, 0), events.get(n or 0, 0), first, last)
            for n, reports, first, last in rows
        ]

    return asked


def days(since: str, until: str, limit: int = 5_000) -> Callable[[Connection], list[Day]]:
    """How many reports of each publisher there are of each day, both days inside."""

    def asked(connection: Connection) -> list[Day]:
        r = t.reports.c
        query = select(r.publisher_name, r.published, func.count()).where(r.published >= since, r.published <= until)
        rows = connection.execute(query.group_by(r.publisher_name, r.published).order_by(r.published, r.publisher_name).limit(limit)).all()
        names = _names(connection, [row[0] for row in rows])
        return [Day(names.get(n), day, count) for n, day, count in rows]

    return asked


def sums(connection: Connection) -> Sums:
    """How much there is: `view.ask(sums)`."""

    def count(table: Table, *where: Any) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one())

    r = t.reports.c
    publishers = int(connection.execute(select(func.count(distinct(r.publisher_name)))).scalar_one())
    return Sums(
        reports=count(t.reports),
        events=count(t.events),
        incidents=count(t.incidents),
        stale=count(t.incidents, t.incidents.c.stale == 1),
        publishers=publishers,
        undated=count(t.reports, r.published.is_(None)),
        unplaced=count(t.reports, r.origin.is_(None)),
    )


def latest(connection: Connection) -> str | None:
    """The last day that a report is of: `view.ask(latest)`."""
    found: str | None = connection.execute(select(func.max(t.reports.c.published))).scalar_one()
    return found


def runs(limit: int | None = 50, before: int | None = None) -> Callable[[Connection], Sequence[dict[str, Any]]]:
    """What has been done with the database, the latest first."""

    def asked(connection: Connection) -> Sequence[dict[str, Any]]:
        columns = (column for column in t.runs.c if column.name != "since")
        query = select(*columns).order_by(t.runs.c.n.desc()).limit(limit)
        query = query.where(t.runs.c.n < before) if before is not None else query
        return [dict(row._mapping) for row in connection.execute(query)]

    return asked


def _telling(connection: Connection) -> Sequence[Mapping[Any, int]]:
    """Of each publisher by number (0 is none): how many events, and of how many reports."""
    if broad(connection, EVERYTHING):
        from sayso.store.counted.masks import selection  # NumPy takes a tenth of a second
        from sayso.store.counted.surveys import telling

        return telling(selection(connection, EVERYTHING))
    e = t.events.c
    publisher = func.coalesce(e.publisher, 0)
    events = _counts(connection, select(publisher, func.count()).group_by(e.publisher))
    return [events, _counts(connection, select(publisher, func.count(distinct(e.report))).group_by(e.publisher))]


def _copies(connection: Connection) -> dict[int | None, int]:
    """How many reports of each publisher share their origin with another report."""
    r = t.reports.c
    sharing = func.count().over(partition_by=r.origin)
    told = select(r.publisher_name, sharing.label("reports")).where(r.origin.is_not(None)).subquery()
    return _counts(connection, select(told.c.publisher_name, func.count()).where(told.c.reports > 1).group_by(told.c.publisher_name))


def _counts(connection: Connection, query: Select[*tuple[Any, ...]]) -> dict[int | None, int]:
    """Numbers by what they are grouped by."""
    return {row[0]: row[1] for row in connection.execute(query)}


def _names(connection: Connection, numbers: Sequence[int | None]) -> dict[int | None, str]:
    known = [n for n in dict.fromkeys(numbers) if n is not None]
    return {row.n: row.name for row in connection.execute(select(t.names.c.n, t.names.c.name).where(t.names.c.n.in_(known)))}
