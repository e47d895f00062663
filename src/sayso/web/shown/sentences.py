"""A report sentence by sentence: what was coded in each, and why not the rest."""

from collections.abc import Iterable, Sequence

from sayso.model import AnnotatedReport, SentenceNote
from sayso.store.found.listing import Listed
from sayso.web.shown.marks import Mark, Stretch, stretches
from sayso.web.shown.rows import Row, row_of
from sayso.web.shown.shape import Part
from sayso.web.shown.text import Text

LONGEST = 3_000  # characters of a sentence that are shown
MOST = 400  # sentences on a page


class Sentence(Part):
    """A sentence with its triggers marked, the events coded in it, and the reasons; `more` characters are not shown.

    `gap` is what stands between the sentence before and this one, where that is more than blanks.
    """

    number: int
    text: list[Stretch]
    more: int
    events: list[Row]
    reasons: list[Text]
    paragraph: bool
    gap: Text


class Sentences(Part):
    """Some of a report's sentences, and how many there are in all."""

    sentences: list[Sentence]
    first: int
    total: int
    coded: int


def sentences(report: AnnotatedReport, events: Sequence[Listed], *, first: int = 1) -> Sentences:
    """The sentences of a report from the `first` on, each with the events whose trigger stands in it."""
    text, notes = report.report.text, report.sentences
    shown = notes[first - 1 : first - 1 + MOST]
    coded = sum(1 for note in notes if any(True for _ in _within(note, events)))
    ends = [0, *(note.end for note in notes)][first - 1 :]
    numbered = enumerate(zip(shown, ends, strict=False), first)
    found = [_sentence(n, note, text, before, list(_within(note, events))) for n, (note, before) in numbered]
    return Sentences(sentences=found, first=first, total=len(notes), coded=coded)


def _sentence(number: int, note: SentenceNote, text: str, before: int, events: Sequence[Listed]) -> Sentence:
    end = min(note.end, note.start + LONGEST)
    triggers = [one.event["trigger"] for one in events]
    marks = [Mark(t["start"], t["end"], "trigger", f"event-{one.number}") for one, t in zip(events, triggers, strict=True)]
    between = text[before : note.start] if before <= note.start else ""
    return Sentence(
        number=number,
        text=stretches(text, marks, (0, 0), start=note.start, end=end),
        more=note.end - end,
        events=[row_of(one) for one in events],
        reasons=list(note.reasons),
        paragraph="\n" in between or number == 1,
        gap=between.strip()[:LONGEST],
    )


def _within(note: SentenceNote, events: Iterable[Listed]) -> Iterable[Listed]:
    return (one for one in events if note.start <= one.event["trigger"]["start"] < note.end)
