"""Where the words of a trigger stand, and what triggers of every part of speech are tested with in one sentence."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.identify.step import Sentence
from sayso.extract.match.conditions import Conditions
from sayso.extract.match.grammar import Roles
from sayso.extract.match.grammar_words import Grammar
from sayso.extract.match.party_words import PartyWords
from sayso.extract.match.roles import Parties
from sayso.extract.match.senses import Senses
from sayso.extract.parse.tree import Tree
from sayso.extract.scan.openings import ALL
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern

REACH = 12  # tokens within which the fixed words of a trigger stand


@dataclass(frozen=True, slots=True)
class Matcher:
    """The word lists that matching reads; one a lexicon. `verbal` are all forms of verbs and adjectives that are triggers."""

    lexicon: Lexicon
    grammar: Grammar
    senses: Senses
    verbal: frozenset[str]
    parties: PartyWords
    light_active: frozenset[str]
    light_passive: frozenset[str]
    noticing: frozenset[str]
    hindering: frozenset[str]
    disowning: frozenset[str]
    sharing: frozenset[str]
    putting: frozenset[str]
    occurrence: frozenset[str]
    rounds: frozenset[str]
    enforcing: frozenset[str]
    beside: frozenset[str]
    moving: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Matcher":
        """Take them from a lexicon's cues."""
        return cls(
            lexicon,
            Grammar.of(lexicon),
            Senses.of(lexicon),
            frozenset(lexicon.verbs.keys() | lexicon.adjectives.keys()),
            PartyWords.of(lexicon),
            light_active=lexicon.verb_cue("light", "active"),
            light_passive=lexicon.verb_cue("light", "passive"),
            noticing=lexicon.verb_cue("light", "noticed"),
            hindering=lexicon.verb_cue("light", "hindered"),
            disowning=lexicon.verb_cue("light", "disowning"),
            sharing=lexicon.noun_cue("light", "sharing"),
            putting=lexicon.verb_cue("light", "under"),
            occurrence=lexicon.verb_cue("grammar", "occurrence_verbs"),
            rounds=lexicon.cue("grammar", "rounds"),
            enforcing=lexicon.cue("reference", "enforcing"),
            beside=lexicon.cue("grammar", "around"),
            moving=lexicon.cue("grammar", "moving"),
        )


class Matching:
    """One sentence while it is matched: its roles and parties, the conditions on it, and by token why a trigger was passed over.

    `patterns` are those that its words leave open, as bits.
    """

    def __init__(self, matcher: Matcher, sentence: Sentence, patterns: int = ALL) -> None:
        """Prepare the look-ups of the sentence."""
        self.matcher, self.lexicon, self.tree = matcher, matcher.lexicon, sentence.tree
        self.roles = Roles(sentence.tree, matcher.grammar)
        self.parties = Parties(sentence, self.roles, matcher.parties)
        self.conditions = Conditions(self.parties, self.roles)
        self.patterns = patterns
        self.words = frozenset(sentence.tree.lower)
        self.missed: dict[int, str] = {}

    def miss(self, i: int, pattern: Pattern, why: str) -> None:
        """Note why a pattern was passed over at a token; the first reason is kept."""
        self.missed.setdefault(i, f"{pattern.id}: {why}")

    def tokens(self, i: int, first: int, words: Sequence[str]) -> tuple[int, ...]:
        """The tokens of a trigger that runs from `first` to `i`, with its fixed words; empty where they are not all there."""
        if not words:
            return tuple(range(first, i + 1))
        tree = self.tree
        particles = set(tree.kids(i, "prt"))  # another one makes another verb: "turned *down* a plan on trade" is no "turn on"
        for rest in self._rests(i, i, words):
            found = (*range(first, i + 1), *rest)
            whole = {*found, *self.roles.objects(i), *self._dated(i)}
            if particles <= whole and all(j <= i or tree.heads[j] in whole or j - 1 in whole or self._opens(j, i) for j in found):
                return found
        return ()

    def _opens(self, j: int, i: int) -> bool:
        """Whether an adverb stands before a phrase of a verb: "patrol the park *together* with Laos"."""
        tree = self.tree
        return tree.deps[j] == "advmod" and tree.deps[tree.heads[j]] == "prep" and tree.heads[tree.heads[j]] == i

    def _rests(self, i: int, at: int, words: Sequence[str]) -> Iterator[tuple[int, ...]]:
        """The ways in which the fixed words may stand one after another; "put a treaty on water *on hold*" has two."""
        if not words:
            yield ()
            return
        tree = self.tree
        for j in range(at + 1, min(len(tree), i + REACH)):
            near = tree.lower[j] == words[0] and (j == at + 1 or tree.within(j, i))
            if near and not self._dating(j, words) and not self._grading(j):
                yield from ((j, *rest) for rest in self._rests(i, j, words[1:]))

    def _dated(self, i: int) -> Iterator[int]:
        """The words that date a verb, which may stand between it and its fixed words: "warned *on Monday* that they would"."""
        tree = self.tree
        for c in tree.kids(i, "prep", "npadvmod"):
            heads = tree.kids(c, "pobj") if tree.deps[c] == "prep" else [c]
            if heads and all(self.roles.dates(h) for h in heads):
                yield from tree.subtree(c)

    def _grading(self, j: int) -> bool:
        """Whether a word only belongs to a superlative: "shot *at* least nine of them" is no "shot at"."""
        return self.tree.deps[j] == "advmod" and self.tree.tags[self.tree.heads[j]] == "JJS"

    def _dating(self, j: int, words: Sequence[str]) -> bool:
        """Whether a word is a preposition that takes a date which is none of these words: "called the president *on* Friday"."""
        heads = self.tree.kids(j, "pobj")
        return bool(heads) and all(self.roles.dates(h) and self.tree.lower[h] not in words for h in heads)


def candidates(tree: Tree, words: Container[str]) -> list[int]:
    """The tokens at which triggers may stand that begin or end with some words: these, and what a hyphen joins to others."""
    lower = tree.lower
    return [i for i, word in enumerate(lower) if word in words or (i > 1 and lower[i - 1] == "-")]


def forms(tree: Tree, i: int) -> list[tuple[str, int]]:
    """The word at a token, alone and with what a hyphen joins to it, and where that begins."""
    lower = tree.lower
    if i < 2 or lower[i - 1] != "-":
        return [(lower[i], i)]
    return [(lower[i], i), (f"{lower[i - 2]}-{lower[i]}", i - 2), (f"{lower[i - 2]}{lower[i]}", i - 2)]
