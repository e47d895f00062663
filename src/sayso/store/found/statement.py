"""A statement of the user's own: one SELECT, which can't write, on either database."""

import sqlite3
import time
from collections.abc import Sequence
from itertools import chain, count
from typing import Any

from sqlalchemy import Connection

Found = tuple[tuple[str, ...], list[tuple[Any, ...]]]
STEPS = 100_000  # of SQLite's machine between two looks at the clock


def answered(connection: Connection, statement: str, *, limit: int | None, seconds: float | None) -> Found:
    """Columns and rows of a statement; columns of one name are told apart by numbers."""
    asked = statement.strip().rstrip(";")
    columns, rows = (_file if connection.dialect.name == "sqlite" else _server)(connection, asked, limit, seconds)
    return _distinct(columns), rows


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Names, of which those that were there before get the first number that makes them new: n, n_2."""
    made: dict[str, None] = {}
    for name in names:
        numbered = (f"{name}_{number}" for number in count(2))
        made[next(new for new in chain([name], numbered) if new not in made and (new == name or new not in names))] = None
    return tuple(made)


def _file(
    connection: Connection, statement: str, limit: int | None, seconds: float | None
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)  # the dialect is SQLite's
    end = time.monotonic() + seconds if seconds else None
    raw.set_progress_handler((lambda: time.monotonic() > end) if end else None, STEPS)
    try:
        cursor = raw.execute(statement)
        rows = cursor.fetchall() if limit is None else cursor.fetchmany(limit)
    finally:
        raw.set_progress_handler(None, STEPS)
    return tuple(column[0] for column in cursor.description or ()), rows


def _server(
    connection: Connection, statement: str, limit: int | None, seconds: float | None
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Through a cursor that the server declares: only what can be selected from has one."""
    connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int((seconds or 0) * 1000)}")
    connection.exec_driver_sql("DECLARE asked CURSOR FOR " + statement.replace("%", "%%"))
    found = connection.exec_driver_sql(f"FETCH {'ALL' if limit is None else int(limit)} FROM asked")
    return tuple(found.keys()), [tuple(row) for row in found]
