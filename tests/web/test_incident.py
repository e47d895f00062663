"""Incidents: the list, and one side by side."""

from typing import Any

import pytest
from starlette.testclient import TestClient


def attack(client: TestClient) -> dict[str, Any]:
    """The incident that three reports tell of, two of them the same story."""
    (line,) = client.get("/incidents.json?contested=true").json()["incidents"]
    found: dict[str, Any] = client.get(f"/incident/{line['id']}.json").json()
    return found


def test_copies_share_a_column_and_count_once(client: TestClient) -> None:
    found = attack(client)
    assert (found["line"]["reports"], found["line"]["origins"]) == (3, 2)
    assert [(one["publisher"], one["copies"]) for one in found["table"]["columns"]] == [
        ("Harbour Post", ["Morning Copy"]),
        ("Evening News", []),
    ]
    assert [(one["publishers"], one["reports"]) for one in found["origins"]] == [
        (["Harbour Post", "Morning Copy"], 2),
        (["Evening News"], 1),
    ]


def test_what_is_contested_is_marked_and_nothing_else(client: TestClient) -> None:
    rows = {row["field"]: row for row in attack(client)["table"]["rows"]}
    assert {name for name, row in rows.items() if row["contested"]} == {"deaths"}
    assert [claim["values"] for claim in rows["deaths"]["claims"]] == [["3"], ["5"]]
    assert [claim["values"] for claim in rows["says"]["claims"]] == [["Police"], ["Mayor"]]


def test_the_story_is_told_as_it_changed(client: TestClient) -> None:
    found = attack(client)
    assert found["changes"] == [
        {"field": "deaths", "steps": [{"day": "2025-12-04", "value": "3 deaths"}, {"day": "2025-12-05", "value": "5 deaths"}]}
    ]
    assert [(one["day"], one["status"]) for one in found["stages"]] == [("2025-12-04", "occurred")]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 5),
        ("?contested=true", 1),
        ("?min_reports=2", 1),
        ("?min_origins=2", 1),
        ("?actor=USA", 1),
        ("?text=denied", 1),
        ("?actor=BRA", 0),
    ],
)
def test_incidents_are_found_by_what_their_events_say(client: TestClient, query: str, count: int) -> None:
    assert len(client.get(f"/incidents.json{query}").json()["incidents"]) == count
    assert len(client.get(f"/api/v1/incidents{query}").json()["incidents"]) == count


def test_lists_say_what_the_page_says_is_done(client: TestClient) -> None:
    for one in client.get("/incidents.json").json()["incidents"]:
        assert client.get(f"/incident/{one['id']}.json").json()["line"]["does"] == one["does"]


def test_pages_go_on(client: TestClient) -> None:
    seen: list[str] = []
    after = ""
    while after is not None:
        found = client.get(f"/incidents.json?limit=2&after={after}").json()
        seen, after = [*seen, *(one["id"] for one in found["incidents"])], found["after"]
    assert len(seen) == len(set(seen)) == 5


@pytest.mark.parametrize("path", ["/incident/none", "/incident/none.json", "/api/v1/incidents/none"])
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_interface_gives_its_events_as_they_hold_now(client: TestClient) -> None:
    name = attack(client)["line"]["id"]
    found = client.get(f"/api/v1/incidents/{name}").json()
    assert [event["id"] for event in found["events"]] == [event["id"] for event in found["incident"]["events"]]


def test_where_is_shown_as_exactly_as_it_is_told(client: TestClient) -> None:
    found = attack(client)
    assert [(one["place"], one["precision"], one["reports"]) for one in found["spots"]] == [("Kyiv", "city", 3)]
    assert [(one["country"], one["events"], one["only_country"]) for one in found["lands"]] == [("UKR", 3, 0)]
    assert 'data-drawing="map"' in client.get(f"/incident/{found['line']['id']}").text


def test_an_event_tells_at_its_head_who_contradicts_it(client: TestClient) -> None:
    rows = {one["publisher"]: one for one in client.get("/events.json?place=Kyiv&status=occurred").json()["events"]}
    assert {one["contested"] for name, one in rows.items() if name in ("Harbour Post", "Evening News")} == {1}
    late = rows["Evening News"]
    path = f"/event/{late['id']}"
    (against,) = client.get(f"{path}.json?report={late['report_key']}").json()["against"]
    assert (against["label"], against["mine"], against["count"]) == ("deaths", "5 deaths", 2)
    assert "2 other reports contradict" in client.get(f"{path}?report={late['report_key']}").text
