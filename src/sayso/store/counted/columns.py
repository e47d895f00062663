"""The events of a database as columns: slabs put together, with those that are missing made on the way."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate
from threading import RLock
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, func, select

from sayso.store.counted.slabs import EMPTY, LAYER_OF, NUMBERS, Array, made, numbers, owner_of
from sayso.store.schema import tables as t
from sayso.store.schema.past import version_shown
from sayso.store.schema.slab_tables import SHIFT, slabs, terms
from sayso.store.schema.versions import versions

ANSWERS = 48  # which events meet something, kept
SUMS = 512  # small answers, kept
PLACES = 2  # masks of which the places are kept as well
Mask = npt.NDArray[np.bool_]
Told = TypeVar("Told")
MOMENT = f"SELECT (SELECT coalesce(max(n), 0) FROM {versions.name}), (SELECT coalesce(max(n), 0) FROM {terms.name})"
MISSING: Any = object()


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

    def number(self, term: str) -> int:
        """The number of a term; 0 where nothing has it."""
        return self._numbers.get(term, 0)


@dataclass(slots=True)
class Shelf:
    """Columns that have been read, and which events there are: what readers of one moment share. Whoever reads more holds the lock."""

    at: tuple[int, int]  # the version, and how many texts the database had numbered
    terms: Terms
    events: dict[int, Array]  # of each block that has any: their numbers, counted from the block's first
    whole: dict[str, Array] = field(default_factory=dict)
    made: dict[tuple[int, str], dict[str, Array]] = field(default_factory=dict)
    answers: OrderedDict[Hashable, Mask | None] = field(default_factory=OrderedDict)
    places: list[tuple[Mask, Array]] = field(default_factory=list)
    sums: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    lock: Any = field(default_factory=RLock)
    turns: dict[Hashable, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, connection: Connection) -> "Shelf":
        """An empty one of this moment."""
        return cls(moment(connection), Terms((row.n, row.term) for row in connection.execute(select(terms))), dict(_numbered(connection)))

    def kept(self, asked: Hashable, make: Callable[[], Told]) -> Told:
        """What was counted of this moment before, or is counted now; for what takes little room."""
        found: Told = self.sums.get(asked, MISSING)
        if found is not MISSING:
            return found
        with self.turn(asked):
            found = self.sums.get(asked, MISSING)
            if found is MISSING:
                found = make()
                with self.lock:
                    self.sums[asked] = found
                    while len(self.sums) > SUMS:
                        self.sums.popitem(last=False)
        return found

    @contextmanager
    def turn(self, asked: Hashable) -> Iterator[None]:
        """Wait while another who asked for the same makes it: made by all at once it takes as many times as long."""
        try:
            with self.turns.setdefault(asked, RLock()):
                yield
        finally:
            self.turns.pop(asked, None)

    def size(self) -> int:
        """How many events there are."""
        return sum(map(len, self.events.values()))

    def numbers(self) -> Array:
        """The number of each event in the database; they ascend."""
        if NUMBERS not in self.whole:
            parts = [events.astype(np.int64) + (block << SHIFT) for block, events in self.events.items()]
            self.whole[NUMBERS] = np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
        return self.whole[NUMBERS]


def moment(connection: Connection) -> tuple[int, int]:
    """Which data a connection reads: the same moment, the same columns."""
    shown = version_shown(connection)
    at, known = connection.exec_driver_sql(MOMENT).one()
    return int(at) if shown is None else shown, int(known)


class Columns:
    """All events of one moment, by the names of `slabs.LAYER_OF`: `columns["type"]` holds the number of each event's type in `terms`.

    Rows of which an event can have several say with `columns["actor.event"]` which event they belong to: its place in the other columns.
    """

    def __init__(self, connection: Connection) -> None:
        """Take the connection to read by; each column is read when first asked for."""
        self._connection = connection
        shelf = connection.get_execution_options().get("shelf")
        self._shelf: Shelf = shelf() if shelf else Shelf.of(connection)
        self.terms = self._shelf.terms
        self._size = self._shelf.size()

    def __len__(self) -> int:
        """How many events there are."""
        return self._size

    def __getitem__(self, name: str) -> Array:
        """A column."""
        found = self._shelf.whole.get(name)
        if found is None:
            with self._shelf.lock:
                found = self._shelf.whole.get(name)
                if found is None:
                    if (owner := owner_of(name)) != name:
                        self[owner]  # by which the rows of later versions are found
                    found = self._shelf.whole[name] = self._joined(name)
                    found.flags.writeable = False
        return found

    def told(self, asked: Hashable, make: Callable[[], Mask | None]) -> Mask | None:
        """Which events meet something that was asked: the last answers are kept, of which a byte an event."""
        answers = self._shelf.answers
        found: Mask | None = answers.get(asked, MISSING)
        if found is MISSING:
            with self._shelf.turn(("told", asked)):
                found = answers.get(asked, MISSING)
                found = make() if found is MISSING else found
                answers[asked] = found
        with self._shelf.lock:
            answers[asked] = found
            answers.move_to_end(asked)
            while len(answers) > ANSWERS:
                answers.popitem(last=False)
        return found

    def known(self, asked: Hashable) -> Mask | None:
        """Which events meet something, if that was asked a moment ago."""
        return self._shelf.answers.get(asked)

    def places(self, mask: Mask) -> Array:
        """The places of the events of a mask. To take values by these is up to a hundred times as fast as by the mask itself."""
        known = self._shelf.places
        found = next((places for one, places in known if one is mask), None)
        if found is None:
            found = np.flatnonzero(mask)
            self._shelf.places = [(mask, found), *known][:PLACES]
        return found

    def kept(self, asked: Hashable, make: Callable[[], Told]) -> Told:
        """A small answer about events of this moment, counted once."""
        return self._shelf.kept(asked, make)

    def holding(self, name: str, holds: Callable[[str], bool]) -> Mask:
        """Whether something holds for the term that a column has, of each event or row."""
        codes = self[name]  # first: terms may be added by reading it
        of = self.terms.of
        told = np.zeros(len(of), dtype=np.bool_)
        for code in np.flatnonzero(np.bincount(codes)).tolist():
            told[code] = (term := of[code]) is not None and holds(term)
        return told[codes]

    def among(self, name: str, some: Iterable[str]) -> Mask:
        """Whether the term that a column has is one of some, of each event or row."""
        codes = self[name]
        found = [code for term in some if (code := self.terms.number(term))]
        return codes == found[0] if len(found) == 1 else np.isin(codes, found)

    def numbers(self) -> Array:
        """The number of each event in the database; they ascend."""
        return self._shelf.numbers()

    def with_row(self, layer: str, rows: Mask) -> Mask:
        """The events that one of some rows belongs to."""
        found = np.zeros(len(self), dtype=np.bool_)
        found[self[f"{layer}.event"].take(np.flatnonzero(rows))] = True
        return found

    def _joined(self, name: str) -> Array:
        stored, events = _stored(self._connection, name), self._shelf.events
        parts = [stored[block] if block in stored else self._fresh(block, name) for block in events]
        if not name.endswith(".event"):
            return self._together(parts)
        starts = list(accumulate(map(len, events.values()), initial=0))[:-1]  # the place of each block's first event
        return self._together(parts) + np.repeat(np.array(starts, dtype=np.uint32), [len(part) for part in parts])

    def _fresh(self, block: int, name: str) -> Array:
        """A slab that is not stored."""
        at, shelf = (block, LAYER_OF[name]), self._shelf
        if at not in shelf.made:
            shelf.made[at] = made(self._connection, block, at[1], shelf.events[block], shelf.terms.numbers)
        return shelf.made[at][name]

    @staticmethod
    def _together(parts: list[Array]) -> Array:
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.uint8)


def _numbered(connection: Connection) -> Iterator[tuple[int, Array]]:
    """The numbers of each block's events, where it has any, counted from its first."""
    last = connection.execute(select(func.max(t.events.c.n))).scalar()
    there, empty = _stored(connection, NUMBERS), _stored(connection, EMPTY)
    for block in range(0 if last is None else (last >> SHIFT) + 1):
        if block not in empty:
            events = there[block] if block in there else numbers(connection, block)
            if len(events):
                yield block, events


def _stored(connection: Connection, name: str) -> dict[int, Array]:
    query = select(slabs.c.block, slabs.c.shape, slabs.c.body).where(slabs.c.name == name).order_by(slabs.c.block)
    return {row.block: np.frombuffer(row.body, dtype=row.shape) for row in connection.execute(query).all()}
