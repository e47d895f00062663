"""Peoples: who is of one by the word itself ("Basques", "the Frenchman") or by what stands beside him ("the assailant, a Syrian")."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from sayso.extract.identify.antecedents import persons, with_distance
from sayso.extract.identify.descriptor_words import DescriptorWords
from sayso.extract.identify.memory import Kind, Memory, Mention, Referent
from sayso.extract.identify.names import Named
from sayso.extract.parse.tree import PAST, PLURALS, Tree
from sayso.lexicon.entity import Entity, Name

CROWD = ("CVL",)
ONE = ("a", "an", "one")
WEARING = ("in", "with")
APART = ("relcl", "acl", "prep", "appos")  # what makes of "the Syrian" one of whom nobody has told


def crowd(tree: Tree, i: int, name: Name, here: Sequence[Mention], memory: Memory) -> bool:
    """Whether a word for a people, or an adjective, is some of them: "Basques", "two Russians"; not "the Russians", who are a state."""
    if name.use != "adjective":
        return name.use == "people" and not _nation(tree, i, name.entity, here, memory)
    if name.entity.kind == "country" and name.entity.sectors:  # without a state
        return stands_alone(tree, i) and not tree.has(i, ONE, "det", "nummod")
    plural = tree.tags[i] in (*PLURALS, "NNP") and tree.lower[i].endswith("s")  # a people of several states may act like one
    return plural and name.entity.kind == "place" and stands_alone(tree, i)


def kind(entity: Entity, land: str | None) -> Kind:
    """Of what kind some of a people are: one without a state, in no land that is told, is a power of its own."""
    return "country" if entity.sectors and not land else "group"


def _nation(tree: Tree, i: int, entity: Entity, here: Sequence[Mention], memory: Memory) -> bool:
    """Whether a people is its state: "*the Russians* shelled the port".

    Not where they do what they always do ("the Russians buy less"), nor after some of them ("two Russians ... the Russians").
    """
    words = [tree.lower[c] for c in tree.children[i] if tree.deps[c] not in ("cc", "conj", "punct")]
    first = tree.first(i)
    verb = tree.heads[first]
    done = tree.tags[verb] in PAST or tree.has(verb, ("were",), "aux")
    acts = (tree.deps[first] == "nsubj" and done) or tree.deps[verb] == "agent" or tree.lower[verb] == "against"
    if entity.kind != "country" or words != ["the"] or not acts:
        return False
    people = (m.referent for m, _ in with_distance(i, here, memory) if m.referent.kind in ("person", "group"))
    return not any(r.country == entity.country and r.sectors == CROWD for r in people)


def one_of(tree: Tree, i: int, singled: Set[str], endings: tuple[str, ...]) -> bool:
    """Whether an adjective is one of a people: "the Mexican"; not "the French", "the Israelis", "the Mexican and the Cuban envoys"."""
    shared = any(tree.tags[c] == "NNS" for c in tree.kids(i, "conj"))
    article = not shared and tree.has(i, singled, "det", "nummod")
    return article and tree.tags[i] in ("NN", "NNP", "JJ") and tree.lower[i].endswith(endings)


def stands_alone(tree: Tree, i: int) -> bool:
    """Whether an adjective is a noun here ("the French", "the Taliban")."""
    noun = tree.deps[i] not in ("amod", "compound", "nmod", "npadvmod") and tree.tags[i] != "JJ"
    return noun or bool(tree.kids(i, "det"))


def plans(tree: Tree, i: int) -> bool:
    """Whether an adjective tells whose plan it is to do something: "the *Ugandan* decision to close the border"."""
    noun = tree.heads[i]
    return tree.deps[i] in ("amod", "compound", "nmod") and any(tree.infinitive(c) for c in tree.kids(noun, "acl") if c == noun + 2)


def compatriot(tree: Tree, i: int, country: str | None, here: Sequence[Mention], memory: Memory) -> Referent | None:
    """The person of a country whom "the Frenchman" means: the last one of it who was named; None for one who is new."""
    definite = tree.has(i, ("the",), "det") and not tree.kids(i, *APART)
    if not definite or not country or tree.tags[i] in PLURALS:
        return None
    return next((r for r in persons(i, here, memory) if r.country == country and (r.entity or r.unlisted)), None)


def aged(tree: Tree, i: int, here: Sequence[Mention], memory: Memory) -> Referent | None:
    """The person told of last, where one is called by no more than an age: "the 44-year-*old* was arrested"; None for other words."""
    if tree.lower[i] != "old" or tree.lower[max(0, i - 3) : i] != ["-", "year", "-"] or not tree.has(i, ("the",), "det"):
        return None
    return next(persons(i, here, memory), None)


def told_to_be(
    tree: Tree, i: int, named: Mapping[int, Named], at: Callable[[int], Mention | None], deeming: Set[str], copulas: Set[str]
) -> Referent | None:
    """What somebody of no country is said to be by a word for a people: "the gunman, *a Syrian*"; or held to be ("*thought to be* ...")."""
    if not tree.kids(i, "appos", "acl", "relcl"):
        return None
    held = (a for a in _held(tree, i, deeming) if (m := at(a)) and m.referent.known)
    clauses = (a for c in tree.kids(i, "relcl") if tree.lower[c] in copulas for a in tree.kids(c, "attr"))
    asides = (a for a in tree.kids(i, "appos") if tree.lower[tree.left_edge(a) - 1] == ",")
    own = (a for a in (*asides, *clauses) if _of_a_people(tree, a, named))
    mention = next((m for a in (*own, *held) if (m := at(a))), None)
    return mention.referent if mention and mention.referent.kind in ("person", "group", "organisation", "body", "country") else None


def _held(tree: Tree, i: int, deeming: Set[str]) -> Iterator[int]:
    """What a clause on a noun says that it is held to be: "believed to be members of X"."""
    clauses = [v for v in tree.kids(i, "acl", "relcl") if tree.lower[v] in deeming]
    for be in (b for v in clauses for b in tree.kids(v, "xcomp")):
        yield from tree.kids(be, "attr")


def _of_a_people(tree: Tree, i: int, named: Mapping[int, Named]) -> bool:
    """Whether a noun beside somebody is a word for a people or has one right before it: "a Briton", "a former Polish general"."""
    before = () if tree.tags[i] == "NNP" else tree.kids(i, "amod", "compound")
    return any(t in named and named[t].name.use in ("adjective", "people") for t in (i, *before))


def office(tree: Tree, i: int, private: Referent, at: Callable[[int], Mention | None], words: DescriptorWords) -> Referent | None:
    """The office in which a private person is said to be by what stands beside him: "his wife, *the vice-president*"; None without one."""
    asides = tree.kids(i, "appos")
    if private.entity or tree.tags[i] != "NN" or not asides or not words.crowds.issuperset(private.sectors):
        return None
    nouns = (a for a in asides if tree.tags[a] == "NN" and tree.lower[tree.left_edge(asides[0]) - 1] == ",")
    found = (m.referent for m in map(at, nouns) if m and m.referent.kind == "person")
    return next((r for r in found if not words.power.isdisjoint(r.sectors)), None)


def armed(tree: Tree, i: int, crowd: Referent, words: DescriptorWords) -> bool:
    """Whether people of whom nothing else is known bear arms or hide who they are: "men *armed with rifles*", "youths *in balaclavas*"."""
    if tree.lower[i] not in words.anyone or not words.crowds.issuperset(crowd.sectors):
        return False
    bearing = tree.has(i, words.bearing, "acl", "amod")
    return bearing or not words.guise.isdisjoint(map(tree.lower.__getitem__, tree.taken(i, *WEARING)))
