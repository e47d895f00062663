"""A bar on standard error for work of a known size."""

from types import TracebackType
from typing import TYPE_CHECKING, Self

from sayso.cli.progress import wanted
from sayso.cli.terminal import say

if TYPE_CHECKING:
    from rich.progress import Progress

STEP = 1 << 20  # of the size, after which the bar moves: it must not cost more than the work


class Portion:
    """Shows which part of a size is done; only on a terminal, and gone at the end."""

    def __init__(self, size: int, what: str, *, quiet: bool, step: int = STEP) -> None:
        """Take the size, and a word for the work."""
        self._bar: Progress | None = _bar(what, size) if wanted(quiet=quiet) else None
        self._waiting, self._step = 0, step

    def __enter__(self) -> Self:
        """Show it."""
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take it away."""
        if self._bar:
            self._bar.stop()

    def add(self, size: int) -> None:
        """Count what is done."""
        self._waiting += size
        if self._bar and self._waiting >= self._step:
            self._bar.advance(self._bar.task_ids[0], self._waiting)
            self._waiting = 0

    def say(self, text: str) -> None:
        """A line on standard error, with the bar out of the way."""
        if self._bar:
            self._bar.stop()
        say(text)
        if self._bar:
            self._bar.start()


def _bar(what: str, size: int) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(bar_width=None), TaskProgressColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=4, redirect_stdout=False)
    progress.add_task(what, total=size)
    return progress
