"""Rows that others refer to by number: names, places. Each value has one row, made when first met."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, insert, select

One = TypeVar("One")
MANY = 500  # values asked for in one statement
ROOM = 300_000  # values remembered


class Dictionary:
    """The numbers of a table's values, remembered between transactions."""

    def __init__(self, table: Table, column: str) -> None:
        """Take the table and the column that identifies a row."""
        self._table, self._column, self._known = table, table.c[column], dict[str, int]()

    def forget(self) -> None:
        """Remember nothing: after a transaction that was rolled back, what it made is gone."""
        self._known.clear()

    def numbers(self, connection: Connection, keys: Iterable[str], row: Callable[[str], Mapping[str, Any]]) -> Mapping[str, int]:
        """The number of each key; keys that have none get a row, made by `row`."""
        if len(self._known) > ROOM:
            self.forget()
        asked = dict.fromkeys(keys)
        self._look_up(connection, [key for key in asked if key not in self._known])
        new = [key for key in asked if key not in self._known]
        if new:
            first = following(connection, self._table)
            self._known.update(zip(new, range(first, first + len(new)), strict=True))
            connection.execute(insert(self._table), [{**row(key), "n": self._known[key]} for key in new])
        return self._known

    def _look_up(self, connection: Connection, keys: list[str]) -> None:
        for some in chunks(keys, MANY):
            found = connection.execute(select(self._column, self._table.c.n).where(self._column.in_(some)))
            self._known.update((key, n) for key, n in found)


def following(connection: Connection, table: Table) -> int:
    """The first number after all that a table has used."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.n), 0))).scalar_one()) + 1


def chunks(values: list[One], size: int) -> Iterable[list[One]]:
    """A list in pieces."""
    return (values[i : i + size] for i in range(0, len(values), size))
