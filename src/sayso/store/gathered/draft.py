"""Work prepared while others may write: what it has read is read again before it is written, and it holds where that is the same."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from sayso.store.schema.versions import last

Made = TypeVar("Made")


class Notes:
    """Executes questions on a connection, and notes what they gave."""

    def __init__(self, connection: Connection) -> None:
        """Take what to ask."""
        self._connection = connection
        self.read: list[tuple[Any, Sequence[Any]]] = []

    def execute(self, query: Any) -> Any:
        """What a question gives."""
        frozen = self._connection.execute(query).freeze()
        self.read.append((query, frozen.data))
        return frozen()


@dataclass(frozen=True, slots=True)
class Draft(Generic[Made]):
    """What was made of data as they were at a version, and all that it stands on."""

    made: Made
    version: int
    read: Sequence[tuple[Any, Sequence[Any]]]

    @classmethod
    def of(cls, connection: Connection, make: Callable[[Notes], Made]) -> "Draft[Made]":
        """Make something of what a connection reads; what is asked by the notes must be the same later."""
        notes = Notes(connection)
        version = last(connection)
        return cls(make(notes), version, notes.read)

    def undisturbed(self, connection: Connection) -> bool:
        """Whether nobody has written since."""
        return last(connection) == self.version

    def holds(self, connection: Connection) -> bool:
        """Whether it would be made of the same again."""
        return self.undisturbed(connection) or all(_same(connection.execute(query).all(), rows) for query, rows in self.read)


def _same(now: Sequence[Any], then: Sequence[Any]) -> bool:
    """Whether rows are the same, in whatever order."""
    return now == then or (len(now) == len(then) and Counter(map(tuple, now)) == Counter(map(tuple, then)))
