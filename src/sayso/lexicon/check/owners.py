"""Aliases that two entities own on one day: no reader could tell which of them is meant."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from sayso.lexicon import entity as entities
from sayso.lexicon.check.problem import Problem
from sayso.lexicon.check.shape import Data, Files
from sayso.lexicon.entity import Entity, Name

# A capital or a palace stands for a government only where grammar says so: it may be a place's name too.
SHARED = frozenset({"capital", "metonym", "city"})

Period = tuple[str, str]


def owner_problems(files: Files) -> Iterator[Problem]:
    """Every pair of entities that share an alias, with the aliases."""
    data = {key: files.entries[key] for key in ("countries", "people", "organisations", "regions")}
    settled = {entry["text"] for entry in files.entries["ambiguous"]}
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text, names in listed_names(data).items():
        if text in settled:
            continue
        for one, other in combinations(names, 2):
            if owner(one.entity) != owner(other.entity) and clash(one, other):
                shared[owner(one.entity), owner(other.entity)].append(text)
    for pair, texts in shared.items():
        yield Problem("alias", pair, f"{pair[0]} and {pair[1]} both own {', '.join(map(repr, dict.fromkeys(texts)))}")


def listed_names(data: Mapping[str, list[Data]]) -> Mapping[str, list[Name]]:
    """Who is listed under a name, but for those that grammar tells apart."""
    index: dict[str, list[Name]] = defaultdict(list)
    for name in entities.names(data):
        if name.use not in SHARED:
            index[name.text].append(name)
    return index


def owner(entity: Entity) -> str:
    """How an entity is called in messages and in accepted.yaml."""
    if entity.kind == "country":
        return str(entity.country)
    return entity.id or f"{entity.name} ({entity.group}, {entity.country or 'no country'})"


def clash(one: Name, other: Name) -> bool:
    """Whether both names are valid on one day, and nothing else tells their owners apart."""
    kinds = {one.entity.kind, other.entity.kind}
    if kinds == {"person"} and "short" in (one.use, other.use) and one.entity.country != other.entity.country:
        return False  # surnames are told apart by the country that the report is about
    return any(overlap(a, b) for a in _periods(one.entity) for b in _periods(other.entity))


def _periods(entity: Entity) -> list[Period]:
    """When an entity is meant by its names: a person in office, a body while it exists, a country always."""
    if entity.kind == "person":
        return [(term.start, term.end) for term in entity.terms]
    return [(entity.start, entity.end)]


def overlap(one: Period, other: Period) -> bool:
    """Whether two periods share a day; a year or month stands for all its days, but handing over is no overlap."""
    return _before(one[0], other[1]) and _before(other[0], one[1])


def _before(start: str, end: str) -> bool:
    """Whether a day lies before another as far as both are known."""
    exact = min(len(start), len(end))
    return start[:exact] < end[:exact]
