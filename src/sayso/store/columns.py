"""The events of a database as columns: slabs put together, with those that are missing made on the way."""

from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, func, select

from sayso.store import tables as t
from sayso.store.slab_tables import SHIFT, slabs, terms
from sayso.store.slabs import EMPTY, LAYER_OF, NUMBERS, Array, made, numbers

Mask = npt.NDArray[np.bool_]


class Terms:
    """The texts that columns hold as numbers; 0 is none."""

    def __init__(self, known: Iterable[tuple[int, str]]) -> None:
        """Take those that the database has numbered."""
        self._numbers = {term: n for n, term in known}
        self.of: list[str | None] = [None] * (max(self._numbers.values(), default=0) + 1)
        for term, n in self._numbers.items():
            self.of[n] = term

    def numbers(self, some: Iterable[str]) -> Mapping[str, int]:
        """The numbers of terms; whichever is new gets one of its own for as long as this lives."""
        for term in sorted(set(some) - self._numbers.keys()):
            self._numbers[term] = len(self.of)
            self.of.append(term)
        return self._numbers


class Columns:
    """All events of one moment, by the names of `slabs.LAYER_OF`: `columns["type"]` holds the number of each event's type in `terms`.

    Rows of which an event can have several say with `columns["actor.event"]` which event they belong to: its place in the other columns.
    """

    def __init__(self, connection: Connection) -> None:
        """Take the connection to read by; each column is read when first asked for."""
        self._connection = connection
        last = connection.execute(select(func.max(t.events.c.n))).scalar()
        self._blocks = range(0 if last is None else (last >> SHIFT) + 1)
        self.terms = Terms((row.n, row.term) for row in connection.execute(select(terms)))
        self._whole: dict[str, Array] = {}
        self._made: dict[tuple[int, str], dict[str, Array]] = {}
        self._events = self._numbered()
        self._starts = list(accumulate(map(len, self._events.values()), initial=0))[:-1]  # the place of each block's first event

    def __len__(self) -> int:
        """How many events there are."""
        return sum(map(len, self._events.values()))

    def __getitem__(self, name: str) -> Array:
        """A column."""
        if name not in self._whole:
            self._whole[name] = self._joined(name)
        return self._whole[name]

    def holding(self, name: str, holds: Callable[[str], bool]) -> Mask:
        """Whether something holds for the term that a column has, of each event or row."""
        codes = self[name]  # first: terms may be added by reading it
        told = np.fromiter((term is not None and holds(term) for term in self.terms.of), dtype=np.bool_, count=len(self.terms.of))
        return told[codes]

    def among(self, name: str, some: Iterable[str]) -> Mask:
        """Whether the term that a column has is one of some, of each event or row."""
        return self.holding(name, frozenset(some).__contains__)

    def numbers(self) -> Array:
        """The number of each event in the database; they ascend."""
        return self._together([events.astype(np.int64) + (block << SHIFT) for block, events in self._events.items()])

    def with_row(self, layer: str, rows: Mask) -> Mask:
        """The events that one of some rows belongs to."""
        found = np.zeros(len(self), dtype=np.bool_)
        found[self[f"{layer}.event"][rows]] = True
        return found

    def _numbered(self) -> dict[int, Array]:
        """The numbers of each block's events, where it has any, counted from its first."""
        there = self._stored(NUMBERS)
        empty = self._stored(EMPTY)
        found = (
            (block, there[block] if block in there else numbers(self._connection, block)) for block in self._blocks if block not in empty
        )
        return {block: events for block, events in found if len(events)}

    def _stored(self, name: str) -> dict[int, Array]:
        query = select(slabs.c.block, slabs.c.shape, slabs.c.body).where(slabs.c.name == name).order_by(slabs.c.block)
        return {row.block: np.frombuffer(row.body, dtype=row.shape) for row in self._connection.execute(query).all()}

    def _joined(self, name: str) -> Array:
        stored = self._stored(name)
        parts = [stored[block] if block in stored else self._fresh(block, name) for block in self._events]
        if not name.endswith(".event"):
            return self._together(parts)
        starts = np.repeat(np.array(self._starts, dtype=np.uint32), [len(part) for part in parts])
        return self._together(parts) + starts

    def _fresh(self, block: int, name: str) -> Array:
        """A slab that is not stored."""
        at = block, LAYER_OF[name]
        if at not in self._made:
            self._made[at] = made(self._connection, block, at[1], self._events[block], self.terms.numbers)
        return self._made[at][name]

    @staticmethod
    def _together(parts: list[Array]) -> Array:
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.uint8)
