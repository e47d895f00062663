"""Whose voice tells of an act: an author's of himself, one that asks its reader to do it, or one that tells of long ago."""

from collections.abc import Set

from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import ANY_SUBJECT, PRESENT, Tree
from sayso.extract.politics.earnest import quotations

EARLIEST, MODERN = 100, 1900  # years of history: the first that is no mere count, and the first that is none of it
CLAUSAL = ("csubj", "xcomp", "ccomp", "advcl")  # of infinitives that something is said of
RECENT = ("20th", "21st")  # centuries that are none of it


def of_the_author(match: Match, tree: Tree, own: Set[str], common: Set[str]) -> bool:
    """Whether it is done by an "I", "we" or "you" who is none of those quoted, or by "my wife": the author of a column, of himself."""
    return bool(match.actors) and all((tree.lower[f.head] in own and not f.identified) or _kin(tree, f, common) for f in match.actors)


def _kin(tree: Tree, filler: Filler, common: Set[str]) -> bool:
    """Whether somebody is a private person of the author's: "my wife", not "my government"."""
    private = filler.referent is not None and filler.referent.kind in ("person", "group") and common >= set(filler.referent.sectors)
    return private and tree.tags[filler.head] == "NN" and tree.has(filler.head, ("my",), "poss")


def of_the_reader(match: Match, tree: Tree) -> bool:
    """Whether a reader is asked to do it, to nobody known: "ask for a balcony on the port side", not "lift the sanctions on Iran"."""
    verb = match.top
    if match.recipients and "your" in tree.lower:  # "raiders attack your village"
        quoted = {i for quote in quotations(tree) for i in quote}
        owners = [tree.kids(f.head, "poss") for f in match.recipients]
        if all(any(tree.lower[p] == "your" and p not in quoted for p in own) for own in owners):
            return True
    if match.actors or tree.tags[verb] != "VB" or tree.children[verb] == [] or any(f.identified for f in match.recipients):
        return False
    first = verb
    while tree.deps[first] == "conj" and tree.tags[tree.heads[first]] == "VB":
        first = tree.heads[first]
    subjects = [c for v in (first, verb) for c in tree.kids(v, "nsubj", "nsubjpass", "aux", "auxpass", "expl")]
    return tree.deps[first] == "ROOT" and not subjects and _opens(tree, first)


def of_a_riddle(match: Match, tree: Tree) -> bool:
    """Whether it is asked which of them did it: "*Which general* crossed the Alps?"."""
    return bool(match.actors) and all(any(tree.tags[d] == "WDT" for d in tree.kids(f.head, "det")) for f in match.actors)


def personal(tree: Tree, own: Set[str]) -> bool:
    """Whether a sentence speaks of its author, outside of quotations: "a protest from my knees ended the hike"."""
    quoted = {i for quote in quotations(tree) for i in quote}
    return any(word in own and tree.words[i] != "US" and i not in quoted for i, word in enumerate(tree.lower))


def of_anybody(match: Match, tree: Tree, anybody: Set[str], anything: Set[str]) -> bool:
    """Whether it is what any such man does, and nobody's deed: "like a man *who beats* a child", "those *who order* killings".

    Of `anything` in power likewise, where it is said what such a one always does: "a state *that shoots* its people loses them".
    """
    verb = match.top if tree.verb(match.top) else next((v for v in tree.up(match.top) if tree.verb(v)), match.top)
    while tree.deps[verb] in ("xcomp", "ccomp") and tree.verb(tree.heads[verb]):
        verb = tree.heads[verb]  # "a state that lets its people *be shot*"
    if tree.deps[verb] != "relcl" or any(tree.noun(s) for s in tree.kids(verb, "nsubj")):
        return False
    noun = tree.heads[verb]
    article = {tree.lower[d] for d in tree.kids(noun, "det", "poss")}
    auxiliaries = [tree.tags[a] for a in tree.kids(verb, "aux")]
    timeless = tree.tags[verb] in PRESENT or (auxiliaries[:1] in (["VBP"], ["VBZ"]) and tree.kids(verb, "neg"))
    kind = tree.lower[noun] in anybody or (
        tree.lower[noun] in anything and tree.deps[noun] == "nsubj" and _timeless(tree, tree.heads[noun])
    )
    return bool(timeless) and kind and article <= {"a", "an"} and not tree.kids(noun, "amod", "nummod", "compound")


def _timeless(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what is always so: "signs its own warrant", "cannot win", "is no friend"."""
    auxiliaries = [tree.tags[a] for a in tree.kids(verb, "aux", "auxpass")]
    return tree.tags[verb] in PRESENT or auxiliaries[:1] == ["MD"]


def weighed(match: Match, tree: Tree) -> bool:
    """Whether an act of nobody who is told is only weighed: "it is wrong to attack Chad", "why not punish it?"."""
    verb = match.top
    if any(f.identified for f in match.actors) or not tree.verb(verb):
        return False
    while _continues(tree, verb):
        verb = tree.heads[verb]
    if (beside := _beside_weighed(tree, verb)) is not None:
        verb = beside  # "it is wrong to lie to them, *sending* them to war"
    if tree.kids(verb, *ANY_SUBJECT) or tree.tags[verb] not in ("VB", "VBP"):
        return False
    if tree.deps[verb] == "ROOT":
        return tree.has(verb, ("why",), "advmod")
    over = tree.heads[verb]
    if not tree.infinitive(verb) or tree.deps[verb] not in CLAUSAL:
        return False
    return tree.deps[verb] == "csubj" or any(tree.lower[s] == "it" for h in (over, tree.heads[over]) for s in tree.kids(h, "nsubj"))


def _continues(tree: Tree, verb: int) -> bool:
    """Whether a verb goes on with the one above it."""
    participle = tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG" and not tree.kids(verb, "mark")
    joined = tree.deps[verb] == "conj" or (participle and tree.infinitive(tree.heads[verb]))
    return joined and tree.verb(tree.heads[verb]) and not tree.kids(verb, *ANY_SUBJECT)


def _beside_weighed(tree: Tree, verb: int) -> int | None:
    """The infinitive that is weighed, and goes on in a participle which the parser hangs on the weighing: "it is bad *to lie*, sending"."""
    if tree.deps[verb] != "advcl" or tree.tags[verb] != "VBG" or tree.kids(verb, *ANY_SUBJECT, "mark"):
        return None
    over = tree.heads[verb]
    weighing = tree.has(over, ("it",), "nsubj") and tree.kids(over, "acomp", "attr")
    inside = (c for h in (over, *tree.kids(over, "acomp", "attr")) for c in tree.kids(h, "xcomp", "ccomp"))
    return next((c for c in inside if weighing and c < verb and tree.infinitive(c)), None)


def of_history(match: Match, tree: Tree, past: frozenset[str]) -> bool:
    """Whether an act is of a year or century of which nobody alive can tell, or of somebody of the `past`.

    "In 1812 Napoleon withdrew from Moscow", "Viking raiders burned the abbey".
    """
    times = (i for i, word in enumerate(tree.lower) if (word == "century" or word.isdigit()) and tree.deps[i] == "pobj")
    if any(_dates(tree, i, match.top) for i in times if _bygone(tree, i)):
        return True
    return not past.isdisjoint(tree.lower) and any(_of(tree, f, past) for f in (*match.actors, *match.recipients))


def _dates(tree: Tree, time: int, act: int) -> bool:
    """Whether an act or what it belongs to is of a time: "*in 1812*", "for nine months *in 1453*", "the siege *of 1565*"."""
    preposition = tree.heads[time]
    over = tree.heads[preposition]
    if tree.deps[preposition] != "prep":
        return False
    if tree.lower[time] != "century" and tree.lower[preposition] != "in":
        return tree.lower[preposition] == "of" and over == act
    outer = tree.heads[over]
    nested = tree.deps[over] == "pobj" and tree.deps[outer] == "prep"
    return tree.within(act, over) or (nested and tree.within(act, tree.heads[outer]))


def _bygone(tree: Tree, i: int) -> bool:
    """Whether a time is long past, and a number stands alone: not "in 1812 towns", "in the 15th century"."""
    if tree.lower[i] == "century":
        return any(tree.words[c][0].isdigit() and tree.lower[c] not in RECENT for c in tree.kids(i, "amod", "compound"))
    return _year(tree, i)


def _year(tree: Tree, i: int) -> bool:
    """Whether a number stands alone and is a year of history."""
    alone = tree.tags[i] == "CD" and not tree.children[i]
    return alone and tree.words[i].isdigit() and EARLIEST <= int(tree.words[i]) < MODERN


def _of(tree: Tree, filler: Filler, past: frozenset[str]) -> bool:
    """Whether a party is somebody of the past, or his: "Nebuchadnezzar's troops"."""
    beside = [tree.lower[i] for i in tree.kids(filler.head, "poss", "amod", "compound")]
    return not past.isdisjoint(tree.lower[filler.first : filler.last + 1]) or not past.isdisjoint(beside)


def _opens(tree: Tree, verb: int) -> bool:
    """Whether a verb begins its clause, but for words of manner."""
    return not any(tree.noun(i) or tree.tags[i] == "PRP" for i in tree.children[verb] if i < verb)
