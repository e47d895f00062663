"""Interviews: who answers, and in which paragraphs."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sayso.extract.text.split import Sentence

ENDS = ("?", '?"', "?”", "?»")  # of a question
SHORT = 240  # characters of a question
LEAST = 2  # questions of an interview with marks before its answers
MANY = 4  # of one without
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*\w)(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'’-]*\w){1,3}")


@dataclass(frozen=True, slots=True)
class Asking:
    """What answers begin with; words of names that are no person's, and words before such names."""

    answers: tuple[str, ...]
    common: frozenset[str]
    placing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Interview:
    """The paragraphs in which somebody answers, by their numbers, and the characters of his name; None where it isn't told."""

    answers: frozenset[int] = frozenset()
    name: tuple[int, int] | None = None

    def answered(self, sentence: Sentence) -> bool:
        """Whether a sentence is part of an answer."""
        return sentence.paragraph in self.answers


NO_INTERVIEW = Interview()


def interview(text: str, sentences: Sequence[Sentence], people: Iterable[tuple[int, int]], words: Asking) -> Interview:
    """The interview that a cleaned text is: short questions in paragraphs of their own, after which somebody answers.

    Answers begin with a mark, or else are all that is no question from the first of `MANY` on. Who answers is named before the first
    question: one of `people` (their characters), or somebody by a name that can't be another's.
    """
    told = [s for s in sentences if s.kind in ("text", "headline")]
    paragraphs = [(number, list(inside)) for number, inside in groupby(told, key=attrgetter("paragraph"))]
    marked = [i for i, (_, inside) in enumerate(paragraphs) if _begins(text, inside, words.answers)]
    asked = [i for i, (_, inside) in enumerate(paragraphs) if i not in marked and _asks(text, inside)]
    if len([i for i in asked if i + 1 in marked]) < LEAST:
        marked = [i for i in range(asked[0], len(paragraphs)) if i not in asked] if len(asked) >= MANY else []
    if not marked:
        return NO_INTERVIEW
    begin = paragraphs[asked[0]][1][0].start
    return Interview(frozenset(paragraphs[i][0] for i in marked), _named(text, begin, people, words))


def _asks(text: str, paragraph: Sequence[Sentence]) -> bool:
    """Whether a paragraph is a question."""
    whole = text[paragraph[0].start : paragraph[-1].end]
    return whole.endswith(ENDS) and len(whole) <= SHORT


def _begins(text: str, paragraph: Sequence[Sentence], marks: Sequence[str]) -> bool:
    """Whether a paragraph begins like an answer."""
    return text[paragraph[0].start : paragraph[0].end].lower().startswith(tuple(marks))


def _named(text: str, end: int, people: Iterable[tuple[int, int]], words: Asking) -> tuple[int, int] | None:
    """The first name of a person before the first question: that of a place or of a body has words that say so, in it or before it."""
    listed = next((span for span in people if span[1] <= end and not text.startswith("'s", span[1])), None)
    named = (m for m in _NAME.finditer(text, 0, end) if not m.group().endswith("'s"))  # "Ana Paz's adviser Luis Vera" is Vera
    found = (m for m in named if (text[: m.start()].split() or [""])[-1].lower() not in words.placing)
    first = next(filter(None, (_bare(m.group(), m.end(), words.common) for m in found)), None)
    return min((span for span in (listed, first) if span), default=None)


def _bare(name: str, end: int, common: Set[str]) -> tuple[int, int] | None:
    """The characters of a name without the words before it that say who it is ("Nurse Halima Diallo"); None if no name is left."""
    words = name.split()
    while words and words[0].lower() in common:
        words = words[1:]
    bare = " ".join(words)
    return (end - len(bare), end) if len(words) > 1 and common.isdisjoint(bare.lower().split()) else None
