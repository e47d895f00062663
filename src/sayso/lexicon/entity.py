"""Entities, the names under which they are found, and who held which role when."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["country", "person", "organisation", "place"]
Use = Literal["name", "adjective", "people", "capital", "metonym", "short", "city"]


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of days in which an entity had these sectors."""

    role: str
    sectors: tuple[str, ...]
    start: str
    end: str
    country: str | None = None

    def holds(self, day: str) -> bool:
        """Whether a day (ISO, as exact as known) lies in it."""
        return self.start <= day[: len(self.start)] and day[: len(self.end)] <= self.end


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody who acts in politics, or a place; `id` is None where only a country or a descriptor is known.

    Most of a place lies within `radius` kilometres of its point.
    """

    id: str | None
    name: str
    kind: Kind
    country: str | None
    sectors: tuple[str, ...] = ()
    gender: str | None = None
    terms: tuple[Term, ...] = ()
    group: str = ""
    lat: float | None = None
    lon: float | None = None
    radius: int | None = None

    def on(self, day: str | None) -> tuple[str, ...]:
        """Sectors on a day: of the term that holds; a person out of office is ELI. Without a day the last term counts."""
        if not self.terms:
            return self.sectors
        if day is None:
            return self.terms[-1].sectors
        held = [t for t in self.terms if t.holds(day)]
        return held[-1].sectors if held else ("ELI",)

    def lived(self, day: str | None) -> int:
        """How well a bare surname on this day fits: 2 in office, 1 otherwise."""
        return 2 if day is None or any(t.holds(day) for t in self.terms) else 1


@dataclass(frozen=True, slots=True)
class Name:
    """A string that means an entity, and in which way."""

    text: str
    entity: Entity
    use: Use


FAR = "9999-12-31"


def person(entry: Mapping[str, Any]) -> Entity:
    """A person of `people/*.yaml`."""
    terms = tuple(Term(t["role"], tuple(t["sectors"]), t["from"] or "0000", t["to"] or FAR, t["country"]) for t in entry["terms"])
    return Entity(entry["id"], entry["name"], "person", entry["country"], ("ELI",), entry["gender"], terms)


def organisation(entry: Mapping[str, Any]) -> Entity:
    """A body of `organisations/*.yaml`."""
    return Entity(entry["id"], entry["name"], "organisation", entry["country"], tuple(entry["sectors"]), group=entry["kind"])


def country(entry: Mapping[str, Any]) -> Entity:
    """A country of `countries.yaml`."""
    return Entity(None, entry["name"], "country", entry["code"], lat=entry["lat"], lon=entry["lon"])


def government(entry: Mapping[str, Any]) -> Entity:
    """The government that a capital or a palace stands for."""
    return Entity(None, f"government of {entry['name']}", "country", entry["code"], ("GOV",))


def region(entry: Mapping[str, Any]) -> Entity:
    """A region of `regions.yaml`."""
    where = {key: entry[key] for key in ("lat", "lon", "radius")}
    return Entity(None, entry["name"], "place", entry["country"], group=entry["kind"], **where)


def names(data: Mapping[str, Any]) -> Iterator[Name]:
    """All names of all entries, spelling variants included, in the order of the files."""
    for entry in data["countries"]:
        yield from _country_names(entry)
    for entry in data["people"]:
        who = person(entry)
        yield from _named([entry["name"], *entry["also"]], who, "name")
        yield from _named(entry["short"], who, "short")
    for entry in data["organisations"]:
        body = organisation(entry)
        yield from _named([entry["name"], *entry["also"]], body, "name")
        yield from _named(entry["metonyms"], body, "metonym")
        yield from _named(entry["people"], body, "people")
    for entry in data["regions"]:
        where = region(entry)
        yield from _named([entry["name"], *entry["also"]], where, "name")
        yield from _named(entry["adjectives"], where, "adjective")


def _country_names(entry: Mapping[str, Any]) -> Iterator[Name]:
    land, rulers = country(entry), government(entry)
    yield from _named([entry["name"], *entry["also"]], land, "name")
    yield from _named(entry["adjectives"], land, "adjective")
    yield from _named([p for p in entry["people"] if p not in entry["adjectives"]], land, "people")
    yield from _named([c for c in (entry["capital"], *entry["capital_also"]) if c], rulers, "capital")
    yield from _named([m.removeprefix("the ").removeprefix("The ") for m in entry["metonyms"]], rulers, "metonym")


def _named(texts: Iterable[str], entity: Entity, use: Use) -> Iterator[Name]:
    for text in dict.fromkeys(texts):
        for variant in variants(text):
            yield Name(variant, entity, use)


def variants(text: str) -> list[str]:
    """Spellings of a name that news uses side by side: without diacritics, `al-`/`Al-`/`al `/`el-`, hyphen or space, -y/-iy/-yy."""
    found = {text: None, _unaccented(text): None}
    for form in list(found):
        for article in ("al-", "el-", "Al-", "El-"):
            if article in form:
                found |= {form.replace(article, other): None for other in ("al-", "Al-", "al ", "Al ", "el-", "El-")}
    for form in list(found):
        if "'" in form:
            found |= {form.replace("'", ""): None, form.replace("'", "’"): None}
    return list(found)


def _unaccented(text: str) -> str:
    """The text without diacritics, Latin script only."""
    if text.isascii():
        return text
    plain = {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ə": "e", "Ə": "E"}
    letters = (plain.get(c, c) for c in unicodedata.normalize("NFD", text))
    return "".join(c for c in letters if not unicodedata.combining(c))
