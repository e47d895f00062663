"""Where: place names with coordinates, and which of them an event took place at."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.places.finder import PlaceFinder
from sayso.extract.scan.hits import Scanner
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
        # metonyms and people are no places; of an adjective the country is told
        ("The Kenyan army and the Kremlin met.", [("Kenyan", "Kenya", "KEN", "country")]),
        ("Joe Biden spoke.", []),
        ("The Police met on Monday in April.", []),
        ("", []),
    ],
)
def test_names(places: PlaceFinder, scanner: Scanner, text: str, found: list[tuple[str, str, str, str]]) -> None:
    mentions = places.find(text, scanner.scan(text).hits)
    assert [(text[p.start : p.end], p.name, p.country, p.precision) for p in mentions] == found


Shown = list[tuple[str, str, str | None, str | None]]


@pytest.fixture(scope="session")
def shown(places: PlaceFinder, scanner: Scanner) -> Callable[..., Shown]:
    """The named places of a text: words, name, country, first-level region."""

    def shown(text: str, home: str | None = None) -> Shown:
        found = places.find(text, scanner.scan(text).hits, home)
        return [(text[p.start : p.end], p.name, p.country, p.admin1) for p in found if not p.adjective]

    return shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a country or region named beside it
        ("They live in Paris, Texas.", [("Paris", "Paris", "USA", "TX"), ("Texas", "Texas", "USA", "TX")]),
        ("They live in the Syrian border town of Azaz.", [("Azaz", "Azaz", "SYR", None)]),
        ("They live in Tripoli, a city in northern Lebanon.", [("Tripoli", "Tripoli", "LBN", "09"), ("Lebanon", "Lebanon", "LBN", None)]),
        # where no list has one of that name in it
        ("They live in Baga, Nigeria.", [("Baga", "Baga", "NGA", "27"), ("Nigeria", "Nigeria", "NGA", None)]),
        ("They live in Paris, Tex., and like it.", [("Paris", "Paris", "USA", "TX"), ("Tex.", "Texas", "USA", "TX")]),
        ("They live in Paris, TX.", [("Paris", "Paris", "USA", "TX"), ("TX", "Texas", "USA", "TX")]),
        ("They live in Springfield, Mo.", [("Springfield", "Springfield", "USA", "MO"), ("Mo.", "Missouri", "USA", "MO")]),
        ("A fire in Ohio's Franklin County spread.", [("Ohio", "Ohio", "USA", "OH"), ("Franklin County", "Franklin County", "USA", "OH")]),
        ("They live in London, Ontario.", [("London", "London", "CAN", "08"), ("Ontario", "Ontario", "CAN", "08")]),
        ("They fought in Tripoli (Lebanon).", [("Tripoli", "Tripoli", "LBN", "09"), ("Lebanon", "Lebanon", "LBN", None)]),
        # what else the text names
        (
            "Police in Athens, Ga., arrested a man. He was brought to Athens from Winder and Watkinsville.",
            [
                ("Athens", "Athens", "USA", "GA"),
                ("Ga.", "Georgia", "USA", "GA"),
                ("Athens", "Athens", "USA", "GA"),
                ("Winder", "Winder", "USA", "GA"),
                ("Watkinsville", "Watkinsville", "USA", "GA"),
            ],
        ),
        ("Talks between Georgia and Russia failed.", [("Georgia", "Georgia", "GEO", None), ("Russia", "Russia", "RUS", None)]),
        # kinds of regions
        ("Fighting raged in Kharkiv.", [("Kharkiv", "Kharkiv", "UKR", "07")]),
        ("Clashes in Helmand province left two dead.", [("Helmand province", "Helmand", "AFG", "10")]),
        # small towns
        ("Police in Chiefland made no arrests.", [("Chiefland", "Chiefland", "USA", "FL")]),
        # datelines and headlines
        ("NAIROBI, Dec 4 (Example) -- Talks failed.", [("NAIROBI", "Nairobi", "KEN", "05")]),
        ("MOMBASA — Talks failed.", [("MOMBASA", "Mombasa", "KEN", "37")]),
        # coordinated with a place
        (
            "They met in Kampala, Gulu and Lira.",
            [("Kampala", "Kampala", "UGA", "C"), ("Gulu", "Gulu", "UGA", "N"), ("Lira", "Lira", "UGA", "N")],
        ),
        # things and people that a place has
        ("A Mombasa court freed two Kisumu men.", [("Mombasa", "Mombasa", "KEN", "37"), ("Kisumu", "Kisumu", "KEN", "26")]),
        ("The Nairobi-based company failed.", [("Nairobi", "Nairobi", "KEN", "05")]),
        ("Sana'a and al-Hudaydah were bombed.", [("Sana'a", "Sanaa", "YEM", "26"), ("al-Hudaydah", "Al Ḩudaydah", "YEM", "08")]),
        # people and bodies are no places
        ("Sheriff Wade Henderson said Henderson knew it.", []),
        ("Mr. Lincoln met Jackson Cole and Charlotte Graham.", []),
        ("The Moscow Times and the Bank of England wrote to Columbia University.", []),
        ("Emily Norfolk, 34, sang.", []),
        ("Chad Foster and Jordan Hale met.", []),
        ("Michael Jordan met Emily England.", []),
        ("Mr Israel spoke.", []),
        ("Omar met officials of Jordan.", [("Jordan", "Jordan", "JOR", None)]),
        ("The Bank of England closed.", []),
        ("March Reading Nice said.", []),
    ],
)
def test_which_place(shown: Callable[..., Shown], text: str, found: Shown) -> None:
    assert shown(text) == found


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The US and China met in Geneva.", "Geneva", "CHE"),
        ("American and Russian envoys met in Geneva.", "Geneva", "CHE"),
        ("The US agreed to a pact with Greece in Athens.", "Athens", "GRC"),
        ("The judge of Kane County, Illinois, sat in Geneva.", "Geneva", "USA"),
        ("Police in Ontario searched houses in London.", "London", "CAN"),
        ("Warplanes bombed Raqqa.", "Raqqa", "SYR"),
        ("Separatists shelled Avdiivka.", "Avdiivka", "UKR"),
    ],
)
def test_a_state_that_acts_does_not_draw_its_namesakes_near(
    places: PlaceFinder, scanner: Scanner, text: str, name: str, country: str
) -> None:
    found = places.find(text, scanner.scan(text).hits)
    assert [p.country for p in found if text[p.start : p.end] == name] == [country]


@pytest.mark.parametrize(("home", "country"), [(None, "GBR"), ("CAN", "GBR"), ("AUS", "GBR")])
def test_the_home_of_a_publisher_does_not_move_a_capital(shown: Callable[..., Shown], home: str | None, country: str) -> None:
    assert [found[2] for found in shown("They met in London.", home)] == [country]


def test_the_home_of_a_publisher_decides_between_equals(shown: Callable[..., Shown]) -> None:
    assert [found[2] for found in shown("They met in Hamilton.", "NZL")] == ["NZL"]
    assert [found[2] for found in shown("They met in Hamilton.", "CAN")] == ["CAN"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("They fought in Kidal.", "city"),  # which holds most of the people of its region
        ("They met in Lima.", "city"),
        ("They met in Peru.", "country"),
        ("They met in Helmand province.", "region"),
        ("They met in the Sahel.", "region"),
        ("They met in Franklin County, Ohio.", "region"),
        ("They met at Bagram Air Base.", "site"),
        ("They met in Kisii county.", "region"),
    ],
)
def test_precision_is_that_of_what_is_named(places: PlaceFinder, scanner: Scanner, text: str, precision: str) -> None:
    assert places.find(text, scanner.scan(text).hits)[0].precision == precision


@pytest.mark.parametrize(("text", "least", "most"), [("They met in Donbas.", 100, 250), ("They sailed the South China Sea.", 700, 1500)])
def test_regions_and_seas_have_an_extent(places: PlaceFinder, scanner: Scanner, text: str, least: int, most: int) -> None:
    (place,) = places.find(text, scanner.scan(text).hits)
    assert place.radius is not None
    assert least <= place.radius <= most


def test_at_least_two_hundred_regions_have_an_extent(lexicon: Lexicon) -> None:
    entities = {n.entity for names in lexicon.names.values() for n in names if n.entity.kind == "place"}
    assert sum(e.radius is not None for e in entities) >= 200


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Korean officials met.", []),  # of two countries, and neither is named
        ("Korean officials met in Seoul.", ["KOR", "KOR"]),
        ("Congolese troops left Kinshasa.", ["COD", "COD"]),
    ],
)
def test_an_adjective_of_two_countries_is_settled(places: PlaceFinder, scanner: Scanner, text: str, countries: list[str]) -> None:
    assert [p.country for p in places.find(text, scanner.scan(text).hits)] == countries


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Paris",
                    "Texas",
                    "in",
                    "the",
                    "St. Louis",
                    "Georgia",
                    "al-Bab",
                    "Fla.",
                    "D-Ohio",
                    "W. Va.",
                    "D.C.",
                    ",",
                    ".",
                    "'s",
                    "’s",
                ),
                *(
                    "Springfield",
                    "Mr",
                    "John",
                    "police",
                    "PARIS",
                    "--",
                    "-based",
                    "\n",
                    "County",
                    "é",
                    "Kashmir",
                    "Kenyan",
                    "Moscow",
                    "and",
                ),
            ]
        ),
        max_size=25,
    ).map(" ".join)
)
def test_places_stand_in_order_apart_from_each_other(places: PlaceFinder, scanner: Scanner, text: str) -> None:
    found = places.find(text, scanner.scan(text).hits)
    assert found == places.find(text, scanner.scan(text).hits)
    for one, other in pairwise(found):
        assert one.end <= other.start
    for place in found:
        assert 0 <= place.start < place.end <= len(text)
        assert (place.lat is None) is (place.lon is None)
        assert text[place.start].strip()


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
        # verbs that happen at their object, and that lead somewhere
        ("Rebels shelled Mombasa and the Kenyan army.", "Mombasa", "KEN", "city"),
        ("Rebels attacked the army out of Kenya.", "Kenya", "KEN", "country"),
        ("Rebels captured most of Nairobi.", "Nairobi", "KEN", "city"),
        # a clause about the place before it, and what happens at the same time
        ("The minister spoke from Mombasa, where rebels attacked the Kenyan army.", "Mombasa", "KEN", "city"),
        ("In Mombasa, the minister said that rebels had attacked the Kenyan army.", "Mombasa", "KEN", "city"),
        ("Rebels attacked the Kenyan army near the Mombasa airport.", "Mombasa", "KEN", "city"),
        # of a party and of the act the latter
        ("The commander in Nairobi said rebels attacked the army in Mombasa.", "Mombasa", "KEN", "city"),
        # towns that GeoNames lacks, weighed against their namesakes, and one whose name a president elsewhere has
        ("Niger's army said rebels attacked soldiers in Mozambique near Palma.", "Palma", "MOZ", "city"),
        ("M23 rebels shelled Masisi, Congo's army said.", "Masisi", "COD", "city"),
        # places that no list has
        ("Rebels attacked the Kenyan army in the village of Zorblaxi.", "Zorblaxi", None, "city"),
        ("Rebels attacked the Kenyan army in the city of Mombasa.", "Mombasa", "KEN", "city"),
        ("Rebels attacked the Kenyan army in the capital, Nairobi.", "Nairobi", "KEN", "city"),
        ("Ministers met in Mombasa on Monday. On Tuesday rebels attacked the Kenyan army in the city.", "Mombasa", "KEN", "city"),
        # what words refer to
        ("Ministers met in Mombasa on Monday. On Tuesday rebels attacked the Kenyan army there.", "Mombasa", "KEN", "city"),
        ("Ministers met at the airport in Mombasa. Rebels attacked the Kenyan army at the airport.", "Mombasa", "KEN", "city"),
        ("Ministers met in the village of Zorblaxi. Rebels attacked the Kenyan army in the village.", "Zorblaxi", None, "city"),
        ("Ministers met Kenyan officials. Rebels attacked the army in the country.", "Kenya", "KEN", "country"),
        ("Rebels attacked the Kenyan army in the capital.", "Nairobi", "KEN", "city"),
        ("Rebels attacked the army in the Kenyan capital.", "Nairobi", "KEN", "city"),
        # a capital acts as a government and is a place at once
        ("Rebels attacked the Russian army in Moscow.", "Moscow", "RUS", "city"),
    ],
)
def test_where(only: Callable[..., Event], text: str, name: str, country: str | None, precision: str) -> None:
    place = only(text, "ASSAULT").place
    assert place is not None
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert place.text in text
    assert (place.lat is None) is (place.lon is None) is (precision == "country" or country is None)


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
        ("Kenya condemned the attack in Mombasa.", "ACCUSE"),
        ("Ministers met in Mombasa. Rebels attacked the Kenyan army at the old airport.", "ASSAULT"),  # another one
        ("Kenya blamed Uganda for the attack in Mombasa.", "ACCUSE"),
        ("The court ordered Kenya to prevent attacks in Mombasa.", "REQUEST"),
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
