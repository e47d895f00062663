"""The time expressions of a report, found as far as they are asked for: all take as long as cleaning, splitting and scanning it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from sayso.extract.places.finder import PlaceMention
from sayso.extract.text.split import Sentence
from sayso.extract.times import TimeFinder, TimeMention
from sayso.extract.times.anchors import Frame

Found = TypeVar("Found", PlaceMention, TimeMention)
OPENING = 14  # characters within which a date opens a sentence
_POINT = re.compile(r"(BC)?\d{4}")  # how the value of a day, month or year begins
NEAR = 2  # sentences back of which one that tells no time goes on
HEAD = 80  # characters of a sentence that such a date can take up


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
    """The time expressions of one cleaned text. Each may hang on those before it: they are found from its beginning, as far as is asked."""

    def __init__(
        self, finder: TimeFinder, text: str, published: date | None, sentences: Iterable[Sentence], words: Iterable[Sequence[str]]
    ) -> None:
        """Take the sentences with their words in lower case; nothing is looked for yet."""
        self._finder, self._text, self._published = finder, text, published
        self._sentences = tuple(sentences)
        self._starts = [sentence.start for sentence in self._sentences]
        self._words = dict(zip(self._starts, words, strict=True))
        self._ends = {sentence.start: sentence.end for sentence in self._sentences}
        self._found: dict[int, tuple[TimeMention, ...]] = {}
        self._finding = self._find()

    @property
    def times(self) -> tuple[TimeMention, ...]:
        """All of them."""
        self._found |= self._finding
        return tuple(mention for found in self._found.values() for mention in found)

    @property
    def history(self) -> bool:
        """Whether the text tells of a past of its own."""
        return self._begin.history

    def told(self, at: int) -> TimeMention | None:
        """The last point in time that the text tells of up to a character."""
        points = self._points
        before = bisect_right(points, at, key=lambda t: t.start)
        return points[before - 1] if before else None

    @cached_property
    def _points(self) -> list[TimeMention]:
        """What the tale comes to, in its order: not the past that it only looks back to ("a year earlier"), nor whole decades."""
        points: list[TimeMention] = []
        for time in sorted(self.times, key=lambda t: t.start):
            aside = time.basis == "relative" or self._text[: time.start].rstrip().lower().endswith("since")
            back = points and aside and time.value < points[-1].value
            if time.type != "DURATION" and _POINT.match(time.value) and not back:
                points.append(time)
        return points

    def inside(self, sentence: Sentence) -> tuple[TimeMention, ...]:
        """Those of a sentence."""
        if not self._finder.may_date(self._words.get(sentence.start, ())):
            return ()
        while sentence.start not in self._found:
            start, found = next(self._finding)
            self._found[start] = found
        return self._found[sentence.start]

    def told_before(self, sentence: Sentence) -> tuple[int, tuple[TimeMention, ...]] | None:
        """Where the last sentence with times before one without begins, and they; None farther off than `NEAR`, or in another paragraph."""
        if _points(self.inside(sentence)):
            return None
        at = bisect_left(self._starts, sentence.start)
        near = [s for s in self._sentences[max(at - NEAR, 0) : at] if s.paragraph == sentence.paragraph]
        return next(((s.start, times) for s in reversed(near) if _points(times := self.inside(s))), None)

    def opening(self, sentence: Sentence) -> TimeMention | None:
        """The one with which a sentence opens, before a clause of its own; that there is one can be seen without those before it."""
        if not self._finder.may_open(self._words[sentence.start]):
            return None
        alone = next(self._finder.each(self._text, self._begin, [(sentence.start, min(sentence.end, sentence.start + HEAD))]))
        return next((t for t in alone if t.start <= sentence.start + OPENING and t.opens), None)

    @cached_property
    def _begin(self) -> Frame:
        return self._finder.begin(self._text, self._published)

    def _find(self) -> Iterator[tuple[int, tuple[TimeMention, ...]]]:
        """The beginning of each sentence that may hold any, and those that it holds."""
        dated = [start for start, words in self._words.items() if self._finder.may_date(words)]
        each = self._finder.each(self._text, self._begin, ((start, self._ends[start]) for start in dated))
        yield from zip(dated, map(tuple, each), strict=True)


def _points(times: Iterable[TimeMention]) -> bool:
    return any(t.first for t in times)
