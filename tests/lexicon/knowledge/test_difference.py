"""What others tell of office-holders against the lexicon, and offices by their names."""

from typing import Any

import pytest

from sayso.lexicon.knowledge.difference import Held, Told, difference
from sayso.lexicon.knowledge.offices import offices_of, sectors
from sayso.lexicon.read import Data

OFFICES = {"president": ("GOV",), "minister": ("GOV",), "judge": ("JUD",)}


def told(*offices: tuple[str, str, str | None], name: str = "Luis Vega", **more: Any) -> Told:
    return Told("Q7", name, more.get("aliases", ()), more.get("gender"), tuple(Held(*office) for office in offices))


def lines(world: Data, person: Told) -> list[str]:
    return difference([person], "PER", world, OFFICES, "2031-01-01").lines


@pytest.mark.parametrize(
    ("office", "line"),
    [
        (("president of Peru", "2010", "2015"), None),
        (("president of Peru", "2010-07-28", "2015"), "    ~ president: from 2010-07-28 (was 2010)"),
        (("president of Peru", "2010", "2015-07"), "    ~ president: to 2015-07 (was 2015)"),
        (("president of Peru", "2010", "2014"), "    ? president: to 2015 here, 2014 there"),
        (("president of Peru", "2010", None), None),
        (("president of Peru", "2020", None), "    + president of peru GOV 2020 –"),
        (("Minister of Fish", "2011", "2012"), "    + minister of fish GOV 2011 – 2012"),
        (("florist", "2011", "2012"), None),
        (("minister", "2012", "2011"), None),
    ],
)
def test_an_office_of_somebody_known(world: Data, office: tuple[str, str, str | None], line: str | None) -> None:
    assert lines(world, told(office)) == (["~ per-vega Luis Vega (Q7)", line] if line else [])


def test_an_open_office_ends(world: Data) -> None:
    world["people"][0]["terms"][0]["to"] = None
    found = difference([told(("President of Peru", "2010", "2016-07-28"))], "PER", world, OFFICES, "2031-01-01")
    assert found.lines[1:] == ["    ~ president: to 2016-07-28 (was open)"]
    (entry,) = found.entries
    assert entry["terms"] == [{"role": "president", "sectors": ["GOV"], "from": "2010", "to": "2016-07-28"}]
    assert (entry["id"], entry["short"], entry["asof"], entry["wikidata"]) == ("per-vega", ["Vega"], "2031-01-01", "Q7")
    assert world["people"][0]["terms"][0]["to"] is None


def test_somebody_new(world: Data) -> None:
    person = told(("President of Peru", "2031-07-28", None), name="Ana Mora Díaz", aliases=("Ana Mora", "Mora"), gender="f")
    found = difference([person], "PER", world, OFFICES, "2031-08-01")
    assert found.lines == ["+ per-ana-mora-diaz-q7 Ana Mora Díaz (Q7)", "    + president of peru GOV 2031-07-28 –"]
    term = {"role": "president of peru", "sectors": ["GOV"], "from": "2031-07-28"}
    common = {
        "id": "per-ana-mora-diaz-q7",
        "name": "Ana Mora Díaz",
        "country": "PER",
        "gender": "f",
        "asof": "2031-08-01",
        "wikidata": "Q7",
    }
    assert found.entries == [{**common, "also": ["Ana Mora"], "terms": [term]}]


def test_a_namesake_elsewhere_is_somebody_else(world: Data) -> None:
    found = difference([told(("President of Chile", "2010", "2015"))], "CHL", world, OFFICES, "2031")
    assert found.entries[0]["id"] == "chl-luis-vega-q7"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Minister of Defence", ("GOV",)),
        ("Deputy Minister for Fish", ("GOV",)),
        ("chief justice", ("JUD",)),
        ("Chief of the Police of Lima", ("COP",)),
        ("Florist", ()),
        ("", ()),
    ],
)
def test_sectors_by_the_longest_role_noun(name: str, found: tuple[str, ...]) -> None:
    roles = [
        {"sectors": ["COP"], "kind": "group", "nouns": ["police"]},
        {"sectors": ["GOV"], "kind": "person", "nouns": ["minister", "deputy minister"]},
        {"sectors": ["JUD"], "kind": "person", "nouns": ["justice", "chief justice"]},
    ]
    assert sectors(name, offices_of({"roles": roles})) == found
