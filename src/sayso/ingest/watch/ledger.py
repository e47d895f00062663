"""What a watch remembers between runs: entries seen, when feeds are due, how many reports came, and reports not yet written."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sayso.errors import OutputError

KEPT = 90 * 86_400  # seconds for which an entry is remembered after it left its feed
SCHEMA = """
CREATE TABLE IF NOT EXISTS seen (key BLOB PRIMARY KEY, at REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, due REAL NOT NULL, first REAL, answered REAL, failures INTEGER NOT NULL,
    trouble TEXT NOT NULL, missed REAL);
CREATE TABLE IF NOT EXISTS came (publisher TEXT, day TEXT, count INTEGER NOT NULL, PRIMARY KEY (publisher, day));
CREATE TABLE IF NOT EXISTS outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS written (bytes INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class State:
    """How a feed stands, times in seconds since 1970: when it is due, first and last answered, how often it failed since and why.

    `missed` is when last a poll found no entry known from the poll before: others may have come and gone between the two.
    """

    due: float = 0.0
    first: float | None = None
    answered: float | None = None
    failures: int = 0
    trouble: str = ""
    missed: float | None = None


class Ledger:
    """A file that one watch at a time holds; each poll is written as a whole or not at all."""

    def __init__(self, path: Path) -> None:
        """Open or make the file.

        Raises:
            OutputError: it can't be, or another watch holds it.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, isolation_level=None, timeout=1.0)
        except (sqlite3.Error, OSError) as error:
            raise _unusable(path, str(error)) from error
        try:
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("BEGIN EXCLUSIVE")
            self._base.execute("COMMIT")
            self._base.executescript(SCHEMA)
        except sqlite3.Error as error:
            self.close()
            raise _unusable(path, "another watch is running on it" if "locked" in str(error) else str(error)) from error

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All that is written inside is kept together, or, after an error, not at all."""
        self._base.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def state(self, url: str) -> State:
        """How a feed stands."""
        row = self._base.execute("SELECT due, first, answered, failures, trouble, missed FROM feeds WHERE url = ?", (url,)).fetchone()
        return State(*row) if row else State()

    def put(self, url: str, state: State) -> None:
        """Keep how a feed stands."""
        row = (url, state.due, state.first, state.answered, state.failures, state.trouble, state.missed)
        self._base.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def is_seen(self, key: str) -> bool:
        """Whether an entry was seen before."""
        return self._base.execute("SELECT 1 FROM seen WHERE key = ?", (_digest(key),)).fetchone() is not None

    def see(self, keys: Iterable[str], now: float) -> None:
        """Remember entries as seen now, and forget those that left their feeds long ago."""
        self._base.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?)", ((_digest(key), now) for key in keys))
        self._base.execute("DELETE FROM seen WHERE at < ?", (now - KEPT,))

    def add(self, publisher: str, lines: Iterable[str], now: float) -> None:
        """Keep reports to be written, and count them."""
        count = 0
        for line in lines:
            self._base.execute("INSERT INTO outbox (line) VALUES (?)", (line,))
            count += 1
        counted = "INSERT INTO came VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count"
        self._base.execute(counted, (publisher, datetime.fromtimestamp(now, UTC).date().isoformat(), count))

    def came(self, publisher: str) -> Mapping[str, int]:
        """How many reports came on each day (UTC) on which a feed of the publisher answered."""
        return dict(self._base.execute("SELECT day, count FROM came WHERE publisher = ? ORDER BY day", (publisher,)))

    def write(self, out: Path) -> int:
        """Add what is still to be written to a file, each line once, whatever happened in between; gives their number.

        Raises:
            OutputError: it can't be written; it will be the next time.
        """
        rows = self._base.execute("SELECT line FROM outbox ORDER BY number").fetchall()
        if not rows:
            return 0
        before = self._base.execute("SELECT bytes FROM written").fetchone()
        try:
            size = _appended(out, "".join(line for (line,) in rows).encode(), before[0] if before else 0)
        except OSError as error:
            raise OutputError(f"{out}: can't be written: {error.strerror or error}") from error
        with self.whole():
            self._base.execute("DELETE FROM outbox")
            self._base.execute("DELETE FROM written")
            self._base.execute("INSERT INTO written VALUES (?)", (size,))
        return len(rows)

    def hand(self, to: Callable[[list[str]], None]) -> int:
        """Give what is still to be written to a taker, who may get it again where that was broken off; gives the number of reports."""
        lines = [line for (line,) in self._base.execute("SELECT line FROM outbox ORDER BY number")]
        if lines:
            to(lines)
            self._base.execute("DELETE FROM outbox")
        return len(lines)


def _appended(out: Path, data: bytes, before: int) -> int:
    """The size of a file once the data stands at its end; what of it an interrupted run wrote after `before` is not written again."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("a+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(min(before, size))
        tail = file.read(len(data) + 1)
        file.seek(0, os.SEEK_END)
        file.write(data[len(tail) :] if tail and data.startswith(tail) else data)
        file.flush()
        os.fsync(file.fileno())
        return file.seek(0, os.SEEK_END)


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _unusable(path: Path, why: str) -> OutputError:
    return OutputError(f"{path}: can't be used to keep what was seen: {why}")
