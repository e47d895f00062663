"""Incidents: found by what they are, and one with the events that tell of it, as they hold now."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from sayso.errors import StoreError
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import hits
from sayso.store.found.listing import Listed, events, listed_of
from sayso.store.schema import tables as t


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents: those that an event of the filter tells of; contested; of so many origins or reports."""

    events: Filter = field(default_factory=Filter)
    contested: bool = False
    min_reports: int | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """An event that tells of an incident: by which report, of which origin, and why it belongs there."""

    listed: Listed
    origin: str | None
    origin_reason: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """An incident by the JSON contract, its events as they hold now, and whether one of them has changed since it was put together."""

    incident: Mapping[str, Any]
    tellings: Sequence[Telling]
    stale: bool


Page = tuple[list[tuple[Mapping[str, Any], bool]], str | None]
MOST = 500  # events of one incident that are shown


def incident_page(wanted: Wanted, *, limit: int = 50, after: str | None = None) -> Callable[[Connection], Page]:
    """Incidents by the JSON contract and whether they are stale, the newest first; and where the next page begins.

    Raises:
        StoreError: `after` comes from no page.
    """

    def asked(connection: Connection) -> Page:
        c = t.incidents.c
        where = list(_conditions(connection, wanted))
        where += [_following(after)] if after is not None else []
        query = select(c.n, c.day, c.body, c.stale).where(*where).order_by(c.day.desc(), c.n.desc()).limit(limit + 1)
        rows = connection.execute(query).all()
        last = rows[limit - 1] if len(rows) > limit else None
        return [(json.loads(row.body), bool(row.stale)) for row in rows[:limit]], f"{last.day}_{last.n}" if last else None

    return asked


def acts(ids: Collection[str]) -> Callable[[Connection], dict[str, dict[str, str | None]]]:
    """By incidents' ids the mode and the pattern of most of their events of the incident's own type."""

    def asked(connection: Connection) -> dict[str, dict[str, str | None]]:
        i, e = t.incidents.c, t.events.c
        query = select(i.id, e.mode, e.pattern).join(t.events, and_(e.incident == i.n, e.type == i.type)).where(i.id.in_(ids))
        query = query.group_by(i.id, e.mode, e.pattern).order_by(func.count(), e.pattern.desc())
        return {row.id: {"mode": row.mode, "pattern": row.pattern} for row in connection.execute(query)}

    return asked


def told(incident: str) -> Callable[[Connection], Told | None]:
    """The incident that goes by an id, with its events in the order in which they were told; None where there is none."""

    def asked(connection: Connection) -> Told | None:
        c = t.incidents.c
        row = connection.execute(select(c.n, c.body, c.stale).where(c.id == incident)).first()
        if row is None:
            return None
        more = (t.origins.c.id.label("origin_id"), t.reports.c.origin_reason, t.links.c.why)
        query = events().outerjoin(t.origins, t.origins.c.n == t.reports.c.origin).outerjoin(t.links, t.links.c.event == t.events.c.n)
        query = query.add_columns(*more).where(t.events.c.incident == row.n)
        query = query.order_by(t.events.c.published, t.events.c.n).limit(MOST)
        tellings = [Telling(listed_of(one), one.origin_id, one.origin_reason, one.why) for one in connection.execute(query)]
        return Told(json.loads(row.body), tellings, bool(row.stale))

    return asked


def body_of(incident: str) -> Callable[[Connection], Mapping[str, Any] | None]:
    """The incident that goes by an id, by the JSON contract; None where there is none."""

    def asked(connection: Connection) -> Mapping[str, Any] | None:
        body = connection.execute(select(t.incidents.c.body).where(t.incidents.c.id == incident)).scalar()
        return json.loads(body) if body else None

    return asked


def _conditions(connection: Connection, wanted: Wanted) -> Any:
    c = t.incidents.c
    rest, own = _parted(wanted.events)
    for name, value in own.items():
        yield c.origins >= value if name == "min_origins" else c[name].in_(value)
    if wanted.contested:
        yield c.disagreements > 0
    if wanted.min_reports:
        yield c.reports >= wanted.min_reports
    if rest.given():
        found = hits(connection, rest).query().subquery()
        yield c.n.in_(select(t.events.c.incident).join(found, found.c.event == t.events.c.n))


def _parted(wanted: Filter) -> tuple[Filter, dict[str, Any]]:
    """What only events can answer, and what incidents themselves can."""
    own = {name: value for name, value in wanted.given().items() if name == "min_origins"}
    return Filter(**{name: value for name, value in wanted.given().items() if name not in own}), own


def _following(after: str) -> ColumnElement[bool]:
    c = t.incidents.c
    day, _, number = after.partition("_")
    if not number.isdecimal():
        raise StoreError(f"{after!r} is no place to go on from; use the one that the page before gave")
    return and_(c.day <= day, or_(c.day < day, c.n < int(number)))
