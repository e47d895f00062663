"""Step 3, scan: names found in one pass over the whole text, and which sentences hold a trigger and somebody to do it."""

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass
from operator import attrgetter

from sayso.extract.scan.openings import Forms, Openings
from sayso.extract.scan.spotter import Spotter
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity, Name

ARTICLE = "the "
REST = 40  # characters after a name that ends inside a word: as long as names are that begin in it
PEOPLE = ("CVL",)  # sectors of a people without a state
LINK = 5  # characters before a name in which another one is linked to it
_LINKED = re.compile(r"\w-[a-z]{1,2}-\Z")
_WORD = re.compile(r"(\w+(?:'(?!s(?!'?\w))\w+)*)(?:'s)?")  # without the ending of a possessive
_STARTS = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in the cleaned text: characters, and all that it may mean."""

    start: int
    end: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan of one text found, in its order."""

    hits: tuple[Hit, ...]

    def inside(self, start: int, end: int) -> list[Hit]:
        """Hits within a stretch of text."""
        first = bisect_left(self.hits, start, key=_STARTS)
        last = bisect_left(self.hits, end, lo=first, key=_STARTS)
        return [h for h in self.hits[first:last] if h.end <= end]


def _sectors(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """Those of a people without a state; none for a word that two states own, of which the role in the text tells."""
    return PEOPLE if text in lexicon.peoples else ()


class Scanner:
    """All names of a lexicon, and the words that can start an event; `political` are patterns that need nobody known, as bits."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the names, and the words that can start an event."""
        unclear = (
            (text, Entity(None, text, "country", None, _sectors(lexicon, text), group=" ".join(codes), presumed=lexicon.presumed.get(text)))
            for text, codes in lexicon.ambiguous.items()
        )
        self._names, self._unclear = lexicon.names, {text: (Name(text, who, "adjective"),) for text, who in unclear}
        self._texts = list(dict.fromkeys([*lexicon.names, *self._unclear]))
        self._spotter = Spotter(self._texts)
        self._openings = Openings.of(lexicon)
        self.political = self._openings.political
        self._forms = Forms(lexicon, self._openings)

    @property
    def known(self) -> frozenset[str]:
        """All names of one word."""
        return frozenset(t for t in self._texts if " " not in t)

    def scan(self, text: str) -> Scanned:
        """All names in a text, leftmost longest, whole words only."""
        hits: list[Hit] = []
        for start, end in self._spotter.spots(text):
            if hits and start < hits[-1].end:
                continue
            if _whole(text, start, end):
                hits.append(self._behind(text, start, end) or Hit(start, end, self._meant(text[start:end])))
            elif hit := self._shorter(text, start, end) or self._later(text, start, end):
                hits.append(hit)
        return Scanned(tuple(hits))

    def _meant(self, text: str) -> tuple[Name, ...]:
        """All that a text may mean; nothing where it is no name."""
        return self._unclear.get(text) or self._names.get(text, ())

    def _behind(self, text: str, start: int, end: int) -> Hit | None:
        """The longer name that begins behind the article of a shorter one: "Gulf of Aden" where "the Gulf" is one too."""
        begin = start + len(ARTICLE)
        if not text.startswith(ARTICLE, start) or end - start == len(ARTICLE):
            return None
        first, last = next(iter(self._spotter.spots(text[begin : end + REST])), (1, 0))
        longer = first == 0 and begin + last > end and _whole(text, begin, begin + last)
        return Hit(begin, begin + last, self._meant(text[begin : begin + last])) if longer else None

    def _shorter(self, text: str, start: int, end: int) -> Hit | None:
        """The longest name of whole words in one that ends inside a word: "Hamas" of "Hamas fighter" in "Hamas fighters"."""
        while (end := text.rfind(" ", start, end)) > start:
            if (names := self._meant(text[start:end])) and _whole(text, start, end):
                return Hit(start, end, names)
        return None

    def _later(self, text: str, start: int, end: int) -> Hit | None:
        """The name that begins within one that ends inside a word: the "Congolese" of "the Congo" in "the Congolese army"."""
        begin = text.find(" ", start, end) + 1
        if not begin:
            return None
        first, last = next(iter(self._spotter.spots(text[begin : end + REST])), (end, 0))
        whole = begin + first < end and _whole(text, begin + first, begin + last)
        return Hit(begin + first, begin + last, self._meant(text[begin + first : begin + last])) if whole else None

    def triggers(self, words: Sequence[str], known: Set[str]) -> dict[str, int]:
        """The words of a sentence that are triggers, and the patterns that each of them can start there, as bits.

        What the patterns must have beside them is there: `known` are the words with signs for what else the sentence holds.
        """
        found = dict.fromkeys(self._forms.words & known, 0)
        if not found:
            return found
        open_, last = self._openings.open(known), {word: i for i, word in enumerate(words)}
        for i, word in enumerate(words):
            if word in found and (form := self._forms[word]).bits & open_:
                found[word] |= form.met(words, i, last, open_)
        return found


def words_of(sentence: str) -> list[str]:
    """The words of a sentence in lower case, the parts of joined ones apart, possessives without their ending."""
    return _WORD.findall(sentence.lower())


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no more letters stand beside a name, nor, by hyphens, the first part of a longer one ("Mazar-i-*Sharif*")."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "-" and _LINKED.search(text, max(0, start - LINK), start):
        return False
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())
