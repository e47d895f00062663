"""Tables shaped like ACLED's and UCDP's: what belongs in them, what it is called, how many died."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pandas
import pytest

from sayso.export.layouts import LAYOUTS
from sayso.export.sides import deaths
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place, Quantity, Speaker, When

Make = Callable[..., Event]
Export = Callable[..., Any]


def party(name: str, country: str | None, *sectors: str) -> Party:
    return Party(None, name, country, sectors, 0, 1, name, "name")


ARMY, REBELS, PEOPLE, CROWD, STATE, NOBODY = (
    party("Army", "MLI", "MIL"),
    party("Rebels", "MLI", "REB"),
    party("villagers", "MLI", "CVL"),
    party("students", "MLI", "EDU"),
    party("Mali", "MLI"),
    party("they", None),
)


def one(export: Export, layout: str, event: Event) -> dict[str, str]:
    (row,) = pandas.read_csv(BytesIO(export(layout, event).data), dtype=str, keep_default_na=False).to_dict("records")
    return {str(name): str(value) for name, value in row.items()}


def died(low: float | None, high: float | None) -> tuple[Quantity, ...]:
    return (Quantity("deaths", low, high, None, "x"),)


@pytest.mark.parametrize(
    ("type_", "mode", "recipient", "event_type", "sub"),
    [
        ("ASSAULT", "drone", PEOPLE, "Explosions/Remote violence", "Air/drone strike"),
        ("ASSAULT", "firearms", PEOPLE, "Violence against civilians", "Attack"),
        ("ASSAULT", "firearms", REBELS, "Battles", "Armed clash"),
        ("ASSAULT", None, NOBODY, "Violence against civilians", "Attack"),
        ("PROTEST", "demo", STATE, "Protests", "Peaceful protest"),
        ("PROTEST", "riot", STATE, "Riots", "Violent demonstration"),
        ("COERCE", "arrest", PEOPLE, "Strategic developments", "Arrests"),
    ],
)
def test_acled_has_names_of_its_own(
    export: Export, event: Make, type_: str, mode: str | None, recipient: Party, event_type: str, sub: str
) -> None:
    found = one(export, "acled", event(type=type_, mode=mode, actors=(ARMY,), recipients=(recipient,)))
    assert (found["event_type"], found["sub_event_type"]) == (event_type, sub)


@pytest.mark.parametrize(("type_", "mode"), [("CONSULT", "visit"), ("PROTEST", "strike"), ("SANCTION", None)])
def test_what_acled_does_not_know_is_left_out_and_counted(export: Export, event: Make, type_: str, mode: str | None) -> None:
    notes = export("acled", event(type=type_, mode=mode)).notes
    assert (notes.written, notes.left_out) == (0, {f"no ACLED event: {type_}": 1})


def test_acleds_kinds_of_actors(export: Export, event: Make) -> None:
    found = one(export, "acled", event(type="PROTEST", mode="riot", actors=(CROWD,), recipients=(STATE,), quantities=died(2, 3)))
    assert (found["inter1"], found["inter2"], found["interaction"]) == ("Rioters", "State forces", "Rioters-State forces")
    assert (found["iso"], found["country"], found["geo_precision"], found["time_precision"]) == ("404", "Kenya", "1", "1")
    assert (found["fatalities"], found["tags"]) == ("2", "")
    assert one(export, "acled", event(actors=(ARMY,)))["tags"] == "fatalities not told"


@pytest.mark.parametrize(("end", "precision"), [("2025-12-04", "1"), ("2025-12-10", "2"), ("2025-12-31", "3")])
def test_acleds_precision_of_time(export: Export, event: Make, end: str, precision: str) -> None:
    assert one(export, "acled", event(time=When("2025-12-04", end, None, "stated")))["time_precision"] == precision


def test_a_formula_is_disarmed(export: Export, event: Make) -> None:
    assert one(export, "acled", event(actors=(party("=cmd()", "MLI", "MIL"),)))["actor1"] == "'=cmd()"


@pytest.mark.parametrize(
    ("quantities", "bounds"),
    [
        ((), None),
        (died(3, 5), (3, 3, 5)),
        (died(3, None), (3, 3, 3)),
        (died(None, 5), (5, 5, 5)),
        (died(None, None), None),
        ((*died(3, 5), *died(7, 8)), (7, 7, 8)),
        ((Quantity("injured", 9, 9, None, "x"),), None),
    ],
)
def test_how_many_died(event: Make, quantities: tuple[Quantity, ...], bounds: tuple[int, int, int] | None) -> None:
    assert deaths(event(quantities=quantities)) == bounds


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"quantities": ()}, "no deaths told"),
        ({"quantities": died(0, 0)}, "nobody died"),
        ({"quantities": died(1, 1), "quad": 3}, "no violence"),
        ({"quantities": died(1, 1)}, None),
        ({"quantities": died(0, 2)}, None),
    ],
)
def test_only_deadly_violence_is_in_ged(foreign: Foreign, event: Make, changes: dict[str, Any], why: str | None) -> None:
    assert LAYOUTS["ged"].why_not(event(**changes), foreign) == why


@pytest.mark.parametrize(
    ("actor", "recipient", "sort"),
    [
        (ARMY, REBELS, "1"),
        (STATE, REBELS, "1"),
        (REBELS, party("Gang", "MLI", "CRM"), "2"),
        (ARMY, PEOPLE, "3"),
        (REBELS, NOBODY, "3"),
        (NOBODY, PEOPLE, ""),
        (CROWD, ARMY, "1"),
    ],
)
def test_sorts_of_violence(export: Export, event: Make, actor: Party, recipient: Party, sort: str) -> None:
    found = one(export, "ged", event(actors=(actor,), recipients=(recipient,), quantities=died(1, 1)))
    assert found["type_of_violence"] == sort


def test_a_row_of_ged(export: Export, event: Make) -> None:
    says = (Speaker("the ministry", None, "DEU", ("GOV",), 0, 1, "x", "said", "paraphrase"),)
    place = Place("Berlin", "Berlin", "DEU", "16", 52.5, 13.4, 1, "city")
    told = event(
        actors=(party("Army", "DEU", "MIL"),), recipients=(party("villagers", "DEU", "CVL"),), quantities=died(3, 5), says=says, place=place
    )
    found = one(export, "ged", told)
    assert (found["low"], found["best"], found["high"]) == ("3", "3", "5")
    assert (found["deaths_civilians"], found["deaths_unknown"]) == ("3", "0")
    assert (found["country_id"], found["gwnoa"], found["gwnob"]) == ("260", "260", "")
    assert (found["where_prec"], found["geom_wkt"], found["date_prec"]) == ("1", "POINT (13.4 52.5)", "1")
    assert (found["source_original"], found["source_office"]) == ("the ministry", "Harbour Post")
