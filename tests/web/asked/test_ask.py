"""Query strings as filters, and back."""

from dataclasses import fields
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.store import Filter
from sayso.web.asked.ask import FILTERS, Paged


def test_every_filter_can_be_asked_for_by_its_name() -> None:
    assert set(FILTERS) == {f.name for f in fields(Filter)}


@pytest.mark.parametrize(
    ("given", "wanted", "query"),
    [
        ({}, Filter(), ""),
        ({"actor": ["RUS", "rus-putin"]}, Filter(actor=("RUS", "rus-putin")), "?actor=RUS&actor=rus-putin"),
        ({"text": "", "type": [""]}, Filter(), ""),
        ({"text": '"a b" & c'}, Filter(text='"a b" & c'), "?text=%22a+b%22+%26+c"),
        ({"quad": ["4"], "min_origins": "2"}, Filter(quad=(4,), min_origins=2), "?quad=4&min_origins=2"),
        ({"since": "2025-01", "after": "2025-01-01_7"}, Filter(since="2025-01"), "?since=2025-01&after=2025-01-01_7"),
    ],
)
def test_an_address_is_a_filter_and_a_filter_an_address(given: dict[str, Any], wanted: Filter, query: str) -> None:
    asked = Paged(**given)
    assert asked.wanted == wanted
    assert sorted(asked.query().strip("?").split("&")) == sorted(query.strip("?").split("&"))


def test_a_link_changes_what_it_says_and_keeps_the_rest() -> None:
    asked = Paged(actor=["RUS"], after="2025-01-01_7", limit=10)
    assert asked.query(after=None, type=["AID"]) == "?actor=RUS&limit=10&type=AID"
    assert asked.carried() == "?actor=RUS"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("colour=red", "colour"),
        ("quad=9", "quad"),
        ("since=yesterday", "since wants a day"),
        ("status=maybe", "status"),
        ("quad=9", "is more than 4"),
        ("after=here", "after"),
        ("limit=0", "limit"),
        ("min_origins=many", "min_origins"),
        ("snapshot=monday", "snapshot"),
        ("actor=%00", "actor"),
    ],
)
def test_what_can_not_be_asked_is_told_as_a_page_and_as_json(client: TestClient, query: str, told: str) -> None:
    for path in ("/events", "/events.json", "/events.csv", "/api/v1/events"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 422
        assert told in answer.text
        assert "Traceback" not in answer.text


@pytest.mark.parametrize("wrong", ["quad=9", "colour=red", "since=yesterday", "snapshot=monday"])
def test_what_can_not_be_asked_leads_to_the_rest(client: TestClient, wrong: str) -> None:
    page = client.get(f"/events?actor=RUS&{wrong}&type=ASSAULT").text
    assert 'href="/events?actor=RUS&amp;type=ASSAULT"' in page
