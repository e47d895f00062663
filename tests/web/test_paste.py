"""A pasted text held against what a database knows."""

import time
from typing import Any

import pytest
from starlette.testclient import TestClient


def cards(client: TestClient, text: str, published: str = "2025-12-05") -> tuple[list[dict[str, Any]], str]:
    """What is told of each event of a text, and the page."""
    answer = client.post("/paste", data={"text": text, "published": published})
    address, deadline = answer.headers["Location"], time.monotonic() + 30
    while (found := client.get(address + ".json").json())["waiting"]:
        assert time.monotonic() < deadline
    return found["cards"], client.get(address).text


def test_who_else_tells_of_it_and_what_they_say_otherwise(gathered: TestClient) -> None:
    own = "People along the river spoke of a long and terrible night without light or heating. "
    (card,), page = cards(gathered, own + "RUS attacked UKR on 2025-12-01, killing 9, Witnesses said.")
    assert sorted(other["row"]["publisher"] for other in card["others"]) == ["Evening News", "Harbour Post", "Morning Copy"]
    assert card["origins"] == 2
    assert [(one["field"], one["mine"], one["count"]) for one in card["against"]] == [("deaths", "9 deaths", 3)]
    assert f"/incident/{card['incident']}" in page
    assert gathered.get(f"/incident/{card['incident']}").status_code == 200
    assert "2 other origins" in page


def test_each_page_leads_to_the_box(gathered: TestClient) -> None:
    for path in ("/events", "/incidents", "/reports"):
        assert '<a href="/paste">Paste</a>' in gathered.get(path).text
    assert 'href="/paste" aria-current="page"' in gathered.get("/paste").text


def test_every_word_is_one_click_from_the_sentence(gathered: TestClient) -> None:
    (card,), page = cards(gathered, "Something else. RUS attacked UKR on 2025-12-01, Witnesses said.")
    assert "".join(part["text"] for part in card["text"]).strip().startswith("RUS attacked")
    marked = {field for part in card["text"] for field in part["fields"]}
    assert marked == {"actor-0-of-0", "recipient-0-of-0", "says-0-of-0", "time-0-of-0", "trigger-of-0"}
    assert all(f'data-to="{field}"' in page for field in marked)


def test_a_copy_is_no_second_source(gathered: TestClient) -> None:
    story = "RUS attacked UKR in Kyiv UKR on 2025-12-01, killing 5, Mayor said."
    (card,), page = cards(gathered, story)
    assert {other["row"]["publisher"]: bool(other["copy_reason"]) for other in card["others"]}["Evening News"]
    assert card["origins"] == 1
    assert "is no second source" in page


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("RUS attacked UKR on 2025-12-04, Witnesses said.", [("time", "2025-12-04", 3)]),
        ("RUS attacked UKR on 2025-08-04, Witnesses said.", []),
        ("IND attacked UKR on 2025-12-01, Witnesses said.", []),
    ],
)
def test_without_a_second_source_what_is_close_is_told(gathered: TestClient, text: str, against: list[tuple[str, str, int]]) -> None:
    (card,), page = cards(gathered, text)
    assert (card["others"], card["origins"], card["incident"]) == ([], 0, None)
    assert [(one["field"], one["mine"], one["count"]) for one in card["against"]] == against
    assert bool(card["close"]) == bool(against)
    assert "no independent second source" in page


def test_a_denial_stands_against_a_plan(gathered: TestClient) -> None:
    (card,), page = cards(gathered, "CHN attacked USA on 2025-11-03, Police said.", "2025-11-03")
    assert [other["status"] for other in [one["row"] for one in card["others"]] + card["close"]] == ["denied"]
    assert [(one["field"], one["mine"], [held["value"] for held in one["others"]]) for one in card["against"]] == [
        ("status", "occurred", ["denied"])
    ]
    assert "contradicted by" in page


def test_copies_that_contradict_are_one_origin(gathered: TestClient) -> None:
    (card,), page = cards(gathered, "RUS attacked UKR on 2025-12-04, Witnesses said.")
    (held,) = card["against"][0]["others"]
    assert sorted(held["publishers"]) == ["Evening News", "Harbour Post", "Morning Copy"]
    assert held["origins"] == 2
    assert ": 2 origins" in page


def test_a_denial_of_before_stands_against_a_plan_for_later(gathered: TestClient) -> None:
    (card,), page = cards(gathered, "It was expected that CHN attacked USA on 2026-03-20.", "2025-11-05")
    assert card["row"]["status"] == "planned"
    assert [(one["status"], one["day"]) for one in card["close"]] == [("denied", "2025-11-03")]
    assert [(one["field"], one["mine"], one["others"][0]["value"]) for one in card["against"]] == [("status", "planned", "denied")]
    assert '<a href="#close-1">1 other report</a>' in page


def test_nothing_pasted_leads_back_to_the_box(gathered: TestClient) -> None:
    answer = gathered.post("/paste", data={"text": " \r\n ", "published": ""}, follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/paste")


def test_a_text_without_events_is_told_so(gathered: TestClient) -> None:
    assert cards(gathered, "Nothing happened.")[0] == []


def test_a_text_without_a_day_is_of_today_and_says_so(gathered: TestClient) -> None:
    _, page = cards(gathered, "RUS attacked UKR.", "")
    assert "taken for today’s" in page
    assert "No day of publication was given" in page
