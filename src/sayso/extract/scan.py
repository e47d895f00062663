"""Step 3, scan: names found in one pass over the whole text, and which sentences hold a trigger and somebody to do it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
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
        self._triggers = _needs(lexicon)
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
        return {w for i, w in enumerate(words) if w in self._triggers and any(n.met(words, i, known) for n in self._triggers[w])}

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
class Beside:
    """What a sense of a verb or an adjective needs somewhere in its sentence.

    Words that its object, its subject and its prepositional phrases can have (None: anything), prepositions of which one must
    follow, and whether an infinitive must.
    """

    objects: frozenset[str] | None = None
    subjects: frozenset[str] | None = None
    phrases: frozenset[str] | None = None
    prepositions: frozenset[str] = frozenset()
    infinitive: bool = False

    @classmethod
    def of(cls, pattern: Pattern) -> "Beside":
        """What a pattern needs."""
        phrases = [_lasts(words) for words in pattern.with_.values()]
        all_phrases = None if not phrases or None in phrases else frozenset[str]().union(*(p for p in phrases if p is not None))
        return cls(_lasts(pattern.object), _lasts(pattern.subject), all_phrases, frozenset(pattern.with_), pattern.complement == {"to"})

    def stands(self, words: Sequence[str], i: int, known: frozenset[str]) -> bool:
        """Whether all that stands there, for the trigger at a word."""
        for needed in (self.objects, self.subjects, self.phrases):
            if needed is not None and needed.isdisjoint(known):
                return False
        if self.infinitive and "to" not in words[i + 1 :]:
            return False
        later = known if "by" in words[i + 1 : i + 4] else words[i + 1 :]  # of a passive the phrase may stand before
        return not self.prepositions or not self.prepositions.isdisjoint(later)


@dataclass(frozen=True, slots=True)
class Need:
    """What must stand in a sentence for one sense of a trigger: fixed words after or before it, and what goes beside it."""

    noun: bool
    after: tuple[str, ...]
    before: tuple[str, ...]
    beside: Beside

    def met(self, words: Sequence[str], i: int, known: frozenset[str]) -> bool:
        """Whether it all stands there, for the trigger at a word."""
        last = words[i - 1] if i else ""
        if last in (NEVER_BEFORE_NOUN if self.noun else NEVER_BEFORE_VERB) or not known.issuperset(self.after):
            return False
        if not self.beside.stands(words, i, known):
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


def _needs(lexicon: Lexicon) -> dict[str, tuple[Need, ...]]:
    """The needs of each form that can be a trigger, or the last part of one that is written with a hyphen."""
    needs: dict[str, list[Need]] = defaultdict(list)
    beside = {p.id: Beside.of(p) for p in lexicon.patterns}
    made: dict[tuple[str, tuple[str, ...], tuple[str, ...], bool], Need] = {}
    for index in (lexicon.verbs, lexicon.nouns, lexicon.adjectives):
        noun = index is lexicon.nouns
        for form, triggers in index.items():
            *lead, last = form.split("-")
            for trigger in triggers:
                key = ("" if noun else trigger.pattern.id, trigger.words, tuple(lead), noun)
                need = made.get(key)
                if need is None:
                    words = tuple(w for w in trigger.words if w.isalpha())
                    ends = ((), (*words, *lead)) if noun else (words, tuple(lead))
                    need = made[key] = Need(noun, *ends, Beside() if noun else beside[trigger.pattern.id])
                needs[last].append(need)
    return {form: tuple(sorted(found, key=_effort)) for form, found in needs.items()}


def _effort(need: Need) -> int:
    """Cheap needs are tried first."""
    return len(need.after) + len(need.before) + 2 * bool(need.beside.objects) + bool(need.beside.prepositions)


def _lasts(words: Words | None) -> frozenset[str] | None:
    """The last words of all that may stand in a slot; None where it may stay empty or takes people."""
    if words is None or words.computed - NAMES or words.empty:
        return None
    lasts = frozenset(part.rpartition(" ")[2].rpartition("-")[2] for part in words.forms)
    return lasts | {NAMED} if words.computed else lasts


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())
