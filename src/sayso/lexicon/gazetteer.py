"""Cities by name, from a read-only SQLite file made of GeoNames data."""

import sqlite3
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "places" / "cities.sqlite"
KEPT = 20_000  # look-ups kept in memory, about 5 MB


@dataclass(frozen=True, slots=True)
class City:
    """A populated place: coordinates in degrees, country as ISO alpha-3, first-level region by its GeoNames code."""

    geonames_id: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int


class Gazetteer:
    """Looks cities up; opens its file when first asked."""

    def __init__(self, path: Path = FILE) -> None:
        """Remember the file."""
        self._path = path
        self._base: sqlite3.Connection | None = None
        self._kept: OrderedDict[str, tuple[City, ...]] = OrderedDict()

    def find(self, name: str) -> tuple[City, ...]:
        """All cities of a name, the most populous first; the name as it is written, case included."""
        if name not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.popitem(last=False)
            self._kept[name] = self._ask(name)
        return self._kept[name]

    def _ask(self, name: str) -> tuple[City, ...]:
        if self._base is None:
            self._base = sqlite3.connect(f"file:{self._path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        rows = self._base.execute(
            "SELECT c.id, c.name, c.country, c.admin1, c.lat, c.lon, c.population"
            " FROM name n JOIN city c ON c.id = n.city WHERE n.name = ? ORDER BY c.population DESC, c.id",
            (name,),
        )
        return tuple(City(*row) for row in rows)
