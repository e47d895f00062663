"""What somebody says he will not do is an act of its own: a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.grammar import passive
from sayso.extract.judge import Judgement
from sayso.extract.matches import Match
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern

Judged = tuple[Match, Judgement]


@dataclass(frozen=True, slots=True)
class Refusals:
    """The auxiliaries and verbs of intention, and the patterns of refusing, by identifier."""

    modals: frozenset[str]
    verbs: frozenset[str]
    patterns: Mapping[str, Pattern]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Refusals":
        """Take them from a lexicon."""
        wanted = {pattern.refused for pattern in lexicon.patterns if pattern.refused}
        verbs = lexicon.verb_cue("status", "refusing_verbs")
        return cls(lexicon.cue("status", "refusing_modals"), verbs, {p.id: p for p in lexicon.patterns if p.id in wanted})

    def read(self, tree: Tree, judged: Sequence[Judged]) -> list[Judged]:
        """The acts of refusing in the place of the acts refused, without the promises that only lead to them.

        "Iran will not release them" is no release that is denied, "vowed never to talk" no promise.
        """
        read = [self._refusal(tree, match, judgement) for match, judgement in judged]
        vows = {self._vow(tree, new) for (new, _), (old, _) in zip(read, judged, strict=True) if new is not old}
        return [(match, judgement) for match, judgement in read if match.token not in vows]

    def _refusal(self, tree: Tree, match: Match, judgement: Judgement) -> Judged:
        if judgement.status != "denied" or not match.pattern.refused or not self._meant(tree, match):
            return match, judgement
        return replace(match, pattern=self.patterns[match.pattern.refused]), replace(judgement, status="occurred")

    def _meant(self, tree: Tree, match: Match) -> bool:
        """Whether somebody known will not do it: an active verb with such an auxiliary, or under such a verb, and a negation of its own."""
        if match.part == "adjective" or passive(tree, match.top) or not any(f.identified for f in match.actors):
            return False
        wills = any(tree.lower[c] in self.modals for c in tree.kids(match.top, "aux"))
        return (wills or self._vow(tree, match) is not None) and bool(tree.kids(match.top, "neg"))

    def _vow(self, tree: Tree, match: Match) -> int | None:
        """The verb by which somebody binds himself not to do it; None without one."""
        over = tree.heads[match.top]
        return over if tree.deps[match.top] == "xcomp" and tree.infinitive(match.top) and tree.lower[over] in self.verbs else None
