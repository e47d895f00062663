"""Which thing a pronoun stands for: "imposed a curfew and lifted *it*"; who is meant by one, identifying tells."""

from sayso.extract.parse.tree import Tree

NUMBERS = {"it": "NN", "them": "NNS", "they": "NNS"}
TAKEN = ("dobj", "nsubjpass")  # what something was done to is spoken of again before what did it
DOING = ("nsubj",)


def thing_meant(tree: Tree, i: int) -> int | None:
    """The last common noun of its number before a pronoun, beside another verb: of those it was done to, else of those that did it."""
    tag = NUMBERS.get(tree.lower[i])
    if tag is None or tree.tags[i] != "PRP":
        return None
    before = [n for n in range(i - 1, -1, -1) if tree.tags[n] == tag and tree.heads[n] != tree.heads[i]]
    return next((n for deps in (TAKEN, DOING) for n in before if tree.deps[n] in deps), None)
