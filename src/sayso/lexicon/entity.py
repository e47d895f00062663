"""Entities, the names under which they are found, and who held which role when."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from sayso.lexicon.spelling import Spelling, initialled, variants

Kind = Literal["country", "person", "organisation", "place"]
Use = Literal["name", "adjective", "people", "capital", "metonym", "short", "city"]
SINCE, FAR = "0000", "9999-12-31"
AGES = 4  # years after which an open term is doubtful


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
        return _within(day, self.start, self.end)


def _within(day: str, start: str, end: str) -> bool:
    return start <= day[: len(start)] and day[: len(end)] <= end


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody who acts in politics, or a place; `id` is None where only a country or a descriptor is known.

    `start` and `end` are the days (ISO) between which a body existed, `asof` the day on which what is said of it was known to hold.
    Most of a place lies within `radius` kilometres of its point; `presumed` is the country meant by a name of several.
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
    start: str = SINCE
    end: str = FAR
    asof: str = FAR
    radius: int | None = None
    presumed: str | None = None

    def on(self, day: str | None) -> tuple[str, ...]:
        """Sectors on a day: of the term that holds; a person out of office is ELI. Without a day the last term counts."""
        if not self.terms:
            return self.sectors
        term = self.term(day)
        return term.sectors if term else ("ELI",)

    def term(self, day: str | None) -> Term | None:
        """The term that holds on a day, of several the last one; None out of office. Without a day the last term counts."""
        held = [t for t in self.terms if day is None or t.holds(day)]
        return held[-1] if held else None

    def country_on(self, day: str | None) -> str | None:
        """The country (ISO alpha-3) that an entity stands for on a day: the one its term names, else its own."""
        term = self.term(day)
        return term.country or self.country if term else self.country

    def lived(self, day: str | None) -> int:
        """How well a name on this day fits its owner.

        2 for who is in office, 1 for others, 0 for a body that did not exist. Without a day nobody goes before another.
        """
        if day is None:
            return 2
        if self.kind == "person":
            return 2 if self.term(day) else 1
        return int(_within(day, self.start, self.end))

    def doubtful(self, day: str | None) -> bool:
        """Whether the term that holds has no end, and was last known to hold four years before this day or longer ago."""
        term = self.term(day)
        if day is None or term is None or term.end != FAR or self.asof == FAR:
            return False
        return day > f"{int(self.asof[:4]) + AGES}{self.asof[4:]}"


@dataclass(frozen=True, slots=True)
class Name:
    """A string that means an entity, and in which way."""

    text: str
    entity: Entity
    use: Use


def person(entry: Mapping[str, Any]) -> Entity:
    """A person of `people/*.yaml`."""
    terms = tuple(Term(t["role"], tuple(t["sectors"]), t["from"] or SINCE, t["to"] or FAR, t["country"]) for t in entry["terms"])
    return Entity(entry["id"], entry["name"], "person", entry["country"], ("ELI",), entry["gender"], terms, asof=entry["asof"])


def organisation(entry: Mapping[str, Any]) -> Entity:
    """A body of `organisations/*.yaml`."""
    return Entity(
        entry["id"],
        entry["name"],
        "organisation",
        entry["country"],
        tuple(entry["sectors"]),
        group=entry["kind"],
        start=entry["from"] or SINCE,
        end=entry["to"] or FAR,
    )


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


def fit(name: Name, day: str | None, countries: Mapping[str, int]) -> tuple[int, int, bool]:
    """How well an owner of a name fits: in office that day, of a country that a report names, by more than a surname."""
    return name.entity.lived(day), countries.get(name.entity.country_on(day) or "", 0), name.use != "short"


def respelled(listed: Iterable[Name], spelling: Spelling) -> Iterator[Name]:
    """Names of persons that rules make, but for those that somebody is listed under or that are made for two persons."""
    taken: set[str] = set()
    made: dict[str, list[Name]] = {}
    for name in listed:
        taken.add(name.text)
        if name.entity.kind == "person":
            for other in _respelled(name, spelling):
                made.setdefault(other.text, []).append(other)
    for text, names in made.items():
        if text not in taken and len({n.entity.id for n in names}) == 1:
            yield names[0]


def _respelled(name: Name, spelling: Spelling) -> Iterator[Name]:
    who, country = name.entity, name.entity.country
    forms = spelling.surname(name.text, country) if name.use == "short" else spelling.person(name.text, country)
    for form in forms:
        yield from (Name(variant, who, name.use) for variant in variants(form))
    if name.use == "short" and country not in spelling.family_first and (form := initialled(who.name, name.text)):
        yield Name(form, who, "name")


def makers(data: Mapping[str, Any]) -> Iterator[tuple[Kind, Callable[[], Entity]]]:
    """Everybody and everything that has a name, in the order of the files: the kind, and what makes it.

    A country is followed by its government.
    """
    for entry in data["countries"]:
        yield "country", partial(country, entry)
        yield "country", partial(government, entry)
    kinds: tuple[tuple[str, Kind, Callable[[Mapping[str, Any]], Entity]], ...] = (
        ("people", "person", person),
        ("organisations", "organisation", organisation),
        ("regions", "place", region),
    )
    for key, kind, make in kinds:
        yield from ((kind, partial(make, entry)) for entry in data[key])


def owners(data: Mapping[str, Any]) -> Iterator[Entity]:
    """The same, made."""
    return (make() for _, make in makers(data))


def names(data: Mapping[str, Any]) -> Iterator[Name]:
    """All names of all entries as they are listed, with the spellings that any name has, in the order of the files."""
    for entity, uses in zip(owners(data), _uses(data), strict=True):
        for use, texts in uses:
            for text in dict.fromkeys(texts):
                yield from (Name(variant, entity, use) for variant in variants(text))


Texts = Sequence[tuple[Use, list[str]]]


def _uses(data: Mapping[str, Any]) -> Iterator[Texts]:
    """The names of each owner."""
    for entry in data["countries"]:
        yield from _of_country(entry)
    for entry in data["people"]:
        yield ("name", [entry["name"], *entry["also"]]), ("short", entry["short"])
    for entry in data["organisations"]:
        yield ("name", [entry["name"], *entry["also"]]), ("metonym", entry["metonyms"]), ("people", entry["people"])
    for entry in data["regions"]:
        yield ("name", [entry["name"], *entry["also"]]), ("adjective", entry["adjectives"])


def _of_country(entry: Mapping[str, Any]) -> tuple[Texts, Texts]:
    people = [p for p in entry["people"] if p not in entry["adjectives"]]
    capitals = [c for c in (entry["capital"], *entry["capital_also"]) if c]
    seats = [m.removeprefix("the ").removeprefix("The ") for m in entry["metonyms"]]
    land: Texts = (("name", [entry["name"], *entry["also"]]), ("adjective", entry["adjectives"]), ("people", people))
    return land, (("capital", capitals), ("metonym", seats))


Row = tuple[str, Use, int]  # a name, its use, and the place of its owner among the owners


def rows(data: Mapping[str, Any]) -> list[Row]:
    """All names, those that rules make too, each once, so that they can be kept: to make them takes longer than to read them."""
    listed = list(names(data))
    made = respelled(listed, Spelling.of(data["cues"]["spelling"]))
    places = {entity: n for n, entity in enumerate(owners(data))}
    return list(dict.fromkeys((name.text, name.use, places[name.entity]) for name in (*listed, *made)))
