"""What somebody tells another to do in direct speech is an act of its own: a request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.judge.says import Voice
from sayso.extract.judge.step import Judged, Judgement
from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.match.roles import Parties
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern

SAID = ("ccomp", "parataxis")


@dataclass(frozen=True, slots=True)
class Orders:
    """Reads orders as requests; `patterns` are those of asking, by identifier.

    Words of `ordering` may stand before the verb, prepositions before its `hearers`.
    """

    patterns: Mapping[str, Pattern]
    ordering: frozenset[str]
    hearers: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Orders":
        """Take them from a lexicon."""
        wanted = {pattern.ordered for pattern in lexicon.patterns if pattern.ordered}
        patterns = {p.id: p for p in lexicon.patterns if p.id in wanted}
        return cls(patterns, lexicon.cue("speech", "ordering"), lexicon.cue("speech", "hearers"))

    def read(self, tree: Tree, judged: Sequence[Judged], parties: Parties) -> list[Judged]:
        """The asking in the place of the acts asked for, once a speech ('"Pull back and open the road," Togo told Chad')."""
        read, asked = list[Judged](), set[int]()
        for match, judgement in judged:
            voice = self._speaker(tree, match, judgement) if match.pattern.ordered else None
            if voice is None:
                read.append((match, judgement))
            elif voice.cue not in asked:
                asked.add(voice.cue)
                read.append(self._order(match, judgement, voice, self._hearers(tree, match, voice, parties)))
        return read

    def _order(self, match: Match, judgement: Judgement, voice: Voice, hearers: Sequence[Filler]) -> Judged:
        order = replace(match, pattern=self.patterns[match.pattern.ordered or ""], actors=(voice.filler,), recipients=tuple(hearers))
        return order, replace(judgement, status="occurred", voices=judgement.voices[:-1])

    def _speaker(self, tree: Tree, match: Match, judgement: Judgement) -> Voice | None:
        """Who gives the order that a match tells of; None where it tells of none."""
        voice = judgement.voices[-1] if judgement.voices else None
        if voice is None or voice.document or not voice.filler.identified:
            return None
        return voice if self._imperative(tree, match.top, voice.cue) else None

    def _imperative(self, tree: Tree, verb: int, cue: int) -> bool:
        """Whether a verb is an order in what the verb of speech at a cue brings."""
        if tree.deps[verb] == "xcomp" and tree.tags[verb] == "VBG":  # "stop *shelling*"
            return self._imperative(tree, tree.heads[verb], cue)
        if tree.tags[verb] != "VB" or tree.kids(verb, "nsubj", "nsubjpass", "mark", "auxpass"):
            return False
        if any(tree.lower[a] not in self.ordering for a in tree.kids(verb, "aux")):
            return False
        if tree.deps[verb] == "conj":
            return self._imperative(tree, tree.heads[verb], cue)
        return tree.deps[verb] == "ROOT" or (tree.deps[verb] in SAID and tree.heads[verb] == cue)

    def _hearers(self, tree: Tree, match: Match, voice: Voice, parties: Parties) -> list[Filler]:
        """To whom it is said, media left out; else who is said to do it."""
        told = [*tree.kids(voice.cue, "dobj", "dative")]
        told += [p for c in tree.kids(voice.cue, "prep", "dative") if tree.lower[c] in self.hearers for p in tree.kids(c, "pobj")]
        heard = [f for f in parties.fill(told) if f.identified and "MED" not in (f.referent.sectors if f.referent else ())]
        return heard or [f for f in match.actors if f.identified and f.referent != voice.filler.referent]
