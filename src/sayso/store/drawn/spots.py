"""Where events took place: points for places that are points, and countries as wholes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, case, func, select

from sayso.model.quad import FRIENDLY, HOSTILE
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import hits
from sayso.store.counted.breadth import broad
from sayso.store.drawn.timeline import gathered
from sayso.store.schema import tables as t

TOP = 500
POINTS = and_(t.places.c.precision != "country", t.places.c.lat.is_not(None))  # places of known position


class Spot(NamedTuple):  # of which a drawing has hundreds: made ten times as fast as a frozen dataclass
    """A place of known position and the events there; `precision` is site, city or region. See `Tally` for what is counted."""

    place: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    precision: str
    events: int
    incidents: int
    reports: int
    cooperation: int
    conflict: int


@dataclass(frozen=True, slots=True)
class Land:
    """A country: all events in it, and those at no place in it of known position."""

    country: str
    events: int
    only_country: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The places of most events, the countries, and what is among neither: how many places and events more, events that are nowhere.

    Each event is at a spot, in a land alone, or unplaced.
    """

    spots: tuple[Spot, ...]
    lands: tuple[Land, ...]
    more_places: int
    more_events: int
    unplaced: int


def spread(connection: Connection, wanted: Filter, *, top: int = TOP) -> Spread:
    """Where the events that a filter leaves took place, the commonest places first; a country is no point and has none."""
    if broad(connection, wanted):
        return _of_many(connection, wanted, top)
    counted, p = _counted(connection, wanted).cte("counted"), t.places.c
    joined = select(counted.c.place, counted.c.events).join(t.places, p.n == counted.c.place).where(POINTS)
    ranked = connection.execute(joined.order_by(counted.c.events.desc(), counted.c.place)).all()
    lands, unplaced = _lands(connection, wanted)
    spots = _spots(connection, wanted, [row.place for row in ranked[:top]])
    rest = ranked[top:]
    return Spread(spots, lands, len(rest), sum(row.events for row in rest), unplaced)


def _of_many(connection: Connection, wanted: Filter, top: int) -> Spread:
    """The same, counted over columns."""
    from sayso.store.counted import surveys  # NumPy takes a tenth of a second, and most commands do without
    from sayso.store.counted.masks import selection

    found = selection(connection, wanted)
    known = found.columns.kept(("places",), lambda: _known(connection))
    ranked = surveys.placed(found, known)
    tallies = {n: counts for n, *counts in surveys.there(found, [n for n, _ in ranked[:top]])}
    spots = tuple(Spot(*known[n], *tallies[n]) for n, _ in ranked[:top])
    lands = sorted(surveys.lands(found, known), key=lambda one: (-one[1], one[0] or ""))
    unplaced = sum(alone for country, _, alone in lands if not country)
    rest = [events for _, events in ranked[top:]]
    return Spread(spots, tuple(Land(country, *more) for country, *more in lands if country), len(rest), sum(rest), unplaced)


def _known(connection: Connection) -> dict[int, Sequence[Any]]:
    """What places of known position are, by number."""
    p = t.places.c
    columns = (p.n, p.name, p.country, p.admin1, p.lat, p.lon, p.precision)
    return {row[0]: tuple(row[1:]) for row in connection.execute(select(*columns).where(POINTS))}


def _counted(connection: Connection, wanted: Filter) -> Select[Any]:
    """Places by number and how many events there are at each."""
    e = t.events.c
    query = select(e.place, func.count().label("events")).where(e.place.is_not(None)).group_by(e.place)
    if not wanted.given():
        return query
    found = gathered(connection, [wanted])
    return query.select_from(found).join(t.events, e.n == found.c.event)


def _spots(connection: Connection, wanted: Filter, places: list[int]) -> tuple[Spot, ...]:
    e, p = t.events.c, t.places.c
    quads = [func.sum(case((e.quad.in_(quads), 1), else_=0)) for quads in (FRIENDLY, HOSTILE)]
    counts = (func.count().label("events"), func.count(e.incident.distinct()), func.count(e.report.distinct()), *quads)
    query = select(p.name, p.country, p.admin1, p.lat, p.lon, p.precision, *counts).select_from(t.events).join(t.places, p.n == e.place)
    query = query.where(e.place.in_(places)).group_by(p.n, p.name, p.country, p.admin1, p.lat, p.lon, p.precision)
    if wanted.given():
        query = query.where(e.n.in_(select(hits(connection, wanted).query().subquery().c.event)))
    rows = connection.execute(query.order_by(func.count().desc(), p.n))
    return tuple(Spot(*row[:6], *map(int, row[6:])) for row in rows)


def _lands(connection: Connection, wanted: Filter) -> tuple[tuple[Land, ...], int]:
    """Countries by number of events, and the events of which neither country nor position is known."""
    e, p = t.events.c, t.places.c
    query = select(e.country, func.count()).group_by(e.country)
    exact = select(e.country, func.count()).where(e.place.in_(select(p.n).where(POINTS))).group_by(e.country)
    if wanted.given():
        found = gathered(connection, [wanted])
        query, exact = (one.select_from(found).join(t.events, e.n == found.c.event) for one in (query, exact))
    drawn = {row[0]: row[1] for row in connection.execute(exact)}
    rows = connection.execute(query.order_by(func.count().desc(), e.country)).all()
    found_in = [Land(row[0], row[1], row[1] - drawn.get(row[0], 0)) for row in rows]
    return tuple(land for land in found_in if land.country), sum(land.only_country for land in found_in if not land.country)
