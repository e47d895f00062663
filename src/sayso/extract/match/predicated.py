"""What somebody is called or said to be: "called the vote *a farce*", "found it *unfair*", "said it was *absurd*"."""

from sayso.extract.parse.tree import Tree

CLAUSAL = ("aux", "auxpass", "cop", "mark", "expl", "dobj")  # what a clause without a verb has none of
COPULAS = ("was", "were", "is", "are", "'s", "’s", "been", "be")
NOT = ("not", "n't", "n’t", "never", "no", "hardly", "neither", "nor")


def predicates(tree: Tree, v: int) -> list[int]:
    """The heads of what a verb calls its object, or of what its clause says that somebody is; what is denied is left out."""
    found = list(tree.kids(v, "oprd"))
    for clause in tree.kids(v, "ccomp", "xcomp"):
        if small(tree, clause):
            found.append(clause)
        elif tree.lower[clause] in COPULAS and not _denied(tree, clause):
            found += tree.kids(clause, "acomp", "attr", "oprd")
    for preposition in (c for h in (v, *tree.kids(v, "dobj", "nsubjpass", "advmod")) for c in tree.kids(h, "prep")):
        found += tree.kids(preposition, "pobj", "amod", "acomp", "pcomp") if tree.lower[preposition] == "as" else []
    return [c for c in found if not _denied(tree, c)]


def small(tree: Tree, clause: int) -> bool:
    """Whether a clause has a subject and what it is called, and no verb: "found [the sentence *excessive*]"."""
    verbal = tree.tags[clause] in ("VBD", "VBZ", "VBP", "VB", "MD")
    return not verbal and not tree.kids(clause, *CLAUSAL) and any(s < clause for s in tree.kids(clause, "nsubj"))


def _denied(tree: Tree, i: int) -> bool:
    return any(tree.lower[c] in NOT for c in tree.kids(i, "neg", "det", "advmod", "preconj", "cc"))
