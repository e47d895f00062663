"""Places by name."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.gazetteer import FILE, KEPT, Gazetteer, Spot, fold, respelled


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Lima", "PER", -12.0, -77.0),
        ("Kyiv", "UKR", 50.5, 30.5),
        ("Mombasa", "KEN", -4.1, 39.7),
        ("Paris", "FRA", 48.9, 2.3),  # the most populous one comes first
        ("Chiefland", "USA", 29.5, -82.9),  # 2,218 people
    ],
)
def test_cities(gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float) -> None:
    city = next(s for s in gazetteer.find(name) if s.kind == "city")
    assert (city.country, city.name, city.own) == (country, name, True)
    assert city.lat == pytest.approx(lat, abs=0.3)
    assert city.lon == pytest.approx(lon, abs=0.3)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("raqqa", "ar raqqah", True),
        ("avdiivka", "avdiyivka", True),
        ("odessa", "odesa", True),
        ("venice", "dayton", False),
        ("lima", "roma", False),
        ("al ain", "el eulma", False),
        ("gaza", "ghazzah", True),
        ("ys", "as", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert respelled(one, other) is respelled(other, one) is same


@pytest.mark.parametrize(
    ("name", "kind", "country", "admin1", "own"),
    [
        ("Bavaria", "region", "DEU", "02", True),
        ("Franklin County", "county", "USA", "OH", True),
        ("Franklin", "county", "USA", "OH", False),  # what a county is called for short
        ("Helmand Province", "region", "AFG", "10", True),
    ],
)
def test_regions(gazetteer: Gazetteer, name: str, kind: str, country: str, admin1: str, own: bool) -> None:  # noqa: FBT001
    assert (kind, country, admin1, own) in {(s.kind, s.country, s.admin1, s.own) for s in gazetteer.find(name)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "Sao Paulo"),
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("St. Louis", "St Louis"),
        ("Sana'a", "Sana’a"),
        ("Gdańsk", "gdansk"),
        ("Saint Louis", "St. Louis"),
    ],
)
def test_spellings_make_no_difference(gazetteer: Gazetteer, one: str, other: str) -> None:
    assert gazetteer.find(one)
    assert {s.geonames_id for s in gazetteer.find(one)} & {s.geonames_id for s in gazetteer.find(other)}


def test_namesakes_the_most_populous_first(gazetteer: Gazetteer) -> None:
    sizes = [spot.population for spot in gazetteer.find("Santiago")]
    assert len(sizes) > 1
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("name", ["", "Zorblax", "'; DROP TABLE place; --", "\ud7ff", "\ud800", "x" * 10_000])
def test_no_place(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == ()


def test_many_at_once_are_as_one_by_one(gazetteer: Gazetteer) -> None:
    names = ["Lima", "LIMA", "Zorblax", *(f"Zorblax {n}" for n in range(1000)), "Paris"]
    assert Gazetteer().find_all(names) == {name: gazetteer.find(name) for name in names}


def test_the_same_answer_twice_and_after_many(gazetteer: Gazetteer) -> None:
    first = gazetteer.find("Lima")
    for n in range(KEPT + 5):
        gazetteer._kept[f"x{n}"] = ()
    assert gazetteer.find("Lima") == gazetteer.find("Lima") == first
    gazetteer.find("Cusco")
    assert len(gazetteer._kept) <= KEPT


@given(st.text(max_size=30))
def test_a_folded_name_stays_as_it_is(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_every_place_lies_on_the_earth_and_has_a_name_and_a_country() -> None:
    with sqlite3.connect(f"file:{FILE}?mode=ro&immutable=1", uri=True) as base:
        assert base.execute("SELECT count(*) FROM place WHERE abs(lat) > 900000 OR abs(lon) > 1800000 OR name = ''").fetchone() == (0,)
        assert base.execute("SELECT count(*) FROM region WHERE length(country) != 3").fetchone() == (0,)
        assert base.execute("SELECT count(*) FROM place WHERE region NOT IN (SELECT id FROM region)").fetchone() == (0,)
        assert base.execute("SELECT count(*) FROM name WHERE abs(place) NOT IN (SELECT id FROM place)").fetchone() == (0,)
        assert base.execute("SELECT count(*) FROM place").fetchone()[0] > 250_000
    base.close()


def test_nothing_is_opened_before_it_is_asked(tmp_path: Path) -> None:
    lost = Gazetteer(tmp_path / "none.sqlite")
    with pytest.raises(sqlite3.OperationalError):
        lost.find("Lima")


def test_opening_takes_little_memory() -> None:
    told = (
        "import resource; from sayso.lexicon.gazetteer import Gazetteer; before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "Gazetteer().find('Lima'); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 50_000  # kB


def test_a_file_of_our_own(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE region (id INTEGER PRIMARY KEY, country, admin1)")
    base.execute("CREATE TABLE place (id INTEGER PRIMARY KEY, name, region, kind, lat, lon, population)")
    base.execute("CREATE TABLE name (name, place)")
    base.execute("INSERT INTO region VALUES (7, 'PER', '15')")
    base.execute("INSERT INTO place VALUES (1, 'Old Town', 7, 0, 10000, 20000, 50)")
    base.execute("INSERT INTO name VALUES ('hill fort', -1)")
    base.commit()
    base.close()
    (spot,) = Gazetteer(path).find("Hill Fort")
    assert spot == Spot(1, "Old Town", "PER", "15", 1.0, 2.0, 50, "city", own=False)


TOWNS = Path(__file__).parents[2] / "scripts" / "towns.yaml"


def test_the_towns_that_geonames_lacks_are_in_the_file(gazetteer: Gazetteer) -> None:
    towns = yaml.safe_load(TOWNS.read_text(encoding="utf-8"))["towns"]
    for town in towns:
        for name in (town["name"], *town["also"]):
            lying = [(s.country, round(s.lat, 1), round(s.lon, 1)) for s in gazetteer.find(name) if s.geonames_id is None]
            assert (town["country"], town["lat"], town["lon"]) in lying, name


@pytest.mark.parametrize(
    ("name", "country"),
    [("Huliaipole", "UKR"), ("Marinka", "UKR"), ("Deir Ezzor", "SYR"), ("Kyaukphyu", "MMR")],
)
def test_spellings_of_smaller_towns(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert country in {s.country for s in gazetteer.find(name)}
