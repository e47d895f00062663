"""Which ids are taken: in memory while they are few, on disk once they are many."""

import sqlite3
from hashlib import blake2b

FEW = 200_000  # ids, some 20 MB


class Taken:
    """A growing set of ids, in bounded memory: of each only sixteen bytes are kept, and of many none in memory."""

    def __init__(self, few: int = FEW) -> None:
        """Begin with none; `few` are kept in memory."""
        self._few = few
        self._near: set[bytes] = set()
        self._far: sqlite3.Connection | None = None

    def add(self, name: str) -> bool:
        """Take an id; False where it is taken already."""
        key = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if key in self._near or not self._add_far(key):
            return False
        if self._far is None:
            self._near.add(key)
            if len(self._near) >= self._few:
                self._move()
        return True

    def _add_far(self, key: bytes) -> bool:
        return self._far is None or self._far.execute("INSERT OR IGNORE INTO taken VALUES (?)", (key,)).rowcount == 1

    def _move(self) -> None:
        """Put what is in memory into a file that vanishes with the program."""
        self._far = sqlite3.connect("", isolation_level=None)
        self._far.execute("PRAGMA synchronous = OFF")
        self._far.execute("CREATE TABLE taken (key BLOB PRIMARY KEY) WITHOUT ROWID")
        self._far.executemany("INSERT OR IGNORE INTO taken VALUES (?)", ((key,) for key in self._near))
        self._near.clear()

    def close(self) -> None:
        """Let go of the file."""
        if self._far:
            self._far.close()
