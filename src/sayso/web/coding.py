"""Coding a text while somebody waits: one at a time, off the thread that answers; nothing is stored."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
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


class Coding:
    """Codes pasted texts with the process's own coder, in one thread; remembers the last `KEPT` of them, in memory only.

    The coder loads its parser with the first text, which takes some seconds: `warm` tells whether it has done so.
    """

    def __init__(self, coder: Annotator) -> None:
        """Take the coder; nothing is loaded yet."""
        self._coder = coder
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="coding")
        self.warm = self._loading = False

    def begin_loading(self, read: Callable[[], str]) -> None:
        """Load the parser, if nobody has done so: by a text that it is needed for, which `read` gives."""
        with self._lock:
            if not self.warm and not self._loading:
                self._loading = True
                self._thread.submit(lambda: self._code(Report("example", read())))

    def begin(self, text: str, *, published: date | None, title: str | None) -> str:
        """Begin to code a text; gives the name by which to ask for it."""
        name = token_urlsafe(12)
        report = Report(name, text, published, title=title)
        with self._lock:
            self._jobs[name] = Job(report, self._thread.submit(self._code, report))
            while len(self._jobs) > KEPT:
                self._jobs.pop(next(iter(self._jobs))).found.cancel()
        return name

    def job(self, name: str) -> Job | None:
        """The text that goes by a name; None where it is forgotten."""
        return self._jobs.get(name)

    def wait(self, name: str, seconds: float) -> None:
        """Wait until a text is coded, but not longer."""
        job = self._jobs.get(name)
        if job:
            wait([job.found], seconds)

    def end(self) -> None:
        """Take no more texts."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _code(self, report: Report) -> AnnotatedReport:
        found: Iterator[AnnotatedReport] = self._coder.annotate_many([report])
        (annotated,) = found
        self.warm = True
        return annotated
