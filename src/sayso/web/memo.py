"""Answers that take long, remembered while the database stays as it is; asked for at the same time, they are worked out once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import BoundedSemaphore, Lock, local
from time import monotonic
from typing import Any, Protocol, TypeVar

Answer = TypeVar("Answer")
KEPT = 256  # answers


class Mark(Protocol):
    """A number that becomes another: of one process (`Own`), or of all that answer for one desk (`keeper.Stirs`)."""

    def get(self) -> int:
        """The number now."""

    def renew(self) -> None:
        """Make it another one."""


class Own:
    """A number of this process."""

    def __init__(self) -> None:
        """Begin with nought."""
        self._number = 0

    def get(self) -> int:
        """The number now."""
        return self._number

    def renew(self) -> None:
        """One more."""
        self._number += 1


class Calm:
    """Tells whether the data are the same, but looks only every so many seconds: while a coder writes, every answer would be new."""

    def __init__(
        self, pulse: Callable[[], Hashable], seconds: float, clock: Callable[[], float] = monotonic, stirs: Mark | None = None
    ) -> None:
        """Take what tells exactly, for how long its word is taken, and the mark that says when that ends at once."""
        self._pulse, self._seconds, self._clock, self._stirs = pulse, seconds, clock, stirs or Own()
        self._told: tuple[float, int, Hashable] | None = None

    def __call__(self) -> Hashable:
        """The value that held a moment ago."""
        told, now, stirs = self._told, self._clock(), self._stirs.get()
        if told is None or told[1] != stirs or now - told[0] >= self._seconds:
            self._told = told = (now, stirs, self._pulse())
        return told[2]

    def stir(self) -> None:
        """Have the next one look, whoever it is."""
        self._stirs.renew()


class Memo:
    """Remembers answers by what was asked, until the database changes."""

    def __init__(
        self, pulse: Callable[[], Hashable], *, kept: int = KEPT, large: Callable[[Any], bool] = lambda _: False, at_once: int | None = None
    ) -> None:
        """Take what tells whether the data are the same, how many answers to keep, which are too large, and how many to make at once."""
        self._pulse, self._kept, self._large, self._lock = pulse, kept, large, Lock()
        self._turns: AbstractContextManager[Any] = BoundedSemaphore(at_once) if at_once else nullcontext()
        self._mine = local()  # whether a thread has its turn: what it makes of other answers is made in the same
        self._at: Hashable = None
        self._known: OrderedDict[Hashable, Future[Any]] = OrderedDict()

    def told(self, asked: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer, made if nobody has asked for it since the data changed."""
        at = self._pulse()
        key = (asked, at)
        with self._lock:
            if at != self._at:
                self._known.clear()
                self._at = at
            known = self._known.get(key)
            mine: Future[Answer] = known or self._known.setdefault(key, Future())
            self._known.move_to_end(key)
            while len(self._known) > self._kept:
                self._known.popitem(last=False)
        if known is None:
            self._make(key, mine, make)
        try:
            return mine.result()
        except CancelledError:  # of another who asked at the same time
            return make()

    def _make(self, key: Hashable, mine: "Future[Answer]", make: Callable[[], Answer]) -> None:
        """Make the answer; where that fails, whoever asks next tries anew."""
        answer, done = None, False
        try:
            with self._turn():
                answer = make()
            mine.set_result(answer)
            done = True
        finally:
            if not done:
                mine.cancel()
            if not done or self._large(answer):
                with self._lock:
                    self._known.pop(key, None)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait for one's turn, unless one has it."""
        if getattr(self._mine, "turn", False):
            yield
            return
        with self._turns:
            self._mine.turn = True
            try:
                yield
            finally:
                self._mine.turn = False
