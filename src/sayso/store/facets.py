"""Counts of events by value: what the desk shows beside a list."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from sayso.errors import StoreError
from sayso.store import tables as t
from sayso.store.filter import Filter
from sayso.store.hits import hits

Counts = list[tuple[Any, int]]
OF_EVENTS = ("type", "status", "quad", "mode", "state", "country", "publisher", "year")
OF_ROWS = ("actor", "recipient", "says", "context", "actor_sector", "recipient_sector")
FACETS = (*OF_EVENTS, *OF_ROWS)


def counted(connection: Connection, wanted: Filter, names: Sequence[str], top: int) -> dict[str, Counts]:
    """Facets by name. Without a filter each is read off an index; with one, the events that it leaves are found once for all."""
    if unknown := sorted(set(names) - set(FACETS)):
        raise StoreError(f"no facet is called {', '.join(unknown)}; there are {', '.join(FACETS)}")
    if not wanted.given():
        return {name: _counts(connection, name, _grouped(name), top) for name in names}
    found = hits(connection, wanted).query().cte("found")
    mine = [name for name in names if name in OF_EVENTS]
    counts = _of_events(connection, found, mine, top) if mine else {}
    return {name: counts[name] if name in counts else _counts(connection, name, _of_rows(name, found), top) for name in names}


def _of_events(connection: Connection, found: Any, names: Sequence[str], top: int) -> dict[str, Counts]:
    """Facets on the events' own columns, all in one walk over the events that a filter leaves."""
    query = select(*(_value(name) for name in names)).select_from(found).join(t.events, t.events.c.n == found.c.event)
    columns = list(zip(*connection.execute(query).all(), strict=True)) or [()] * len(names)
    counts = {name: Counter(column).most_common(top) for name, column in zip(names, columns, strict=True)}
    return {name: _named(connection, name, rows) for name, rows in counts.items()}


def _value(name: str) -> ColumnElement[Any]:
    return func.substr(t.events.c.day, 1, 4) if name == "year" else t.events.c[name]


def _counts(connection: Connection, name: str, query: Select[Any], top: int) -> Counts:
    return _named(connection, name, [(row[0], row[1]) for row in connection.execute(query.order_by(func.count().desc()).limit(top))])


def _named(connection: Connection, name: str, counts: Counts) -> Counts:
    """Counts by name where they are by number."""
    if name not in ("publisher", "says"):
        return counts
    query = select(t.names.c.n, t.names.c.name).where(t.names.c.n.in_([value for value, _ in counts]))
    names = {row.n: row.name for row in connection.execute(query)}
    return [(names.get(value), count) for value, count in counts]


def _grouped(name: str) -> Select[Any]:
    """Values and how many of all events have them."""
    if name not in OF_EVENTS:
        return _of_rows(name, None)
    value = _value(name)
    return select(value, func.count()).group_by(value)


def _of_rows(name: str, found: Any) -> Select[Any]:
    """Values that events can have several of; each event counts once for each."""
    table, value, role = {
        "actor": (t.countries, "country", "actor"),
        "recipient": (t.countries, "country", "recipient"),
        "actor_sector": (t.sectors, "sector", "actor"),
        "recipient_sector": (t.sectors, "sector", "recipient"),
        "says": (t.says, "name", None),
        "context": (t.contexts, "context", None),
    }[name]
    column: ColumnElement[Any] = table.c[value]
    if found is not None:  # as an expression, which no index has: else a database may go through all values instead of the events found
        column = func.coalesce(column, column)
    query = select(column, func.count()).group_by(column)
    if role:
        query = query.where(table.c.role == role if found is None else table.c.role.concat("") == role)
    query = query.where(table.c.again == 0) if "again" in table.c else query
    return query if found is None else query.select_from(found).join(table, table.c.event == found.c.event)
