"""Where: place names with coordinates; which words name places, and which of all places of that name is meant."""

import math
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sayso.extract.places.capitals import People, Word, capitalised, surnames
from sayso.extract.places.evidence import ENOUGH, Cues
from sayso.extract.places.placing import Placed, place
from sayso.extract.places.toponyms import BIG, Namer, Reading, Toponym
from sayso.extract.scan.hits import Hit
from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import Gazetteer, Spot

Precision = Literal["site", "city", "region", "country"]

SURE = 0.8  # share of a name's vote from which its country counts as settled
SURELY = 2.0  # evidence from which a name speaks for its neighbours with a whole vote
ACTING, WHERE = 0.5, 4.0  # vote of a country that is not said to be where something is, and evidence from which it is
PERSON, GIVEN, LOWER = -4.0, -2.0, -3.0  # for a person's name, for a bare given name, for a word that the text also has in lower case
STOPS = (",", ".", ";", ")", "")  # after a country that ends what it says: no list of countries goes on
GAP = 40  # characters between a place and the country or region that it is said to lie in
BESIDE = 3.0  # for a name with its country or region beside it
LISTED = 2.0  # for a name coordinated with one that surely is a place's
AGAIN = 2.0  # for a name that the text elsewhere surely has as a place's
NEAR, LAND = 2.0, 1.0  # for lying in the region and in the country of all else
STRANGE, FEW = -1.0, 0.05  # for lying in a country that no more than that share of the other names lies in

_TOGETHER = frozenset({", ", " and ", ", and ", "-", "–", " or ", "/", " & ", " to ", " - "})


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name: characters of the cleaned text and where it is.

    `country` is ISO alpha-3, `lat` and `lon` are degrees; what is not known of a place is None. `adjective`: the words are those
    for its people and things ("Kenyan"), which is where nothing happens. `radius`: kilometres around the point in which most of a
    region or sea lies, None where it is not listed. `settled`: no namesake in another country may well be meant instead.
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
    adjective: bool = False
    radius: int | None = None
    settled: bool = True

    @classmethod
    def of(cls, spot: Spot, start: int, end: int, *, regional: bool = False) -> "PlaceMention":
        """A spot of the gazetteer, named or meant by these characters; `regional`: a town only stands for the region around it."""
        precision: Precision = "city" if spot.kind == "city" and not regional else "region"
        return cls(
            start=start,
            end=end,
            name=spot.name,
            country=spot.country,
            precision=precision,
            lat=spot.lat,
            lon=spot.lon,
            admin1=spot.admin1,
            geonames_id=spot.geonames_id,
        )

    @classmethod
    def unlisted(cls, name: Toponym, country: str) -> "PlaceMention":
        """A place that no list has, in the country that it is said to be in."""
        return cls(name.start, name.end, name.name, country, "region" if name.regional else "city")

    @classmethod
    def meant(cls, name: Toponym, reading: Reading) -> "PlaceMention":
        """What a name means: the entry of the lexicon where it has one."""
        entity, spot = reading.entity, reading.spot
        if entity is None:
            assert spot is not None, "a reading has an entry, a spot or both"
            return cls.of(spot, name.start, name.end, regional=name.regional)
        precision: Precision = "country" if entity.kind == "country" else "site" if entity.group == "site" else "region"
        number = spot.geonames_id if spot else None
        where = (entity.lat, entity.lon, reading.admin1, number)
        return cls(name.start, name.end, entity.name, entity.country, precision, *where, name.use == "adjective", entity.radius)


class PlaceFinder:
    """Finds the places that a text names."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        """Take names and cues."""
        self._namer, self._cues, self._people = Namer(lexicon, gazetteer), Cues.of(lexicon), People.of(lexicon)

    def find(self, text: str, hits: Sequence[Hit], home: str | None = None) -> list[PlaceMention]:
        """All places of a text, in its order; `home` is the country of its publisher (ISO alpha-3), None where it is not known."""
        words = capitalised(text)
        people = list(self._people.named(words))
        found = _free(self._namer.toponyms(text, words, hits), people)
        own = [self._cues.around(text, words, name) for name in found]
        against = self._against(text, words, found, surnames(words, people))
        beside = _beside(text, found, self._cues)
        evidence = [e + a + (BESIDE if n in beside else 0.0) for n, (e, a) in enumerate(zip(own, against, strict=True))]
        heard = _in_lists(text, found, evidence)
        placed = place(
            found,
            {n: min(_voice(name, own[n]), max(0.0, e / SURELY)) for n, (name, e) in enumerate(zip(found, heard, strict=True))},
            beside,
            home,
        )
        sure = {name.name for name, e in zip(found, heard, strict=True) if e >= ENOUGH}
        again = (AGAIN if name.name in sure else 0.0 for name in found)
        total = [e + more + _fitting(name, p) for e, more, name, p in zip(evidence, again, found, placed, strict=True)]
        total = _in_lists(text, found, total)
        abroad = _abroad(text, found)
        return [
            replace(PlaceMention.meant(name, p.reading), settled=p.surely >= SURE)
            if n not in abroad
            else PlaceMention.unlisted(name, abroad[n])
            for n, (name, e, p) in enumerate(zip(found, total, placed, strict=True))
            if (_settled(name, p) if name.use == "adjective" else e >= ENOUGH)
        ]

    def _against(self, text: str, words: Sequence[Word], found: Sequence[Toponym], people: Set[str]) -> list[float]:
        """What the rest of the text says against each name: that it is a person's, or a common word that opens a sentence."""
        return [self._other(text, words[name.first], name, people) for name in found]

    def _other(self, text: str, word: Word, name: Toponym, people: Set[str]) -> float:
        if name.first != name.last or name.use in ("short-form", "postal", "adjective"):
            return 0.0
        if word.text in people:
            return PERSON
        if word.text in self._people.given and not name.use:
            return GIVEN
        return LOWER if word.opens and not name.use and f" {word.text.lower()} " in text else 0.0


def _voice(name: Toponym, evidence: float) -> float:
    """The vote of a name for its neighbours at most: a state that acts may do so anywhere ("the US met China in Geneva")."""
    return ACTING if name.use in ("name", "adjective") and name.readings[0].admin1 is None and evidence < WHERE else 1.0


def _free(found: Iterable[Toponym], people: Sequence[tuple[int, int]]) -> list[Toponym]:
    """Names that are no part of a person's."""
    owner = {n: (first, last) for first, last in people for n in range(first, last + 1)}
    free = []
    for name in found:
        held = owner.get(name.first) or owner.get(name.last)
        if held is None or (name.first <= held[0] and name.last >= held[1] and name.last > name.first):
            free.append(name)
    return free


def _beside(text: str, found: Sequence[Toponym], cues: Cues) -> dict[int, Toponym]:
    """The country or region that a name stands with, by its number: "Paris, Texas", "Ohio's Franklin County", "the Syrian town of Azaz"."""
    beside: dict[int, Toponym] = {}
    for n, (name, following) in enumerate(pairwise(found)):
        gap = text[name.end : following.start]
        if len(gap) > GAP:
            continue
        if (gap in (", ", " (", ", in ", " in ") or cues.lies(gap)) and _inside(name, following):
            beside[n] = following
        elif (gap in ("'s ", "’s ", "' ") or cues.holds(gap)) and _inside(following, name):
            beside[n + 1] = name
    return beside


def _inside(name: Toponym, container: Toponym) -> bool:
    """Whether one may lie in the other; what is listed as a country or region is of no other country."""
    return any(c.holds(r) for c in container.readings if c.admin1 or not name.listed for r in name.readings)


def _abroad(text: str, found: Sequence[Toponym]) -> dict[int, str]:
    """The country of a name that stands before it, where no list has a place of that name in it: "Baga, Nigeria"."""
    pairs = enumerate(pairwise(found))
    beside = ((n, a, b) for n, (a, b) in pairs if text[a.end : b.start] == ", " and b.use == "name" and not (a.listed or a.use))
    lands = ((n, a, b.readings[0].country) for n, a, b in beside if b.readings[0].admin1 is None and text[b.end : b.end + 1] in STOPS)
    return {n: land for n, a, land in lands if land and all(r.country != land and _small(r) for r in a.readings)}


def _small(reading: Reading) -> bool:
    return reading.spot is None or reading.spot.population < BIG


def _in_lists(text: str, found: Sequence[Toponym], evidence: Sequence[float]) -> list[float]:
    """The evidence for each name, with that for what it is coordinated with ("Lima, Cusco and Puno")."""
    heard = list(evidence)
    pairs = [n for n in range(1, len(found)) if text[found[n - 1].end : found[n].start] in _TOGETHER]
    for one, other in (*((n - 1, n) for n in pairs), *((n, n - 1) for n in reversed(pairs))):
        if heard[one] >= ENOUGH > heard[other] > PERSON / 2:
            heard[other] += LISTED
    return heard


def _settled(name: Toponym, placed: Placed) -> bool:
    """Whether it is settled which country an adjective means: one that several own is left open unless the text names one of them."""
    return len(name.readings) == 1 or placed.country > 0


def _fitting(name: Toponym, placed: Placed) -> float:
    """What the size of a place and its neighbourhood say for it."""
    reading = placed.reading
    if reading.spot is None or name.listed:
        return 0.0
    size = min(1.5, max(-1.0, (math.log10(reading.spot.population + 10) - 4) / 2)) - (0.0 if reading.spot.own else 1.0)
    return size + NEAR * placed.region + LAND * placed.country + (STRANGE if placed.others >= 1 and placed.country < FEW else 0.0)
