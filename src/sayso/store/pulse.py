"""Whether a database has changed since somebody looked: a number that is cheap to ask for, before every answer."""

from collections.abc import Hashable
from threading import Lock
from typing import Any

from sayso.store.schema.connect import reading, told
from sayso.store.schema.versions import last
from sayso.store.view import View


class Pulse:
    """Tells one value as long as nothing is written to a view's database, and another one after that.

    SQLite counts the commits of others for each connection, so that one is kept open for it; a server is asked what changes with
    reports, corrections and incidents. Where another file has come in the place of the database, the view's connections are let go of.
    """

    def __init__(self, view: View) -> None:
        """Take the view; nothing is opened yet."""
        self._view, self._lock = view, Lock()
        self._file = view.file
        self._connection: Any = None
        self._which: tuple[int, int] | None = None
        self._opened = 0

    def __call__(self) -> Hashable:
        """The value that holds now."""
        if self._file is None:
            return self._view.ask(last)
        with self._lock, told(self._view.url):
            found = self._file.stat() if self._file.exists() else None
            which = (found.st_dev, found.st_ino) if found else None
            if which != self._which:
                self._reopen(which)
            (commits,) = self._connection.cursor().execute("PRAGMA data_version").fetchone()
            return self._opened, commits

    def _reopen(self, which: tuple[int, int] | None) -> None:
        if self._connection is not None:
            self._connection.close()
            self._view.let_go()
        engine = reading(self._view.url)
        self._connection = engine.raw_connection()  # SQLAlchemy's own would begin a transaction, in which nothing changes
        self._which = which
        self._opened += 1

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection, self._which = None, None
