"""How much the lexicon knows: the bars below which it may not fall."""

from collections import Counter

import pytest

from sayso.lexicon import Lexicon
from sayso.lexicon.read import Data, read
from sayso.settings import Settings

LEADERS = {
    "president",
    "prime minister",
    "foreign minister",
    "foreign secretary",
    "secretary of state",
    "defence minister",
    "defence secretary",
}


@pytest.fixture(scope="module")
def data(lexicon: Lexicon) -> Data:
    """Our own lexicon as data."""
    return read(cache=Settings().cache)


def test_tenures_since_2000(data: Data) -> None:
    tenures = [term for person in data["people"] for term in person["terms"] if (term["to"] or "9999") >= "2000"]
    assert len(tenures) >= 4_300
    assert sum(term["role"] in LEADERS for term in tenures) >= 1_900


def test_every_term_is_dated_and_every_person_of_ours_complete(data: Data) -> None:
    assert [p["id"] for p in data["people"] if p["gender"] is None] == []
    later = [
        p["id"] for p in data["people"] for t in p["terms"] for day in (t["from"], t["to"]) if day and day[: len(p["asof"])] > p["asof"]
    ]
    assert later == []


def test_leaders_of_nearly_all_countries(data: Data) -> None:
    led = {p["country"] for p in data["people"] if any(t["role"] in LEADERS | {"king", "emir"} for t in p["terms"])}
    states = next(set(o["members"]) for o in data["organisations"] if o["id"] == "igo-un")
    assert len(states & led) >= 0.95 * len(states), sorted(states - led)


def test_organisations_by_kind(data: Data) -> None:
    kinds = Counter(entry["kind"] for entry in data["organisations"])
    assert kinds.total() >= 2_000
    bars = {
        "igo": 120,
        "party": 300,
        "armed-group": 200,
        "parliament": 80,
        "force": 120,
        "agency": 120,
        "ngo": 100,
        "court": 40,
        "central-bank": 20,
    }
    assert [kind for kind, bar in bars.items() if kinds[kind] < bar] == []


def test_outlets_with_country_and_domain(data: Data) -> None:
    outlets = [entry for entry in data["organisations"] if entry["kind"] in ("media", "news-agency")]
    assert len(outlets) >= 500
    assert sum(bool(entry["domains"]) for entry in outlets) >= 480
    assert sum(entry["country"] is None for entry in outlets) <= 1
    agencies = {entry["id"] for entry in outlets if entry["kind"] == "news-agency"}
    assert len(agencies) >= 130
    assert sum(bool(entry["family"] or entry["owner"]) or entry["id"] in agencies for entry in outlets) >= 280


def test_members_of_intergovernmental_organisations(data: Data) -> None:
    members = {entry["id"]: entry["members"] for entry in data["organisations"] if entry["members"]}
    assert len(members) >= 68
    sizes = {
        "igo-un": 193,
        "igo-eu": 27,
        "igo-nato": 32,
        "igo-au": 55,
        "igo-osce": 57,
        "igo-coe": 46,
        "igo-asean": 11,
        "igo-arab-league": 22,
    }
    assert {key: len(members[key]) for key in sizes} == sizes
    assert all(len(codes) == len(set(codes)) for codes in members.values())


def test_countries_and_words_of_several_countries(data: Data) -> None:
    assert len(data["countries"]) >= 246
    assert len(data["ambiguous"]) >= 40
    assert {"Korean", "Congolese"} <= {entry["text"] for entry in data["ambiguous"]}
