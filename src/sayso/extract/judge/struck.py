"""Clauses and phrases that tell of the same blow: how it was struck, what struck, and what it was aimed at."""

from collections.abc import Iterator

from sayso.extract.judge.whereabouts import Whereabouts
from sayso.extract.parse.tree import PAST, WHO_WHICH, Tree


def suffers(tree: Tree, verb: int, where: Whereabouts) -> bool:
    """Whether a verb tells what befell its subject: "were killed", "died"."""
    return bool(tree.kids(verb, "nsubjpass", "auxpass")) or (tree.lower[verb] in where.suffering and bool(tree.kids(verb, "nsubj")))


def befell(tree: Tree, clause: int, verb: int, where: Whereabouts) -> bool:
    """Whether a clause tells how its subject's harm came about: "four were killed *when a bomb exploded in Lima*"."""
    if tree.deps[clause] != "advcl" or tree.heads[clause] not in (verb, *tree.kids(verb, "conj")) or clause < verb:
        return False
    meanwhile = any(tree.lower[c] in where.during for c in tree.kids(clause, "mark", "advmod") if c < clause)
    return meanwhile and suffers(tree, verb, where)


def strikes(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a clause tells what a thing did that then struck: "a bomb *that went off in Lima* killed", "one *hidden in a bus* killed"."""
    noun = tree.heads[clause]
    if clause > verb or noun not in tree.kids(verb, "nsubj"):
        return False
    if tree.deps[clause] == "acl":
        return tree.tags[clause] in PAST
    who = tree.kids(clause, "nsubj", "nsubjpass")
    past = tree.deps[clause] == "relcl" and tree.tags[clause] in PAST
    return past and bool(who) and all(tree.tags[s] in WHO_WHICH for s in who)


def aimed_at(tree: Tree, blow: int, where: Whereabouts) -> list[int]:
    """What the noun for a blow says it was aimed at: "raids on *Gao* and *Kidal*"."""
    return tree.taken(blow, *where.aimed)


def blows(tree: Tree, verb: int, where: Whereabouts) -> Iterator[int]:
    """Nouns that may tell by which blow a verb came about: "*raids* killed ten", "died in a series of *raids*"."""
    yield from tree.kids(verb, "nsubj")
    below = [verb]
    while below:
        preps = (p for i in below for p in tree.kids(i, "prep", "agent") if tree.lower[p] in where.blows)
        below = [n for p in preps for n in tree.kids(p, "pobj")]
        yield from below
