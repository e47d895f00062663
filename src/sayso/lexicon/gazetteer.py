"""Places by name, from a read-only SQLite file made of GeoNames data: cities, towns, villages, and the regions of states."""

import re
import sqlite3
import unicodedata
import weakref
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["city", "region", "county"]

FILE = Path(__file__).parent / "places" / "gazetteer.sqlite"
KEPT = 20_000  # look-ups kept in memory, about 8 MB
AT_ONCE = 400  # names asked for in one query
KINDS: tuple[Kind, ...] = ("city", "region", "county")  # by their number in the file
OURS = 1_000_000_000  # number of the first place in the file that GeoNames lacks
PER_DEGREE = 10_000  # in the file coordinates are whole ten-thousandths of a degree

_ARTICLE = re.compile(r"^(?:a[ldnrstz]|ash|el) ")
_SOFT = re.compile(r"[aeiouyhw ]")
_DOUBLED = re.compile(r"(.)\1+")
_DROPPED = str.maketrans({"-": " ", ".": None, "'": None, "’": None, "‘": None, "`": None})
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ə": "e", "œ": "oe", "þ": "th", "ð": "d"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer: coordinates in degrees, country as ISO alpha-3, first-level region by its GeoNames code.

    `geonames_id` is None where GeoNames lacks it.

    `kind`: a populated place, a first-level or a second-level region; the point of a region is the middle of its towns and its
    population theirs together. `own`: found by its own name, not by another one that it also has.
    """

    geonames_id: int | None
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    kind: Kind = "city"
    own: bool = True


class Gazetteer:
    """Looks places up; opens its file when first asked."""

    def __init__(self, path: Path = FILE) -> None:
        """Remember the file."""
        self._path = path
        self._base: sqlite3.Connection | None = None
        self._kept: OrderedDict[str, tuple[Spot, ...]] = OrderedDict()

    def find(self, name: str) -> tuple[Spot, ...]:
        """All places of a name, the most populous first; case, diacritics, hyphens, full stops and apostrophes make no difference."""
        return self.find_all((name,))[name]

    def find_all(self, names: Iterable[str]) -> dict[str, tuple[Spot, ...]]:
        """The places of many names at once, which is faster than one by one."""
        asked = dict.fromkeys(names)
        new = {name: fold(name) for name in asked if name not in self._kept}
        keys = list(dict.fromkeys(new.values()))
        spots: dict[str, tuple[Spot, ...]] = {}
        for first in range(0, len(keys), AT_ONCE):
            spots |= self._ask(keys[first : first + AT_ONCE])
        self._kept |= {name: spots[key] for name, key in new.items()}
        found = {name: self._kept[name] for name in asked}
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found

    def _ask(self, keys: list[str]) -> dict[str, tuple[Spot, ...]]:
        if self._base is None:
            self._base = sqlite3.connect(f"file:{self._path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            weakref.finalize(self, self._base.close)
        rows = self._base.execute(
            "SELECT n.name, p.id, p.name, r.country, r.admin1, p.lat, p.lon, p.population, p.kind, n.place > 0"
            " FROM name n JOIN place p ON p.id = abs(n.place) JOIN region r ON r.id = p.region"
            f" WHERE n.name IN ({','.join('?' * len(keys))}) ORDER BY p.population DESC, p.id",
            [key.encode("utf-8", "replace").decode() for key in keys],
        )
        found: dict[str, list[Spot]] = {key: [] for key in keys}
        for key, number, name, country, admin1, lat, lon, population, kind, own in rows:
            spot = Spot(
                number if number < OURS else None,
                name,
                country,
                admin1,
                lat / PER_DEGREE,
                lon / PER_DEGREE,
                population,
                KINDS[kind],
                bool(own) or respelled(key, fold(name)),
            )
            found[key].append(spot)
        return {key: tuple(spots) for key, spots in found.items()}


def respelled(one: str, other: str) -> bool:
    """Whether two folded names are spellings of one: the same consonants after one first letter, articles apart (Raqqa, Ar Raqqah)."""
    a, b = (_ARTICLE.sub("", name) for name in (one, other))
    bones = _bones(a)
    return a[:1] == b[:1] and len(bones) > 1 and bones == _bones(b)


def _bones(name: str) -> str:
    """The consonants of a folded name, each once where it is doubled."""
    return _DOUBLED.sub(r"\1", _SOFT.sub("", name))


def fold(name: str) -> str:
    """The key of a name: lower case, no diacritics, full stops or apostrophes, blanks for hyphens."""
    text = name.translate(_DROPPED).lower()
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(c for c in letters if not unicodedata.combining(c))
