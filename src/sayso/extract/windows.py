"""Long texts window by window, so that memory stays bounded: where they are cut, and how what was found in the parts is joined."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sayso.extract.explain.record import identity
from sayso.model import AnnotatedReport, Event, Party, Report, SentenceNote, Span, Speaker

WINDOW = 400_000  # characters, longer than any report of news
ENDS = ("\n\n", "\n", ". ", " ")  # where a window may end, the best first

Placed = TypeVar("Placed", Span, Party, Speaker)


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a report, as a report of its own: `at` is its first character in the whole; `last` closes the whole."""

    whole: Report
    part: Report
    at: int
    last: bool

    @property
    def alone(self) -> bool:
        """Whether it is all of the report."""
        return self.last and not self.at


def windows(report: Report) -> Iterator[Window]:
    """The parts of a report: itself, but for very long ones."""
    text, at = report.text, 0
    while len(text) - at > WINDOW:
        end = _end(text, at)
        yield Window(report, replace(report, text=text[at:end]), at, last=False)
        at = end
    yield Window(report, replace(report, text=text[at:]) if at else report, at, last=True)


def _end(text: str, at: int) -> int:
    """Where a window from a character ends: after a paragraph, line, sentence or word in its second half."""
    half, most = at + WINDOW // 2, at + WINDOW
    found = ((text.rfind(end, half, most), end) for end in ENDS)
    return next((place + len(end) for place, end in found if place >= 0), most)


def batches(reports: Iterable[Report], count: int, most: int) -> Iterator[list[Window]]:
    """Windows of reports, so many together and no more than so many characters, or a longer one alone."""
    batch: list[Window] = []
    length = 0
    for window in (w for report in reports for w in windows(report)):
        if batch and (len(batch) >= count or length + len(window.part.text) > most):
            yield batch
            batch, length = [], 0
        batch.append(window)
        length += len(window.part.text)
    if batch:
        yield batch


def moved(found: AnnotatedReport, at: int, digest: str) -> AnnotatedReport:
    """What was found in a part, with offsets into the whole text, whose SHA-256 is `digest`."""
    events = tuple(_event(event, at, digest) for event in found.events)
    ids = {old.id: new.id for old, new in zip(found.events, events, strict=True)}
    return AnnotatedReport(
        found.report,
        entities=_all(found.entities, at),
        places=_all(found.places, at),
        times=_all(found.times, at),
        events=events,
        sentences=tuple(_note(note, at, ids) for note in found.sentences),
        layout=_all(found.layout, at),
    )


def joined(report: Report, parts: Sequence[AnnotatedReport]) -> AnnotatedReport:
    """A report with all that was found in its parts; the first tells when it was published, where it says so itself."""
    opening = parts[0].report
    return AnnotatedReport(
        replace(report, published=opening.published, published_basis=opening.published_basis),
        entities=tuple(found for part in parts for found in part.entities),
        places=tuple(found for part in parts for found in part.places),
        times=tuple(found for part in parts for found in part.times),
        events=tuple(found for part in parts for found in part.events),
        sentences=tuple(found for part in parts for found in part.sentences),
        layout=tuple(found for part in parts for found in part.layout),
    )


def _all(found: Iterable[Mapping[str, Any]], at: int) -> tuple[Mapping[str, Any], ...]:
    return tuple({**one, "start": one["start"] + at, "end": one["end"] + at} for one in found)


def _further(found: Placed, at: int) -> Placed:
    return replace(found, start=found.start + at, end=found.end + at)


def _note(note: SentenceNote, at: int, ids: Mapping[str, str]) -> SentenceNote:
    return replace(note, start=note.start + at, end=note.end + at, events=tuple(ids[i] for i in note.events))


def _event(event: Event, at: int, digest: str) -> Event:
    trigger, evidence = _further(event.trigger, at), _further(event.evidence, at)
    return replace(
        event,
        id=identity(digest, evidence, trigger, event.type),
        trigger=trigger,
        evidence=evidence,
        actors=tuple(_further(p, at) for p in event.actors),
        recipients=tuple(_further(p, at) for p in event.recipients),
        says=tuple(_further(s, at) for s in event.says),
    )
