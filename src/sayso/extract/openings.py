"""Which senses of the words of a sentence its other words leave open, before anything is parsed.

Patterns are bits of a number: for each slot, what stands in the sentence opens some of them, and only those are looked at more closely.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import SUBJUNCTIVE, Pattern, Words

# What stands among the words of a sentence for what it has besides them: a name, one of a person or body, figures, a sign of money
NAMED, KNOWN, FIGURE, SIGN = "@", "@@", "#", "$"
NAMES = frozenset({"country", "place", "name"})  # computed classes that only names meet
NEVER_BEFORE_VERB = frozenset({"the", "a", "an", "his", "its", "their", "our", "my", "your", "some", "any", "every", "each", "another"})
NEVER_BEFORE_NOUN = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "they", "we", "he", "she", "who", "it"})
ALL = -1  # the patterns of a sentence of which nothing is known
REACH = 14  # words within which the fixed words of a trigger stand


def numbered(lexicon: Lexicon) -> tuple[dict[str, int], dict[str, int]]:
    """The bit of each pattern's verbs and adjectives, and that of its nouns, by the pattern's identifier."""
    verbs = {pattern.id: 1 << 2 * n for n, pattern in enumerate(lexicon.patterns)}
    return verbs, {pattern: bit << 1 for pattern, bit in verbs.items()}


@dataclass(frozen=True, slots=True)
class Openings:
    """Which patterns the words of a sentence leave open: those whose slots can be filled by some of them."""

    verbs: Mapping[str, int]  # the bit of a pattern's verbs and adjectives, by its identifier
    nouns: Mapping[str, int]  # that of its nouns, whose objects may be left unsaid
    political: int  # those that need nobody who is known
    free: tuple[int, ...]  # for objects, subjects, phrases and clauses: what any word leaves open
    opened: Mapping[str, tuple[int, ...]]  # what a word, or a class of words, opens for each of them
    classes: Mapping[str, tuple[str, ...]]  # the classes of words, written `@class`

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Openings":
        """Number the patterns of a lexicon."""
        verbs, nouns = numbered(lexicon)
        free, opened = [0] * len(SLOTS), defaultdict[str, list[int]](lambda: [0] * len(SLOTS))
        for pattern in lexicon.patterns:
            verb, noun = verbs[pattern.id], nouns[pattern.id]
            for n, (needed, spoken) in enumerate(SLOTS):
                words = needed(pattern)
                free[n] |= verb | noun if words is None else 0 if spoken else noun
                for word in words or ():
                    opened[word][n] |= verb | noun
        political = reduce(or_, (verbs[p.id] | nouns[p.id] for p in lexicon.patterns if p.political), 0)
        return cls(verbs, nouns, political, tuple(free), {word: tuple(bits) for word, bits in opened.items()}, _classes(lexicon))

    def open(self, known: Set[str]) -> int:
        """The patterns that the words of a sentence leave open."""
        objects, subjects, phrases, clauses = self.free
        there = {c for word in self.classes.keys() & known for c in self.classes[word]} | known
        for word in self.opened.keys() & there:
            its_object, its_subject, its_phrase, its_clause = self.opened[word]
            objects |= its_object
            subjects |= its_subject
            phrases |= its_phrase
            clauses |= its_clause
        return objects & subjects & phrases & clauses


@dataclass(frozen=True, slots=True)
class Need:
    """What must stand around a trigger for some of its senses: fixed words after or before it, a preposition, an infinitive."""

    bits: int  # of the patterns among the openings
    noun: bool
    after: tuple[str, ...]
    before: tuple[str, ...]
    prepositions: frozenset[str]
    infinitive: bool

    @property
    def bare(self) -> bool:
        """Whether nothing need stand there."""
        return not (self.after or self.before or self.prepositions or self.infinitive)

    def met(self, words: Sequence[str], i: int, known: Set[str]) -> bool:
        """Whether it all stands there, for the trigger at a word."""
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
class Form:
    """The needs of all senses of one form: those with fixed words after it by the first of them, and the others; and all their bits.

    `bare` are the senses that need nothing beside them, of verbs and of nouns.
    """

    bits: int
    bare: tuple[int, int]
    plain: tuple[Need, ...]
    fixed: Mapping[str, tuple[Need, ...]]

    @classmethod
    def of(cls, needs: Sequence[Need]) -> "Form":
        """Sort the needs of a form."""
        bare, plain, fixed = [0, 0], list[Need](), defaultdict[str, list[Need]](list)
        for need in needs:
            if need.bare:
                bare[need.noun] |= need.bits
            else:
                (fixed[need.after[0]] if need.after else plain).append(need)
        bits = reduce(or_, (need.bits for need in needs))
        return cls(bits, (bare[0], bare[1]), tuple(plain), {word: tuple(found) for word, found in fixed.items()})

    def met(self, words: Sequence[str], i: int, known: Set[str], open_: int) -> int:
        """The patterns of those senses that are open and met, for the trigger at a word."""
        last = words[i - 1] if i else ""
        barred = last in NEVER_BEFORE_VERB, last in NEVER_BEFORE_NOUN
        found = sum(bits & open_ for bits, never in zip(self.bare, barred, strict=True) if not never)
        for need in self._near(known):
            left = need.bits & open_
            if left and not barred[need.noun] and need.met(words, i, known):
                found |= left
        return found

    def _near(self, known: Set[str]) -> Sequence[Need]:
        there = self.fixed.keys() & known if self.fixed else ()
        return (*self.plain, *(need for word in there for need in self.fixed[word])) if there else self.plain


class Forms:
    """The forms that can be a trigger, or are the last part of one that is written with a hyphen; each is made when first met."""

    def __init__(self, lexicon: Lexicon, openings: Openings) -> None:
        """Look for hyphens alone."""
        self._verbal, self._nouns, self._openings = (lexicon.verbs, lexicon.adjectives), lexicon.nouns, openings
        self._hyphened = defaultdict[str, list[str]](list)
        for form in dict.fromkeys(form for index in (*self._verbal, self._nouns) for form in index if "-" in form):
            self._hyphened[form.rpartition("-")[2]].append(form)
        self._made: dict[str, Form | None] = {}

    def get(self, word: str) -> Form | None:
        """The needs of a word; None where it is no trigger."""
        if word not in self._made:
            bits = defaultdict[tuple[Any, ...], int](int)
            for form in (word, *self._hyphened.get(word, ())):
                for key, pattern in self._senses(form):
                    bits[key] |= pattern
            self._made[word] = Form.of([Need(patterns, *key) for key, patterns in bits.items()]) if bits else None
        return self._made[word]

    def _senses(self, form: str) -> Iterator[tuple[tuple[Any, ...], int]]:
        """What the senses of a form need, all but the bits of a `Need`, and the bit of each."""
        lead = tuple(form.split("-")[:-1])
        for index in (*self._verbal, self._nouns):
            noun = index is self._nouns
            for trigger in index.get(form, ()):
                pattern, words = trigger.pattern, tuple(w for w in trigger.words if w.isalpha())
                ends = ((), (*words, *lead)) if noun else (words, lead)
                bit = (self._openings.nouns if noun else self._openings.verbs)[pattern.id]
                yield (noun, *ends, frozenset(pattern.with_), not noun and pattern.complement == {"to"}), bit


def _phrases(pattern: Pattern) -> frozenset[str] | None:
    """What may stand last after a preposition that a pattern wants; None where anything may."""
    phrases = [_lasts(words) for words in pattern.with_.values()]
    return None if not phrases or None in phrases else frozenset[str]().union(*(p for p in phrases if p is not None))


def _subjects(pattern: Pattern) -> frozenset[str] | None:
    """Likewise of the subject, which a passive leaves unsaid where it takes people."""
    return None if pattern.subject and pattern.subject.computed - NAMES else _lasts(pattern.subject)


def _lasts(words: Words | None) -> frozenset[str] | None:
    """The last words of all that may stand in a slot, and its classes; None where it may stay empty."""
    if words is None or words.empty:
        return None
    lasts = frozenset(form if form.isalpha() else form.rpartition(" ")[2].rpartition("-")[2] for form in words.forms)
    return lasts | {NAMED if kind in NAMES else f"@{kind}" for kind in words.computed}


def _modals(pattern: Pattern) -> frozenset[str] | None:
    """The verbs one of which the clause after a pattern has, with "not" joined to them too; None where it needs none that is seen."""
    if SUBJUNCTIVE in pattern.modal:
        return None
    return frozenset(form for word in pattern.modal for form in (word, f"{word}n't")) or None


SLOTS: Sequence[tuple[Callable[[Pattern], frozenset[str] | None], bool]] = (  # and whether nouns must have theirs said
    (lambda pattern: _lasts(pattern.object), False),
    (_subjects, True),
    (_phrases, True),
    (_modals, False),
)


def _classes(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The classes that a word can be of, by itself or by whom it points at."""
    classes = defaultdict[str, set[str]](set)
    anybody = {"@person", "@actor", "@tied", *(f"@{sector}" for nouns in lexicon.roles.values() for n in nouns for sector in n.sectors)}
    for word in pointing(lexicon) | lexicon.noun_cue("reference", "members") | {KNOWN}:
        classes[word] |= anybody
    for head, nouns in lexicon.roles.items():
        classes[head] |= {"@person", "@actor", "@tied", *(f"@{sector}" for noun in nouns for sector in noun.sectors)}
    classes[NAMED] |= {"@person", "@actor", "@tied"}
    for word in (*lexicon.cues["quantity"]["numbers"], *lexicon.cue("grammar", "counting"), *lexicon.cue("grammar", "bundles"), FIGURE):
        classes[word] |= {"@number", "@person"}
    for word in (*lexicon.cues["quantity"]["money_units"], SIGN):
        classes[word].add("@money")
    for form in lexicon.nouns:
        classes[form.rpartition("-")[2]].add("@event")
    return {word: tuple(sorted(found)) for word, found in classes.items()}


def pointing(lexicon: Lexicon) -> frozenset[str]:
    """The words that point at somebody who was told of before."""
    pronouns = (lexicon.cue("grammar", f"pronouns_{kind}") for kind in ("person", "thing", "group", "own", "relative"))
    nouns = (lexicon.noun_cue("reference", kind) for kind in ("igo", "group", "country", "person", "capital", "pair", "pair_lands"))
    cues = (lexicon.cue("reference", name) for name in ("counts", "first_of_two", "second_of_two"))
    return frozenset[str]().union(*pronouns, *nouns, *cues)
