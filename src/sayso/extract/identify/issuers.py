"""In whose name a statement speaks that its first lines announce: "Joint statement by the ministers of France and Peru": "*We* ..."."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.identify.memory import Memory, Referent
from sayso.extract.identify.skim import listed
from sayso.extract.scan.hits import Hit
from sayso.lexicon import Lexicon

FIRST = 2  # lines, the title among them, in which a statement is announced
LONGEST = 30  # words of a line that only announces one
BEFORE = 4  # words before the noun that says what it is


@dataclass(frozen=True, slots=True)
class Issuing:
    """What announces a statement, and behind which words it is told what it is about."""

    announced: re.Pattern[str]
    about: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Issuing":
        """Take the words from a lexicon."""
        nouns, by, about = (_any(lexicon.cues["reference"][name]) for name in ("statements", "issued_by", "stated_about"))
        return cls(re.compile(rf"(?:[\w'’-]+ ){{0,{BEFORE}}}?(?:{nouns}) (?:{by}) ", re.IGNORECASE), re.compile(rf" (?:{about})\b|[:.]"))

    def issuer(self, text: str, start: int, end: int, hits: Sequence[Hit], memory: Memory) -> Referent | None:
        """Who issues the statement that the line from one character to another announces; None for other lines."""
        announced = self.announced.match(text, start, end)
        if announced is None or len(text[start:end].split()) > LONGEST:
            return None
        about = self.about.search(text, announced.end(), end)
        until = about.start() if about else end
        found = [r for h in hits if announced.end() <= h.start < until and (r := listed(h.names, memory))]
        return replace(found[0], also=tuple(found[1:]), plural=len(found) > 1) if found else None


def _any(words: Sequence[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
