"""Who is set before a clause to be told apart: "It was *Chad* that expelled him"."""

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import NOUNS, Tree, changed

BE = ("is", "was", "be", "been", "'s", "’s")
RELATIVE = ("that", "who", "which", "whom")


def rules() -> tuple[Rule, ...]:
    """What hangs the clause after "it was X that" on X, whom it tells of."""
    return (Rule(_joined, words=("it",)),)


def _joined(tree: Tree, it: int) -> Tree | None:
    """The tree with the clause on the copula of "it" as a relative of who is named."""
    be = tree.heads[it]
    named = [a for a in tree.kids(be, "attr") if tree.tags[a] in NOUNS] if tree.lower[be] in BE else []
    clauses = tree.kids(be, "ccomp", "advcl", "acl", "relcl")
    if len(named) != 1 or not clauses or clauses[0] < named[0]:
        return None
    verb = clauses[0]
    told = [c for c in tree.kids(verb, "nsubj", "nsubjpass", "dobj") if tree.lower[c] in RELATIVE and c > named[0]]
    return changed(tree, {verb: (named[0], "relcl")}, dict.fromkeys(told, "WDT")) if told else None
