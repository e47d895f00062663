"""A coder that does what the text of a report says, for processes that import it by this name."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sayso.errors import LexiconError
from sayso.model import AnnotatedReport, Report


def hang(text: str) -> None:
    """Tell that it hangs, and hang."""
    with Path(text.partition("HANG ")[2]).open("a") as told:
        told.write(".")
    signal.pause()


def bug(_: str) -> None:
    """Make a mistake."""
    raise ZeroDivisionError("a bug")


def forget(_: str) -> None:
    """Run out of memory."""
    raise MemoryError


DEEDS: dict[str, Callable[[str], object]] = {
    "HANG": hang,
    "BUG": bug,
    "MEMORY": forget,
    "SEGFAULT": lambda _: os.kill(os.getpid(), signal.SIGSEGV),
    "KILL": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "EXIT": lambda _: os._exit(3),
}


class Frail:
    """Finds nothing."""

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:  # noqa: ARG002
        """The reports, unless a text demands something else."""
        for report in reports:
            for word, deed in DEEDS.items():
                if word in report.text:
                    deed(report.text)
            yield AnnotatedReport(report)


def broken() -> Frail:
    """A coder that can't be made."""
    raise LexiconError("people.yaml: no such office")


def named(one: AnnotatedReport) -> str:
    """A line for a report."""
    return f"{one.report.id} in process {'' if one.report.text else 'none'}\n"
