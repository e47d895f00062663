"""Reports: found by what they say, and one with all that was coded in it."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from sayso.errors import StoreError
from sayso.model import AnnotatedReport, Report
from sayso.store.asked.condition import searched
from sayso.store.asked.filter import last_day
from sayso.store.found.listing import Listed, events, listed_of
from sayso.store.rows.report import COLUMNS, annotated_of, report_of
from sayso.store.rows.words import plain, words
from sayso.store.schema import tables as t
from sayso.store.schema.past import version_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which reports: with these words in title or text, of a publisher, published on these days, of an origin."""

    text: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A report in a list: how many events hold in it, and how many other reports are of the same origin."""

    key: str
    id: str
    publisher: str | None
    published: str | None
    title: str | None
    beginning: str
    events: int
    origin: str | None
    copies: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A report with all that was found in it; `events` are those that hold now, `rejected` those that people took out."""

    key: str
    annotated: AnnotatedReport
    events: Sequence[Listed]
    rejected: Sequence[Mapping[str, Any]]
    origin: str | None
    origin_reason: str | None
    copies: Sequence[Line]


BEGINNING = 200  # characters
COPIES = 50
Found = tuple[list[Line], str | None]


def report_lines(wanted: Wanted, *, limit: int = 50, after: str | None = None) -> Callable[[Connection], Found]:
    """A page of reports, the newest first, and where the next one begins.

    Raises:
        StoreError: `after` comes from no page.
    """

    def asked(connection: Connection) -> Found:
        where = list(_conditions(connection, wanted))
        where += [_following(after)] if after is not None else []
        rows = connection.execute(_numbers(where, limit + 1)).all()
        lines = _lines(connection, [row.n for row in rows[:limit]])
        last = rows[limit - 1] if len(rows) > limit else None
        return lines, f"{last.published or ''}_{last.n}" if last else None

    return asked


def whole_report(key: str) -> Callable[[Connection], Whole | None]:
    """The report with this key; None where there is none."""

    def asked(connection: Connection) -> Whole | None:
        r = t.reports.c
        joined = t.reports.join(t.annotations, t.annotations.c.report == r.n).outerjoin(t.origins, t.origins.c.n == r.origin)
        columns = (*COLUMNS, t.annotations.c.body, r.origin, t.origins.c.id.label("origin_id"), r.origin_reason)
        row = connection.execute(select(*columns).select_from(joined).where(r.key == key)).first()
        if row is None:
            return None
        held = connection.execute(events().where(t.events.c.report == row.n).order_by(t.events.c.trigger_start, t.events.c.n))
        rejected = select(t.bodies.c.coded).where(t.bodies.c.report == row.n, t.bodies.c.state == "rejected")
        return Whole(
            key=key,
            annotated=annotated_of(report_of(row), row.body, ()),
            events=[listed_of(one) for one in held],
            rejected=[json.loads(body) for body in connection.execute(rejected).scalars() if body],
            origin=row.origin_id,
            origin_reason=row.origin_reason,
            copies=_copies(connection, row.origin, row.n),
        )

    return asked


def report_by(key: str) -> Callable[[Connection], Report | None]:
    """The bare report with this key; None where there is none."""

    def asked(connection: Connection) -> Report | None:
        row = connection.execute(select(*COLUMNS).where(t.reports.c.key == key)).first()
        return report_of(row) if row else None

    return asked


def _conditions(connection: Connection, wanted: Wanted) -> Any:
    r = t.reports.c
    if wanted.text:
        yield r.n.in_(searched(t.reports, wanted.text, connection.dialect.name, then=version_shown(connection)))
    if wanted.publisher:
        yield r.publisher_name.in_(select(t.names.c.n).where(t.names.c.words == words(wanted.publisher)))
    if wanted.since:
        yield r.published >= wanted.since
    if wanted.until:
        yield r.published <= last_day(wanted.until)
    if wanted.origin:
        yield r.origin.in_(select(t.origins.c.n).where(t.origins.c.id == plain(wanted.origin)))


def _numbers(where: Sequence[ColumnElement[bool]], limit: int) -> Select[Any]:
    r = t.reports.c
    return select(r.n, r.published).where(*where).order_by(r.published.desc().nulls_last(), r.n.desc()).limit(limit)


def _following(after: str) -> ColumnElement[bool]:
    r = t.reports.c
    day, _, number = after.partition("_")
    if not number.isdecimal():
        raise StoreError(f"{after!r} is no place to go on from; use the one that the page before gave")
    if not day:
        return and_(r.published.is_(None), r.n < int(number))
    return or_(r.published.is_(None), and_(r.published <= day, or_(r.published < day, r.n < int(number))))


def _lines(connection: Connection, numbers: Sequence[int]) -> list[Line]:
    r = t.reports.c
    counted = select(func.count()).where(t.events.c.report == r.n).correlate(t.reports).scalar_subquery()
    other = t.reports.alias()
    copies = (
        select(func.count()).select_from(other).where(other.c.origin == r.origin, other.c.n != r.n).correlate(t.reports).scalar_subquery()
    )
    columns = (
        r.n,
        r.key,
        r.id,
        r.publisher,
        r.published,
        r.title,
        func.substr(r.text, 1, BEGINNING).label("beginning"),
        counted.label("events"),
    )
    query = select(*columns, t.origins.c.id.label("origin"), copies.label("copies"))
    rows = connection.execute(query.select_from(t.reports.outerjoin(t.origins, t.origins.c.n == r.origin)).where(r.n.in_(numbers)))
    names = [f.name for f in fields(Line)]
    found = {row.n: Line(**{name: getattr(row, name) for name in names}) for row in rows}
    return [found[n] for n in numbers]


def _copies(connection: Connection, origin: int | None, report: int) -> list[Line]:
    if origin is None:
        return []
    r = t.reports.c
    query = select(r.n).where(r.origin == origin, r.n != report).order_by(r.published, r.n).limit(COPIES)
    return _lines(connection, list(connection.execute(query).scalars()))
