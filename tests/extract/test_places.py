"""Where: place names with coordinates, and which of them an event took place at."""

from collections.abc import Callable

import pytest

from sayso.extract.places import PlaceFinder
from sayso.extract.scan import Scanner
from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import Gazetteer
from sayso.model import AnnotatedReport, Event


@pytest.fixture(scope="session")
def places(lexicon: Lexicon) -> PlaceFinder:
    return PlaceFinder(lexicon, Gazetteer())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in Lima.", [("Lima", "Lima", "PER", "city")]),
        ("They met in Peru.", [("Peru", "Peru", "PER", "country")]),
        ("They met in Kharkiv, Ukraine.", [("Kharkiv", "Kharkiv", "UKR", "city"), ("Ukraine", "Ukraine", "UKR", "country")]),
        ("They met in Mombasa and Kisumu.", [("Mombasa", "Mombasa", "KEN", "city"), ("Kisumu", "Kisumu", "KEN", "city")]),
        # the country named with it settles which one is meant
        ("They met in Valencia, Venezuela.", [("Valencia", "Valencia", "VEN", "city"), ("Venezuela", "Venezuela", "VEN", "country")]),
        pytest.param(
            "They met in Tripoli, Lebanon.",
            [("Tripoli", "Tripoli", "LBN", "city"), ("Lebanon", "Lebanon", "LBN", "country")],
        ),
        ("They met in Tripoli.", [("Tripoli", "Tripoli", "LBY", "city")]),
        # adjectives, metonyms and people are no places
        ("The Kenyan army and the Kremlin met.", []),
        ("Joe Biden spoke.", []),
        ("The Police met on Monday in April.", []),
        ("", []),
    ],
)
def test_names(places: PlaceFinder, scanner: Scanner, text: str, found: list[tuple[str, str, str, str]]) -> None:
    mentions = places.find(text, scanner.scan(text).hits)
    assert [(text[p.start : p.end], p.name, p.country, p.precision) for p in mentions] == found


def test_coordinates(places: PlaceFinder, scanner: Scanner) -> None:
    text = "They met in Lima."
    (lima,) = places.find(text, scanner.scan(text).hits)
    assert lima.lat == pytest.approx(-12.04, abs=0.1)
    assert lima.lon == pytest.approx(-77.03, abs=0.1)
    assert lima.geonames_id == 3936456


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("Rebels attacked the Kenyan army in Mombasa.", "Mombasa", "KEN", "city"),
        ("Rebels attacked the Kenyan army near Mombasa on Sunday.", "Mombasa", "KEN", "city"),
        ("In Mombasa, rebels attacked the Kenyan army.", "Mombasa", "KEN", "city"),
        ("The Kenyan army was attacked by rebels in Mombasa.", "Mombasa", "KEN", "city"),
        ("Rebels attacked the army in Kenya.", "Kenya", "KEN", "country"),
        ("Rebels attacked the army in the Donetsk region.", "Donetsk region", "UKR", "region"),
        # what words refer to
        ("Rebels attacked the Kenyan army in the capital.", "Nairobi", "KEN", "city"),
        ("Rebels attacked the army in the Kenyan capital.", "Nairobi", "KEN", "city"),
        # a capital acts as a government and is a place at once
        ("Rebels attacked the Russian army in Moscow.", "Moscow", "RUS", "city"),
    ],
)
def test_where(only: Callable[..., Event], text: str, name: str, country: str, precision: str) -> None:
    place = only(text, "ASSAULT").place
    assert place is not None
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert place.text in text
    assert (place.lat is None) is (place.lon is None) is (precision == "country")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia attacked Ukraine.", "ASSAULT"),
        ("Moscow condemned Iran.", "ACCUSE"),
        pytest.param(
            *("Russia was attacked by Ukraine.", "ASSAULT"),
        ),
        pytest.param(
            *("Germany condemned Iran and imposed sanctions on Syria.", "ACCUSE"),
        ),
        pytest.param(
            *("Kenyan police arrested a student in March.", "COERCE"),
        ),
    ],
)
def test_nowhere(only: Callable[..., Event], text: str, kind: str) -> None:
    assert only(text, kind).place is None


@pytest.mark.model
def test_the_contract_of_places(annotate: Callable[..., AnnotatedReport]) -> None:
    (place,) = annotate("Rebels attacked the army in Mombasa.").places
    assert {key: place[key] for key in ("start", "end", "text", "name", "country", "country_alpha2")} == {
        "start": 28,
        "end": 35,
        "text": "Mombasa",
        "name": "Mombasa",
        "country": "KEN",
        "country_alpha2": "KE",
    }
    assert place["lat"] == pytest.approx(-4.05, abs=0.1)
