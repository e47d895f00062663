"""Which senses of the words of a sentence its other words leave open, before anything is parsed.

Patterns are bits of a number: for each slot, what stands in the sentence opens some of them, and only those are looked at more closely.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import DATIVE, ELSE, PREDICATE, SUBJUNCTIVE, Pattern, Words

# What stands among the words of a sentence for what it has besides them: a name, one of a person or body, figures, a sign of money
NAMED, KNOWN, FIGURE, SIGN = "@", "@@", "#", "$"
NAMES = frozenset({"country", "place", "name"})  # computed classes that only names meet
COMMON = "thing"  # the computed class that any noun may meet
NEVER_BEFORE_VERB = frozenset({"the", "a", "an", "his", "its", "their", "our", "my", "your", "any", "every", "another"})
NEVER_BEFORE_NOUN = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "they", "we", "he", "she", "who", "it"})
PASSIVES = frozenset({"be", "is", "are", "was", "were", "been", "being"})  # before the verb of a passive
ARTICLES = frozenset({"a", "an", "the"})  # which headlines leave out
RELATIVES = frozenset({"which", "whom"})  # before the subject of a clause on what is done to something
CLAUSE = 8  # words within which its verb stands
MUTUAL = ("between", "among")  # before the sides of a thing
NOWHERE = -1  # before the first word
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
    free: tuple[int, ...]  # for objects, subjects, phrases, clauses and their objects: what any word leaves open
    opened: "Opened"
    words: Set[str]  # all that open anything

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Openings":
        """Number the patterns of a lexicon."""
        verbs, nouns = numbered(lexicon)
        free, opened = [0] * len(SLOTS), defaultdict[str, list[int]](lambda: [0] * len(SLOTS))
        by_class = defaultdict[Words, list[int]](lambda: [0] * len(SLOTS))
        for pattern in lexicon.patterns:
            verb, noun = verbs[pattern.id], nouns[pattern.id]
            for n, (needed, spoken) in enumerate(SLOTS):
                last = needed(pattern)
                free[n] |= verb | noun if last is None else 0 if spoken else noun
                for word in last.words if last else ():
                    opened[word][n] |= verb | noun
                for each in last.classes if last else ():
                    by_class[each][n] |= verb | noun
        for each, slots in by_class.items():
            for word in _last(each.forms):
                opened[word] = list(map(or_, opened[word], slots))
        political = reduce(or_, (verbs[p.id] | nouns[p.id] for p in lexicon.patterns if p.political), 0)
        opens = {word: tuple((n, found) for n, found in enumerate(bits) if found) for word, bits in opened.items()}
        classes = _classes(lexicon)
        return cls(verbs, nouns, political, tuple(free), Opened(opens, classes), opens.keys() | classes.keys())

    def open(self, known: Set[str]) -> int:
        """The patterns that the words of a sentence leave open."""
        left = list(self.free)
        for word in self.words & known:
            for slot, bits in self.opened[word]:
                left[slot] |= bits
        return reduce(and_, left)


class Opened(dict[str, Sequence[tuple[int, int]]]):
    """What a word opens, by itself and by its classes: which slots, and the patterns. It is worked out when the word is first met."""

    def __init__(self, opens: Mapping[str, Sequence[tuple[int, int]]], classes: Mapping[str, Sequence[str]]) -> None:
        """Take what words and classes, written `@class`, open each by itself, and the classes of words."""
        super().__init__()
        self._opens, self._classes = opens, classes

    def __missing__(self, word: str) -> Sequence[tuple[int, int]]:
        """What a word opens that was not met before."""
        slots = [0] * len(SLOTS)
        for name in (word, *self._classes.get(word, ())):
            for slot, bits in self._opens.get(name, ()):
                slots[slot] |= bits
        self[word] = found = [(slot, bits) for slot, bits in enumerate(slots) if bits]
        return found


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
    def loose(self) -> bool:
        """Whether at most a preposition need stand there."""
        return not (self.after or self.before or self.infinitive)

    def met(self, words: Sequence[str], i: int, last: Mapping[str, int]) -> bool:
        """Whether it all stands there, for the trigger at a word; `last` is where each word stands for the last time."""
        if self.before and tuple(words[max(0, i - len(self.before)) : i]) != self.before:
            return False
        if self.after and not (self._follows(words, i, last) or self._fronted(words, i)):
            return False
        if self.infinitive and last.get("to", NOWHERE) <= i:
            return False
        if not self.prepositions:
            return True
        there = self.prepositions & last.keys()
        if self.noun or not there:
            return bool(there)
        least = NOWHERE if _passive(words, i) else i
        return any(_there(word, last, least) for word in there)

    def _follows(self, words: Sequence[str], i: int, last: Mapping[str, int]) -> bool:
        """Whether the fixed words stand behind the trigger, one after another."""
        at = i
        for word in self.after:
            if last.get(word, NOWHERE) <= at:
                return False
            try:
                at = words.index(word, at + 1, i + REACH)
            except ValueError:
                return False
        return True

    def _fronted(self, words: Sequence[str], i: int) -> bool:
        """Whether they stand around a passive: "the *plug* was pulled *on* it"."""
        return _passive(words, i) and {*self.after} <= {*words[max(0, i - REACH) : i + REACH]}


def _there(preposition: str, last: Mapping[str, int], least: int) -> bool:
    """Whether a preposition stands behind a place; one that names the sides of a subject may stand before: "ties *between* them warmed"."""
    return last[preposition] > least or preposition in MUTUAL


def _verbal_noun(words: Sequence[str], i: int) -> bool:
    """Whether a verb is made a noun: "the *expelling* of a nun"."""
    return words[i].endswith("ing") and words[i + 1 : i + 2] == ["of"]


def _passive(words: Sequence[str], i: int) -> bool:
    """Whether a phrase may stand anywhere, as that of a passive or of a relative clause; on a light verb it may for nouns."""
    if "by" in words[i + 1 : i + 4] or not PASSIVES.isdisjoint(words[max(0, i - 2) : i]):
        return True
    return not RELATIVES.isdisjoint(words[max(0, i - CLAUSE) : i])


@dataclass(frozen=True, slots=True)
class Form:
    """The needs of all senses of one form, and all their bits.

    `bare` are the senses that need nothing beside them, `phrases` by preposition those that need one of some: each of verbs and of
    nouns. The others stand under the rarest of their fixed words after it ("turned a *blind* eye"), or the last of those before it,
    or under none.
    """

    bits: int
    bare: tuple[int, int]
    phrases: Mapping[str, tuple[int, int]]
    plain: tuple[Need, ...]
    led: Mapping[str, tuple[Need, ...]]
    fixed: Mapping[str, tuple[Need, ...]]

    @classmethod
    def of(cls, needs: Sequence[Need]) -> "Form":
        """Sort the needs of a form."""
        bare, plain = [0, 0], list[Need]()
        led, fixed = defaultdict[str, list[Need]](list), defaultdict[str, list[Need]](list)
        phrases = defaultdict[str, list[int]](lambda: [0, 0])
        common = Counter(word for need in needs for word in set(need.after))
        for need in needs:
            if not need.loose:
                rarest = min(need.after, key=common.__getitem__, default="")
                (fixed[rarest] if rarest else led[need.before[-1]] if need.before else plain).append(need)
            elif not need.prepositions:
                bare[need.noun] |= need.bits
            for word in need.prepositions if need.loose else ():
                phrases[word][need.noun] |= need.bits
        bits = reduce(or_, (need.bits for need in needs))
        return cls(
            bits,
            (bare[0], bare[1]),
            {word: (verbs, nouns) for word, (verbs, nouns) in phrases.items()},
            tuple(plain),
            {word: tuple(found) for word, found in led.items()},
            {word: tuple(found) for word, found in fixed.items()},
        )

    def met(self, words: Sequence[str], i: int, last: Mapping[str, int], open_: int) -> int:
        """The patterns of those senses that are open and met, for the trigger at a word; `last` as for `Need`."""
        before = words[i - 1] if i else ""
        verb, noun = before not in NEVER_BEFORE_VERB or _verbal_noun(words, i), before not in NEVER_BEFORE_NOUN
        found = (self.bare[0] if verb else 0) | (self.bare[1] if noun else 0)
        phrases = self.phrases.keys() & last.keys()
        least = NOWHERE if phrases and _passive(words, i) else i
        for word in phrases:
            verbs, nouns = self.phrases[word]
            found |= (verbs if verb and _there(word, last, least) else 0) | (nouns if noun else 0)
        found &= open_
        near = [*self.plain, *self.led.get(before, ())]
        for word in self.fixed.keys() & last.keys():
            if last[word] > i or _passive(words, i):
                near += self.fixed[word]
        for need in near:
            left = need.bits & open_
            if left and (noun if need.noun else verb) and need.met(words, i, last):
                found |= left
        return found


class Forms(dict[str, Form]):
    """The forms that can be a trigger, or are the last part of one that is written with a hyphen; each is made when first met."""

    def __init__(self, lexicon: Lexicon, openings: Openings) -> None:
        """List the words alone."""
        super().__init__()
        self._verbal, self._nouns, self._openings = (lexicon.verbs, lexicon.adjectives), lexicon.nouns, openings
        self._hyphened = defaultdict[str, list[str]](list)
        forms = dict.fromkeys(form for index in (*self._verbal, self._nouns) for form in index)
        for form in forms:
            if "-" in form:
                self._hyphened[form.rpartition("-")[2]].append(form)
        self.words = forms.keys() | self._hyphened.keys()

    def __missing__(self, word: str) -> Form:
        """The needs of one of the words that was not met before."""
        bits = defaultdict[tuple[Any, ...], int](int)
        for written in (word, *self._hyphened.get(word, ())):
            for key, pattern in self._senses(written):
                bits[key] |= pattern
        self[word] = form = Form.of([Need(patterns, *key) for key, patterns in bits.items()])
        return form

    def _senses(self, form: str) -> Iterator[tuple[tuple[Any, ...], int]]:
        """What the senses of a form need, all but the bits of a `Need`, and the bit of each."""
        lead = tuple(form.split("-")[:-1])
        for index in (*self._verbal, self._nouns):
            noun = index is self._nouns
            for trigger in index.get(form, ()):
                pattern, words = trigger.pattern, tuple(w for w in trigger.words if w.isalpha() and w not in ARTICLES)
                ends = ((), (*words, *lead)) if noun else (words, lead)
                bit = (self._openings.nouns if noun else self._openings.verbs)[pattern.id]
                phrases = frozenset() if {DATIVE, PREDICATE} & pattern.with_.keys() else frozenset(pattern.with_)
                yield (noun, *ends, phrases, not noun and pattern.complement == {"to"}), bit


@dataclass(frozen=True, slots=True)
class Last:
    """What may stand last in a slot: words, names of computed classes, and all words of lexical classes."""

    words: frozenset[str]
    classes: frozenset[Words] = frozenset()


def _phrases(pattern: Pattern) -> Last | None:
    """What may stand last after a preposition that a pattern wants; None where anything may."""
    phrases = [_lasts(words) for words in pattern.with_.values()]
    found = [phrase for phrase in phrases if phrase is not None]
    if not found or len(found) < len(phrases):
        return None
    return Last(frozenset[str]().union(*(p.words for p in found)), frozenset[Words]().union(*(p.classes for p in found)))


def _subjects(pattern: Pattern) -> Last | None:
    """Likewise of the subject, which a passive leaves unsaid where it takes people."""
    return None if pattern.subject and pattern.subject.computed - NAMES else _lasts(pattern.subject)


def _lasts(words: Words | None) -> Last | None:
    """The last words of all that may stand in a slot, and its classes; None where it may stay empty or hold any noun."""
    if words is None or words.empty or COMMON in words.computed:
        return None
    return Last(_last(words.own) | {NAMED if kind in NAMES else f"@{kind}" for kind in words.computed}, frozenset(words.classes))


def _last(forms: Iterable[str]) -> frozenset[str]:
    """The last words of all that may stand in a slot."""
    return frozenset(form if form.isalpha() else form.rpartition(" ")[2].rpartition("-")[2] for form in forms)


def _modals(pattern: Pattern) -> Last | None:
    """The verbs one of which the clause after a pattern has, with "not" joined to them too, or its "or"; None where it needs none."""
    if ELSE in pattern.complement:
        return Last(frozenset({"or"}))
    if SUBJUNCTIVE in pattern.modal or not pattern.modal:
        return None
    first = {modal.split()[0] for modal in pattern.modal}  # "should" of "should have"
    return Last(frozenset(form for word in first for form in (word, f"{word}n't")))


def _clause_verbs(pattern: Pattern) -> Last | None:
    """The verbs one of which the clause after a pattern must have; None where it may have any."""
    return Last(_last(pattern.clause_verb)) if pattern.clause_verb else None


SLOTS: Sequence[tuple[Callable[[Pattern], Last | None], bool]] = (  # and whether nouns must have theirs said
    (lambda pattern: _lasts(pattern.object), False),
    (_subjects, True),
    (_phrases, True),
    (_modals, False),
    (_clause_verbs, False),
    (lambda pattern: _lasts(pattern.clause_object), False),
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
    for word in (*lexicon.cues["quantity"]["numbers"], *lexicon.cue("grammar", "counting", "bundles"), FIGURE):
        classes[word] |= {"@number", "@person"}
    for word in (*lexicon.cues["quantity"]["money_units"], SIGN):
        classes[word].add("@money")
    for form in lexicon.nouns:
        classes[form.rpartition("-")[2]].add("@event")
    return {word: tuple(sorted(found)) for word, found in classes.items()}


def pointing(lexicon: Lexicon) -> frozenset[str]:
    """The words that point at somebody who was told of before."""
    pronouns = lexicon.cue("grammar", "pronouns_person", "pronouns_thing", "pronouns_group", "pronouns_own", "pronouns_relative")
    nouns = lexicon.noun_cue("reference", "igo", "group", "country", "person", "capital", "pair", "pair_lands")
    return pronouns | nouns | lexicon.cue("reference", "counts", "first_of_two", "second_of_two")
