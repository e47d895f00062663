"""Whether a filter leaves so many events that they are counted over columns, or so few that they are sooner counted one by one."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection

from sayso.store.asked.condition import conditions
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import EVERY, FEW, size

if TYPE_CHECKING:
    from sayso.store.counted.columns import Shelf

FEWEST, SHARE = 100, 500  # as soon as one is read, some hundred events are walked through in a column


def broad(connection: Connection, wanted: Filter, few: int | None = None) -> bool:
    """Whether a filter leaves so many events that they are counted sooner over columns (`masks.selection`) than one by one.

    That is so if each of its conditions by itself leaves many; where readers share columns these tell it, else rows are counted.
    """
    find = connection.get_execution_options().get("shelf")
    if find is None:
        return _of_rows(connection, wanted, FEW if few is None else few)
    shelf: Shelf = find()
    least = _few(shelf) if few is None else few
    return shelf.kept(("broad", wanted, least), lambda: _of_columns(connection, wanted, least))


def _few(shelf: "Shelf") -> int:
    """How many events are sooner counted one by one, where columns are at hand: what these cost depends on how many events there are."""
    return min(FEW, max(FEWEST, shelf.size() // SHARE))


def _of_columns(connection: Connection, wanted: Filter, few: int) -> bool:
    from sayso.store.counted.masks import sizes  # NumPy takes a tenth of a second, and most commands do without

    told, rest = sizes(connection, wanted)
    return all(size >= few for size in told) and (rest is None or _of_rows(connection, rest, few))


def _of_rows(connection: Connection, wanted: Filter, few: int) -> bool:
    found = conditions(wanted, connection.dialect.name)
    sizes = (size(connection, wanted, one, few) for one in found)
    return all(size >= few for size in sizes) if found else size(connection, wanted, EVERY, few) >= few
