"""One actor: under which names it was found, what it did, what was done to it, what it said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, func, select

from sayso.store import tables as t
from sayso.store.condition import COUNTRY, ENTITY, SECTOR, named
from sayso.store.facets import Counts, counted
from sayso.store.filter import Filter
from sayso.store.hits import hits

TOP = 12
ROLES = ("actor", "recipient", "says")


@dataclass(frozen=True, slots=True)
class Found:
    """A name that an actor was found under: as whose id and how (name, descriptor, reference ...), in how many roles of events."""

    name: str
    entity: str | None
    basis: str
    events: int


@dataclass(frozen=True, slots=True)
class Involvement:
    """What an actor did, what was done to it, or what it said: how many events, of which types and statuses, with or about whom."""

    role: str
    events: int
    types: Counts
    statuses: Counts
    others: Counts


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor by its key: its names, commonest first, how many more there are, and its three parts."""

    key: str
    names: tuple[Found, ...]
    more_names: int
    parts: tuple[Involvement, ...]


def actor(connection: Connection, key: str, wanted: Filter, *, top: int = TOP) -> Actor:
    """An actor (a country, a sector, an entity, words of a name) within the events that a filter leaves."""
    names = _names(connection, key, wanted)
    parts = tuple(_part(connection, role, within(wanted, role, key), top) for role in ROLES)
    return Actor(key, tuple(names[:top]), len(names[top:]), parts)


def within(wanted: Filter, role: str, key: str) -> Filter:
    """A filter narrowed to the events in which somebody acts, receives or speaks; whatever it asked of that role gives way."""
    narrowed: dict[str, tuple[str, ...]] = {role: (key,), "party": ()}
    return replace(wanted, **narrowed)  # type: ignore[arg-type]  # the roles are fields of tuples


def _part(connection: Connection, role: str, wanted: Filter, top: int) -> Involvement:
    """Facets of a role; the others are the recipients of what is done and said, and the actors of what is suffered."""
    others = "actor" if role == "recipient" else "recipient"
    found = hits(connection, wanted).query().subquery()
    events = connection.execute(select(func.count()).select_from(found)).scalar_one()
    counts = counted(connection, wanted, ("type", "status", others), top)
    return Involvement(role, events, counts["type"], counts["status"], counts[others])


def _names(connection: Connection, key: str, wanted: Filter) -> Sequence[Found]:
    p = t.parties.c
    query = select(t.names.c.name, p.entity, p.basis, func.count(p.event.distinct())).join(t.names, t.names.c.n == p.name)
    query = query.where(p.role.in_(("actor", "recipient")), *_who(key)).group_by(t.names.c.name, p.entity, p.basis)
    if (rest := replace(wanted, party=())).given():
        query = query.where(p.event.in_(select(hits(connection, rest).query().subquery().c.event)))
    return [Found(*row) for row in connection.execute(query.order_by(func.count(p.event.distinct()).desc(), t.names.c.name))]


def _who(key: str) -> Iterator[ColumnElement[bool]]:
    """What holds for the rows of an actor; of a country, the events it is in are found first, which have an index."""
    p, c, sector = t.parties.c, t.countries.c, SECTOR.fullmatch(key)
    country = sector["country"] if sector else key if COUNTRY.fullmatch(key) else None
    if country:
        yield p.country == country
        yield p.event.in_(select(c.event).where(c.role.in_(("actor", "recipient")), c.country == country))
    if sector:
        yield (" " + p.sectors + " ").contains(f" {sector['sector']} ")
    elif ENTITY.fullmatch(key):
        yield p.entity == key
    elif not country:
        yield p.name.in_(named(key))
