"""Where: place names with coordinates, countries and regions by the scan, cities by look-up of capitalised words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from sayso.extract.scan import Hit
from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import City, Gazetteer

Precision = Literal["site", "city", "region", "country"]

_CAPITALISED = re.compile(r"(?<![\w.@])(?:[A-ZÀ-Þ][\w'’.-]*)(?: (?:[A-ZÀ-Þ][\w'’-]*|de|del|da|do|la|las|los|el|al|es|upon|on))*")
_IN = re.compile(
    r"\b(?:in|at|near|from|to|around|outside|of|city|town|village|port|capital|district|into|towards|toward|across|and|between|,"
    r"|through|via|leaving|visiting|capital,)\s*(?:the )?$",
    re.IGNORECASE,
)
_LAND = re.compile(r", ([A-Z][A-Za-z. ]+?)(?:[,.;)]|$)")
BEFORE, AFTER = 14, 30  # characters before a city in which its preposition stands, and after it in which its country does
LONGEST = 4  # words of a city's name
BIG = 100_000  # people from which a city of a country that the text names needs no preposition before it


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name: characters of the cleaned text and where it is.

    `country` is ISO alpha-3, `lat` and `lon` are degrees; what is not known of a place is None.
    """

    start: int
    end: int
    name: str
    country: str | None
    precision: Precision
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    geonames_id: int | None = None

    @classmethod
    def of(cls, city: City, start: int, end: int) -> "PlaceMention":
        """A city of the gazetteer, named or meant by these characters."""
        return cls(start, end, city.name, city.country, "city", city.lat, city.lon, city.admin1, city.geonames_id)


class Taken:
    """Stretches of a text that are used up: sorted, apart from each other."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take the spans in the order of the text."""
        self._starts, self._ends = [s for s, _ in spans], [e for _, e in spans]

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps one of them."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and self._ends[before] > start


class PlaceFinder:
    """Finds the places that a text names."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        """Take the words that are no places."""
        self._lexicon, self._gazetteer = lexicon, gazetteer
        self._stop = (
            lexicon.cue("layout", "function_words")
            | lexicon.cue("grammar", "temporal")
            | frozenset(lexicon.roles)
            | frozenset(lexicon.cues["time"]["months"])
        )

    def find(self, text: str, hits: Sequence[Hit]) -> list[PlaceMention]:
        """All places of a text, in its order; a name of many places is the one near what else the text names, else the largest."""
        found = [p for h in hits if (p := self._listed(h, text))]
        lands = {p.country for p in found if p.country}
        taken = Taken([(h.start, h.end) for h in hits if h.names[0].use != "short"])  # a bare surname may be a city
        for start, end, cities in self._candidates(text, taken):
            city = self._chosen(cities, lands, text[end : end + AFTER])
            if _IN.search(text[max(0, start - BEFORE) : start]) or (city.population >= BIG and city.country in lands):
                found.append(PlaceMention.of(city, start, end))
                lands.add(city.country)
        return sorted(_longest(found), key=lambda p: p.start)

    def _listed(self, hit: Hit, text: str) -> PlaceMention | None:
        """A country, region or capital of the lexicon; an adjective or a metonym is no place."""
        name, entity = hit.names[0], hit.names[0].entity
        if name.use == "capital":
            cities, named = self._gazetteer.find(name.text), self._land(text[hit.end : hit.end + 30])
            city = next((c for land in (named, entity.country) for c in cities if land and c.country == land), None)
            return PlaceMention.of(city, hit.start, hit.end) if city else None
        if name.use != "name" or entity.kind not in ("country", "place"):
            return None
        precision: Precision = "country" if entity.kind == "country" else "site" if entity.group == "site" else "region"
        return PlaceMention(hit.start, hit.end, entity.name, entity.country, precision, entity.lat, entity.lon)

    def _candidates(self, text: str, taken: Taken) -> Iterator[tuple[int, int, tuple[City, ...]]]:
        """Capitalised words that name cities, the longest names first, with the cities of that name."""
        for match in _CAPITALISED.finditer(text):
            words, n = match.group().split(" "), 0
            while n < len(words):
                start = match.start() + sum(len(w) + 1 for w in words[:n])
                length, end, cities = self._longest_city(words[n : n + LONGEST], start, taken)
                if cities:
                    yield start, end, cities
                n += length

    def _longest_city(self, words: Sequence[str], start: int, taken: Taken) -> tuple[int, int, tuple[City, ...]]:
        """The longest city name that begins with the first of some words: how many of them, its end, and its cities if any."""
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length]).rstrip(".,'’-")
            if length == 1 and self._no_city(name):
                continue
            if taken.meets(start, start + len(name)):
                continue
            bare = name.removesuffix("'s").removesuffix("’s")
            if cities := self._gazetteer.find(bare):
                return length, start + len(bare), cities
        return 1, start, ()

    def _no_city(self, word: str) -> bool:
        return word.lower() in self._stop or len(word) < 3 or (word.isupper() and len(word) < 5)

    def _chosen(self, cities: Sequence[City], lands: Set[str | None], after: str) -> City:
        """The city of a country named right after it or elsewhere in the text, else the most populous."""
        named = self._land(after)
        fits = [c for c in cities if named and c.country == named] or [c for c in cities if c.country in lands]
        return (fits or cities)[0]

    def _land(self, after: str) -> str | None:
        """The country named right after a city: ", Kenya"."""
        match = _LAND.match(after)
        names = self._lexicon.names.get(match.group(1).strip(), ()) if match else ()
        return next((n.entity.country for n in names if n.entity.country), None)


def _longest(found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Of places that begin together the longest, and none that begins inside another."""
    kept: list[PlaceMention] = []
    for place in sorted(found, key=lambda p: (p.start, -p.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept
