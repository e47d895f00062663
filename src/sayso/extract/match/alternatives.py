"""What follows on disobedience: "must leave *or be shot*", "told to pay *or lose their posts*"."""

from collections.abc import Set

from sayso.extract.parse.tree import Tree


def forfeits(tree: Tree, clause: int, harms: Set[str], losses: Set[str]) -> bool:
    """Whether a clause sets a harm against what somebody is to do: one of `harms` done to him, or one of `losses` that he suffers."""
    return "or" in tree.lower and any(
        tree.deps[v] == "conj" and _else(tree, v) and _harmful(tree, v, harms, losses) for v in tree.subtree(clause)
    )


def _else(tree: Tree, v: int) -> bool:
    """Whether a bare verb is joined by "or" to one of another voice."""
    head = tree.heads[v]
    joined = any(tree.lower[c] == "or" and c < v for c in tree.kids(head, "cc"))
    return joined and not tree.kids(v, "nsubj", "nsubjpass", "neg") and not tree.kids(head, "neg", "auxpass")


def _harmful(tree: Tree, v: int, harms: Set[str], losses: Set[str]) -> bool:
    suffered = any(tree.tags[a] == "VB" for a in tree.kids(v, "auxpass"))
    return tree.lower[v] in (harms | losses if suffered else losses) and (suffered or tree.tags[v] == "VB")
