"""What opens a sentence without the verb that the parser looks for: participles before a colon, titles before names, counted people."""

from dataclasses import dataclass

from sayso.extract.parse.tree import NOUNS, Tree, changed
from sayso.lexicon import Lexicon

NAMES = ("NNP", "NNPS")
PAST = ("VBD", "VBN")
FINITE = ("VBD", "VBZ", "VBP", "MD")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
BEFORE = ("compound", "amod", "nmod", "poss", "det", "nummod")  # what stands before a noun and belongs to it
SEVERAL = 2  # commas around what is put between a subject and its verb


@dataclass(frozen=True, slots=True)
class Fragments:
    """Gives subjects to verbs that the small model leaves without one; `rounding` are words before a number that is not exact."""

    rounding: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Fragments":
        """Take the words from a lexicon."""
        return cls(lexicon.cue("quantity", "lower_bounds") | lexicon.cue("quantity", "upper_bounds"))

    def whole(self, tree: Tree) -> Tree:
        """The tree with subjects where its verbs lack them; the tree itself where none does."""
        for mend in (self._counted, _titled, _announced, _parted):
            tree = mend(tree)
        return tree

    def _counted(self, tree: Tree) -> Tree:
        """Make a subject of the number after a word that only rounds it: "*Around 300* of them rallied"."""
        for i in range(len(tree) - 1):
            verb, number = tree.heads[i], i + 1
            if tree.deps[i] != "prep" or tree.lower[i] not in self.rounding or not tree.verb(verb) or verb < number:
                continue
            counted = [p for p in tree.kids(i, "pobj") if p == number and tree.tags[p] == "CD"]
            if not counted or tree.kids(verb, *SUBJECTS):
                continue
            dep = "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"
            return changed(tree, {number: (verb, dep), i: (number, "quantmod")})
        return tree


def _titled(tree: Tree) -> Tree:
    """Join a title to the name after it, which the small model takes for a clause on the title: "Foreign *Minister* Ana Kai arrived"."""
    for title in range(len(tree) - 2):
        clauses = tree.kids(title, "relcl")
        if tree.tags[title] not in NOUNS or not clauses or tree.deps[title] not in ("ROOT", "appos"):
            continue
        verb = clauses[0]
        names = [s for s in tree.kids(verb, "nsubj", "nsubjpass") if tree.tags[s] in NAMES and tree.left_edge(s) == title + 1]
        if not names or not _only_verb(tree, verb):
            continue
        name = names[0]
        moved = {c: (name, tree.deps[c]) for c in tree.kids(title, *BEFORE)}
        moved |= {c: (verb, tree.deps[c]) for c in tree.children[title] if c not in moved and c != verb}
        over = (verb, "ROOT") if tree.heads[title] == title else (tree.heads[title], "parataxis")
        return changed(tree, moved | {title: (name, "compound"), verb: over})
    return tree


def _announced(tree: Tree) -> Tree:
    """Give a participle before a colon the one after it whom it is about: "*Freed* after two years: a poet"."""
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    colon = next((c for c in tree.kids(root, "punct") if tree.lower[c] == ":"), None)
    if tree.tags[root] not in PAST or colon is None or tree.kids(root, *SUBJECTS, "aux", "auxpass", "dobj"):
        return tree
    later = [c for c in tree.children[root] if c > colon]
    told = [c for c in later if tree.deps[c] in ("appos", "dobj", "attr", "dep", "npadvmod") and tree.tags[c] in NOUNS]
    told += [s for c in later if tree.verb(c) for s in tree.kids(c, "nsubj", "nsubjpass")]
    if not told or root > colon:
        return tree
    verb = tree.heads[told[0]]
    if verb == root:
        return changed(tree, {told[0]: (root, "nsubjpass")}, {root: "VBN"})
    return changed(tree, {root: (verb, "advcl"), verb: (verb, "ROOT")}, {root: "VBN"})


def _parted(tree: Tree) -> Tree:
    """Put a verb over the noun from which an aside parts it: "About 40 nurses, most of them in white, *marched* to the ministry."."""
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    if not tree.noun(root) or tree.words[-1] != ".":
        return tree
    for verb in tree.kids(root, "acl"):
        commas = [t for t in range(root, verb) if tree.lower[t] == ","]
        aside = [c for c in tree.kids(root, "appos", "prep", "acl", "amod") if root < c < verb]
        if tree.tags[verb] not in PAST or not aside or len(commas) < SEVERAL or commas[-1] != verb - 1 or commas[0] > aside[0]:
            continue
        if not tree.kids(verb, "agent") and _only_verb(tree, verb):
            after = {c: (verb, tree.deps[c]) for c in tree.children[root] if c > verb}
            return changed(tree, after | {verb: (verb, "ROOT"), root: (verb, "nsubj")}, {verb: "VBD"})
    return tree


def _only_verb(tree: Tree, verb: int) -> bool:
    """Whether no other verb than this one, and what hangs below it, is finite."""
    return not any(tag in FINITE and not tree.within(t, verb) for t, tag in enumerate(tree.tags))
