"""Which senses of a verb are worth testing: those whose listed objects, prepositions and fixed words stand there.

A verb has a hundred senses, and a sentence leaves open three. Patterns are bits of a number: what stands in the sentence opens some of
them, and only those are tested one by one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain
from operator import or_

from sayso.extract.scan.openings import numbered
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern, Trigger, Words

Beside = Callable[[], Iterable[str]]  # words that hang on a verb


@dataclass(frozen=True, slots=True)
class Shelf:
    """The senses of one form, in the lexicon's order."""

    triggers: Sequence[Trigger]
    all: int  # the patterns of all of them
    bare: int  # the patterns of triggers without fixed words
    numbers: Mapping[int, Sequence[int]]  # by a pattern's bit: which triggers without fixed words
    fixed: Mapping[str, Sequence[int]]  # by the rarest fixed word


@dataclass(frozen=True, slots=True)
class Senses:
    """The senses of all verbs."""

    verbs: Mapping[str, Sequence[Trigger]]
    bits: Mapping[str, int]  # by the identifier of a pattern
    nouns: Mapping[str, int]  # those of its nouns
    objects: Mapping[str, int]  # the patterns that a word as object opens
    any_object: int  # those open to objects that no list names
    prepositions: Mapping[str, int]
    no_preposition: int
    _shelves: dict[str, Shelf] = field(default_factory=dict)

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Senses":
        """Number the patterns of a lexicon."""
        bits, nouns = numbered(lexicon)
        listed = [p for p in lexicon.patterns if _listed(p)]
        return cls(
            verbs=lexicon.verbs,
            bits=bits,
            nouns=nouns,
            objects=_objects((bits[p.id], p.object) for p in listed if p.object),
            any_object=_all(bits[p.id] for p in lexicon.patterns if not _listed(p)),
            prepositions=_opened((bits[p.id], p.with_) for p in lexicon.patterns),
            no_preposition=_all(bits[p.id] for p in lexicon.patterns if not p.with_),
        )

    def near(self, form: str, words: frozenset[str], nouns: Beside, prepositions: Beside, patterns: int) -> list[Trigger]:
        """The senses of a form to test, of those `patterns` that the sentence leaves open.

        `words` are those of the sentence, `nouns` and `prepositions` those that hang on the verb, asked for where a sense hangs on them.
        """
        if form not in self.verbs or not (shelf := self._shelf(form)).all & patterns:
            return []
        left, found = shelf.bare & patterns, list[int]()
        if left & ~self.no_preposition:
            left &= _open(self.prepositions, prepositions(), self.no_preposition)
        if left & ~self.any_object:
            left &= _open(self.objects, nouns(), self.any_object)
        while left:
            lowest = left & -left
            found += shelf.numbers[lowest]
            left ^= lowest
        for word in words & shelf.fixed.keys():
            for n in shelf.fixed[word]:
                trigger = shelf.triggers[n]
                if self.bits[trigger.pattern.id] & patterns and words.issuperset(trigger.words):
                    found.append(n)
        return [shelf.triggers[n] for n in sorted(found)]

    def _shelf(self, form: str) -> Shelf:
        shelf = self._shelves.get(form)
        if shelf is None:
            numbers, fixed, triggers = defaultdict[int, list[int]](list), defaultdict[str, list[int]](list), self.verbs[form]
            common = Counter(word for trigger in triggers for word in set(trigger.words))
            for n, trigger in enumerate(triggers):
                if trigger.words:
                    fixed[min(trigger.words, key=common.__getitem__)].append(n)
                else:
                    numbers[self.bits[trigger.pattern.id]].append(n)
            shelf = self._shelves[form] = Shelf(triggers, _all(self.bits[t.pattern.id] for t in triggers), _all(numbers), numbers, fixed)
        return shelf


def _listed(pattern: Pattern) -> bool:
    """Whether a pattern takes listed objects only."""
    return pattern.object is not None and not pattern.object.computed and not pattern.object.empty


def _objects(patterns: Iterable[tuple[int, Words]]) -> dict[str, int]:
    """The patterns that a word as object opens: those of a class are put together before its words are gone through."""
    own, by_class = list[tuple[int, frozenset[str]]](), defaultdict[Words, int](int)
    for bit, words in patterns:
        own.append((bit, words.own))
        for each in words.classes:
            by_class[each] |= bit
    return _opened(chain(own, ((bits, each.forms) for each, bits in by_class.items())))


def _opened(patterns: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    opened: dict[str, int] = defaultdict(int)
    for bit, words in patterns:
        for word in words:
            opened[word] |= bit
    return dict(opened)


def _open(opened: Mapping[str, int], words: Iterable[str], free: int) -> int:
    """The patterns that some words open, besides those that need none."""
    for word in words:
        free |= opened.get(word, 0)
    return free


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)
