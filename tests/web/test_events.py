"""The list of events."""

import csv
import io
import json

import pytest
from starlette.testclient import TestClient


def test_the_door_leads_to_the_events(client: TestClient) -> None:
    assert client.get("/").headers["Location"] == "/events"


def test_page_json_and_csv_show_the_same_events(client: TestClient) -> None:
    shown = client.get("/events.json?actor=RUS").json()["events"]
    rows = list(csv.DictReader(io.StringIO(client.get("/events.csv?actor=RUS").text)))
    page = client.get("/events?actor=RUS").text
    assert [one["id"] for one in shown] == [row["id"] for row in rows]
    assert len(shown) == 5
    assert all(f"/event/{one['id']}?report={one['report_key']}" in page for one in shown)


def test_pages_go_on_where_the_last_one_ended(client: TestClient) -> None:
    seen, query = [], "?limit=2"
    while query:
        found = client.get(f"/events.json{query}").json()
        seen += [one["id"] + one["report_key"] for one in found["events"]]
        query = f"?limit=2&after={found['after']}" if found["after"] else ""
    assert len(seen) == len(set(seen)) == 7


@pytest.mark.parametrize("path", ["/events", "/events.json", "/events.csv", "/api/v1/events"])
def test_hostile_texts_are_only_texts(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert len(answer.text) < 100_000
    if path == "/events":
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text
        assert "\u202e" not in answer.text


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    assert "No event meets all of this" in client.get("/events?actor=BRA").text


def test_the_interface_gives_events_by_their_contract(client: TestClient) -> None:
    found = client.get("/api/v1/events?type=CONSULT&actor=USA").json()
    (event,) = found["events"]
    assert event["actors"][0]["country"] == "USA"
    assert found["after"] is None
    assert "/api/v1/events" in json.loads(client.get("/api/v1/openapi.json").text)["paths"]
