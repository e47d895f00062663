"""Cities by name."""

import sqlite3
from pathlib import Path

import pytest

from sayso.lexicon.gazetteer import KEPT, Gazetteer


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
    ],
)
def test_cities(gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float) -> None:
    city = gazetteer.find(name)[0]
    assert (city.country, city.name) == (country, name)
    assert city.lat == pytest.approx(lat, abs=0.3)
    assert city.lon == pytest.approx(lon, abs=0.3)


def test_namesakes_the_most_populous_first(gazetteer: Gazetteer) -> None:
    sizes = [city.population for city in gazetteer.find("Santiago")]
    assert len(sizes) > 1
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("name", ["", "Zorblax", "lima", "'; DROP TABLE city; --", "\ud7ff", "x" * 10_000])
def test_no_city(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == ()


def test_the_same_answer_twice_and_after_many(gazetteer: Gazetteer) -> None:
    first = gazetteer.find("Lima")
    for n in range(KEPT + 5):
        gazetteer._kept[f"x{n}"] = ()
    assert gazetteer.find("Lima") == gazetteer.find("Lima") == first


def test_nothing_is_opened_before_it_is_asked(tmp_path: Path) -> None:
    lost = Gazetteer(tmp_path / "none.sqlite")
    with pytest.raises(sqlite3.OperationalError):
        lost.find("Lima")


def test_a_file_of_our_own(tmp_path: Path) -> None:
    path = tmp_path / "cities.sqlite"
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE city (id INTEGER PRIMARY KEY, name, country, admin1, lat, lon, population)")
    base.execute("CREATE TABLE name (name, city)")
    base.execute("INSERT INTO city VALUES (1, 'Old Town', 'PER', '15', 1.0, 2.0, 50)")
    base.execute("INSERT INTO name VALUES ('Oldtown', 1)")
    base.commit()
    base.close()
    (city,) = Gazetteer(path).find("Oldtown")
    assert (city.geonames_id, city.name, city.admin1) == (1, "Old Town", "15")
