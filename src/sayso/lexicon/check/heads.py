"""Offices of which a country has one holder a day: two at once are a wrong date, or a story that ontology/accepted.yaml tells."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from sayso.lexicon.check.owners import overlap
from sayso.lexicon.check.problem import Problem
from sayso.lexicon.check.shape import Files
from sayso.lexicon.entity import FAR, SINCE


class Held(NamedTuple):
    """Who held an office from one day to another (ISO, as exact as known)."""

    start: str
    end: str
    who: str


def head_problems(files: Files) -> Iterator[Problem]:
    """Every pair of persons who held one country's office on one day."""
    for head in files.heads:
        roles = frozenset(head["roles"])
        for country, held in _holders(files, roles).items():
            for one, other in combinations(held, 2):
                if one.who != other.who and overlap((one.start, one.end), (other.start, other.end)):
                    both = f"{one.who} ({one.start} to {one.end}) and {other.who} ({other.start} to {other.end})"
                    yield Problem("heads", (one.who, other.who), f"{country} has two persons as {head['office']} on one day: {both}")


def _holders(files: Files, roles: frozenset[str]) -> dict[str, list[Held]]:
    """Terms in one of these roles, by country."""
    found: dict[str, list[Held]] = defaultdict(list)
    for person in files.entries["people"]:
        for term in person["terms"]:
            country = term["country"] or person["country"]
            if country and term["role"] in roles and "GOV" in term["sectors"]:
                found[country].append(Held(term["from"] or SINCE, term["to"] or FAR, person["id"]))
    return found
