"""What stands behind the words that belong to it: the noun of "what it called an attack", the subject of "Freed in Lima: two reporters"."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import ANY_SUBJECT, PAST, Tree, changed
from sayso.lexicon import Lexicon

ASIDE = "meta"  # a label that no rule asks for: words that only say how something is called
NAMED = ("oprd", "dobj", "ccomp", "attr")
APART = ("appos", "dobj", "npadvmod", "dep", "attr", "nsubj", "ccomp", "parataxis")
HOSTED = {"ccomp": "dobj", "dobj": "dobj", "xcomp": "dobj", "pcomp": "pobj", "pobj": "pobj"}
OPENING = 6  # words of a line within which its participle must come


@dataclass(frozen=True, slots=True)
class Inversion:
    """Puts nouns where what is said before them belongs; `naming` are verbs of calling, `speech` those over a clause that says so."""

    naming: frozenset[str]
    speech: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Inversion":
        """Take the verbs from a lexicon."""
        return cls(lexicon.verb_cue("speech", "naming"), lexicon.verb_cue("speech", "verbs", "naming"))

    def rules(self) -> tuple[Rule, ...]:
        """What puts such nouns in their places."""
        return (
            Rule(self._called, tags=("WP",), words=("what",)),
            Rule(_postponed, ("ROOT",), ("VBN",)),
            Rule(_announced, ("ROOT",), PAST),
        )

    def _called(self, tree: Tree, what: int) -> Tree | None:
        """The tree in which "condemned what it called Chad's *aggression*" condemns the aggression; None where nothing is called so."""
        top = next((h for h in range(what + 2, len(tree)) if tree.verb(h) and any(what < s < h for s in tree.kids(h, "nsubj"))), None)
        if top is None or tree.heads[what] not in (top, tree.heads[top], *tree.kids(top, "ccomp")):
            return None
        clause = next((c for c in tree.kids(top, "ccomp") if tree.lower[top] in self.speech and c > top), None)
        verb, dep = top if clause is None else clause, HOSTED.get(tree.deps[top])
        if dep is None or tree.heads[top] >= what or (clause is None and tree.lower[verb] not in self.naming):
            return None
        noun = _name(tree, verb)
        if noun is None:
            return None
        return changed(tree, {noun: (tree.heads[top], dep), top: (noun, ASIDE), what: (top, ASIDE)})


def _name(tree: Tree, verb: int) -> int | None:
    """The noun that something is called: "called *a plot*", "described as *a plot*", "is *a plot*"."""
    phrases = tree.taken(verb, "as")
    found = (c for c in (*tree.kids(verb, *NAMED), *phrases) if c > verb and tree.noun(c))
    return next(found, None)


def _postponed(tree: Tree, root: int) -> Tree | None:
    """The tree of a line that opens with a participle, with the noun after its auxiliary as subject: "Killed in it were *two nuns*"."""
    auxiliaries = [a for a in tree.kids(root, "auxpass") if a > root]
    after = [n for a in auxiliaries for n in tree.kids(a, "attr", "dobj", "nsubj") if n > a and tree.noun(n)]
    return changed(tree, {after[0]: (root, "nsubjpass")}) if after and not tree.kids(root, "nsubj", "nsubjpass") else None


def _announced(tree: Tree, root: int) -> Tree | None:
    """The tree of a line that opens with a participle, with the noun after its colon as what it is done to.

    "Freed after two years: *the poet*", "Blamed by Kabul: *the army*"; whatever follows after a comma belongs to the participle.
    """
    colon = next((c for c in tree.kids(root, "punct") if c > root and tree.lower[c] == ":"), None) if root < OPENING else None
    if colon is None or tree.left_edge(root) or tree.kids(root, *ANY_SUBJECT, "aux", "auxpass"):
        return None
    after = [c for c in tree.kids(root, *APART) if c > colon and tree.noun(c)]
    if not after or tree.left_edge(after[0]) != colon + 1:
        return None
    noun = after[0]
    comma = next((c for c in range(noun + 1, len(tree)) if tree.lower[c] == ","), len(tree))
    behind = [c for c in (*tree.kids(noun, "prep", "agent"), *tree.kids(root, "prep", "agent")) if c > comma]
    moved = {c: (root, "agent" if tree.lower[c] == "by" else tree.deps[c]) for c in behind}
    return changed(tree, {noun: (root, "nsubjpass"), **moved}, {root: "VBN"})
