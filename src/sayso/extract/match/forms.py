"""What trees tell of verbs and nouns without asking for roles: what is coordinated, passives, what is denied or left open."""

from collections.abc import Sequence, Set

from sayso.extract.match.grammar_words import Grammar
from sayso.extract.parse.tree import PAST, SUBJECTS, WHO_WHICH, Tree

OWED = ("for", "of", "with", "over")  # before what somebody is blamed, accused, charged or thanked for
MINDED = ("over", "about", "at", "against")  # between concern and what it is about
OPENERS = ("IN", "WRB")  # tags of what may stand before a participle that opens a sentence: "after", "when"
BEFORE_OPENERS = ("that", ",", '"', "“", "and", "but", ";")  # what may stand before these
ENDS = (".", "!", "?", "”", '"', "…", ";")  # what a headline doesn't end in


def conjuncts(tree: Tree, i: int) -> list[int]:
    """A token and all that is coordinated with it ("A, B and C")."""
    found = [i]
    for kid in tree.kids(i, "conj"):
        found += conjuncts(tree, kid)
    return found


def owed(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun is what somebody whom a verb has for its object is blamed or thanked for: "accused rebels of *a plot*"."""
    if tree.heads[noun] == verb:
        return False
    below = {verb, *tree.kids(verb, "dobj")}
    return any(tree.lower[t] in OWED and tree.heads[t] in below and tree.deps[t] == "prep" for t in tree.up(noun))


def others_plan(tree: Tree, noun: int, verb: int, onlooking: Set[str]) -> bool:
    """Whether a verb over a plan only speaks of it or meets it: "*foiled* a plot to kill X", "voiced concern *over* a decision to ..."."""
    prep = tree.heads[noun]
    concern = tree.deps[noun] == "pobj" and tree.lower[prep] in MINDED and tree.deps[tree.heads[prep]] == "dobj"
    return concern or tree.lower[verb] in onlooking


def written(tree: Tree, i: int) -> set[str]:
    """What a word may be listed as: alone, with one or two before it, with what a hyphen joins to it."""
    lower = tree.lower
    found = {" ".join(lower[first : i + 1]) for first in range(max(0, i - 2), i + 1)}
    return found | {f"{lower[i - 2]}-{lower[i]}"} if i > 1 and lower[i - 1] == "-" else found


def left_open(tree: Tree, v: int, grammar: Grammar) -> bool:
    """Whether a verb says that something is not excluded, or neither so nor otherwise.

    "Did not rule out an attack", "refused to exclude it" (of both verbs), "would neither confirm nor deny it".
    """
    if tree.lower[v] in grammar.unwilling:
        return any(left_open(tree, c, grammar) for c in tree.kids(v, "xcomp"))
    if tree.lower[v] in grammar.undecided:
        others = [*tree.kids(v, "conj"), *([tree.heads[v]] if tree.deps[v] == "conj" else [])]
        return any(tree.lower[o] in grammar.undecided and tree.lower[o] != tree.lower[v] for o in others)
    if tree.lower[v] not in grammar.excluding:
        return False
    if tree.deps[v] == "xcomp" and tree.lower[tree.heads[v]] in grammar.unwilling:
        return True
    subjects = tree.kids(v, "nsubj")
    near = (*tree.kids(v, "neg", "advmod", "preconj"), *subjects, *(d for s in subjects for d in tree.kids(s, "det")))
    return any(tree.lower[c] in grammar.negators for c in near)


def partners(tree: Tree, v: int, grammar: Grammar) -> Sequence[int]:
    """Those whom somebody joins in what a verb tells: "Peru joined *Chile* in condemning it"."""
    prep = tree.heads[v]
    joint = tree.deps[v] == "pcomp" and tree.lower[prep] == "in" and tree.lower[tree.heads[prep]] in grammar.joining
    return tree.kids(tree.heads[prep], "dobj") if joint else []


def denial(tree: Tree, claim: int, grammar: Grammar) -> int | None:
    """The verb that denies what a claim holds ("*dismissed* reports that ..."); None for a claim that nobody denies."""
    verb, held = tree.heads[claim], tree.lower[claim] in grammar.claims and tree.deps[claim] in ("dobj", "nsubjpass")
    return verb if held and tree.lower[verb] in grammar.denying else None


def fronted(tree: Tree, v: int) -> list[int]:
    """The subject of the clause that follows on a participle which opens a sentence: "After *meeting* him, a spy, *the envoy* left".

    The small model hangs such a participle on whatever stands near.
    """
    opening = next((t for t in range(v - 1, -1, -1) if tree.tags[t] in OPENERS and (t == 0 or tree.lower[t - 1] in BEFORE_OPENERS)), None)
    if tree.tags[v] != "VBG" or opening is None or any(tree.deps[t] in SUBJECTS or tree.finite(t) for t in range(opening, v)):
        return []
    commas = {t + 1 for t in range(v + 1, len(tree)) if tree.lower[t] == ","}
    subjects = (s for s in range(v + 1, len(tree)) if tree.deps[s] in SUBJECTS and tree.left_edge(s) in commas)
    return next(([s] for s in subjects if tree.finite(tree.heads[s]) and tree.tags[s] not in WHO_WHICH), [])


def tallied(tree: Tree, v: int) -> list[int]:
    """The number of those to whom a report says that something was done: "counted *90* wounded"."""
    below = tree.tags[v] == "VBN" and tree.deps[v] in ("ccomp", "advcl", "conj") and not tree.kids(v, "aux", "mark", "dobj")
    before = [v - 1] if below and v and tree.tags[v - 1] == "CD" else []
    return [c for c in before if tree.heads[c] == v or tree.deps[c] in ("conj", "dobj", "pobj")]


def passive(tree: Tree, v: int) -> bool:
    """Whether a verb is a passive: with its auxiliary, or a participle standing alone after its noun."""
    if tree.kids(v, "auxpass", "nsubjpass"):
        return True
    if tree.tags[v] not in ("VBN", "VBD", "JJ"):
        return False
    if tallied(tree, v):
        return True
    if tree.kids(v, "aux", "nsubj"):
        return False
    if tree.deps[v] == "acl" or tree.kids(v, "agent"):
        return True
    if tree.deps[v] == "conj" and tree.tags[v] == "VBN":
        return passive(tree, tree.heads[v])
    return tree.tags[v] == "VBN" and tree.deps[v] in ("advcl", "amod", "xcomp", "dep") and not tree.kids(v, "dobj")


def headlined(tree: Tree, v: int, grammar: Grammar) -> bool:
    """Whether a headline leaves out the auxiliary of a passive: "Mayor *arrested* in Lima", of a verb that never lacks an object."""
    if not _of_headline(tree, v) or not tree.kids(v, "nsubj") or tree.kids(v, "aux", "dobj", "ccomp", "dative", "neg"):
        return False
    dead = any(tree.tags[c].startswith("JJ") for c in tree.kids(v, "acomp", "oprd"))  # "shot dead"
    phrases = (f"{tree.lower[v]} {tree.lower[c]}" for c in tree.kids(v, "prt"))
    return dead or tree.lower[v] in grammar.transitive or not grammar.phrasal.isdisjoint(phrases)


def clipped(tree: Tree, v: int) -> bool:
    """Whether a past tense may be a passive without its auxiliary: "Border *closed* to lorries", "was held and *freed*"."""
    joined = tree.deps[v] == "conj" and tree.tags[v] == "VBD" and bool(tree.kids(tree.heads[v], "auxpass"))
    bare = _of_headline(tree, v) if tree.kids(v, "nsubj") else joined
    return bare and not tree.kids(v, "aux", "auxpass", "dobj", "ccomp", "xcomp", "dative", "neg", "expl")


def _of_headline(tree: Tree, v: int) -> bool:
    return tree.deps[v] in ("ROOT", "ccomp") and tree.tags[v] in PAST and tree.words[-1] not in ENDS
