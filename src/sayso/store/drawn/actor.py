"""One actor: under which names it was found, what it did, what was done to it, what it said."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest, nsmallest
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from sayso.store.asked.condition import COUNTRY, ENTITY, SECTOR, named
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import hits
from sayso.store.counted.breadth import broad
from sayso.store.counted.figures import Counts
from sayso.store.drawn.facets import chosen
from sayso.store.rows.dictionary import MANY, chunks
from sayso.store.schema import tables as t

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
    names, more = _names(connection, key, wanted, top)
    parts = tuple(_part(connection, role, within(wanted, role, key), top) for role in ROLES)
    return Actor(key, tuple(names), more, parts)


def within(wanted: Filter, role: str, key: str) -> Filter:
    """A filter narrowed to the events in which somebody acts, receives or speaks; whatever it asked of that role gives way."""
    narrowed: dict[str, tuple[str, ...]] = {role: (key,), "party": ()}
    return replace(wanted, **narrowed)  # type: ignore[arg-type]  # the roles are fields of tuples


def _part(connection: Connection, role: str, wanted: Filter, top: int) -> Involvement:
    """Facets of a role; the others are the recipients of what is done and said, and the actors of what is suffered."""
    others = "actor" if role == "recipient" else "recipient"
    events, counts = chosen(wanted, ("type", "status", others), top)(connection)
    return Involvement(role, events, counts["type"], counts["status"], counts[others])


def _names(connection: Connection, key: str, wanted: Filter, top: int) -> tuple[Sequence[Found], int]:
    rest = replace(wanted, party=())
    if broad(connection, rest):
        from sayso.store.counted.masks import selection  # NumPy takes a tenth of a second, and most commands do without
        from sayso.store.counted.surveys import called, callings

        found = selection(connection, rest)
        told = found.columns.kept(("callings", key), lambda: callings(_rows(connection, key), found.columns))
        counts, names = called(found, told, top)
    else:
        few = t.parties.c.event.in_(select(hits(connection, rest).query().subquery().c.event))
        every = Counter(row[:3] for row in set(map(tuple, _rows(connection, key, few))))
        least = min(nlargest(top, every.values()), default=0)
        counts, names = {told: events for told, events in every.items() if events >= least}, len(every)
    ranked = _spelt(connection, counts, top)
    return ranked, names - len(ranked)


def _rows(connection: Connection, key: str, *held: ColumnElement[bool]) -> Sequence[Any]:
    """Name (by number), entity, basis and event of each row in which an actor has a role."""
    p = t.parties.c
    query = select(p.name, p.entity, p.basis, p.event).where(p.role.in_(("actor", "recipient")), *_who(key), *held)
    return connection.execute(query).all()


def _spelt(connection: Connection, counts: Mapping[Any, int], top: int) -> Sequence[Found]:
    """The commonest of some names."""
    spelt: dict[int, str] = {}
    for numbers in chunks(list({name for name, *_ in counts}), MANY):
        spelt |= {row.n: row.name for row in connection.execute(select(t.names.c.n, t.names.c.name).where(t.names.c.n.in_(numbers)))}
    found = [Found(spelt[name], entity, basis, events) for (name, entity, basis), events in counts.items()]
    return nsmallest(top, found, key=lambda one: (-one.events, one.name, one.entity or "", one.basis))


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
