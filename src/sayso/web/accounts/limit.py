"""How often somebody may fail: counted by whatever is told (a user, an address), in a bounded memory."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Protocol

REMEMBERED = 10_000  # keys; of more, the one that failed longest ago is forgotten


class Limits(Protocol):
    """Counts failures by key, in this process (`Limit`) or for several (`keeper.KeptLimit`)."""

    def wait(self, key: str) -> float:
        """Seconds until it may be tried again; 0 if it may be now."""

    def fail(self, key: str) -> None:
        """Count a failure."""

    def forgive(self, key: str) -> None:
        """Forget the failures."""


@dataclass(slots=True)
class Limit:
    """At most `most` failures within `seconds`; then one has to wait until that time has passed since the first of them."""

    most: int
    seconds: float
    clock: Callable[[], float] = monotonic
    remembered: int = REMEMBERED
    _failures: OrderedDict[str, tuple[float, int]] = field(default_factory=OrderedDict, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def wait(self, key: str) -> float:
        """Seconds until it may be tried again; 0 if it may be now."""
        with self._lock:
            since, count = self._failures.get(key, (0.0, 0))
            left = since + self.seconds - self.clock()
            return left if count >= self.most and left > 0 else 0.0

    def fail(self, key: str) -> None:
        """Count a failure."""
        with self._lock:
            now = self.clock()
            since, count = self._failures.pop(key, (now, 0))
            if since + self.seconds <= now:
                since, count = now, 0
            self._failures[key] = (since, count + 1)
            while len(self._failures) > self.remembered:
                self._failures.popitem(last=False)

    def forgive(self, key: str) -> None:
        """Forget the failures: it went well."""
        with self._lock:
            self._failures.pop(key, None)
