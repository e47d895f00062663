"""Names laid over tokens: which of the scan's hits stand, and which of several owners a name means."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.memory import Memory
from sayso.extract.scan import Hit
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Name, fit
from sayso.lexicon.lexicon import RoleNoun

Roles = Mapping[str, tuple[RoleNoun, ...]]


@dataclass(frozen=True, slots=True)
class NameWords:
    """What may stand before a surname and leaves it that person's: role nouns, and the cue `titles`."""

    roles: Roles
    titles: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "NameWords":
        """Take them from a lexicon."""
        return cls(lexicon.roles, lexicon.cue("reference", "titles"))


@dataclass(frozen=True, slots=True)
class Named:
    """A name laid over tokens, the first and the last of which are given."""

    first: int
    last: int
    name: Name


def laid(tree: Tree, hits: Sequence[Hit], memory: Memory, words: NameWords) -> dict[int, Named]:
    """The names of a sentence by each token that they cover; of hits over the same tokens the first stands."""
    named: dict[int, Named] = {}
    for hit in hits:
        tokens = [i for i in range(bisect_left(tree.starts, hit.start), bisect_left(tree.starts, hit.end)) if tree.ends[i] <= hit.end]
        if not tokens or any(i in named for i in tokens):
            continue
        if hit.names[0].use == "short" and _part_of_longer_name(tree, tokens, named, words):
            continue
        if hit.names[0].use in ("adjective", "people") and tree.words[tokens[-1]][0].islower():
            continue
        found = Named(tokens[0], tokens[-1], _meant(hit.names, memory))
        named |= dict.fromkeys(tokens, found)
    return named


def _meant(names: Sequence[Name], memory: Memory) -> Name:
    """Of several owners the one whom the report has named in full, in office that day, of a country that the report names.

    Without a day, of those who fit alike whoever was in office last.
    """

    def fitting(name: Name) -> tuple[bool, tuple[int, int, bool], str]:
        terms = name.entity.terms
        return name.entity.id in memory.met, fit(name, memory.day, memory.countries), terms[-1].end if terms else ""

    return max(names, key=fitting)


def _part_of_longer_name(tree: Tree, tokens: Sequence[int], named: Mapping[int, Named], words: NameWords) -> bool:
    """Whether an unlisted first name or another surname stands beside a bare surname."""
    i, before, after = tokens[-1], tokens[0] - 1, tokens[-1] + 1
    first_name = before >= 0 and tree.tags[before] == "NNP" and tree.deps[before] == "compound" and tree.heads[before] in tokens
    if first_name and before not in named:
        word = tree.lower[before]
        if not words.roles.get(word) and word.rstrip(".") not in words.titles:
            return True
    return after < len(tree) and tree.tags[after] == "NNP" and tree.deps[i] == "compound" and tree.heads[i] == after and after not in named


def country_of(name: Name, memory: Memory) -> str | None:
    """The country of a name (ISO alpha-3).

    One that several countries own is settled by what the report names; None where that leaves it open.
    """
    entity = name.entity
    if entity.country or not entity.group or entity.kind != "country":
        return entity.country
    return max((c for c in entity.group.split() if memory.countries[c]), key=lambda c: memory.countries[c], default=None)


def proper_name(tree: Tree, i: int, named: Mapping[int, Named]) -> str:
    """An unlisted proper name with its parts: capitalised compounds right before the head."""
    first = i
    while first > 0 and tree.tags[first - 1] == "NNP" and tree.deps[first - 1] == "compound" and first - 1 not in named:
        first -= 1
    return tree.written(first, i)
