"""Versions of the data: each transaction that changes what views show makes one, and rows say from which version on they hold.

Within a transaction the version that it makes is the one after the last; it is there once the transaction has done its work.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Column, Connection, Integer, MetaData, Table, Text, insert, literal_column

Result = TypeVar("Result")
Number = BigInteger().with_variant(Integer, "sqlite")
NEXT: Any = literal_column("(SELECT coalesce(max(n), 0) + 1 FROM versions)")
metadata = MetaData()
versions = Table(
    "versions",
    metadata,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),  # when it was made, in UTC
)

LAST = f"SELECT coalesce(max(n), 0) FROM {versions.name}"


def since(name: str = "since", *, renewed: bool = False) -> "Column[int]":
    """The version from which on a row holds; `renewed` if it does from each change of the row on."""
    return Column(name, Number, nullable=False, default=NEXT, onupdate=NEXT if renewed else None)


def last(connection: Connection) -> int:
    """The number of the last version, 0 before there is any: equal versions, equal answers."""
    return int(connection.exec_driver_sql(LAST).scalar_one())  # asked for each page: to put it together would take ten times as long


def dated(connection: Connection, at: Callable[[], str], work: Callable[[Connection], Result]) -> Result:
    """Do some work within a transaction; if it changes anything, there is a version more."""
    before = _written(connection)
    result = work(connection)
    if _written(connection) != before:
        connection.execute(insert(versions).values(n=NEXT, at=at()))
    return result


def _written(connection: Connection) -> Any:
    """What becomes another once anything is written."""
    if connection.dialect.name == "sqlite":
        return connection.connection.dbapi_connection.total_changes  # type: ignore[union-attr]
    return connection.exec_driver_sql("SELECT pg_current_xact_id_if_assigned() IS NULL").scalar_one()
