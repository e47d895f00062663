"""What an incident shows: the best-supported reading, who holds what, and what changed."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sayso.export import line, schema
from sayso.model.incident import Change, Disagreement, Holding, Incident

Make = Callable[..., dict[str, Any]]

ATTACK = "NGA:UAF > ASSAULT/firearms > NGA:CVL"
THERE = {"day": "2026-03-03", "place": "Kano, NGA"}


@pytest.fixture
def attack(make: Make, assemble: Any) -> Callable[..., Incident]:
    """The incident of reports on one attack, each given by what is special about it; all credit nobody but where `origins` say so."""

    def build(*reports: dict[str, Any], **options: Any) -> Incident:
        told = [(given.pop("told", ATTACK), given) for given in map(dict, reports)]
        (incident,) = assemble(*(make(f"{chr(97 + n)}1", how, **{**THERE, **given}) for n, (how, given) in enumerate(told)), **options)
        found: Incident = incident
        return found

    return build


def contested(incident: Incident, field: str) -> dict[Any, tuple[tuple[str, ...], int]]:
    """Reports and origins by value."""
    (found,) = [d for d in incident.disagreements if d.field == field]
    return {_plain(held.value): (held.reports, held.origins) for held in found.values}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("low", value.get("start", value.get("name")))
    return tuple(p["name"] for p in value) if isinstance(value, list) else value


def test_copies_are_one_voice_against_two(attack: Any) -> None:
    copies = dict.fromkeys([(name, f"Outlet {name}") for name in "abc"], "norvane/1")
    incident = attack({"deaths": 11}, {"deaths": 11}, {"deaths": 11}, {"deaths": 14}, {"deaths": 14}, origins=copies)
    assert contested(incident, "deaths") == {14: (("d", "e"), 2), 11: (("a", "b", "c"), 1)}
    assert [q["low"] for q in incident.quantities] == [14]
    assert (incident.reports, incident.origins) == (5, 3)


def test_one_newsroom_is_one_voice(attack: Any) -> None:
    incident = attack({"publisher": "Harbour Post"}, {"publisher": "Harbour Post", "deaths": 2}, {})
    assert (incident.reports, incident.publishers, incident.origins) == (3, 2, 2)


def test_outlets_that_share_a_newsroom_are_one_voice(attack: Any) -> None:
    incident = attack({"publisher": "CNBC"}, {"publisher": "NBC News", "deaths": 2}, {})
    assert (incident.reports, incident.publishers, incident.origins) == (3, 3, 2)


def test_a_bound_agrees_with_a_number_above_it(attack: Any) -> None:
    assert attack({"deaths": (10, None)}, {"deaths": 11}).disagreements == ()


def test_asserted_and_denied(attack: Any) -> None:
    incident = attack({}, {"status": "denied", "deaths": 3}, {})
    assert incident.status == "occurred"
    assert contested(incident, "status") == {"occurred": (("a", "c"), 2), "denied": (("b",), 1)}


def test_who_reports_a_denial_beside_the_deed_holds_both(make: Make, assemble: Any) -> None:
    told = [make("a1", ATTACK, **THERE), make("b1", ATTACK, status="denied", **THERE), make("b2", ATTACK, **THERE)]
    (incident,) = assemble(*told)
    assert contested(incident, "status") == {"occurred": (("a", "b"), 2), "denied": (("b",), 1)}
    assert incident.status == "occurred"


def test_a_plan_that_came_true_is_no_disagreement(attack: Any) -> None:
    incident = attack({"status": "planned", "published": "2026-03-02"}, {})
    assert incident.status == "occurred"
    assert incident.disagreements == ()
    assert incident.changes == (Change("status", (("2026-03-02", "planned"), ("2026-03-04", "occurred"))),)


def test_by_whom_is_left_open_by_some(attack: Any) -> None:
    incident = attack({}, {"told": "> ASSAULT/firearms > NGA:CVL"})
    assert contested(incident, "actors") == {("NGA:UAF",): (("a",), 1), (): (("b",), 1)}
    assert [party["name"] for party in incident.actors] == ["NGA:UAF"]


def test_a_toll_that_rises_is_a_change(attack: Any) -> None:
    incident = attack({"deaths": 11}, {"deaths": 14, "published": "2026-03-05"})
    assert [(c.field, [(day, value["low"]) for day, value in c.values]) for c in incident.changes] == [
        ("deaths", [("2026-03-04", 11), ("2026-03-05", 14)])
    ]
    assert (incident.first, incident.last) == ("2026-03-04", "2026-03-05")


def test_the_contract(attack: Any) -> None:
    value = attack({"deaths": 11, "text": "Gunmen killed eleven."}).to_dict()
    assert {"id", "type", "status", "events", "reports", "publishers", "origins", "first", "last", "actors", "recipients"} <= value.keys()
    assert {"time", "place", "quantities", "disagreements"} <= value.keys()
    assert value["events"][0] == {
        "id": "a1",
        "report": "a",
        "publisher": "Outlet a",
        "published": "2026-03-04",
        "type": "ASSAULT",
        "status": "occurred",
        "start": 0,
        "end": 21,
        "quote": "Gunmen killed eleven.",
    }


def test_a_disagreement_is_plain_data() -> None:
    held = Holding("occurred", ("a",), 1)
    assert Disagreement("status", (held,)).values[0].value == "occurred"


def test_incidents_fit_their_schema(attack: Any) -> None:
    incident = attack(
        {"deaths": 11}, {"status": "denied"}, {"deaths": 14, "published": "2026-03-05"}, {"told": "> ASSAULT/firearms > NGA:CVL"}
    )
    assert incident.disagreements
    assert incident.changes
    Draft202012Validator(schema("incident")).validate(json.loads(line(incident.to_dict())))
