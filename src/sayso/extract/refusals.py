"""What somebody says he will not do is an act of its own: a refusal."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.extract.grammar import passive
from sayso.extract.judge import Judgement
from sayso.extract.matches import Match
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Refusals:
    """The auxiliaries of intention, and the patterns of refusing, by identifier."""

    modals: frozenset[str]
    patterns: Mapping[str, Pattern]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Refusals":
        """Take them from a lexicon."""
        wanted = {pattern.refused for pattern in lexicon.patterns if pattern.refused}
        return cls(lexicon.cue("status", "refusing_modals"), {p.id: p for p in lexicon.patterns if p.id in wanted})

    def read(self, tree: Tree, match: Match, judgement: Judgement) -> tuple[Match, Judgement]:
        """The act of refusing in the place of the act refused: "Iran will not release them" is no release that is denied."""
        if judgement.status != "denied" or not match.pattern.refused or not self._meant(tree, match):
            return match, judgement
        return replace(match, pattern=self.patterns[match.pattern.refused]), replace(judgement, status="occurred")

    def _meant(self, tree: Tree, match: Match) -> bool:
        """Whether somebody known will not do it: an active verb with such an auxiliary and a negation of its own."""
        if match.part == "adjective" or passive(tree, match.top) or not any(f.identified for f in match.actors):
            return False
        wills = any(tree.lower[c] in self.modals for c in tree.kids(match.top, "aux"))
        return wills and bool(tree.kids(match.top, "neg"))
