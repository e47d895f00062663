"""What befalls people by mishap: those who are killed when a bus overturns are nobody's victims."""

from dataclasses import dataclass

from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Mishap:
    """Words of clauses that tell how it came, verbs of what goes wrong, of what hits and of what bursts, and what does so unmeant.

    `leisurely` are verbs of what people do for themselves; `moving` are vehicles, `bursting` what bursts by itself, `solid` what else one
    hits; `meant` says that it was no mishap; `mishaps` are nouns for it after one of the prepositions of `owing`.
    """

    cause: frozenset[str]
    leisurely: frozenset[str]
    failing: frozenset[str]
    hitting: frozenset[str]
    burst: frozenset[str]
    moving: frozenset[str]
    bursting: frozenset[str]
    solid: frozenset[str]
    meant: frozenset[str]
    mishaps: frozenset[str]
    owing: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon, politics: frozenset[str]) -> "Mishap":
        """Take the words from a lexicon; `politics` are those that speak of it for sure."""
        return cls(
            cause=lexicon.cue("fields", "cause"),
            leisurely=lexicon.verb_cue("fields", "leisurely"),
            failing=lexicon.verb_cue("fields", "failing"),
            hitting=lexicon.verb_cue("fields", "hitting"),
            burst=lexicon.verb_cue("fields", "burst"),
            moving=lexicon.noun_cue("fields", "moving"),
            bursting=lexicon.noun_cue("fields", "bursting"),
            solid=lexicon.noun_cue("fields", "solid"),
            meant=politics | lexicon.cue("fields", "meant"),
            mishaps=lexicon.noun_cue("fields", "mishaps"),
            owing=lexicon.cue("fields", "owing"),
        )

    def befalls(self, match: Match, tree: Tree) -> bool:
        """Whether somebody suffers it of nobody, and a clause tells of a mishap by which he does."""
        if match.actors or match.part != "verb":
            return False
        verbs = (match.top, *tree.kids(match.top, "conj", "xcomp"))  # "one was killed and four were hurt when a roof collapsed"
        clauses = (c for v in verbs for c in tree.kids(v, "advcl") if tree.has(c, self.cause, "mark", "advmod"))
        ways = [p for v in verbs for p in tree.kids(v, "prep", "agent")]
        meant = any(tree.lower[p] == "by" or tree.has(p, self.meant, "pobj") for p in ways)
        if any(self._mishap(tree, c) or (not meant and self._leisurely(tree, c)) for c in clauses):
            return True
        return any(self._owed(tree, v) for v in verbs)

    def _owed(self, tree: Tree, verb: int) -> bool:
        """Whether a phrase tells of a mishap as the cause: "the road was closed *because of an accident*"."""
        causes = (c for c in tree.kids(verb, "prep", "agent", "advmod") if tree.lower[c] in self.owing)
        told = [t for c in causes for t in tree.subtree(c)]
        return any(tree.lower[t] in self.mishaps for t in told) and not any(tree.lower[t] in self.meant for t in told)

    def _leisurely(self, tree: Tree, verb: int) -> bool:
        """Whether a clause tells what they did for themselves: "while showering"."""
        return tree.tags[verb] == "VBG" and tree.lower[verb] in self.leisurely

    def _mishap(self, tree: Tree, verb: int) -> bool:
        """Whether a clause tells of a mishap: "when their van hit a lorry", "after a boiler exploded"; not "hit a mine"."""
        if any(tree.lower[t] in self.meant and not self._thing(tree, t, self.solid) for t in tree.subtree(verb)):
            return False
        word, subjects = tree.lower[verb], tree.kids(verb, "nsubj", "nsubjpass")
        if word in self.burst:
            return any(self._thing(tree, s, self.bursting) for s in subjects)
        moving = any(self._thing(tree, s, self.moving) for s in subjects)
        if word in self.failing:
            return moving or any(self._thing(tree, s, self.solid) for s in subjects)
        met = [*tree.kids(verb, "dobj"), *(o for p in tree.kids(verb, "prep") for o in tree.kids(p, "pobj"))]
        return word in self.hitting and moving and any(self._thing(tree, o, self.moving | self.solid) for o in met)

    def _thing(self, tree: Tree, i: int, things: frozenset[str]) -> bool:
        """Whether a noun, or it with the word before it, is one of these things."""
        return tree.lower[i] in things or (i > 0 and f"{tree.lower[i - 1]} {tree.lower[i]}" in things)
