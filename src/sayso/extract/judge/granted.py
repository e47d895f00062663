"""What is taken for granted where something else is told: that it goes on, or that it has happened."""

from sayso.extract.judge.status_words import StatusWords
from sayso.extract.parse.tree import Tree


def going_on(tree: Tree, noun: int, words: StatusWords) -> bool:
    """Whether an end is put, or to be put, to what is going on: "tried to *quell* the fighting", "called for an *end* to the raids"."""
    head = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.lower[head] == "to":
        return tree.noun(tree.heads[head]) and tree.lower[tree.heads[head]] in words.quelling
    ended = tree.deps[noun] in ("dobj", "nsubjpass") and tree.verb(head)
    known = tree.has(noun, ("the", "its", "their"), "det", "poss")
    return ended and (tree.lower[head] in words.quelling or (known and tree.lower[head] in words.ending))


def happened(tree: Tree, clause: int, words: StatusWords) -> bool:
    """Whether the tense of an adverbial clause tells of what happened, whatever is to come of it: "will resign after police *raided* X"."""
    marks = [c for c in tree.kids(clause, "mark", "advmod") if tree.lower[c] in words.factual]
    if not marks or not tree.kids(clause, "nsubj", "nsubjpass"):
        return False
    finite = [tree.tags[a] for a in tree.kids(clause, "aux", "auxpass")] or [tree.tags[clause]]
    modal = any(tree.tags[a] == "MD" for a in tree.kids(tree.heads[clause], "aux"))  # "would go when X came" tells of a plan
    past = finite[0] == "VBD" or ("VBN" in (tree.tags[clause], *finite) and finite[0] in ("VBZ", "VBP"))
    return past and any(not (modal and tree.tags[c] == "WRB") for c in marks)
