"""Words that look like somebody and mean nobody known: "it" of a clause, a language, a country of no name, the neighbours of a bar."""

import re
from collections.abc import Callable, Container, Mapping, Sequence, Set

from sayso.extract.identify.memory import Mention
from sayso.extract.parse.tree import Tree
from sayso.lexicon.entity import Use

NEXT = 6  # tokens after "one" within which "another" pairs with it
AIMED = ("on", "against")  # before whom an act is aimed at
TOWNS: tuple[Use, ...] = ("capital", "city")
TYING = ("poss", "appos", "relcl", "acl")  # labels of what says whose or who a noun is
BEHIND = (["at"], ["to"])  # what may say so right behind a noun, whatever it hangs on
MODEL = re.compile(r"[a-z]{1,6}-?\d+[a-z]*")  # a name of machines: "F-16", "MiG-29", "T72"


def expletive(tree: Tree, i: int, impersonal: Set[str]) -> bool:
    """Whether an "it" stands for a clause: "it was easy to mock", "it is time for Chad to ...", "it is planned to ..."."""
    verb = tree.heads[i]
    named = (a for a in tree.kids(verb, "attr") if tree.lower[a] in impersonal)
    if any(tree.infinitive(c) for a in named for c in tree.kids(a, "acl", "relcl")):
        return True
    if tree.deps[i] == "nsubjpass":
        return bool(tree.kids(verb, "ccomp")) or (tree.lower[verb] in impersonal and any(map(tree.infinitive, tree.kids(verb, "xcomp"))))
    said = tree.kids(verb, "acomp") if tree.deps[i] == "nsubj" else []
    easy = any(tree.kids(a, "xcomp", "ccomp") for a in said if tree.lower[a] in impersonal)
    return easy or bool(said and tree.kids(verb, "xcomp", "ccomp", "advcl"))


def language(tree: Tree, i: int) -> bool:
    """Whether an adjective of a country names its language: "sang in Polish"."""
    return tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] in ("in", "into") and not tree.children[i]


def local(tree: Tree, i: int, at: Callable[[int], Mention | None]) -> bool:
    """Whether neighbours or rivals are those in a town, or of something that is nobody: "neighbours of a bar"."""
    for p in tree.kids(i, "prep"):
        for o in tree.kids(p, "pobj") if tree.lower[p] in ("in", "of") else ():
            mention = at(o)
            town = mention is not None and mention.referent.kind == "place" and mention.placelike
            thing = (mention is None or mention.referent.kind == "thing") and tree.tags[o] in ("NN", "NNS")
            if town or (thing and tree.lower[p] == "of"):
                return True
    return False


def namesake(tree: Tree, first: int, i: int, others: Container[str]) -> int | None:
    """Where a longer name begins of which a country is the last word: "*Ford* Australia"; None where the name is the country's."""
    before = first - 1
    part = before >= 0 and tree.tags[before] == "NNP" and tree.deps[before] == "compound" and first <= tree.heads[before] <= i
    word = tree.lower[before] if part else ""
    alone = part and not (word in others or word.endswith("ern") or tree.words[before].isupper() or not word.isalpha())
    if not alone or not tree.words[before][0].isupper():
        return None
    while before > 0 and tree.tags[before - 1] == "NNP" and tree.deps[before - 1] == "compound" and tree.lower[before - 1] not in others:
        before -= 1
    return before


def of_any_kind(tree: Tree, i: int, named: Container[int], whatever: Set[str], indefinite: Set[str]) -> bool:
    """Whether a noun means none in particular: "a country that kills its bookshops", "a state of emergency"."""
    dets = {tree.lower[d] for d in tree.kids(i, "det")}
    if any(tree.tags[o] == "NN" and not tree.children[o] for o in tree.taken(i, "of")):
        return True
    if not whatever.isdisjoint(dets) and not any(t in named for t in tree.subtree(i)):
        return True
    paired = tree.has(i, ("one",), "nummod") and "another" in tree.lower[i : i + NEXT]
    loose = paired or not indefinite.isdisjoint(dets)  # "from *one country* to another"
    told = [c for c in tree.kids(i, "amod", "compound", "poss", "prep", "appos") if tree.lower[c] not in indefinite]
    return loose and not told and tree.deps[i] not in ("attr", "appos")


def untied(tree: Tree, i: int, named: Set[int], roles: Set[str], owned: Set[str]) -> bool:
    """Whether no word beside a common noun says whose it is, or that it was told of: "a new plane", "five years of delay".

    `roles` are words that would before it; of `owned` nouns, and of those after prepositions, what stands behind them may.
    """
    kids = tree.children[i]
    if not kids:
        return True
    first = tree.left_edge(kids[0])
    before = tree.lower[first:i]
    if before == ["the"] or not tree.labels[i].isdisjoint(TYING) or tree.lower[i + 1 : i + 2] in BEHIND:
        return False
    if kids[-1] > i and (tree.deps[i] == "pobj" or tree.lower[i] in owned):
        return False
    return roles.isdisjoint(before) and named.isdisjoint(range(first, i))


def whoever(tree: Tree, i: int, whole: Set[str]) -> bool:
    """Whether sides are meant whoever they are, by a word for the `whole` of them: "urged *all* parties to"."""
    told = tree.kids(i, "compound", "nmod", "poss")  # "all opposition parties"
    before = tree.kids(i, "det", "predet", "amod")
    return not told and any(tree.lower[c] in whole for c in before) and all(tree.lower[c] in {*whole, "the"} for c in before)


def leans(lower: Sequence[str], first: int, leaning: Set[str]) -> bool:
    """Whether a "pro-" or "anti-" stands before the name that begins at a token."""
    return first > 1 and lower[first - 1] == "-" and lower[first - 2] in leaning


def scene(tree: Tree, use: Use, i: int, scenes: Mapping[Use, Container[str]]) -> bool:
    """Whether a name says where violence struck: "the *London* bombing", "the *Kenya* massacre", but "the London attack *on* Cairo"."""
    return tree.lower[i] in scenes.get(use, ()) and not tree.has(i, AIMED, "prep")


def unmeant(tree: Tree, i: int, use: Use, held: Container[str]) -> bool:
    """Whether a name of this use means no land: a language, or a town that says which treaty or talks are meant ("the *Geneva* talks")."""
    if use in TOWNS:
        return tree.deps[i] in ("compound", "nmod") and tree.lower[tree.heads[i]] in held
    return use == "adjective" and language(tree, i)


def machine(tree: Tree, i: int, arms: Container[str], makes: Container[str]) -> bool:
    """Whether a word for people is one for machines behind their make: "four *F-16* fighters", "*Rafale* fighters"."""
    if i == 0 or tree.lower[i] not in arms:
        return False
    return tree.lower[i - 1] in makes or MODEL.fullmatch(tree.lower[i - 1]) is not None
