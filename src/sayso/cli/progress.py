"""A bar on standard error for work of more than a second."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0


class Bar:
    """Shows how many reports are done; appears after a second, vanishes at the end, and only on a terminal.

    Everything else that is written meanwhile is written under `paused`, or the bar and the lines would run into each other.
    """

    def __init__(self, expected: Callable[[], int | None], *, shown: bool, doing: str = "coding", counted: str = "reports") -> None:
        """Take how many reports to expect, asked only if the bar is `shown`."""
        self._lock = Lock()
        self._running = False
        self._progress: Progress | None = _bar(expected(), doing, counted) if shown else None
        self._timer: Timer | None = Timer(PATIENCE, self._start) if shown else None

    def __enter__(self) -> Self:
        """Begin to wait."""
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take the bar away."""
        if self._timer:
            self._timer.cancel()
        with self.paused():
            self._running = False
            self._progress = None

    def done(self, *, reports: int, events: int) -> None:
        """Count what is done so far."""
        if self._progress:
            self._progress.update(self._progress.task_ids[0], completed=reports, events=events)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Keep the bar away while something is written."""
        with self._lock:
            if self._running and self._progress:
                self._progress.stop()
            yield
            if self._running and self._progress:
                self._progress.start()

    def _start(self) -> None:
        with self._lock:
            if self._progress:
                self._running = True
                self._progress.start()


def wanted(*, quiet: bool) -> bool:
    """Whether a bar should be shown at all."""
    return not quiet and sys.stderr.isatty()


def _bar(expected: int | None, doing: str, counted: str) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(doing),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("reports · {task.fields[events]} events" if doing == "coding" else counted),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    progress = Progress(*columns, console=console, transient=True, refresh_per_second=4, redirect_stdout=False, redirect_stderr=False)
    progress.add_task(doing, total=expected, events=0)
    return progress
