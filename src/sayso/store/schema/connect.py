"""Engines: one that writes, one that can only read; and what a database says when it fails, in words."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool, QueuePool

from sayso.errors import StoreError
from sayso.store.schema import past

PATIENCE = 60  # seconds that a writer waits for another one
LOOK = 0.002  # seconds between two looks whether it is done
LOCKED = frozenset({"SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED"})
OVERFLOW = 100  # connections beside those that are kept; a thread needs one or two
ALONE, MANY_OPEN = (
    64_000,
    8_000,
)  # kilobytes of pages that a connection keeps; of many that stay open each keeps few, for the system has them
LOCK = 7_237_296  # the advisory lock that PostgreSQL's writers take in turn; any number will do
GONE = ("08", "57P")  # PostgreSQL's codes for lost connections, and for shutting down and starting
ASKED = frozenset({"data_version", "table_info", "table_xinfo", "table_list", "integrity_check", "foreign_key_check"})
READABLE = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE, sqlite3.SQLITE_TRANSACTION}
)


def address(name: str) -> URL:
    """The URL of a database: `sayso.db` is a file, `postgresql://...` a server.

    Raises:
        StoreError: it is neither.
    """
    if name.startswith("-"):
        raise StoreError(f"{name}: is an option and no database; give a file (sayso.db), or ./{name} where that is its name")
    if "://" not in name:
        return URL.create("sqlite", database=str(Path(name).expanduser()))
    try:
        url = make_url(name)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"{name}: is no database URL; give a file (sayso.db) or postgresql://user@host/name") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() != "sqlite" or not url.database:
        raise StoreError(f"{shown(url)}: give a file (sayso.db, sqlite:///sayso.db) or a PostgreSQL server (postgresql://user@host/name)")
    return url.set(drivername="sqlite")


def shown(url: URL) -> str:
    """The URL as messages name it: a file's path, a server without its password."""
    kind = url.get_backend_name()
    return str(url.database) if kind == "sqlite" else url.set(drivername=kind).render_as_string(hide_password=True)


@lru_cache(maxsize=4)
def writing(url: URL) -> Engine:
    """An engine whose transactions write; those of several writers wait for each other.

    One after another have the same: it knows its statements, which to compile anew is half of what a short transaction costs.
    """
    if url.get_backend_name() == "sqlite":  # whose connection is not kept: who writes again at once would shut the others out
        engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": PATIENCE})
        event.listen(engine, "connect", _prepare_file)
        event.listen(engine, "begin", _begin_immediate)
    else:
        engine = _server(url)
        event.listen(engine, "begin", _lock_server)
    return engine


def reading(url: URL, *, keep: int = 0, at: int | None = None) -> Engine:
    """An engine that can't write, whatever statement it is given; it keeps so many connections open that nobody uses.

    With `at` it shows what there was at that version.
    """
    if url.get_backend_name() == "sqlite":
        file = Path(str(url.database)).resolve()
        engine = create_engine(
            URL.create("sqlite", database=file.as_uri(), query={"uri": "true", "mode": "ro"}),
            **({"poolclass": QueuePool, "pool_size": keep, "max_overflow": OVERFLOW} if keep else {"poolclass": NullPool}),
            connect_args={"timeout": PATIENCE, "check_same_thread": False},
        )
        pages = MANY_OPEN if keep else ALONE
        event.listen(engine, "connect", lambda connection, _record: _only_read_file(connection, pages))
        event.listen(engine, "begin", _begin if at is None else partial(_begin_then, at))
    else:
        engine = _server(url) if at is None else _server(url, poolclass=NullPool)
        event.listen(engine, "begin", partial(_only_read_server, at))
    return engine


def _server(url: URL, **options: Any) -> Engine:
    with told(url):
        try:
            return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10}, **options)
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise StoreError("PostgreSQL needs a driver: pip install 'sayso[postgres]'") from error


def _prepare_file(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, and hold tables as well as rows
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")  # in WAL mode a crash of the machine can lose the last commits, never the file
    connection.execute("PRAGMA cache_size=-64000")


def _only_read_file(connection: sqlite3.Connection, pages: int) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only=ON")
    connection.execute(f"PRAGMA cache_size=-{pages}")
    connection.execute("PRAGMA mmap_size=2147418112")
    connection.set_authorizer(_only_reading)


def _only_reading(action: int, name: str | None, *_more: object) -> int:
    """Besides reading, what full-text search does on opening: it asks a pragma, and declares its columns as if it made a table."""
    declared = (
        action == sqlite3.SQLITE_UPDATE and name == "sqlite_master"
    )  # the file can't be written all the same: it is opened for reading
    allowed = action in READABLE or declared or (action == sqlite3.SQLITE_PRAGMA and name in ASKED)
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")  # all that one reader reads is of one moment


def _begin_then(at: int, connection: Connection) -> None:
    """Put views in the place of tables, which are its own: the file is open for reading alone."""
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.set_authorizer(None)
    raw.execute("PRAGMA query_only=OFF")
    _begin(connection)
    past.shown(connection, at)
    raw.execute("PRAGMA query_only=ON")
    raw.set_authorizer(_only_reading)


def _begin_immediate(connection: Connection) -> None:
    """Take the lock as soon as it is free: SQLite looks ten times a second, and misses the moments between a coder's transactions."""
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.execute("PRAGMA busy_timeout=0")
    try:
        _begun(raw, time.monotonic() + PATIENCE)
    finally:
        raw.execute(f"PRAGMA busy_timeout={PATIENCE * 1000}")


def _begun(raw: sqlite3.Connection, end: float) -> None:
    while True:
        try:
            raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname not in LOCKED or time.monotonic() > end:
                raise
            time.sleep(LOOK)
        else:
            return


def _lock_server(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


def _only_read_server(at: int | None, connection: Connection) -> None:
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")  # all that one reader reads is of one moment
    if at is not None:
        past.shown(connection, at)
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")


@contextmanager
def told(url: URL) -> Iterator[None]:
    """What the database complains of, as a StoreError with a remedy."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{shown(url)}: {_reason(error.orig, url)}") from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(f"{shown(url)}: {_reason(error, url)}") from error


def broken_off(error: SQLAlchemyError) -> bool:
    """Whether the server went away, or can't be reached while it starts again, so that trying again may help."""
    if not isinstance(error, DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", "none at all")
    unreachable = isinstance(error, OperationalError) and (state is None or state.startswith(GONE))
    return error.connection_invalidated or unreachable


def _reason(error: Any, url: URL) -> str:
    text = " ".join(str(error).split())
    if url.database and Path(url.database).is_dir():
        return "is a folder; name the file of a database in it"
    return next((told for part, told in REASONS.items() if part in text), "the database says: {text}").format(text=text, name=shown(url))


REASONS = {
    "database or disk is full": "the disk is full; what was written before is kept. Make room and run the command again",
    "No space left on device": "the server's disk is full; what was written before is kept. Make room and run the command again",
    "database is locked": f"another program has been writing to it for {PATIENCE} s; run the command again when it is done",
    "file is not a database": "is no SQLite database, or its beginning is damaged",
    "malformed": "the file is damaged; `sayso store check --db {name}` tells what can still be read. Restore a copy",
    "disk I/O error": "can't be written: the disk, or a limit on the size of files (`ulimit -f`); what was written before is kept ({text})",
    "connection to server": "can't be reached; what was written before is kept ({text})",
    "unable to open database file": (
        "can't be opened: there is no such file, or no right to it or its folder; `sayso code REPORTS --db {name}` makes one"
    ),
    "readonly database": "can't be written: it was opened for reading, or you have no right to write the file or its folder",
    "read-only transaction": "can't be written: it was opened for reading",
    "not authorized": "can't be written: it was opened for reading, and only SELECT is allowed",
}
