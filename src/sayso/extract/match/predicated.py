"""What somebody is called or said to be: "called the vote *a farce*", "found it *unfair*", "said it was *absurd*"."""

from sayso.extract.match.grammar_words import Grammar
from sayso.extract.parse.tree import Tree

CLAUSAL = ("aux", "auxpass", "cop", "mark", "expl", "dobj")  # what a clause without a verb has none of


def predicates(tree: Tree, v: int, grammar: Grammar) -> list[int]:
    """The heads of what a verb calls its object, or of what its clause says that somebody is; what is denied is left out."""
    found = tree.kids(v, "oprd")
    for clause in tree.kids(v, "ccomp", "xcomp"):
        if small(tree, clause):
            found.append(clause)
        elif tree.lower[clause] in grammar.copulas and not _denied(tree, clause, grammar):
            found += tree.kids(clause, "acomp", "attr", "oprd")
    for head in (v, *tree.kids(v, "dobj", "nsubjpass", "advmod")):
        for preposition in tree.kids(head, "prep"):
            if tree.lower[preposition] == "as":
                found += tree.kids(preposition, "pobj", "amod", "acomp", "pcomp")
    return [c for c in found if not _denied(tree, c, grammar)]


def small(tree: Tree, clause: int) -> bool:
    """Whether a clause has a subject and what it is called, and no verb: "found [the sentence *excessive*]"."""
    verbal = tree.tags[clause] in ("VBD", "VBZ", "VBP", "VB", "MD")
    return not verbal and not tree.kids(clause, *CLAUSAL) and any(s < clause for s in tree.kids(clause, "nsubj"))


def _denied(tree: Tree, i: int, grammar: Grammar) -> bool:
    return tree.has(i, grammar.negators, "neg", "det", "advmod", "preconj", "cc")
