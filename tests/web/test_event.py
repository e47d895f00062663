"""One event on its page."""

import re
from typing import Any

import pytest
from starlette.testclient import TestClient


def first(client: TestClient, query: str) -> dict[str, Any]:
    """The first event that a query finds."""
    found: dict[str, Any] = client.get(f"/events.json?{query}").json()["events"][0]
    return found


def shown(client: TestClient, query: str) -> dict[str, Any]:
    """What the page of the first event that a query finds shows."""
    one = first(client, query)
    answer = client.get(f"/event/{one['id']}.json?report={one['report_key']}")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_every_field_points_at_its_characters(client: TestClient) -> None:
    found = shown(client, "publisher=Evening+News")
    by_field = {name: part["text"] for part in found["text"] for name in part["fields"]}
    assert by_field == {
        "actor-0": "RUS",
        "trigger": "attacked",
        "recipient-0": "UKR",
        "place-0": "Kyiv",
        "time-0": "2025-12-01",
        "number-0": "5",
        "says-0": "Mayor",
    }
    assert "".join(part["text"] for part in found["text"]) == "RUS attacked UKR in Kyiv UKR on 2025-12-01, killing 5, Mayor said."


def test_it_says_why_it_was_coded_and_whose_story_the_report_is(client: TestClient) -> None:
    found = shown(client, "publisher=Morning+Copy")
    assert found["reasons"] == ["coded assault/-/attacked at “attacked”"]
    assert found["origin_reason"] == "the same words"
    assert found["incident"]
    assert [twin["publisher"] for twin in found["twins"]] == ["Harbour Post"]


def test_a_very_long_report_is_cut_around_the_event(client: TestClient) -> None:
    found = shown(client, "until=2025-10&type=ASSAULT")
    assert found["cut_after"]
    assert sum(len(part["text"]) for part in found["text"]) < 30_000


@pytest.mark.parametrize("query", ["until=2025-10&type=ASSAULT", "until=2025-10&type=CONSULT"])
def test_a_hostile_report_is_only_text(client: TestClient, query: str) -> None:
    one = first(client, query)
    page = client.get(f"/event/{one['id']}?report={one['report_key']}").text
    assert not re.search(r"<(script|img|b)\b(?! src=\"/static| type=\"module\" src=\"/static)", page)
    assert "\u202e" not in page
    assert "javascript:" not in page


def test_an_address_that_is_no_link_is_no_link(client: TestClient) -> None:
    assert 'href="https://example.org/r1"' in client.get(f"/event/{first(client, 'report=r1')['id']}").text


@pytest.mark.parametrize("path", ["/event/none", "/event/none.json", "/event/none.csv", "/api/v1/events/none"])
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "no such event" in answer.text


def test_other_layouts_show_the_same(client: TestClient) -> None:
    one = first(client, "publisher=Evening+News")
    table = client.get(f"/event/{one['id']}.csv").text
    assert f"{one['id']},says-0,Mayor" in table
    assert client.get(f"/api/v1/events/{one['id']}").json()["event"]["says"][0]["name"] == "Mayor"
