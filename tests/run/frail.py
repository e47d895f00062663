"""A coder that does what the text of a report says, for processes that import it by this name."""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.errors import LexiconError
from sayso.model import AnnotatedReport, Event, Report


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


EVENT: dict[str, Any] = {
    "id": "", "report": {}, "type": "COERCE", "mode": "arrest", "contexts": [], "cameo": "173", "quad": 4, "score": -7.0,
    "trigger": {"start": 7, "end": 15, "text": "arrested"}, "evidence": {"start": 0, "end": 20, "text": "Police arrested Ana."},
    "actors": [], "recipients": [], "status": "occurred", "says": [], "time": None, "place": None, "quantities": [],
    "pattern": "coerce/arrest/arrest", "confidence": 0.9, "version": {"sayso": "0", "lexicon": "0"},
}  # fmt: skip


class Patient:
    """Finds an event in every report, and takes its time."""

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:  # noqa: ARG002
        """The reports with an event each."""
        for report in reports:
            time.sleep(0.01)
            event = Event.from_dict({**EVENT, "id": report.digest[:12], "report": report.reference()})
            yield AnnotatedReport(report, events=(event,))
