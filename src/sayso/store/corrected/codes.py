"""The codes that corrections are checked against: what the lexicon has, handed in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sayso.errors import StoreError


class Spot(Protocol):
    """A place as a gazetteer gives it."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def country(self) -> str:
        """ISO alpha-3."""

    @property
    def admin1(self) -> str:
        """Its first-level region."""

    @property
    def lat(self) -> float:
        """Degrees."""

    @property
    def lon(self) -> float:
        """Degrees."""

    @property
    def geonames_id(self) -> int | None:
        """Its number there."""

    @property
    def kind(self) -> str:
        """City, region or county."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Countries, sectors and contexts that there are; an empty set lets everything of the right shape pass.

    `spots` finds places, `entities` tells name, country and sectors of an entity on a day.
    """

    countries: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    contexts: frozenset[str] = frozenset()
    spots: Callable[[str], Iterable[Spot]] = field(default=lambda _: ())
    entities: Callable[[str, str | None], Mapping[str, Any] | None] = field(default=lambda _id, _day: None)

    def country(self, code: str | None, written: str) -> None:
        """Make sure that there is such a country.

        Raises:
            StoreError: there is none.
        """
        if code and self.countries and code not in self.countries:
            raise StoreError(f"{written}: there is no country {code}; countries are ISO codes of three letters, RUS or IND")

    def sectored(self, codes: Iterable[str], written: str) -> None:
        """Make sure that there are such sectors.

        Raises:
            StoreError: there is one that isn't.
        """
        if self.sectors and (unknown := [code for code in codes if code not in self.sectors]):
            raise StoreError(f"{written}: there is no sector {unknown[0]}; there are {', '.join(sorted(self.sectors))}")

    def about(self, contexts: Iterable[str], written: str) -> None:
        """Make sure that there are such contexts.

        Raises:
            StoreError: there is one that isn't.
        """
        if self.contexts and (unknown := [one for one in contexts if one not in self.contexts]):
            raise StoreError(f"{written}: there is no context {unknown[0]!r}; there are {', '.join(sorted(self.contexts))}")

    def entity(self, id: str, day: str | None, written: str) -> Mapping[str, Any]:
        """What is known of an entity on a day: its id, name, country and sectors.

        Raises:
            StoreError: nothing is.
        """
        found = self.entities(id, day)
        if found is None:
            raise StoreError(f"{written}: nobody goes by the id {id}; the desk's form for corrections looks names up")
        return found

    def place(self, name: str, country: str) -> Mapping[str, Any] | None:
        """What is known of a place by name and country: coordinates, region, number and precision; a city before a region of its name."""
        there = [spot for spot in self.spots(name) if spot.country == country]
        if not there:
            return None
        found = next((spot for spot in there if spot.kind == "city"), there[0])
        known = {"admin1": found.admin1, "lat": found.lat, "lon": found.lon, "geonames_id": found.geonames_id}
        return {**known, "precision": "city" if found.kind == "city" else "region"}


ANY = Codes()
