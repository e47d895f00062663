"""One actor: under which names it was found, what it did, what was done to it, what it said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from sayso.store.asked.condition import ENTITY, SECTOR, named
from sayso.store.asked.countries import is_country
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
    """The commonest names, and how many more there are."""
    rest = replace(wanted, party=())
    if broad(connection, rest):
        found, names = _of_columns(connection, key, rest, top)
    else:
        few = t.parties.c.event.in_(select(hits(connection, rest).query().subquery().c.event))
        every = Counter((row.name, row.entity, row.basis) for row in set(connection.execute(_rows(*_who(key), few))))
        found, names = [Found(*calling, events) for calling, events in every.items()], len(every)
    ranked = nsmallest(top, found, key=lambda one: (-one.events, one.name, one.entity or "", one.basis))
    return ranked, names - len(ranked)


def _of_columns(connection: Connection, key: str, wanted: Filter, top: int) -> tuple[list[Found], int]:
    """The names that may be among the commonest; and how many there are."""
    from sayso.store.counted.callings import called, callings  # NumPy takes a tenth of a second, and most commands do without
    from sayso.store.counted.masks import selection
    from sayso.store.counted.slabs import mark

    found = selection(connection, wanted)
    told = found.columns.kept(("callings", key), lambda: callings(found.columns, key, _meant(connection, key)))
    counts, names = called(found, told, top)
    spelt: dict[Any, tuple[str, str | None, str]] = found.columns.kept(("spelt", key), dict)
    for some in chunks(list({calling[0] for calling in counts.keys() - spelt.keys()}), MANY):
        for row in connection.execute(_rows(t.parties.c.event.in_(some))):
            spelt[row.event, row.number, mark(row.entity) if row.entity else 0, row.basis] = row.name, row.entity, row.basis
    return [Found(*spelt[calling], events) for calling, events in counts.items()], names


def _rows(*held: ColumnElement[bool]) -> Select[tuple[int, int, str, str | None, str]]:
    """Event, name by number, name, entity and basis of rows of actors and recipients."""
    p, n = t.parties.c, t.names.c
    query = select(p.event, p.name.label("number"), n.name, p.entity, p.basis).join_from(t.parties, t.names, p.name == n.n)
    return query.where(p.role.in_(("actor", "recipient")), *held)


def _meant(connection: Connection, key: str) -> Sequence[int]:
    """The names, by number, that words mean; none where the key says by itself who is meant."""
    alone = is_country(key) or any(kind.fullmatch(key) for kind in (SECTOR, ENTITY))
    return () if alone else [row.n for row in connection.execute(named(key))]


def _who(key: str) -> Iterator[ColumnElement[bool]]:
    """What holds for the rows of an actor; of a country, the events it is in are found first, which have an index."""
    p, c, sector = t.parties.c, t.countries.c, SECTOR.fullmatch(key)
    country = sector["country"] if sector else key if is_country(key) else None
    if country:
        yield p.country == country
        yield p.event.in_(select(c.event).where(c.role.in_(("actor", "recipient")), c.country == country))
    if sector:
        yield (" " + p.sectors + " ").contains(f" {sector['sector']} ")
    elif ENTITY.fullmatch(key):
        yield p.entity == key
    elif not country:
        yield p.name.in_(named(key))
