"""What stays open whatever a clause says: "cannot be sure that X will not attack", "no guarantee that X will"."""

from itertools import pairwise

from sayso.extract.judge.polarity import negated, negative_party
from sayso.extract.judge.status_words import StatusWords
from sayso.extract.parse.tree import Tree

COMPLETING = ("ccomp", "acl", "csubj")  # clauses that say what a word is about
CARRYING = (*COMPLETING, "xcomp", "conj", "dobj", "pobj", "prep", "attr", "acomp")  # what a word above may say something of


def doubted(tree: Tree, token: int, words: StatusWords) -> bool:
    """Whether the clause of a trigger completes words of doubt, or of a certainty that is denied."""
    for step, head in pairwise((token, *tree.up(token))):
        if tree.deps[step] not in CARRYING:
            return False
        if tree.deps[step] in COMPLETING and not tree.infinitive(step) and _unsure(tree, head, words):
            return True
    return False


def undoubted(tree: Tree, n: int, words: StatusWords) -> bool:
    """Whether a noun says that its clause is so: "there is *no doubt* that X attacked Y", "it is *no secret* that"."""
    return tree.lower[n] in words.undoubted and _denied(tree, n, words)


def _unsure(tree: Tree, head: int, words: StatusWords) -> bool:
    near = [head, *tree.kids(head, "acomp", "attr")]
    if any(words.clausal.get(tree.lower[n]) == "possible" for n in near):
        return not any(undoubted(tree, n, words) for n in near)
    return any(tree.lower[n] in words.certainty and _denied(tree, n, words) for n in near)


def _denied(tree: Tree, n: int, words: StatusWords) -> bool:
    """Whether it is denied, on the word itself or on the verb that carries it: "*nobody* is sure", "is *not* sure", "*no* guarantee"."""
    verbs = (n, tree.heads[n])
    return any(negated(tree, v, words) or negative_party(tree, v, words) for v in verbs) or tree.has(n, words.negators, "det")
