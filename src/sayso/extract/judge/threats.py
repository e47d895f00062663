"""What somebody says he may do to another is an act of its own: a threat."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.identify.memory import Referent
from sayso.extract.judge.says import Voice
from sayso.extract.judge.step import Judged, Judgement
from sayso.extract.match.filler import Filler
from sayso.extract.match.forms import passive
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern

AHEAD = ("planned", "possible")
LINKS = ("xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj", "acl", "conj")  # by which an act hangs on the word that holds it out


@dataclass(frozen=True, slots=True)
class Threats:
    """The words that hold an act out, that warn of it, that make it hang on a condition; patterns of threatening by identifier."""

    holding_out: frozenset[str]
    rights: frozenset[str]
    keeping: frozenset[str]
    warning: frozenset[str]
    conditions: frozenset[str]
    inverted: frozenset[str]
    terms: frozenset[str]
    own: frozenset[str]
    patterns: Mapping[str, Pattern]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Threats":
        """Take them from a lexicon."""
        wanted = {pattern.threatened for pattern in lexicon.patterns if pattern.threatened}
        return cls(
            holding_out=lexicon.verb_cue("status", "threatening_verbs"),
            rights=lexicon.cue("status", "threatening_rights"),
            keeping=lexicon.verb_cue("status", "keeping_verbs"),
            warning=lexicon.verb_cue("status", "warning_verbs"),
            conditions=lexicon.cue("status", "threat_conditions"),
            inverted=lexicon.cue("status", "threat_inversions"),
            terms=lexicon.cue("status", "threat_terms"),
            own=lexicon.cue("status", "threat_speakers"),
            patterns={p.id: p for p in lexicon.patterns if p.id in wanted},
        )

    def read(self, tree: Tree, judged: Sequence[Judged]) -> list[Judged]:
        """The threats in the place of the acts threatened: "its premier warned that Mali may expel the envoy"."""
        return [self._threat(tree, match, judgement) for match, judgement in judged]

    @property
    def _kinds(self) -> set[str]:
        """The types of threats."""
        return {pattern.type for pattern in self.patterns.values()}

    def _threat(self, tree: Tree, match: Match, judgement: Judgement) -> Judged:
        if match.pattern.status == "occurred" and match.pattern.type in self._kinds and judgement.voices:
            mine = self._speaks_for(tree, judgement.voices[-1], match.actors)
            return match, replace(judgement, voices=judgement.voices[:-1]) if mine else judgement  # the saying is the threat
        if judgement.status == "denied" or not match.pattern.threatened or (match.part == "verb" and passive(tree, match.top)):
            return match, judgement
        if self._held_out(tree, match) and any(f.identified for f in match.actors):
            return self._as_threat(match, judgement, match.actors, judgement.voices)
        if judgement.status not in AHEAD:
            return match, judgement
        if not judgement.voices and self._on_terms(tree, match):
            return self._as_threat(match, judgement, match.actors, ())
        for n, voice in reversed(list(enumerate(judgement.voices))):
            if self._speaks_for(tree, voice, match.actors) and self._meant(tree, match, voice):
                actors = tuple(f for f in match.actors if f.identified) or (voice.filler,)
                return self._as_threat(match, judgement, actors, judgement.voices[:n])
        return match, judgement

    def _as_threat(self, match: Match, judgement: Judgement, actors: Sequence[Filler], voices: Sequence[Voice]) -> Judged:
        threat = replace(match, pattern=self.patterns[match.pattern.threatened or ""], actors=tuple(actors))
        return threat, replace(judgement, status="occurred", voices=tuple(voices))

    def _held_out(self, tree: Tree, match: Match) -> bool:
        """Whether the act hangs on a word that holds it out: "hinted at *quitting*", "reserves the right to *seize*"."""
        for i in _chain(tree, match.top):
            if tree.lower[i] in self.holding_out and tree.verb(i):
                return True
            if tree.lower[i] in self.rights and tree.deps[i] == "dobj" and tree.lower[tree.heads[i]] in self.keeping:
                return True
        return False

    def _speaks_for(self, tree: Tree, voice: Voice, actors: Sequence[Filler]) -> bool:
        """Whether a speaker tells of what he himself or his own side may do."""
        speaker = voice.filler.referent
        if voice.document or speaker is None or not speaker.known:
            return False
        if any(tree.lower[f.head] in self.own for f in actors):
            return True
        return any(f.referent and _one_side(f.referent, speaker) for f in actors)

    def _meant(self, tree: Tree, match: Match, voice: Voice) -> bool:
        """Whether what is told of as ahead is a warning: so the speaker calls it, or it hangs on what another does."""
        return tree.lower[voice.cue] in self.warning or any(self._conditional(tree, c) for c in self._clauses(tree, match.top))

    def _on_terms(self, tree: Tree, match: Match) -> bool:
        """Whether somebody known is to do it unless another does something: "will expel them *unless* Oslo pays"."""
        marks = {tree.lower[m] for c in self._clauses(tree, match.top) for m in tree.kids(c, "mark")}
        return not self.terms.isdisjoint(marks) and any(f.identified and not f.placelike for f in match.actors)

    def _clauses(self, tree: Tree, top: int) -> Iterator[int]:
        for i in (top, *_chain(tree, top)):
            yield from tree.kids(i, "advcl")

    def _conditional(self, tree: Tree, clause: int) -> bool:
        marks = {tree.lower[m] for m in tree.kids(clause, "mark", "advmod")}
        first = tree.left_edge(clause)
        return not self.conditions.isdisjoint(marks) or (tree.lower[first] in self.inverted and tree.heads[first] == clause)


def _chain(tree: Tree, i: int) -> Iterator[int]:
    """The words over an act on which it hangs."""
    while tree.deps[i] in LINKS:
        i = tree.heads[i]
        yield i


def _one_side(actor: Referent, speaker: Referent) -> bool:
    """Whether two are one, or parts of one country with a sector in common: a president and his government."""
    alike = actor.country is not None and actor.country == speaker.country and not set(actor.sectors).isdisjoint(speaker.sectors)
    return alike or actor.same(speaker)
