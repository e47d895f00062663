"""Words that may name places, and what each of them may mean."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.places.capitals import Word, runs
from sayso.extract.scan.hits import Hit
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity, Name
from sayso.lexicon.gazetteer import Gazetteer, Spot

COUNTRY, REGION, CAPITAL, ALIAS = 8.5, 7.5, 1.0, -1.5  # weights of listed places, beside decimal logarithms of populations
BIG = 100_000  # people of a city that is meant rather than the region of its name
MOST = 0.5  # share of the people of a region whose city is meant rather, however few they are
LESS = 0.2  # how much less such a region weighs than its city
KNOWN = 1.3  # for a region that the lexicon lists too
KIND = 2.0  # for a region where its kind stands with the name ("Kherson region"), or where the name is shortened ("Fla.")
HUGE = 1_000_000  # people of a city that has other names in everybody's mouth
SQUARE = 1.0  # degrees: places in one square of that size or in adjacent ones are neighbours
FEW = 16  # readings of one name that are weighed, the most populous ones

_KIND = re.compile(r" ([a-z]+)\b")

Cell = tuple[str | None, str | None]  # country (ISO alpha-3) and first-level region (GeoNames code)
Square = tuple[int, int]
Spots = Mapping[str, Sequence[Spot]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One place that a name may mean: a spot of the gazetteer, an entry of the lexicon or both, weighed before the text is heard.

    `square` is where it lies, by latitude and longitude; None of whole regions.
    """

    weight: float
    country: str | None
    admin1: str | None
    spot: Spot | None = None
    entity: Entity | None = None
    square: Square | None = None

    @classmethod
    def of(cls, spot: Spot, more: float = 0.0) -> "Reading":
        """A spot, by the number of its people."""
        weight = math.log10(spot.population + 10) + (0 if spot.own or spot.population > HUGE else ALIAS) + more
        square = None if spot.kind == "region" else (round(spot.lat / SQUARE), round(spot.lon / SQUARE))
        return cls(weight, spot.country, spot.admin1, spot, square=square)

    @classmethod
    def of_all(cls, spots: Sequence[Spot]) -> "tuple[Reading, ...]":
        """The spots of one name, a region behind the city of its name in it that is large or holds most of its people."""
        found = [cls.of(s) for s in spots[:FEW]]
        regions: dict[Cell, int] = {(s.country, s.admin1): s.population for s in spots[:FEW] if s.kind == "region"}
        towns = [(r, r.spot.population) for r in found if r.spot and r.spot.kind == "city"]
        large = [r for r, people in towns if people >= min(BIG, MOST * regions.get((r.country, r.admin1), BIG))]
        cities = {(r.country, r.admin1): r.weight - LESS for r in reversed(large)}
        behind = ((r, cities.get((r.country, r.admin1)) if r.spot and r.spot.kind != "city" else None) for r in found)
        return tuple(r if most is None else replace(r, weight=min(r.weight, most)) for r, most in behind) if cities else tuple(found)

    def holds(self, other: "Reading") -> bool:
        """Whether another place lies in this country or region."""
        if self.country is None or self.country != other.country or self is other:
            return False
        if self.admin1 is None:
            return other.admin1 is not None or other.spot is not None
        return self.admin1 == other.admin1 and (self.spot is None or self.spot.kind != "city")


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that may name a place: their first and last number among the capitalised words, characters, and readings.

    `use`: how a listed name means its place; None for names of the gazetteer alone. `regional`: the kind of region stands with it.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    readings: tuple[Reading, ...]
    use: str | None = None
    regional: bool = False

    @property
    def listed(self) -> bool:
        """Whether the lexicon has it as the name of a country or region."""
        return self.use == "name"


class Namer:
    """Knows what words may mean as names of places."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        """Take names of countries and regions, and shortened ones."""
        words = lexicon.cues["place"]
        self._lexicon, self._gazetteer = lexicon, gazetteer
        self._short: dict[str, str] = words["abbreviations"]
        self._full: dict[str, str] = words["abbreviations"] | words["nicknames"] | words["postal"]
        self._postal: dict[str, str] = words["postal"]
        self._nicknames: dict[str, str] = words["nicknames"]
        self._kinds = lexicon.cue("place", "regions")
        layout = lexicon.cue("layout", "function_words") | lexicon.cue("grammar", "temporal") | lexicon.cue("time", "months")
        self._stop = layout | lexicon.cue("place", "common", "titles") | frozenset(lexicon.roles)

    def toponyms(self, text: str, words: Sequence[Word], hits: Sequence[Hit]) -> Iterator[Toponym]:
        """Names of places in a text, of those that begin together the longest, none over another."""
        starts = [word.start for word in words]
        first = ((bisect_left(starts, hit.start), hit) for hit in hits)  # "the Gulf" begins with a small letter
        listed = {n: hit for n, hit in first if n < len(words) and starts[n] < hit.end}
        names = [self._names(text, words, n) for n in range(len(words))]
        written = {name for found in names for name in found.values()}
        spots = self._gazetteer.find_all(written | {self._capital(h.names[0]) for h in hits if h.names[0].use == "capital"})
        done = 0
        for n, word in enumerate(words):
            if word.start < done:
                continue
            hit = listed.get(n) or (self._shouted(word) if word.text.isupper() else None)
            found = self._longest(text, words, n, names[n], spots, hit)
            if found and any(m in listed and listed[m].end > found.end for m in range(n + 1, found.last + 1)):
                continue  # "The Bank" of "The Bank of England"
            if found:
                yield found
                done = found.end
            elif hit and hit.names[0].use != "short":
                done = hit.end

    def _shouted(self, word: Word) -> Hit | None:
        """A listed name of one word in capitals, as datelines have it."""
        names = self._lexicon.names.get(word.text.title(), ()) if len(word.text) > 3 else ()
        return Hit(word.start, word.end, names) if names and names[0].use in ("name", "capital") else None

    def _names(self, text: str, words: Sequence[Word], n: int) -> dict[int, str]:
        """What may stand at a word, longest first: the name to look up, by its last word."""
        found: dict[int, str] = {}
        for last in runs(words, n):
            end = words[last].end
            name = text[words[n].start : end]
            short = name + "." if text[end : end + 1] == "." and not name.endswith(".") else name
            if full := self._full.get(short) or self._full.get(name):
                found[last] = full
            elif last > n or not self._no_place(words[n]):
                found[last] = name.title() if name.isupper() and len(name) > 3 else name
        return found

    def _no_place(self, word: Word) -> bool:
        """Whether a single word is too short or too common to be looked up."""
        return word.lower in self._stop or len(word.text) < 3 or (word.text.isupper() and len(word.text) < 4)

    def _longest(self, text: str, words: Sequence[Word], n: int, names: Mapping[int, str], spots: Spots, hit: Hit | None) -> Toponym | None:
        """The longest name that begins at a word; of a listed one its entry is a reading too."""
        start = words[n].start
        for last, name in names.items():
            end = words[last].end
            if hit and end <= hit.end:
                break
            if spots[name]:
                return self._found(text, words, n, last, name, spots[name])
        if hit is None:
            return None
        last = max(i for i in range(n, min(n + 8, len(words))) if words[i].start < hit.end)
        name = names.get(last, text[start : hit.end])
        return self._of_hit(hit, n, last, name, spots)

    def _found(self, text: str, words: Sequence[Word], n: int, last: int, name: str, spots: Sequence[Spot]) -> Toponym | None:
        """A name of the gazetteer; a shortened one means a region."""
        start, end = words[n].start, words[last].end
        written = text[start:end]
        dotted = text[end : end + 1] == "." and not written.endswith(".")
        short = written + "." if dotted and written + "." in self._short else written
        if short in self._short:
            states = [Reading.of(s, KIND) for s in spots if s.kind == "region"]
            return Toponym(n, last, start, end + len(short) - len(written), name, tuple(states[:1]), "short-form") if states else None
        if written in self._postal and written not in self._nicknames:
            if text[max(0, start - 2) : start] != ", " or not n:
                return None
            return Toponym(n, last, start, end, name, tuple(Reading.of(s, KIND) for s in spots if s.kind == "region")[:1], "postal")
        return self._plain(text, n, last, (start, end), name, spots)

    def _plain(self, text: str, first: int, last: int, span: tuple[int, int], name: str, spots: Sequence[Spot]) -> Toponym:
        """A name of the gazetteer as it stands, with the kind of region that may follow it."""
        start, end = span
        match = _KIND.match(text, end)
        if match is None or match.group(1) not in self._kinds:
            return Toponym(first, last, start, end, name, Reading.of_all(spots))
        readings = tuple(Reading.of(s, 0.0 if s.kind == "city" else KIND) for s in spots[:FEW])
        return Toponym(first, last, start, match.end(), f"{name} {match.group(1)}", readings, None, regional=True)

    def _of_hit(self, hit: Hit, first: int, last: int, name: str, spots: Spots) -> Toponym | None:
        """A listed country, region or capital; an adjective where it is of one country; nothing for people and bodies."""
        own = self._meant(hit.names[0])
        found = spots.get(name, ())
        if own.use == "short":
            readings = Reading.of_all(found)
            return Toponym(first, last, hit.start, hit.end, name, readings, "short") if readings else None
        if own.use == "capital":
            found = found or spots.get(self._capital(own), ())
            readings = tuple(Reading.of(s, CAPITAL if s.country == own.entity.country and s.kind == "city" else 0.0) for s in found[:FEW])
            return Toponym(first, last, hit.start, hit.end, name, readings, "capital") if readings else None
        if own.use not in ("name", "adjective") or own.entity.kind not in ("country", "place"):
            return None
        if own.use == "adjective" and (own.entity.country is None or not own.text[0].isupper()):
            return self._of_several(own, hit, first, last) if own.text[0].isupper() else None
        reading = self._listed(own.entity, found)
        alone = own.use != "name" or own.entity.country is None  # no village is heard beside the Middle East
        more = () if alone else tuple(Reading.of(s) for s in found[:FEW] if reading.spot is not s)
        return Toponym(first, last, hit.start, hit.end, name, (reading, *more), own.use)

    def _of_several(self, name: Name, hit: Hit, first: int, last: int) -> Toponym | None:
        """An adjective that several countries own ("Korean"), the commonest owner first."""
        codes = name.entity.group.split() if name.entity.kind == "country" and name.entity.group else []
        lands = [self._lexicon.countries[code] for code in codes if code in self._lexicon.countries]
        readings = tuple(Reading(COUNTRY, land.country, None, None, land) for land in lands)
        return Toponym(first, last, hit.start, hit.end, name.text, readings, "adjective") if readings else None

    def _capital(self, name: Name) -> str:
        """The plain name of a capital ("Washington, D.C.")."""
        return self._lexicon.capitals.get(name.entity.country or "", name.text)

    def _meant(self, name: Name) -> Name:
        """The name of a region where a word that several countries own is one too ("Kashmir")."""
        if name.entity.country is None and name.entity.kind == "country":
            regions = [n for n in self._lexicon.names.get(name.text, ()) if n.entity.kind == "place" and n.use == "name"]
            return regions[0] if regions else name
        return name

    def _listed(self, entity: Entity, spots: Sequence[Spot]) -> Reading:
        """The reading of a lexicon entry, with the region of the gazetteer that it is."""
        if entity.kind == "country":
            return Reading(COUNTRY, entity.country, None, None, entity)
        spot = next((s for s in spots if s.kind == "region" and s.country == entity.country), None)
        weight = min(REGION, Reading.of(spot, KNOWN).weight) if spot else REGION
        return Reading(weight, entity.country, spot.admin1 if spot else None, spot, entity)
