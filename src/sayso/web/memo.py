"""Answers that take long, remembered while the database stays as it is; asked for at the same time, they are worked out once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from threading import Lock
from typing import Any, TypeVar

from sayso.store import View
from sayso.store.snapshot import version

Answer = TypeVar("Answer")
KEPT = 256  # answers, a few kilobytes each


class Memo:
    """Remembers answers by what was asked and the version of the data."""

    def __init__(self, view: View) -> None:
        """Take what tells the version."""
        self._view, self._lock = view, Lock()
        self._known: OrderedDict[Hashable, Future[Any]] = OrderedDict()

    def told(self, asked: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer, made if nobody has asked for it since the data changed."""
        key = (asked, self._view.ask(version))
        with self._lock:
            known = self._known.get(key)
            mine: Future[Answer] = known or self._known.setdefault(key, Future())
            self._known.move_to_end(key)
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        if known is None:
            self._make(key, mine, make)
        try:
            return mine.result()
        except CancelledError:  # of another who asked at the same time
            return make()

    def _make(self, key: Hashable, mine: "Future[Answer]", make: Callable[[], Answer]) -> None:
        """Make the answer; where that fails, whoever asks next tries anew."""
        try:
            mine.set_result(make())
        finally:
            if not mine.done():
                mine.cancel()
                with self._lock:
                    self._known.pop(key, None)
