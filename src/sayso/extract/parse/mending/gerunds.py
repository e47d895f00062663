"""Nouns in -ing for what somebody does, which the small model takes for clauses: "*shelling* by the army killed two"."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import Tree, changed
from sayso.lexicon import Lexicon

CLAUSAL = ("dobj", "nsubj", "nsubjpass", "aux", "auxpass", "neg", "mark", "prt", "xcomp", "ccomp", "acomp", "oprd", "dative", "agent")


@dataclass(frozen=True, slots=True)
class Gerunds:
    """Makes nouns of them; `acts` are nouns in -ing for what is done."""

    acts: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Gerunds":
        """Take the nouns from a lexicon."""
        return cls(frozenset(noun for noun in lexicon.nouns if noun.endswith("ing")))

    def rules(self) -> tuple[Rule, ...]:
        """What makes a subject of such a clause."""
        return (Rule(self._noun, ("csubj", "csubjpass", "nsubj", "nsubjpass"), ("VBG",), self.acts),)

    def _noun(self, tree: Tree, i: int) -> Tree | None:
        """The tree with a gerund that has nothing of a clause as a noun."""
        if tree.kids(i, *CLAUSAL):
            return None
        return changed(tree, {i: (tree.heads[i], tree.deps[i].replace("csubj", "nsubj"))}, {i: "NN"})
