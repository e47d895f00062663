"""How much the words around a name say that it is a place's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.places.capitals import Word
from sayso.extract.places.toponyms import Toponym
from sayso.lexicon import Lexicon

DESCRIBING = 3  # words before the kind of a place: "the Syrian rebel-held border town of Azaz"
ARTICLES, WITHIN = ("a", "an", "the"), ("in", "of")
BEFORE, AFTER = 30, 40  # characters around a name in which its cues stand
OWN = {"capital": 1.0, "short": -2.0}  # for capitals, and for surnames that may be a city's name
ENOUGH = 1.75  # evidence from which a name is a place's

_LAST = re.compile(r"([A-Za-z-]+) (?:the |[\"“‘(])?$")
_NEXT = re.compile(r"([ -]+)([a-z]+(?: his)?)\b")
_OWNED = re.compile(r"['’]s? ([a-z]+)\b")
_HYPHENED = re.compile(r"-[A-Z]")
_APPOSED = re.compile(r"([a-z]+), $")
_PARTIES = ("D-", "R-", "I-")  # "Smith, R-Ohio"
_AGED = re.compile(r", (?:\d\d?,|\d\d? |Jr|Sr|who\b|whose\b)")
_OPENING = re.compile(r"(?:, [A-Z][\w. ]{1,20})?(?: ?(?:--|—|–)| -|:) (?!['\"“‘])[A-Z]")  # after what opens a text: no speaker's name
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,20})?(?: \([A-Z][\w/., -]{1,30}\))?(?: ?(?:--|—|–)| -|:) ?")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words around names that speak for places or against them."""

    locative: frozenset[str]
    weak: frozenset[str]
    kinds: frozenset[str]
    regions: frozenset[str]
    modifiers: frozenset[str]
    belongings: frozenset[str]
    townsfolk: frozenset[str]
    away: frozenset[str]
    joined: frozenset[str]
    names: frozenset[str]
    speaks: frozenset[str]
    roles: frozenset[str]
    temporal: frozenset[str]
    moving: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Cues":
        """Take them from a lexicon."""
        own = ("locative", "kinds", "regions", "modifiers", "belongings", "townsfolk", "away", "joined", "names", "speaks")
        weak = lexicon.cue("place", "weak") | lexicon.verb_cue("place", "entering")
        temporal, moving = lexicon.cue("grammar", "temporal"), lexicon.verb_cue("place", "moving")
        lists = {key: lexicon.cue("place", key) for key in own}
        return cls(**lists, weak=weak, roles=frozenset(lexicon.roles), temporal=temporal, moving=moving)

    def around(self, text: str, words: Sequence[Word], name: Toponym) -> float:
        """What speaks for a name, before it is known which place it may be."""
        if name.use in ("short-form", "postal", "adjective"):
            return 3.0
        own = 2.5 if name.listed or self._kind_in(words, name) else OWN.get(name.use or "", 0.0)
        return own + self.before(text, words, name) + self.after(text, words, name)

    def holds(self, gap: str) -> bool:
        """Whether words between two names say that the second lies in the first: "the *Syrian* border town of *Azaz*"."""
        words = gap.removeprefix("'s").removeprefix("’s").split()
        kind = words.pop() if words else ""
        if kind == "of" and words:
            kind = words.pop()
        return (kind in self.kinds or kind in self.regions) and len(words) < DESCRIBING and all(w.isalpha() and w.islower() for w in words)

    def lies(self, gap: str) -> bool:
        """Whether words between two names say that the first lies in the second: "*Azaz*, a town in northern *Syria*"."""
        *words, last = gap.split() or [""]
        if last in self.modifiers and words:
            *words, last = words
        ahead = [w for w in words if w not in ARTICLES]
        return last in WITHIN and gap[:1] in (",", " ") and all(w in self.kinds or w in self.regions or w == "," for w in ahead)

    def _kind_in(self, words: Sequence[Word], name: Toponym) -> bool:
        """Whether a name says itself what it names ("Franklin County")."""
        inside = words[name.first : name.last + 1]
        return len(inside) > 1 and any(w.lower in self.regions for w in (inside[0], inside[-1]))

    def before(self, text: str, words: Sequence[Word], name: Toponym) -> float:
        """What stands before: a preposition, a kind of place, or a capitalised word that it may be one name with."""
        first, start = name.first, name.start
        while first and words[first - 1].spaced and words[first - 1].lower in self.modifiers:
            first -= 1
            start = words[first].start
        if first and words[first - 1].spaced and words[first - 1].end + 1 == start:
            word = words[first - 1]
            if word.lower in self.locative:
                return 3.0
            return 0.0 if word.opens or word.lower in self.weak or name.listed else -2.5
        if text[max(0, start - 2) : start] in _PARTIES:
            return 3.0
        match = _LAST.search(text, max(0, start - BEFORE), start)
        word_before = match.group(1).lower() if match else ""
        apposed = _APPOSED.search(text, max(0, start - BEFORE), start)
        if apposed and apposed.group(1) in self.kinds:
            return 3.0
        if word_before in self.locative or word_before in self.kinds:
            return 3.0
        if self._of_kind(text, start):
            return 3.0
        return 1.5 if word_before in self.weak else 0.0

    def _of_kind(self, text: str, start: int) -> bool:
        """Whether "village of", "mayor of", "south of", "flew to" or the like stands before."""
        *_, over, word = ["", "", *text[max(0, start - BEFORE) : start].lower().split()]
        if word == "of":
            return any(over in words for words in (self.kinds, self.regions, self.townsfolk, self.away))
        return word == "to" and over in self.moving

    def after(self, text: str, words: Sequence[Word], name: Toponym) -> float:
        """What stands after: what a place has, or what people do."""
        ahead = text[name.end : name.end + AFTER]
        if text[name.start : name.end].isupper() and name.end - name.start > 3 and _DATELINE.match(ahead):
            return 3.0
        if not text[: name.start].strip() and _OPENING.match(ahead):
            return 3.0
        if _AGED.match(ahead) and not name.listed:
            return -3.0
        if words[name.last].spaced and name.last + 1 < len(words):
            return self._capital_after(words, name)
        match = _NEXT.match(ahead)
        if (owned := _OWNED.match(ahead)) and owned.group(1) in self.townsfolk:
            return 2.0
        if not match:
            return -2.0 if not name.use and _HYPHENED.match(ahead) else 0.0
        gap, word = match.groups()
        if "-" in gap:
            return 2.5 if word in self.joined else 0.0
        return 2.0 if word in self.belongings or word in self.regions else -1.5 if word in self.speaks else 0.0

    def _capital_after(self, words: Sequence[Word], name: Toponym) -> float:
        """What a capitalised word right after says: a body of the place, a role, or a name that goes on."""
        word = words[name.last + 1]
        lower = word.lower
        if lower in self.temporal:
            return 0.0
        if lower in self.belongings or lower in self.regions:
            return 2.0
        if lower in self.names and not name.listed:
            return -3.0
        if lower in self.roles:
            return 1.5
        run = [w.lower for w in words[name.last + 1 : name.last + 4]]
        if words[name.last + 1].spaced and not self.belongings.isdisjoint(run[1:]) and self.names.isdisjoint(run):
            return 0.5
        return -1.0 if name.listed else -2.0
