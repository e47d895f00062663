"""Step 3, scan: names found in one pass over the whole text, and which sentences hold a trigger and somebody to do it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Literal

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity, Name
from sayso.lexicon.pattern import Pattern, Words

_WORD = re.compile(r"\w[\w'-]*|'[a-z]+")
NAMED = "^"  # stands among a sentence's words where it holds a name
NAMES = frozenset({"country", "place", "name"})  # computed classes that only names meet
NEVER_BEFORE_VERB = frozenset(
    {"the", "a", "an", "this", "these", "those", "his", "its", "their", "our", "my", "your", "some", "any", "every", "each", "another"}
)
NEVER_BEFORE_NOUN = frozenset(
    {"to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "they", "we", "he", "she", "who", "it"}
)
REACH = 14  # words within which the fixed words of a trigger stand
_CAPITAL = re.compile(r"(?<!^)\b[A-Z][a-z]")


Presence = Literal["named", "described", "nobody"]


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
        first = bisect_left(self.hits, start, key=lambda h: h.start)
        last = bisect_left(self.hits, end, lo=first, key=lambda h: h.start)
        return [h for h in self.hits[first:last] if h.end <= end]


class Scanner:
    """The automaton over all names of a lexicon, and the words that can start an event."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Build the automaton (about 0.1 s for 50,000 names)."""
        names: dict[str, tuple[Name, ...]] = dict(lexicon.names)
        for text, codes in lexicon.ambiguous.items():
            unknown = Entity(None, text, "country", None, group=" ".join(codes))
            names[text] = (Name(text, unknown, "adjective"),)
        self._texts, self._by_text = list(names), names
        self._names = [names[t] for t in self._texts]
        self._automaton = AhoCorasick(self._texts, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
        self._openings = Openings.of(lexicon)
        self._triggers = _needs(lexicon, self._openings)
        alone = {
            head: {x for n in nouns if not n.before for x in n.sectors}
            for head, nouns in lexicon.roles.items()
            if any(not n.before for n in nouns)
        }
        power = lexicon.cue("reference", "power")
        pronouns = frozenset[str]().union(*(lexicon.cue("grammar", f"pronouns_{kind}") for kind in ("person", "thing", "group")))
        self._strong = frozenset(head for head, sectors in alone.items() if sectors & power)
        self._weak = frozenset(alone) | pronouns
        self._heads = frozenset(lexicon.roles) - frozenset(alone)
        self._befores = frozenset(n.before[-1] for head in self._heads for n in lexicon.roles[head])

    @property
    def known(self) -> frozenset[str]:
        """All names of one word."""
        return frozenset(t for t in self._texts if " " not in t)

    def scan(self, text: str) -> Scanned:
        """All names in a text, leftmost longest, whole words only."""
        hits = []
        for which, start, end in self._automaton.find_matches_as_indexes(text):
            if _whole(text, start, end):
                hits.append(Hit(start, end, self._names[which]))
            elif shorter := self._shorter(text, start, end):
                hits.append(shorter)
        return Scanned(tuple(hits))

    def _shorter(self, text: str, start: int, end: int) -> Hit | None:
        """The longest name of whole words in one that ends inside a word: "Hamas" of "Hamas fighter" in "Hamas fighters"."""
        while (end := text.rfind(" ", start, end)) > start:
            if (names := self._by_text.get(text[start:end])) and _whole(text, start, end):
                return Hit(start, end, names)
        return None

    def triggers(self, words: Sequence[str], known: frozenset[str]) -> set[str]:
        """The words of a sentence that can start an event: what their senses must have beside them stands there too."""
        open_ = self._openings.open(known)
        found = set[str]()
        for i, word in enumerate(words):
            trigger = self._triggers.get(word)
            if trigger and trigger.bits & open_ and word not in found and trigger.met(words, i, known, open_):
                found.add(word)
        return found

    def named(self, sentence: str, hits: Sequence[Hit]) -> bool:
        """Whether a sentence holds a name, or a capital that may begin one."""
        return bool(hits) or bool(_CAPITAL.search(sentence))

    def somebody(self, words: Set[str]) -> Presence:
        """Whether a sentence names somebody, or only describes or points at somebody who could act."""
        if NAMED in words or not self._strong.isdisjoint(words):
            return "named"
        if not self._weak.isdisjoint(words) or (not self._heads.isdisjoint(words) and not self._befores.isdisjoint(words)):
            return "described"
        return "nobody"


def words_of(sentence: str) -> list[str]:
    """The words of a sentence in lower case, the parts of joined ones apart, possessives without their ending."""
    return [p.removesuffix("'s") for t in _WORD.findall(sentence.lower()) for p in (t.split("-") if "-" in t else (t,))]


@dataclass(frozen=True, slots=True)
class Openings:
    """Which patterns the words of a sentence leave open, as bits of a number: those whose slots can be filled by some of them."""

    verbs: Mapping[str, int]  # the bit of a pattern's verbs and adjectives, by its identifier
    nouns: Mapping[str, int]  # that of its nouns, whose objects may be left unsaid
    slots: Sequence[tuple[int, Mapping[str, int]]]  # of objects, subjects, phrases: what any word leaves open, and what a word opens

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Openings":
        """Number the patterns of a lexicon."""
        verbs = {pattern.id: 1 << 2 * n for n, pattern in enumerate(lexicon.patterns)}
        nouns = {pattern.id: 2 << 2 * n for n, pattern in enumerate(lexicon.patterns)}
        slots = []
        for needed, spoken in ((lambda p: _lasts(p.object), False), (lambda p: _lasts(p.subject), True), (_phrases, True)):
            free, opened = 0, defaultdict[str, int](int)
            for pattern in lexicon.patterns:
                words, verb, noun = needed(pattern), verbs[pattern.id], nouns[pattern.id]
                free |= verb | noun if words is None else 0 if spoken else noun
                for word in words or ():
                    opened[word] |= verb | noun
            slots.append((free, dict(opened)))
        return cls(verbs, nouns, slots)

    def open(self, known: Iterable[str]) -> int:
        """The patterns that the words of a sentence leave open."""
        left = -1
        for free, opened in self.slots:
            left &= reduce(or_, (opened[word] for word in known if word in opened), free)
        return left


@dataclass(frozen=True, slots=True)
class Need:
    """What must stand around one sense of a trigger: fixed words after or before it, a preposition, an infinitive."""

    bit: int  # of its pattern among the openings
    noun: bool
    after: tuple[str, ...]
    before: tuple[str, ...]
    prepositions: frozenset[str]
    infinitive: bool

    def met(self, words: Sequence[str], i: int, known: frozenset[str]) -> bool:
        """Whether it all stands there, for the trigger at a word."""
        last = words[i - 1] if i else ""
        if last in (NEVER_BEFORE_NOUN if self.noun else NEVER_BEFORE_VERB) or not known.issuperset(self.after):
            return False
        if self.infinitive and "to" not in words[i + 1 :]:
            return False
        anywhere = self.noun or "by" in words[i + 1 : i + 4]  # on a light verb, and of a passive, the phrase may stand before
        if self.prepositions and self.prepositions.isdisjoint(known if anywhere else words[i + 1 :]):
            return False
        if self.before:
            return tuple(words[max(0, i - len(self.before)) : i]) == self.before
        at = i
        for word in self.after:
            try:
                at = words.index(word, at + 1, i + REACH)
            except ValueError:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Senses:
    """The needs of all senses of a form, the cheap ones first, and all their bits."""

    bits: int
    needs: tuple[Need, ...]

    def met(self, words: Sequence[str], i: int, known: frozenset[str], open_: int) -> bool:
        """Whether those of one sense that is open are met, for the trigger at a word."""
        return any(need.bit & open_ and need.met(words, i, known) for need in self.needs)


def _needs(lexicon: Lexicon, openings: Openings) -> dict[str, Senses]:
    """The senses of each form that can be a trigger, or the last part of one that is written with a hyphen."""
    needs: dict[str, list[Need]] = defaultdict(list)
    made: dict[tuple[str, tuple[str, ...], tuple[str, ...], bool], Need] = {}
    for index in (lexicon.verbs, lexicon.nouns, lexicon.adjectives):
        noun = index is lexicon.nouns
        for form, triggers in index.items():
            *lead, last = form.split("-")
            for trigger in triggers:
                pattern = trigger.pattern
                key = (pattern.id, trigger.words, tuple(lead), noun)
                need = made.get(key)
                if need is None:
                    words = tuple(w for w in trigger.words if w.isalpha())
                    bit = (openings.nouns if noun else openings.verbs)[pattern.id]
                    ends = ((), (*words, *lead)) if noun else (words, tuple(lead))
                    to = not noun and pattern.complement == {"to"}
                    need = made[key] = Need(bit, noun, *ends, frozenset(pattern.with_), infinitive=to)
                needs[last].append(need)
    return {form: Senses(reduce(or_, (n.bit for n in found)), tuple(sorted(found, key=_effort))) for form, found in needs.items()}


def _effort(need: Need) -> int:
    """Cheap needs are tried first."""
    return len(need.after) + len(need.before) + bool(need.prepositions)


def _phrases(pattern: Pattern) -> frozenset[str] | None:
    """The last words of all that may stand after a preposition that a pattern wants; None where anything may."""
    phrases = [_lasts(words) for words in pattern.with_.values()]
    return None if not phrases or None in phrases else frozenset[str]().union(*(p for p in phrases if p is not None))


def _lasts(words: Words | None) -> frozenset[str] | None:
    """The last words of all that may stand in a slot; None where it may stay empty or takes people."""
    if words is None or words.computed - NAMES or words.empty:
        return None
    lasts = frozenset(part.rpartition(" ")[2].rpartition("-")[2] for part in words.forms)
    return lasts | {NAMED} if words.computed else lasts


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())
