"""Where the words of a trigger stand, and what triggers of every part of speech are tested with in one sentence."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from types import MappingProxyType

from sayso.extract.identify.step import Sentence
from sayso.extract.match.conditions import Conditions
from sayso.extract.match.forms import ENDS
from sayso.extract.match.grammar import Roles
from sayso.extract.match.grammar_words import Grammar
from sayso.extract.match.matches import Match
from sayso.extract.match.party_words import PartyWords
from sayso.extract.match.roles import Parties
from sayso.extract.match.senses import Senses
from sayso.extract.parse.tree import NAMES, Tree
from sayso.extract.scan.openings import ARTICLES
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern
from sayso.model.quad import FORCE

STATES = ("country", "organisation")  # kinds of those whose the plan in "the *Ugandan* plan" is
SIDES = ("nsubj", "nsubjpass", "dobj", "dative", "poss", "conj")  # labels that dates hardly have
UNDATED = frozenset({"with", "against", "by", "behind", "about"})  # prepositions before people, hardly before months
REACH = 12  # tokens within which the fixed words of a trigger stand
EVERY: Mapping[str, int] = MappingProxyType({"": -1})  # of a sentence that was not scanned: any word may start any pattern


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
    warding: frozenset[str]
    hindering: frozenset[str]
    engaged: frozenset[str]
    blaming: frozenset[str]
    answerable: frozenset[str]
    thanking: frozenset[str]
    enjoying: frozenset[str]
    noticing: frozenset[str]
    dealing: frozenset[str]
    dealing_up: frozenset[str]
    pretexts: frozenset[str]
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
            warding=lexicon.verb_cue("light", "warding"),
            hindering=lexicon.verb_cue("light", "hindering"),
            engaged=lexicon.verb_cue("light", "engaged"),
            blaming=lexicon.verb_cue("light", "blaming"),
            answerable=lexicon.cue("light", "answerable"),
            thanking=lexicon.verb_cue("light", "thanking"),
            enjoying=lexicon.verb_cue("light", "enjoying"),
            noticing=lexicon.verb_cue("light", "noticed"),
            dealing=lexicon.verb_cue("light", "dealing"),
            dealing_up=lexicon.verb_cue("light", "dealing_up"),
            pretexts=lexicon.noun_cue("light", "pretexts"),
            disowning=lexicon.verb_cue("light", "disowning"),
            sharing=lexicon.noun_cue("light", "sharing"),
            putting=lexicon.verb_cue("light", "under"),
            occurrence=lexicon.verb_cue("grammar", "occurrence_verbs"),
            rounds=lexicon.cue("grammar", "rounds"),
            enforcing=lexicon.cue("reference", "enforcing"),
            beside=lexicon.cue("grammar", "around"),
            moving=lexicon.cue("grammar", "moving"),
        )


def planners(sentence: Sentence, lexicon: Lexicon) -> set[int]:
    """The tokens that name a country or a body before what is nobody: its plan, no minister of it."""
    lower, heads = sentence.tree.lower, sentence.tree.heads
    return {t for t, named in sentence.named.items() if named.name.entity.kind in STATES and lower[heads[t]] not in lexicon.roles}


def namesakes(sentence: Sentence, temporal: Set[str]) -> set[int]:
    """The tokens at which somebody stands who is called like a month: "*May's* plan", "talks with *May*", but "talks in May"."""
    tree, found = sentence.tree, set[int]()
    for i, word in enumerate(tree.lower):
        if word in temporal and tree.tags[i] == "NNP" and i not in sentence.named:
            dated = any(t.isdigit() for t in tree.words[max(i - 1, 0) : i + 2])
            taken = tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] in UNDATED
            mention = sentence.at(i) if (tree.deps[i] in SIDES or taken) and not dated else None
            if mention and mention.referent.kind == "person":
                found.add(i)
    return found


class Matching:
    """One sentence while it is matched: its roles and parties, the conditions on it, and by token why a trigger was passed over.

    `rest` are the patterns, as bits, of words that the scan did not read so: those that any of its triggers leaves open.
    """

    def __init__(self, matcher: Matcher, sentence: Sentence, triggers: Mapping[str, int] = EVERY) -> None:
        """Prepare the look-ups of the sentence; `triggers` are its words that could start an event, with the patterns left open."""
        self.matcher, self.lexicon, self.tree = matcher, matcher.lexicon, sentence.tree
        people = {t for t, named in sentence.named.items() if named.name.entity.kind == "person"}
        people |= namesakes(sentence, matcher.grammar.temporal)
        self.roles = Roles(sentence.tree, matcher.grammar, planners(sentence, self.lexicon), people)
        self.parties = Parties(sentence, self.roles, matcher.parties)
        self.conditions = Conditions(self.parties, self.roles)
        self._triggers, self.rest = triggers, reduce(or_, triggers.values(), 0)
        self._headline = sentence.tree.words[-1] not in ENDS
        self.words = frozenset(sentence.tree.lower) | (ARTICLES if self._headline else frozenset())
        self.missed: dict[int, str] = {}

    def patterns(self, i: int) -> int:
        """The patterns, as bits, that the word at a token leaves open."""
        return self._triggers.get(self.tree.lower[i], self.rest)

    def candidates(self, words: Set[str]) -> list[int]:
        """The tokens at which triggers may stand that begin or end with some words: these, and what a hyphen joins to others.

        Words are left out of which the scan has found that they start nothing there.
        """
        lower, near = self.tree.lower, {word for word in words & self.words if self._triggers.get(word, self.rest)}
        if not near and "-" not in self.words:
            return []
        return [i for i, word in enumerate(lower) if word in near or (i > 1 and lower[i - 1] == "-")]

    def miss(self, i: int, pattern: Pattern, why: str) -> None:
        """Note why a pattern was passed over at a token; the first reason is kept."""
        self.missed.setdefault(i, f"{pattern.id}: {why}")

    def deed(self, i: int) -> bool:
        """Whether a common noun is for force that is used, and for nothing that serves to use it."""
        word = self.tree.lower[i]
        forced = any(t.pattern.quad == FORCE for t in self.lexicon.nouns.get(word, ()))
        return forced and self.tree.tags[i] not in NAMES and word not in self.matcher.parties.senders.means

    def done(self, match: Match) -> Match:
        """A match without deeds of nobody's among those who act: they do nothing themselves ("*violence* killed nine")."""
        return replace(match, actors=tuple(f for f in match.actors if f.referent or not self.deed(f.head)))

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
        return self._fronted(i, first, words) or (self._clipped(i, first, words) if self._headline else ())

    def _clipped(self, i: int, first: int, words: Sequence[str]) -> tuple[int, ...]:
        """The tokens of a trigger in a headline, which leaves out its articles: "pulled *plug on* a station"."""
        bare = [word for word in words if word not in ARTICLES]
        return self.tokens(i, first, bare) if 0 < len(bare) < len(words) else ()

    def _fronted(self, i: int, first: int, words: Sequence[str]) -> tuple[int, ...]:
        """The tokens of a trigger whose noun stands before its verb: "*control of* it was *taken*", "*fire set* by rebels *to* it"."""
        tree = self.tree
        for noun in self.roles.objects(i):
            if noun > i or tree.lower[noun] not in words or not (tree.heads[noun] == i or self.roles.subjects(i)):
                continue
            at = words.index(tree.lower[noun])
            beside = (*tree.kids(i, "prt"), *(c for c in tree.children[noun] if c < noun))
            lead = [c for c in beside if tree.lower[c] in words[:at]]
            if [tree.lower[c] for c in lead] != list(words[:at]):
                continue
            for rest in self._rests(i if tree.heads[noun] == i else noun, noun, words[at + 1 :]):
                if all(tree.heads[j] in (i, noun) or j - 1 in (noun, *rest) or self._opens(j, i) for j in rest):
                    return (*range(first, i + 1), *lead, noun, *rest)
        return ()

    def _opens(self, j: int, i: int) -> bool:
        """Whether a word opens a phrase of a verb: an adverb before it, or its preposition where it stands behind an agent.

        "Patrol the park *together* with Laos", "was found by a court *in* breach of its licence".
        """
        tree = self.tree
        beside = tree.deps[j] == "advmod" and tree.deps[tree.heads[j]] == "prep" and tree.heads[tree.heads[j]] == i
        return beside or any(j == prep for _, prep, _ in self.roles.behind_agent(i))

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


def forms(tree: Tree, i: int) -> list[tuple[str, int]]:
    """The word at a token, alone and with what a hyphen joins to it, and where that begins."""
    lower = tree.lower
    if i < 2 or lower[i - 1] != "-":
        return [(lower[i], i)]
    return [(lower[i], i), (f"{lower[i - 2]}-{lower[i]}", i - 2), (f"{lower[i - 2]}{lower[i]}", i - 2)]
