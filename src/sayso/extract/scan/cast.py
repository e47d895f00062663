"""Who could act in a sentence, as far as words tell: whom it names or describes, and whom the report has brought in before."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from sayso.extract.scan.openings import FIGURE, KNOWN, NAMED, SIGN
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Name

MEMORY = 4  # sentences for which "the children" or "he" may still be somebody of whom the report speaks
LANDS = ("country", "place")  # kinds of names that have no sectors of their own

_CAPITAL = re.compile(r"(?<!^)\b[A-Z][a-z]")
_CAPITALISED = re.compile(r"\b[A-Z]\w+")
_NAME = re.compile(r"(?<!^)(?<![\"“'(] )\b[A-Z]\w+|^[A-Z]\w+(?=,| [A-Z])")  # the first word of a sentence where it goes on like one
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class CastWords:
    """Words for people: nouns of power, all nouns for people and bodies, those that need a word before them, and pronouns."""

    strong: frozenset[str]
    alone: frozenset[str]
    heads: frozenset[str]
    prefixes: frozenset[str]
    pronouns: frozenset[str]
    counts: frozenset[str]
    temporal: frozenset[str]
    sign: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "CastWords":
        """Take them from a lexicon."""
        power = lexicon.cue("reference", "power")
        sectors = {head: {s for n in nouns if not n.before for s in n.sectors} for head, nouns in lexicon.roles.items()}
        alone = frozenset(head for head, nouns in lexicon.roles.items() if any(not n.before for n in nouns))
        heads = frozenset(lexicon.roles) - alone
        signs = "".join(sorted({sign[-1] for sign in lexicon.cues["quantity"]["money_signs"] if not sign[-1].isalpha()}))
        return cls(
            strong=frozenset(head for head in alone if sectors[head] & power),
            alone=alone,
            heads=heads,
            prefixes=frozenset(n.before[-1] for head in heads for n in lexicon.roles[head]),
            pronouns=lexicon.cue("grammar", "pronouns_person", "pronouns_thing", "pronouns_group")
            | lexicon.cue("reference", "first_of_two", "second_of_two", "pair_definite")
            | lexicon.noun_cue("reference", "sides"),
            counts=lexicon.cue("reference", "counts"),
            temporal=lexicon.cue("grammar", "temporal") | lexicon.cue("time", "months", "weekdays"),
            sign=re.compile(f"[{re.escape(signs)}]"),
        )

    def counted(self, words: Sequence[str], known: Set[str]) -> bool:
        """Whether a number stands for those who were told of before: "*the two* were freed"."""
        return not self.counts.isdisjoint(known) and any(one == "the" and number in self.counts for one, number in pairwise(words))

    def role(self, words: Set[str]) -> bool:
        """Whether one of the words is for people or bodies."""
        return not self.alone.isdisjoint(words) or not (self.heads.isdisjoint(words) or self.prefixes.isdisjoint(words))


@dataclass(frozen=True, slots=True)
class Present:
    """Who is there: the words of a sentence with signs for what else it holds, and whether somebody of them could act.

    `anybody` is enough for an act that is political in itself; all others need one who could be `identified`.
    """

    known: Set[str]
    anybody: bool
    identified: bool


class Cast:
    """Those whom one report has brought in, sentence by sentence."""

    def __init__(self, words: CastWords) -> None:
        """Nobody yet."""
        self._words = words
        self._introduced: set[str] = set()  # words of names that stood beside a listed name or a noun for people
        self._named = self._identified = 0  # sentences since somebody was named, and since one was named who could be identified

    def enter(self, sentence: str, words: Sequence[str], names: Sequence[Sequence[Name]]) -> Present:
        """Who is there in the next sentence; `words` are its words in lower case, `names` the listed names in it."""
        known, cues = set(words), self._words
        again = bool(self._introduced) and not self._introduced.isdisjoint(_CAPITALISED.findall(sentence))
        role, strong = cues.role(known), not cues.strong.isdisjoint(known)
        described = role or not cues.pronouns.isdisjoint(known) or cues.counted(words, known)
        capital = bool(names) or _CAPITAL.search(sentence) is not None
        self._named = 0 if capital or strong else self._named + 1
        self._identified = 0 if names or again or strong else self._identified + 1
        if names or role:
            self._introduced |= {name for name in _NAME.findall(sentence) if name.lower() not in cues.temporal}
        reach = MEMORY if described else 1
        if capital or again:
            known.add(NAMED)
        if again or any(found[0].entity.kind not in LANDS for found in names):
            known.add(KNOWN)
        if _FIGURE.search(sentence):
            known.add(FIGURE)
        if cues.sign.search(sentence):
            known.add(SIGN)
        return Present(known, self._named < reach, self._identified < reach)
