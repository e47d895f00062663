"""What somebody says he will not do is an act of its own: a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.judge.step import Judged, Judgement
from sayso.extract.match.forms import passive
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Refusals:
    """The auxiliaries, verbs and words of readiness, and the patterns of refusing, by identifier."""

    modals: frozenset[str]
    verbs: frozenset[str]
    ready: frozenset[str]
    patterns: Mapping[str, Pattern]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Refusals":
        """Take them from a lexicon."""
        wanted = {pattern.refused for pattern in lexicon.patterns if pattern.refused}
        verbs = lexicon.verb_cue("status", "refusing_verbs")
        modals, ready = lexicon.cue("status", "refusing_modals"), lexicon.cue("status", "refusing_ready")
        return cls(modals=modals, verbs=verbs, ready=ready, patterns={p.id: p for p in lexicon.patterns if p.id in wanted})

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
        wills = tree.has(match.top, self.modals, "aux")
        bygone = tree.tags[match.top] == "VBN"  # "would not have lifted the ban" refuses nothing
        return (wills and not bygone and bool(tree.kids(match.top, "neg"))) or self._vow(tree, match) is not None

    def _vow(self, tree: Tree, match: Match) -> int | None:
        """The word by which somebody binds himself not to do it ("vowed not to", "is not prepared to"); None without one."""
        over = tree.heads[match.top]
        if tree.deps[match.top] != "xcomp" or not tree.infinitive(match.top):
            return None
        bound = tree.lower[over] in self.verbs and tree.kids(match.top, "neg")
        return over if bound or (tree.lower[over] in self.ready and self._unready(tree, over)) else None

    def _unready(self, tree: Tree, word: int) -> bool:
        """Whether readiness is denied, of the word itself or of the copula over it."""
        return bool(tree.kids(word, "neg") or (tree.deps[word] == "acomp" and tree.kids(tree.heads[word], "neg")))
