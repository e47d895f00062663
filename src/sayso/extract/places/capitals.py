"""Capitalised words: where they stand, which of them go together, and which are people's names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.lexicon import Lexicon

LONGEST = 4  # words of a place's name
LONGEST_PERSON = 4  # words of a person's, its title included
SHORT = 2  # letters of a word that is shortened within a name ("St. Louis", "W. Va.")

_LETTERS = "A-ZÀ-ÖØ-ÞĀ-ſ"
_WORD = re.compile(
    rf"(?=[ae{_LETTERS}])(?<![\w@])(?:[DRI]-(?=[A-Z]))?"  # "D-Ohio"
    rf"((?:[A-Z][a-z]{{0,2}}\.){{2,}}|(?:(?:al|el|as|ash|ad|ar|az|an|at|ez|es)-)?[{_LETTERS}][^\W_]*(?:['’][^\W_]+)*)"
)
_JOIN = re.compile(r"[ -]|[ -](?:de|del|da|do|dos|das|la|las|los|le|les|el|al|es|ez|ash|upon|on|of|sur|en|am|di|bin|y|e|i)[ -]")
_BEFORE_OPENING = " \"'“‘”’()[]"
_CLOSING = ".!?:\n•*–—"


class Word(NamedTuple):
    """A capitalised word: its characters without a possessive ending, and whether it opens a sentence; a tuple, as there are so many.

    `lower` is it in lower case, without a full stop; `joined`: only a blank, a hyphen or a small word ("de", "upon") stands between it
    and the next one; `spaced`: only a blank.
    """

    start: int
    end: int
    text: str
    lower: str
    opens: bool
    joined: bool
    spaced: bool


def capitalised(text: str) -> list[Word]:
    """The capitalised words of a text, parts of joined ones apart."""
    spans = [m.span(1) for m in _WORD.finditer(text)]
    words: list[Word] = []
    for n, (start, end) in enumerate(spans):
        written = text[start:end]
        bare = written.removesuffix("'s").removesuffix("’s")
        gap = text[end : spans[n + 1][0]] if n + 1 < len(spans) else "\n"
        possessive = len(bare) < len(written) or gap[:1] in ("'", "’")
        joined = not possessive and (gap == " " or (gap == ". " and len(bare) <= SHORT) or bool(_JOIN.fullmatch(gap)))
        spaced = not possessive and (gap == " " or (gap == ". " and len(bare) == 1))
        words.append(Word(start, start + len(bare), bare, bare.lower().rstrip("."), _opens(text, start), joined, spaced))
    return words


def _opens(text: str, start: int) -> bool:
    """Whether nothing but quotation marks and blanks stands between a word and the end of the sentence before it."""
    at = start - 1
    while at >= 0 and text[at] in _BEFORE_OPENING:
        at -= 1
    return at < 0 or text[at] in _CLOSING


def runs(words: Sequence[Word], first: int) -> range:
    """The last words of all names that may begin at a word, the longest first."""
    last = first
    while last - first + 1 < LONGEST and last + 1 < len(words) and words[last].joined:
        last += 1
    return range(last, first - 1, -1)


@dataclass(frozen=True, slots=True)
class People:
    """Words that stand in people's names, given ones and titles, and words that end them."""

    given: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    roles: frozenset[str]
    bearers: frozenset[str]
    courtesy: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "People":
        """Take them from a lexicon: given names of its people besides the listed ones, but no names of countries."""
        kinds = lexicon.names.kinds()
        first = Counter(name.split(" ")[0] for name in lexicon.people)  # one who bears it alone may be named after a city
        given = {w for w, n in first.items() if n > 1 and len(w) > 2 and w.isalpha() and kinds.get(w) in (None, "person")}
        never = lexicon.cue("place", "belongings", "regions") | lexicon.cue("grammar", "temporal")
        lands = frozenset(text.lower() for text, kind in kinds.items() if kind in ("country", "place"))
        roles, bearers = frozenset(lexicon.roles) | lands, frozenset(lexicon.cues["place"]["bearers"])
        return cls(
            given=lexicon.cue("place", "given") | given,
            titles=lexicon.cue("place", "titles"),
            never=never,
            roles=roles,
            bearers=bearers,
            courtesy=lexicon.cue("reference", "courtesy"),
        )

    def named(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """First and last word of each person's name, its title left out."""
        n = 0
        while n < len(words):
            first = n
            while first + 1 < len(words) and words[first].lower in self.titles and words[first].spaced:
                first += 1
            titled = first > n
            last = self._last(words, first, titled=titled) if titled or words[first].text in self.given else None
            if last is not None:
                yield first, last
            n = (first if last is None else last) + 1

    def _last(self, words: Sequence[Word], first: int, *, titled: bool) -> int | None:
        """The last word of a person's name that begins with a given one or stands behind a title; None where it is none."""
        if titled and not self._goes_on(words[first]):
            return first if words[first].text in self.bearers and words[first - 1].lower in self.courtesy else None
        last = first
        while last - first + 1 < LONGEST_PERSON and last + 1 < len(words) and words[last].spaced and self._goes_on(words[last + 1]):
            last += 1
        if last == first < len(words) - 1 and words[first].spaced and words[first].text != words[first + 1].text in self.bearers:
            last += 1
        owned = words[last].spaced and last + 1 < len(words) and words[last + 1].lower in self.never
        return last if (titled or last > first) and not owned else None

    def _goes_on(self, word: Word) -> bool:
        lower = word.lower
        return (
            lower not in self.never
            and lower not in self.titles
            and lower not in self.roles
            and not (word.text.isupper() and len(lower) > 1)
        )


def surnames(words: Sequence[Word], named: Sequence[tuple[int, int]]) -> frozenset[str]:
    """The last words of people's names: alone they mean the same people."""
    return frozenset(words[last].text for _, last in named)
