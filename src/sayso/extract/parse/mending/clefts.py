"""Who is set before a clause to be told apart: "It was *Chad* that expelled him"."""

from sayso.extract.parse.tree import NOUNS, Tree, changed

BE = ("is", "was", "be", "been", "'s", "’s")
RELATIVE = ("that", "who", "which", "whom")


def joined(tree: Tree) -> Tree:
    """The tree with the clause after "it was X that" hung on X, whom it tells of; the tree itself where there is none."""
    for i, word in enumerate(tree.lower[:-2]):
        if word == "it" and tree.lower[tree.heads[i]] in BE:
            tree = _joined(tree, tree.heads[i])
    return tree


def _joined(tree: Tree, be: int) -> Tree:
    """The tree with the clause on the copula of "it" as a relative of who is named."""
    named = [a for a in tree.kids(be, "attr") if tree.tags[a] in NOUNS]
    clauses = tree.kids(be, "ccomp", "advcl", "acl", "relcl")
    if len(named) != 1 or not clauses or clauses[0] < named[0]:
        return tree
    verb = clauses[0]
    told = [c for c in tree.kids(verb, "nsubj", "nsubjpass", "dobj") if tree.lower[c] in RELATIVE and c > named[0]]
    return changed(tree, {verb: (named[0], "relcl")}, dict.fromkeys(told, "WDT")) if told else tree
