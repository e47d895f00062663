"""Corrections over the JSON interface."""

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.store import View
from sayso.store.check import problems


def first(client: TestClient, query: str = "type=CONSULT&actor=USA") -> dict[str, Any]:
    (found,) = client.get(f"/events.json?{query}").json()["events"]
    return dict(found)


def judge(client: TestClient, event: dict[str, Any], **given: Any) -> Any:
    return client.post(f"/api/v1/events/{event['id']}/corrections", json={"report": event["report_key"], **given})


def test_an_event_is_corrected_and_the_correction_undone(own: TestClient, db: Path) -> None:
    event = first(own)
    changes = {"type": "COERCE", "mode": "arrest", "status": "denied", "recipients": "CHN:GOV+MIL@CHN", "place": "Lima, PER"}
    answer = judge(own, event, action="set", changes=changes, why=" it  says so ")
    assert answer.status_code == 201
    assert (answer.json()["outcome"], answer.json()["event"]) == ("applied", event["id"])
    now = first(own, "state=corrected")
    assert (now["type"], now["mode"], now["status"], now["place"]) == ("COERCE", "arrest", "denied", "Lima")
    assert now["recipients"][0]["sectors"] == ["GOV", "MIL"]
    with View(str(db)) as view:
        (corrected,) = (one for one in view.events() if one.id == event["id"])
        assert corrected.place is not None
        assert (corrected.place.geonames_id, corrected.place.precision) == (3936456, "city")  # the gazetteer's Lima
    (told,) = own.get("/api/v1/corrections").json()["corrections"]
    assert (told["who"], told["why"], told["outcome"]) == ("anna", "it says so", "applied")
    assert own.post(f"/api/v1/corrections/{told['id']}/undo").status_code == 204
    assert first(own)["state"] == "coded"
    assert own.post(f"/api/v1/corrections/{told['id']}/undo").status_code == 409
    assert own.post("/api/v1/corrections/none/undo").status_code == 404
    assert own.get("/api/v1/corrections").json()["corrections"][0]["undone_by"] == "anna"
    assert list(problems(str(db))) == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"action": "set", "changes": {"type": "DANCE"}}, "there is no such type"),
        ({"action": "set", "changes": {"mode": "arrest"}}, "CONSULT has the modes"),
        ({"action": "set", "changes": {"status": "maybe"}}, "a status is one of"),
        ({"action": "set", "changes": {"actors": "XYZ@USA"}}, "there is no country XYZ"),
        ({"action": "set", "changes": {"actors": "USA:XYZ@USA"}}, "there is no sector XYZ"),
        ({"action": "set", "changes": {"actors": "somebody else"}}, "the report has no words"),
        ({"action": "set", "changes": {"place": "Atlantis, XYZ"}}, "there is no country XYZ"),
        ({"action": "set", "changes": {"time": "yesterday"}}, "write 2025-12-04"),
        ({"action": "set", "changes": {"contexts": "weather, dance"}}, "there is no context"),
        ({"action": "set", "changes": {"colour": "red"}}, "changes"),
        ({"action": "set"}, "Nothing was changed"),
        ({"action": "dance"}, "action"),
        ({"action": "accept", "colour": "red"}, "colour"),
        ({}, "action"),
    ],
)
def test_what_can_not_be_is_told_and_not_kept(own: TestClient, given: dict[str, Any], told: str) -> None:
    answer = judge(own, first(own), **given)
    assert answer.status_code == 422
    assert told in answer.text
    assert own.get("/api/v1/corrections").json()["corrections"] == []


def test_who_was_slower_is_told_so(own: TestClient) -> None:
    event = first(own)
    assert judge(own, event, action="accept").status_code == 201
    late = judge(own, event, action="reject", seen="0123456789abcdef0123")
    assert late.status_code == 409
    assert "Somebody has said something else" in late.text
    assert first(own)["state"] == "accepted"


def test_an_event_is_named_with_its_report(own: TestClient) -> None:
    event = first(own)
    assert judge(own, {**event, "report_key": "00"}, action="accept").status_code == 404
    assert judge(own, {**event, "id": "none"}, action="accept").status_code == 404
    assert judge(own, {**event, "report_key": "' OR 1"}, action="accept").status_code == 422


def test_a_missed_event_is_added_where_it_stands(own: TestClient, db: Path) -> None:
    with View(str(db)) as view:
        key, text = next((row[0], row[1]) for row in view.sql("SELECT key, text FROM reports WHERE id = 'evil'").rows)
    start = text.index("RUS visited")
    given = {"trigger": [start + 4, start + 11], "evidence": [start, start + 15], "type": "AID", "changes": {"actors": "RUS@RUS"}}
    answer = own.post(f"/api/v1/reports/{key}/events", json=given)
    assert answer.status_code == 201
    added = first(own, "state=added")
    assert (added["id"], added["type"], added["quote"]["trigger"]) == (answer.json()["event"], "AID", "visited")
    assert added["actors"][0]["country"] == "RUS"
    for wrong in (
        {**given, "trigger": [4, 2]},
        {**given, "evidence": [0, 2**31]},
        {**given, "type": "DANCE"},
        {**given, "trigger": [-1, 2]},
    ):
        assert own.post(f"/api/v1/reports/{key}/events", json=wrong).status_code == 422
    assert own.post("/api/v1/reports/00/events", json=given).status_code == 422
    assert json.loads(own.get("/api/v1/openapi.json").text)["paths"]["/api/v1/reports/{report}/events"]


def test_a_page_of_another_site_changes_nothing(own: TestClient) -> None:
    event = first(own)
    for headers in (
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://testserver"},
        {"Cookie": "a=b"},
    ):
        given = {"action": "accept", "report": event["report_key"]}
        assert own.post(f"/api/v1/events/{event['id']}/corrections", json=given, headers=headers).status_code == 403
    assert first(own)["state"] == "coded"
