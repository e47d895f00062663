"""Counts of events by value: what the desk shows beside a list."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Select, func, literal_column, select

from sayso.errors import StoreError
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import Hits, hits
from sayso.store.counted.breadth import broad
from sayso.store.counted.figures import Counts, commonest
from sayso.store.schema import tables as t

OF_EVENTS = ("type", "status", "quad", "mode", "state", "country", "publisher", "year", "place", "origins", "confidence")
OF_ROWS = ("actor", "recipient", "dyad", "says", "context", "actor_sector", "recipient_sector")
FACETS = (*OF_EVENTS, *OF_ROWS)


def chosen(wanted: Filter, names: Sequence[str], top: int) -> Callable[[Connection], tuple[int, dict[str, Counts]]]:
    """How many events a filter leaves, and facets of them, of one moment: `view.ask(chosen(wanted, names, 12))`."""

    def asked(connection: Connection) -> tuple[int, dict[str, Counts]]:
        return _counted(connection, wanted, names, top)

    return asked


def counted(connection: Connection, wanted: Filter, names: Sequence[str], top: int) -> dict[str, Counts]:
    """Facets by name.

    Raises:
        StoreError: one of them does not exist.
    """
    return _counted(connection, wanted, names, top)[1]


def _counted(connection: Connection, wanted: Filter, names: Sequence[str], top: int) -> tuple[int, dict[str, Counts]]:
    """How many events there are, and facets: of many over columns, of few by finding them once for all facets."""
    if unknown := sorted(set(names) - set(FACETS)):
        raise StoreError(f"no facet is called {', '.join(unknown)}; there are {', '.join(FACETS)}")
    if broad(connection, wanted):
        return _of_many(connection, wanted, names, top)
    way = hits(connection, wanted)
    found = way.query().cte("found")
    mine = [name for name in names if name in OF_EVENTS]
    counts = _of_events(connection, way, mine, top) if mine else {}
    counts |= {name: _counts(connection, name, _of_rows(name, found), top) for name in names if name not in counts}
    total = int(connection.execute(select(func.count()).select_from(found)).scalar_one())
    return total, {name: counts[name] for name in names}


def _of_many(connection: Connection, wanted: Filter, names: Sequence[str], top: int) -> tuple[int, dict[str, Counts]]:
    """How many events there are, and facets, over columns."""
    from sayso.store.counted.masks import selection  # NumPy takes a tenth of a second, and most commands do without
    from sayso.store.counted.tallies import facet

    found = selection(connection, wanted)
    return len(found), {name: _named(connection, name, facet(found, name, top)) for name in names}


def _of_events(connection: Connection, way: Hits, names: Sequence[str], top: int) -> dict[str, Counts]:
    """Facets on the events' own columns, all in one walk over the events that a filter leaves."""
    values = [_value(name) for name in names]
    if way.first.table is t.events:
        query: Select[Any] = way.query().with_only_columns(*values)
    else:
        found = way.query().subquery()
        query = select(*values).select_from(found).join(t.events, t.events.c.n == found.c.event)
    columns = list(zip(*connection.execute(query).all(), strict=True)) or [()] * len(names)
    counts = {name: commonest(Counter(column).items(), top) for name, column in zip(names, columns, strict=True)}
    return {name: _named(connection, name, rows) for name, rows in counts.items()}


def _value(name: str) -> ColumnElement[Any]:
    if name == "confidence":  # in steps of a tenth, downwards
        return func.floor(t.events.c.confidence * 10) / 10
    return func.substr(t.events.c.day, 1, 4) if name == "year" else t.events.c[name]


def _counts(connection: Connection, name: str, query: Select[Any, int], top: int) -> Counts:
    return _named(
        connection,
        name,
        [(row[0], row[1]) for row in connection.execute(query.order_by(func.count().desc(), literal_column("1").nulls_last()).limit(top))],
    )


def _named(connection: Connection, name: str, counts: Counts) -> Counts:
    """Counts by name where they are by number."""
    if name not in ("publisher", "says", "place"):
        return counts
    table = t.places if name == "place" else t.names
    query = select(table.c.n, table.c.name).where(table.c.n.in_([value for value, _ in counts]))
    names = {row.n: row.name for row in connection.execute(query)}
    return [(names.get(value), count) for value, count in counts]


def _of_rows(name: str, found: CTE) -> Select[Any, int]:
    """Values that events can have several of; each event counts once for each."""
    if name == "dyad":
        return _of_pairs(found)
    table, value, role = {
        "actor": (t.countries, "country", "actor"),
        "recipient": (t.countries, "country", "recipient"),
        "actor_sector": (t.sectors, "sector", "actor"),
        "recipient_sector": (t.sectors, "sector", "recipient"),
        "says": (t.says, "name", None),
        "context": (t.contexts, "context", None),
    }[name]
    column = func.coalesce(table.c[value], table.c[value])  # which no index has: else a database may go through all values, not the events
    query = select(column, func.count()).select_from(found).join(table, table.c.event == found.c.event).group_by(column)
    query = query.where(table.c.role.concat("") == role) if role else query
    return query.where(table.c.again == 0) if "again" in table.c else query


def _of_pairs(found: CTE) -> Select[Any, int]:
    """Pairs of countries, actor first: `RUS UKR`."""
    d = t.dyads.c
    pair = d.actor.concat(" ").concat(d.recipient)
    joined = select(pair, func.count()).select_from(found).join(t.dyads, d.event == found.c.event)
    return joined.group_by(d.actor, d.recipient)
