"""Those who are named of many, or as examples of them: "its guarantors, *Chad and Togo*", "neighbours such as *Kenya*"."""

from collections.abc import Sequence, Set

from sayso.extract.identify.antecedents import of_which
from sayso.extract.identify.step import Sentence
from sayso.extract.match.filler import Filler
from sayso.extract.match.forms import conjuncts
from sayso.extract.parse.tree import PLURALS, Tree
from sayso.model.event import Basis

NAMED: Sequence[Basis] = ("name", "metonym")  # as what examples are told of
OWN: Sequence[Basis] = ("name", "descriptor")  # where words themselves say of which country somebody is


def named_beside(tree: Tree, i: int, sentence: Sentence) -> tuple[int, list[int]]:
    """For whom a noun stands, and who is named besides, where names are set beside it: "its guarantors, *Chad* and *Togo*, said".

    Many stand for the first of them where he is known, and for all of them where he is not and the noun says who they are. Of
    "A, B, C and D" the small model makes A with an apposition.
    """
    told, who, more = sentence.at(i), i, list[int]()
    for name in tree.kids(i, "appos") if i not in sentence.named else ():
        others = [c for k in tree.kids(name, "conj") for c in conjuncts(tree, k)] if tree.tags[name] == "NNP" else []
        if others and tree.tags[i] in PLURALS and (told is None or told.last < name):
            mention = sentence.at(name)
            if mention is None or not mention.referent.known or mention.basis == "context":
                continue
            who = name
        more += others
    return who, more


def examples(tree: Tree, i: int, opening: Set[str]) -> list[int]:
    """The nouns that stand as examples of many, or of those whose they are: "officials of *countries* like Chad"; `opening` opens them."""
    if tree.tags[i] not in PLURALS:
        return []
    many = [i, *(n for n in of_which(tree, i) if tree.tags[n] in PLURALS)]
    heads = [h for n in many for h in (*_taken(tree, n, opening), *_beside(tree, n, opening))]
    return [c for h in heads for c in conjuncts(tree, h)]


def _taken(tree: Tree, i: int, opening: Set[str]) -> list[int]:
    """What such a preposition takes: "states *including* Chad", "states *such as* Chad"."""
    preps = (p for p in tree.kids(i, "prep") if tree.lower[p] in opening or tree.has(p, opening, "amod"))
    return [h for p in preps for h in tree.kids(p, "pobj")]


def _beside(tree: Tree, i: int, opening: Set[str]) -> list[int]:
    """What is set beside with such a word: "states, *notably* Chad", "states, *among them* Chad"."""
    return [a for a in tree.kids(i, "appos") if tree.has(a, opening, "prep", "advmod")]


def with_examples(many: Sequence[Filler], shown: Sequence[Filler], ruling: Set[str]) -> list[Filler]:
    """The named examples, with those of whom they are some where words tell who these are: "*Turkish officials* such as X".

    Of people those of the report's country are told too ("*ten villagers*, among them X"), of sectors that are `ruling` they are not;
    a country is no example of people ("refugees from states like *Chad*").
    """
    people = all(f.referent and f.referent.sectors and ruling.isdisjoint(f.referent.sectors) for f in many)
    named = [f for f in shown if f.identified and f.basis in NAMED and not (people and f.referent and f.referent.kind == "country")]
    return [*(f for f in many if not named or _themselves(f, ruling)), *named]


def _themselves(filler: Filler, ruling: Set[str]) -> bool:
    r = filler.referent
    return r is not None and bool(r.country) and (filler.basis in OWN or ruling.isdisjoint(r.sectors))
