"""The step that every run is made of, in this process, in a pool of them and on a cluster: some reports in, what became of them out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Protocol

from sayso.errors import SaysoError
from sayso.ingest.language import UNDETERMINED, is_english, language
from sayso.model import AnnotatedReport, Report

Batch = Sequence[Report]
Render = Callable[[AnnotatedReport], str]
WARM = Report(id="", text="Police arrested two reporters in Lima on Monday, the ministry said.", language="en")


class Annotator(Protocol):
    """What a run needs of a coder."""

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:
        """Reports with all that was found in them, in the order given."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A report that is passed over on purpose: `language` is what it is in, None where it has no text."""

    id: str
    language: str | None

    def __str__(self) -> str:
        """The reason, for people."""
        return f"its language is {self.language!r}, and only English can be read" if self.language else "it has no text"


@dataclass(frozen=True, slots=True)
class Aside:
    """A report that is set aside because it can't be coded, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of some reports: how many were coded, events, their lines of data, and the reports themselves where they are wanted.

    `marks` has one digest a report that was read, in their order: by them a later run knows the reports again.
    """

    coded: int = 0
    events: int = 0
    text: str = ""
    annotated: tuple[AnnotatedReport, ...] = ()
    passed: tuple[Passed, ...] = ()
    aside: tuple[Aside, ...] = ()
    marks: tuple[bytes, ...] = field(default=(), repr=False)

    @classmethod
    def joined(cls, parts: Iterable["Done"]) -> "Done":
        """Several of them as one."""
        listed = list(parts)
        return cls(
            coded=sum(p.coded for p in listed),
            events=sum(p.events for p in listed),
            text="".join(p.text for p in listed),
            annotated=tuple(one for p in listed for one in p.annotated),
            passed=tuple(one for p in listed for one in p.passed),
            aside=tuple(one for p in listed for one in p.aside),
            marks=tuple(mark for p in listed for mark in p.marks),
        )


@dataclass(slots=True)
class Step:
    """Codes reports and lays them out; can be sent to another process, which makes its own coder.

    `make` makes the coder when the first report comes; `whole` is as in `Coder.annotate_many`; events that are less sure than `least`
    are left out; `render` makes a report's lines of
    data, where some are wanted; `hand_back` hands the annotated reports back as well. `strict` lets an error in the coder through,
    to be looked into.
    """

    make: Callable[[], Annotator]
    whole: bool = True
    least: float = 0.0
    render: Render | None = None
    hand_back: bool = False
    strict: bool = False
    _coder: Annotator | None = field(default=None, repr=False)

    def prepare(self) -> None:
        """Load all that coding needs, by coding a sentence."""
        self([WARM])

    def __call__(self, batch: Batch) -> Done:
        """What became of the reports, in their order.

        Raises:
            SaysoError, OSError: the coder itself can't be made, or the machine fails: no report is to blame.
        """
        if self._coder is None:
            self._coder = self.make()
        try:
            return self._coded(self._coder, batch)
        except (SaysoError, OSError):
            raise
        except Exception as error:
            if self.strict:
                raise
            if len(batch) > 1:
                return Done.joined(self([report]) for report in batch)
            return set_aside(batch[0], reason(error))

    def _coded(self, coder: Annotator, batch: Batch) -> Done:
        looked = [readable(report) for report in batch]
        found = coder.annotate_many((r for r in looked if isinstance(r, Report)), whole=self.whole)
        annotated = tuple(sure(one, self.least) for one in found)
        return Done(
            coded=len(annotated),
            events=sum(len(one.events) for one in annotated),
            text="".join(map(self.render, annotated)) if self.render else "",
            annotated=annotated if self.hand_back else (),
            passed=tuple(r for r in looked if isinstance(r, Passed)),
            marks=tuple(map(mark, batch)),
        )


def sure(report: AnnotatedReport, least: float) -> AnnotatedReport:
    """The report without the events that are less sure."""
    if all(event.confidence >= least for event in report.events):
        return report
    return replace(report, events=tuple(event for event in report.events if event.confidence >= least))


def readable(report: Report) -> Report | Passed:
    """The report with its language told, or why it can't be coded: it has no text, or is not in English."""
    if not report.text.strip():
        return Passed(report.id, None)
    code = report.language or language(report.text)
    if not is_english(code):
        return Passed(report.id, code)
    return report if report.language or code == UNDETERMINED else replace(report, language=code)


def mark(report: Report) -> bytes:
    """Sixteen bytes by which a report is known again: a digest of its text and of what events carry of it."""
    told = "\0".join((*(value or "" for value in report.reference().values()), report.language or "", report.text))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def set_aside(report: Report, why: str) -> Done:
    """A report that can't be coded, with the reason."""
    return Done(aside=(Aside(report.id, why),), marks=(mark(report),))


def reason(error: Exception) -> str:
    """What went wrong in the coder, in words."""
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    return f"an error in Sayso itself, please report it: {type(error).__name__}: {error}"
