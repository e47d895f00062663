"""Coding a text while somebody waits: one at a time, off the thread that answers; nothing is stored."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import date
from secrets import token_urlsafe
from threading import Lock
from typing import Protocol

from sayso.model import AnnotatedReport, Report

KEPT = 40  # texts that are remembered
LONGEST = 200_000  # characters of a text


class Annotator(Protocol):
    """What the desk needs of a coder."""

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:
        """Reports with all that was found in them, in the order given."""


@dataclass(slots=True)
class Job:
    """A text that is being coded, or has been."""

    report: Report
    found: "Future[AnnotatedReport]" = field(repr=False)


@dataclass(frozen=True, slots=True)
class Looked:
    """How a text stands: what was found in it, once it is coded; `dropped` where too many came after it."""

    report: Report
    annotated: AnnotatedReport | None
    dropped: bool = False


class Codes(Protocol):
    """Codes pasted texts, in this process (`Coding`) or in one beside several (`keeper.KeptCoding`)."""

    def is_warm(self) -> bool:
        """Whether the parser is loaded."""

    def begin_loading(self, read: Callable[[], str]) -> None:
        """Load the parser, if nobody has done so, by a text that `read` gives."""

    def begin(self, text: str, published: date | None, today: date) -> str:
        """Begin to code a text, of its dateline's day where none is given, else of `today`; gives the name by which to ask for it."""

    def look(self, name: str) -> Looked | None:
        """How the text of a name stands; None where it is forgotten."""

    def wait(self, name: str, seconds: float) -> None:
        """Wait until a text is coded, but not longer."""

    def end(self) -> None:
        """Take no more texts."""


class Coding:
    """Codes pasted texts with the process's own coder, in one thread; remembers the last `KEPT` of them, in memory only.

    The coder loads its parser with the first text, which takes some seconds: `is_warm` tells whether it has done so.
    """

    def __init__(self, coder: Annotator) -> None:
        """Take the coder; nothing is loaded yet."""
        self._coder = coder
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="coding")
        self._warm = self._loading = False

    def is_warm(self) -> bool:
        """Whether the parser is loaded."""
        return self._warm

    def begin_loading(self, read: Callable[[], str]) -> None:
        """Load the parser, if nobody has done so: by a text that it is needed for, which `read` gives."""
        with self._lock:
            if not self._warm and not self._loading:
                self._loading = True
                self._thread.submit(lambda: self._code(Report("example", read())))

    def begin(self, text: str, published: date | None, today: date) -> str:
        """Begin to code a text, of its dateline's day where none is given, else of `today`; gives the name by which to ask for it."""
        name = token_urlsafe(12)
        report = Report(name, text, published)
        with self._lock:
            self._jobs[name] = Job(report, self._thread.submit(self._dated, report, today))
            while len(self._jobs) > KEPT:
                self._jobs.pop(next(iter(self._jobs))).found.cancel()
        return name

    def look(self, name: str) -> Looked | None:
        """How the text of a name stands; None where it is forgotten."""
        job = self._jobs.get(name)
        if job is None or not job.found.done():
            return Looked(job.report, None) if job else None
        try:
            return Looked(job.report, job.found.result())
        except CancelledError:
            return Looked(job.report, None, dropped=True)

    def wait(self, name: str, seconds: float) -> None:
        """Wait until a text is coded, but not longer."""
        job = self._jobs.get(name)
        if job:
            wait([job.found], seconds)

    def end(self) -> None:
        """Take no more texts."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _dated(self, report: Report, today: date) -> AnnotatedReport:
        """What is found in a text; one that tells no day of publication is taken for today's."""
        annotated = self._code(report)
        return annotated if annotated.report.published else self._code(replace(report, published=today))

    def _code(self, report: Report) -> AnnotatedReport:
        found: Iterator[AnnotatedReport] = self._coder.annotate_many([report])
        (annotated,) = found
        self._warm = True
        return annotated
