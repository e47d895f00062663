"""Who acts towards whom: the busiest actors and the ties among them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple, get_args

from sqlalchemy import ColumnElement, Connection, Select, and_, case, false, func, or_, select

from sayso.errors import StoreError
from sayso.model.quad import FRIENDLY, HOSTILE
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import hits
from sayso.store.counted.breadth import broad
from sayso.store.counted.figures import mean
from sayso.store.drawn.dyads import asked, countries_of
from sayso.store.drawn.timeline import gathered
from sayso.store.schema import tables as t

Level = Literal["country", "sector", "entity"]
Weight = Literal["events", "incidents", "reports"]
KEYS: dict[str, tuple[str, ...]] = {"country": ("country",), "sector": ("country", "sector"), "entity": ("entity",)}  # joined by a colon
TABLES = {"country": t.countries, "sector": t.sectors, "entity": t.parties}
TOP = 30
MOST = 250  # nodes
Parts = tuple[str, ...]  # of an actor's key
Count = tuple[Parts, int, int]  # an actor, and its events in either role


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: its key as a filter takes it (RUS, RUS:MIL, rus-putin), the name it was last given, and the events in either role."""

    key: str
    name: str | None
    country: str | None
    acted: int
    received: int


class Tie(NamedTuple):  # of which a drawing has hundreds: made ten times as fast as a frozen dataclass
    """What one actor did to another: passages, happenings (0 where none were put together), texts; see `Tally`."""

    actor: str
    recipient: str
    events: int
    incidents: int
    reports: int
    cooperation: int
    conflict: int
    score: float


@dataclass(frozen=True, slots=True)
class Network:
    """The busiest actors, the ties among them, the heaviest first, and how many actors and how many ties there are besides."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    others: int
    other_ties: int = 0


def network(
    connection: Connection,
    wanted: Filter,
    *,
    level: Level = "country",
    ego: str | None = None,
    top: int = TOP,
    weight: Weight = "events",
    most: int | None = None,
) -> Network:
    """The network of the events that a filter leaves: the actors of most events, or one actor and those it has most to do with.

    Actors are countries, sectors of countries, or entities; those that the text names without saying who they are are no nodes.
    Ties that weigh nothing are none; of the others the `most` heaviest are told, or all.

    Raises:
        StoreError: there is no such level.
    """
    if level not in get_args(Level):
        raise StoreError(f"no level of actors is called {level!r}; there are {', '.join(get_args(Level))}")
    top = max(1, min(top, MOST))
    if level != "entity" and broad(connection, wanted):  # of entities there are as many as events
        return _of_many(connection, wanted, level, ego, top, weight, most)
    chosen, others = _partners(connection, wanted, level, _parts_of(ego, level), top) if ego else _busiest(connection, wanted, level, top)
    nodes = tuple(_node(connection, level, *one) for one in chosen)
    ties = [tie for tie in _ties(connection, wanted, level, [parts for parts, *_ in chosen]) if getattr(tie, weight)]
    heaviest = tuple(sorted(ties, key=lambda tie: (-getattr(tie, weight), -tie.events, tie.actor, tie.recipient))[:most])
    return Network(nodes, heaviest, others, len(ties) - len(heaviest))


def _parts_of(key: str, level: Level) -> Parts:
    """The parts of an actor's key; a key that has more or fewer than its level asks for is nobody's."""
    parts = tuple(key.split(":"))
    return parts if len(parts) == len(KEYS[level]) else ("",) * len(KEYS[level])


def _of_many(connection: Connection, wanted: Filter, level: Level, ego: str | None, top: int, weight: Weight, most: int | None) -> Network:
    """The same, counted over columns."""
    from sayso.store.counted import ties as over  # NumPy takes a tenth of a second, and most commands do without
    from sayso.store.counted.masks import selection

    countries = countries_of(wanted) if level == "country" else {}
    rest: dict[str, Any] = dict.fromkeys(countries, ())
    chosen = selection(connection, wanted)
    found = over.pairs(selection(connection, replace(wanted, **rest)) if rest else chosen, level, countries)
    acted, received = over.roles(chosen, level)
    if ego:
        own = _parts_of(ego, level)
        done, suffered = found.towards(own)
        partners = sorted({*done, *suffered} - {own}, key=lambda other: (-done[other] - suffered[other], other))
        counted = [(own, acted[own], received[own])] if acted[own] or received[own] else []
        nodes = [*counted, *((other, done[other], suffered[other]) for other in partners[: top - 1])]
        others = len(partners[top - 1 :])
    else:
        ranked = sorted({*acted, *received}, key=lambda one: (-acted[one] - received[one], one))
        nodes, others = [(one, acted[one], received[one]) for one in ranked[:top]], len(ranked[top:])
    rows, weighing = over.ties(chosen, found, [parts for parts, *_ in nodes], weight, most)
    ties = (Tie(":".join(actor), ":".join(recipient), *counts) for actor, recipient, counts in rows)
    heaviest = tuple(sorted(ties, key=lambda tie: (-getattr(tie, weight), -tie.events, tie.actor, tie.recipient))[:most])
    return Network(tuple(_node(connection, level, *one) for one in nodes), heaviest, others, weighing - len(heaviest))


def _busiest(connection: Connection, wanted: Filter, level: Level, top: int) -> tuple[list[Count], int]:
    counted = _counted(connection, wanted, level).subquery()
    key = [counted.c[name] for name in KEYS[level]]
    acted, received = (func.sum(case((counted.c.role == role, counted.c.events), else_=0)) for role in ("actor", "recipient"))
    query = select(*key, acted, received, func.count().over()).group_by(*key).order_by(func.sum(counted.c.events).desc(), *key)
    rows = connection.execute(query.limit(top)).all()
    return [(tuple(row[: len(key)]), int(row[-3]), int(row[-2])) for row in rows], (rows[0][-1] if rows else 0) - len(rows)


def _partners(connection: Connection, wanted: Filter, level: Level, ego: Parts, top: int) -> tuple[list[Count], int]:
    """An actor with those it has most to do with, each with what it did to that actor and what that actor did to it."""
    pairs = _Pairs.of(connection, wanted, level)
    suffered = _numbers(connection, pairs, pairs.recipient, _is(pairs.actor, ego))
    done = _numbers(connection, pairs, pairs.actor, _is(pairs.recipient, ego))
    partners = sorted({*done, *suffered} - {ego}, key=lambda other: (-done[other] - suffered[other], other))
    query = _counted(connection, wanted, level).where(_is([TABLES[level].c[name] for name in KEYS[level]], ego))
    roles = {row.role: row.events for row in connection.execute(query)}
    own = [(ego, roles.get("actor", 0), roles.get("recipient", 0))] if roles else []
    return [*own, *((other, done[other], suffered[other]) for other in partners[: top - 1])], len(partners[top - 1 :])


def _counted(connection: Connection, wanted: Filter, level: Level) -> Select[Any]:
    """Role, actor and number of events (an entity that is named twice in one role of an event counts twice)."""
    table = TABLES[level]
    key = [table.c[name] for name in KEYS[level]]
    query = select(table.c.role, *key, func.count().label("events")).where(*(column.is_not(None) for column in key))
    query = query.group_by(table.c.role, *key)
    if not wanted.given():
        return query
    found = gathered(connection, [wanted])
    return query.select_from(found).join(table, table.c.event == found.c.event)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The pairs of actors in events: the parts of either's key, the event, and what holds for them."""

    actor: Sequence[ColumnElement[str]]
    recipient: Sequence[ColumnElement[str]]
    event: ColumnElement[int]
    where: Sequence[ColumnElement[bool]]

    @classmethod
    def of(cls, connection: Connection, wanted: Filter, level: Level) -> "_Pairs":
        if level == "country":
            d = t.dyads.c
            return cls([d.actor], [d.recipient], d.event, asked(connection, wanted))
        a, b = TABLES[level].alias("a").c, TABLES[level].alias("b").c
        where = [a.role == "actor", b.role == "recipient", a.event == b.event]
        if wanted.given():
            where.append(a.event.in_(select(hits(connection, wanted).query().subquery().c.event)))
        return cls([a[name] for name in KEYS[level]], [b[name] for name in KEYS[level]], a.event, where)


def _is(key: Sequence[ColumnElement[str]], parts: Parts) -> ColumnElement[bool]:
    return and_(*(column == part for column, part in zip(key, parts, strict=True)))


def _among(key: Sequence[ColumnElement[str]], among: Sequence[Parts]) -> ColumnElement[bool]:
    """A list of single values is asked of an index; a list of several parts is not, on every database."""
    return key[0].in_([parts[0] for parts in among]) if len(key) == 1 else or_(false(), *(_is(key, parts) for parts in among))


def _numbers(connection: Connection, pairs: _Pairs, who: Sequence[ColumnElement[str]], held: ColumnElement[bool]) -> Counter[Parts]:
    """Of each actor on one side, how many events it has with the one on the other."""
    others = [
        func.coalesce(column, column) for column in who
    ]  # an expression has no index: else a database may walk all of one in its order
    query = select(*others, func.count(pairs.event.distinct())).where(*pairs.where, held).group_by(*others)
    return Counter({tuple(row[:-1]): row[-1] for row in connection.execute(query) if None not in row})


def _ties(connection: Connection, wanted: Filter, level: Level, among: Sequence[Parts]) -> tuple[Tie, ...]:
    if level == "country":
        return _dyads(connection, wanted, [parts[0] for parts in among])
    pairs, e = _Pairs.of(connection, wanted, level), t.events.c
    either = [_among(key, among) for key in (pairs.actor, pairs.recipient)]
    width, columns = len(KEYS[level]), [*pairs.actor, *pairs.recipient]
    once = select(*(column.label(f"part{n}") for n, column in enumerate(columns)), pairs.event.label("event"))
    found = once.where(*pairs.where, *either).distinct().subquery()
    parts = list(found.c)[: 2 * width]
    counts = (func.count(), func.count(e.incident.distinct()), func.count(e.report.distinct()), *_sides(e.quad))
    query = select(*parts, *counts, func.avg(e.score)).select_from(found).join(t.events, e.n == found.c.event)
    rows = connection.execute(query.group_by(*parts).order_by(func.count().desc(), *parts))
    return tuple(_tie(row, width) for row in rows)


def _dyads(connection: Connection, wanted: Filter, keys: Sequence[str]) -> tuple[Tie, ...]:
    """The ties of countries, off the index that has all of them but the incidents; these by themselves, from events that have one."""
    d, e = t.dyads.c, t.events.c
    where = asked(connection, wanted)
    counts = (func.count(), func.count(d.report.distinct()), *_sides(d.quad), func.avg(d.score))
    query = select(d.actor, d.recipient, *counts).where(d.actor.in_(keys), d.recipient.in_(keys), *where)
    rows = connection.execute(query.group_by(d.actor, d.recipient).order_by(func.count().desc(), d.actor, d.recipient)).all()
    pair = [func.coalesce(column, column) for column in (d.actor, d.recipient)]  # which no index has: events come first
    told = select(*pair, func.count(e.incident.distinct())).join(t.events, e.n == d.event).where(e.incident.is_not(None), *where)
    told = told.where(*(side.in_(keys) for side in pair)).group_by(*pair)
    incidents = {(row[0], row[1]): row[2] for row in connection.execute(told)}
    return tuple(
        Tie(row[0], row[1], row[2], incidents.get((row[0], row[1]), 0), row[3], int(row[4]), int(row[5]), mean(row[6])) for row in rows
    )


def _sides(quad: ColumnElement[int]) -> list[ColumnElement[int]]:
    """Events of cooperation, and of conflict."""
    return [func.sum(case((quad.in_(quads), 1), else_=0)) for quads in (FRIENDLY, HOSTILE)]


def _tie(row: Sequence[Any], width: int) -> Tie:
    events, incidents, reports, cooperation, conflict, score = row[2 * width :]
    actor, recipient = ":".join(row[:width]), ":".join(row[width : 2 * width])
    return Tie(actor, recipient, events, incidents, reports, int(cooperation), int(conflict), mean(score))


def _node(connection: Connection, level: Level, parts: Parts, acted: int, received: int) -> Node:
    """A node with the name and country that its entity was given last."""
    key = ":".join(parts)
    if level != "entity":
        return Node(key, None, parts[0], acted, received)
    p = t.parties.c
    joined = select(p.day, t.names.c.name, p.country).join(t.names, t.names.c.n == p.name).where(p.entity == key)
    newest = [joined.where(p.role == role).order_by(p.day.desc(), p.event.desc(), p.position).limit(1) for role in ("actor", "recipient")]
    rows = [row for query in newest if (row := connection.execute(query).first())]
    last = max(rows, key=lambda row: row.day, default=None)
    return Node(key, last.name if last else None, last.country if last else None, acted, received)
