"""Ministries that every state has, made from templates when somebody names one: portfolio by state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What a ministry is in charge of; `own` gives the identifier of states (ISO alpha-3) whose ministry has an entry of its own."""

    id: str
    name: str
    own: Mapping[str, str]

    def of(self, country: str) -> str:
        """The identifier of a state's ministry."""
        return self.own.get(country) or f"{country.lower()}-ministry-{self.id}"


Portfolios = Mapping[str, Portfolio]


def portfolios(data: Mapping[str, Any]) -> dict[str, Portfolio]:
    """Portfolios by the nouns for their ministries, in lower case."""
    made = ((entry["nouns"], Portfolio(entry["portfolio"], entry["name"], entry["own"])) for entry in data["ministries"])
    return {noun: portfolio for nouns, portfolio in made for noun in nouns}


def ids(data: Mapping[str, Any]) -> frozenset[str]:
    """The identifiers of all ministries of all states."""
    return frozenset(p.of(country["code"]) for p in portfolios(data).values() for country in data["countries"])


def names(data: Mapping[str, Any]) -> Iterator[tuple[str, Portfolio, str]]:
    """All that the ministries go by, in lower case, with the portfolio and the country."""
    for noun, portfolio in portfolios(data).items():
        for country in data["countries"]:
            for adjective in country["adjectives"]:
                yield f"{adjective} {noun}".lower(), portfolio, country["code"]
            for name in (country["name"], *country["also"]):
                yield f"{name}'s {noun}".lower(), portfolio, country["code"]
                yield f"{noun} of {name}".lower(), portfolio, country["code"]
