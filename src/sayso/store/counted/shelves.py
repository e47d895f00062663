"""The shelf of columns that all who read the same moment share."""

from threading import Lock

from sqlalchemy import Connection

from sayso.store.counted.advance import advanced
from sayso.store.counted.columns import Shelf, moment


class Shelves:
    """The shelf of the latest moment that somebody has read, for all who read the same; that of a later one is made of it."""

    def __init__(self) -> None:
        """Have none yet."""
        self._lock = Lock()
        self._shelf: Shelf | None = None

    def forget(self) -> None:
        """Let go of it: another database may have come in the place of this one."""
        with self._lock:
            self._shelf = None

    def of(self, connection: Connection) -> Shelf:
        """The shelf of what a connection reads."""
        at = moment(connection)
        with self._lock:
            known = self._shelf
            if known is None or at > known.at:
                self._shelf = (advanced(known, connection, at) if known else None) or Shelf.of(connection)
                return self._shelf
        return known if at == known.at else Shelf.of(connection)
