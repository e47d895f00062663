"""The time expressions of a report, found when first asked for: finding them takes as long as cleaning, splitting and scanning the text."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from sayso.extract.places import PlaceMention
from sayso.extract.split import Sentence
from sayso.extract.times import TimeFinder, TimeMention

Found = TypeVar("Found", PlaceMention, TimeMention)
OPENING = 14  # characters within which a date opens a sentence


class Laid(Generic[Found]):
    """What was found in a text, to be asked for by its sentences: of a hundred thousand, none may look at all of it."""

    def __init__(self, found: Sequence[Found]) -> None:
        """Take it in the order in which it was found."""
        self._found: Sequence[Found] = found
        self._order = sorted(range(len(found)), key=lambda i: found[i].start)
        self._starts = [found[i].start for i in self._order]

    def inside(self, sentence: Sentence) -> tuple[Found, ...]:
        """What begins in a sentence, in the order in which it was found."""
        first, end = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return tuple(self._found[i] for i in sorted(self._order[first:end]))


class Timeline:
    """The time expressions of one cleaned text. Each may hang on those before it, so that all are found at once."""

    def __init__(
        self, finder: TimeFinder, text: str, published: date | None, sentences: Iterable[Sentence], words: Iterable[Sequence[str]]
    ) -> None:
        """Take the sentences with their words in lower case; nothing is looked for yet."""
        self._finder, self._text, self._published = finder, text, published
        self._words = {sentence.start: own for sentence, own in zip(sentences, words, strict=True)}
        self._ends = {sentence.start: sentence.end for sentence in sentences}

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """All of them."""
        dated = [(start, self._ends[start]) for start, words in self._words.items() if self._finder.may_date(words)]
        return tuple(self._finder.find(self._text, self._published, dated)) if dated else ()

    @cached_property
    def _laid(self) -> Laid[TimeMention]:
        return Laid(self.times)

    def inside(self, sentence: Sentence) -> tuple[TimeMention, ...]:
        """Those of a sentence."""
        return self._laid.inside(sentence)

    def opening(self, sentence: Sentence) -> TimeMention | None:
        """The one with which a sentence opens, before a clause of its own."""
        if not self._finder.may_open(self._words[sentence.start]):
            return None
        return next((t for t in self.inside(sentence) if t.start <= sentence.start + OPENING and t.opens), None)
