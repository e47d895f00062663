"""ICEWS, POLECAT, Phoenix and PETRARCH2: what is their own."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pandas
import pytest

from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place

Make = Callable[..., Event]
Export = Callable[..., Any]
Rows = Callable[..., list[dict[str, str]]]
ARMY = Party("mli-army", "Army", "MLI", ("MIL", "GOV"), 0, 1, "Army", "name")
UN = Party("igo-un", "United Nations", None, ("IGO",), 0, 1, "UN", "name")
PRESS = Party(None, "reporters", "XKX", ("MED",), 0, 1, "reporters", "descriptor")


@pytest.fixture
def rows(export: Export) -> Rows:
    """All rows of a table, by column."""

    def rows(layout: str, *events: Event, **choice: Any) -> list[dict[str, str]]:
        data = export(layout, *events, header=True, **choice).data
        found = pandas.read_csv(BytesIO(data), sep="\t", dtype=str, keep_default_na=False).to_dict("records")
        return [{str(name): str(value) for name, value in row.items()} for row in found]

    return rows


def test_icews_has_words_for_codes(rows: Rows, event: Make) -> None:
    (found,) = rows("icews", event(actors=(ARMY,), recipients=(UN,), cameo="040"))
    assert found["Event Date"] == "2025-12-04"
    assert (found["Source Name"], found["Source Sectors"], found["Source Country"]) == ("Army", "Military,Government", "Mali")
    assert (found["Target Sectors"], found["Target Country"]) == ("International Government Organization", "NA")
    assert (found["CAMEO Code"], found["Event Text"], found["Intensity"]) == ("040", "Consult", "1")
    assert (found["City"], found["Province"], found["Country"], found["District"]) == ("Nairobi", "NA", "Kenya", "NA")


def test_joint_acts_stand_in_both_directions(rows: Rows, event: Make, foreign: Foreign) -> None:
    pattern = next(iter(sorted(foreign.joint)))
    first, second = rows("icews", event(actors=(ARMY,), recipients=(PRESS,), pattern=pattern))
    assert (first["Source Name"], first["Target Name"]) == (second["Target Name"], second["Source Name"]) == ("Army", "reporters")
    assert first["Event ID"] == second["Event ID"]
    assert len(rows("icews", event(actors=(ARMY,), recipients=(PRESS,)))) == 1
    assert len(rows("icews", event(actors=(ARMY,), recipients=(), pattern=pattern))) == 1


def test_polecat_keeps_all_parties_in_order(rows: Rows, event: Make) -> None:
    (found,) = rows("polecat", event(actors=(ARMY, UN), recipients=(PRESS,), place=None))
    assert (found["Event Type"], found["Event Mode"], found["Quad Code"]) == ("ASSAULT", "beat", "MATERIAL CONFLICT")
    assert (found["Actor Name"], found["Actor Country"], found["Actor COW"]) == ("Army; United Nations", "MLI; UNO", "432; None")
    assert (found["Primary Actor Sector"], found["Actor Sectors"]) == ("MIL", "MIL; GOV")
    assert (found["Recipient Country"], found["Recipient COW"], found["Recipient Sectors"]) == ("KOS", "347", "JRN")
    assert (found["Contexts"], found["Latitude"], found["Publication Date"]) == ("military; territory", "None", "2025-12-05")


def test_polecat_tells_plans_as_threats(export: Export, rows: Rows, event: Make) -> None:
    planned = event(status="planned")
    (found,) = rows("polecat", planned, statuses=("planned",))
    assert (found["Event Type"], found["Event Mode"], found["Intensity"]) == ("THREATEN", "violence", "-3.5")
    assert export("polecat", planned, statuses=("planned",)).notes.changed == {"planned ASSAULT written as THREATEN": 1}


def test_phoenix_parts_actors_and_counts_statements_as_neutral(rows: Rows, event: Make) -> None:
    (found,) = rows("phoenix", event(actors=(ARMY,), recipients=(UN,), cameo="010"))
    assert [found[f"SourceActor{part}"] for part in ("Full", "Entity", "Role", "Attribute")] == ["MLIMILGOV", "MLI", "MIL", "GOV"]
    assert [found[f"TargetActor{part}"] for part in ("Full", "Entity", "Role", "Attribute")] == ["UNOIGO", "UNO", "IGO", ""]
    assert (found["PentaClass"], found["Year"], found["Month"], found["Day"]) == ("0", "2025", "12", "04")
    assert (found["Issues"], found["CountryCode"], found["Lat"]) == ("MILITARY,1;TERRITORY,1", "KEN", "-1.28")


def test_petrarch_has_dashes_for_nothing(export: Export, event: Make) -> None:
    report = {"id": "r1", "url": None, "publisher": None, "title": None, "published": None}
    (line,) = export("petrarch2", event(report=report, time=None, actors=(ARMY,))).lines
    assert line.split("\t") == ["---", "MLIMILGOV", "---", "182", "r1_0", "---", "---"]


def test_text_that_readers_would_part_is_made_harmless(export: Export, event: Make) -> None:
    place = Place('The "Old\tTown"\n', "x", "KEN", None, 1.0, 2.0, None, "city")
    (line,) = export("phoenix", event(place=place)).lines
    assert line.count("\t") == 25
    assert "The 'Old Town'" in line
