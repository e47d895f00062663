"""Dyads, actors, one actor, the map and says: pages, JSON and CSV of the same, linked by the filter."""

import csv
import io
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.store.drawn.sayings import Claim, Denial
from sayso.web.pages.says import dispute_of

PATHS = ("/dyads", "/dyads?actor=RUS&recipient=UKR", "/actors", "/actors?ego=RUS", "/actor?who=RUS", "/map", "/says")
FIGURES = {"/dyads": "strip", "/actors": "network", "/map": "map", "/says": "strip", "/actor?who=RUS": "series"}


def shown(client: TestClient, address: str) -> Any:
    path, _, query = address.partition("?")
    answer = client.get(f"{path}.json?{query}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def cells(client: TestClient, address: str) -> list[dict[str, str]]:
    path, _, query = address.partition("?")
    return list(csv.DictReader(io.StringIO(client.get(f"{path}.csv?{query}").text)))


@pytest.mark.parametrize("address", PATHS)
def test_every_drawing_has_its_tables_and_its_data(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert page.text.count("<table") >= 1
    assert cells(client, address)
    assert f'data-drawing="{FIGURES.get(address, "strip")}"' in page.text
    assert not re.search(r"<[^>]* style=", page.text)


@pytest.mark.parametrize("address", [*PATHS, "/dyads?actor=RUS&recipient=CHN", "/actors?level=entity"])
def test_hostile_texts_are_only_texts(client: TestClient, address: str) -> None:
    page = client.get(address).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert len(page) < 200_000


@pytest.mark.parametrize("path", ["/dyads", "/actors", "/map", "/says", "/actor"])
@pytest.mark.parametrize("query", ["since=soon", "colour=red", "top=0", "level=planet", "way=up", "freq=X"])
def test_what_can_not_be_asked_is_told(client: TestClient, path: str, query: str) -> None:
    answer = client.get(f"{path}?{query}&who=RUS" if path == "/actor" else f"{path}?{query}")
    known = {"top": ("/actors", "/says"), "level": ("/actors",), "way": ("/dyads",), "freq": ("/dyads",)}
    assert answer.status_code == 422
    assert path in known.get(query.split("=")[0], ()) or query.split("=")[0] in answer.text


def test_a_dyad_parts_passages_from_reports_and_cooperation_from_conflict(client: TestClient) -> None:
    found = shown(client, "/dyads?actor=RUS&recipient=UKR&freq=M")
    assert (found["actor"], found["recipient"], found["unit"]) == ("Russia", "Ukraine", "month")
    told = {one["period"]: (one["events"], one["reports"], one["cooperation"], one["conflict"], one["score"]) for one in found["periods"]}
    assert told == {"2025-10": (1, 1, 0, 1, -9.0), "2025-11": (0, 0, 0, 0, None), "2025-12": (3, 3, 0, 3, -9.0)}
    assert [row["events"] for row in cells(client, "/dyads?actor=RUS&recipient=UKR&freq=M")] == ["1", "0", "3"]


def test_both_ways_of_a_dyad_are_one_series_with_two_lists(client: TestClient) -> None:
    out, both = (shown(client, f"/dyads?actor=USA&recipient=CHN&way={way}") for way in ("out", "both"))
    assert (sum(p["events"] for p in out["periods"]), sum(p["events"] for p in both["periods"])) == (1, 2)
    page = client.get("/dyads?actor=USA&recipient=CHN").text
    assert "/events?actor=USA&amp;recipient=CHN" in page
    assert "/events?actor=CHN&amp;recipient=USA" in page


def test_the_strip_shows_all_of_time_and_the_rest_what_was_chosen(client: TestClient) -> None:
    found = shown(client, "/dyads?actor=RUS&recipient=UKR&since=2025-12")
    assert sum(found["strip"]["events"]) == 4
    assert sum(one["events"] for one in found["periods"]) == 3
    assert (found["strip"]["since"], found["strip"]["until"]) == ("2025-12", None)


def test_without_two_actors_the_busiest_pairs_are_offered(client: TestClient) -> None:
    found = shown(client, "/dyads?actor=RUS")
    assert not found["pair"]
    assert [(one["actor"], one["recipient_name"], one["events"]) for one in found["pairs"]] == [("RUS", "Ukraine", 4), ("RUS", "China", 1)]
    assert '/dyads?actor=RUS&amp;recipient=UKR"' in client.get("/dyads?actor=RUS").text


@pytest.mark.parametrize(
    ("address", "words"),
    [("/dyads?actor=PER&recipient=CHL", "Nothing is told of these two"), ("/dyads?type=AID", "No two actors meet all of this"),
     ("/actors?ego=XXX", "is no actor of these events"), ("/actors?type=AID", "No event with an identified actor"),
     ("/actor?who=XXX", "Nothing is told of"), ("/map?type=AID", "No event meets all of this"),
     ("/map?recipient=CHN", "none has a place that is known"),
     ("/says?type=AID", "No event meets all of this")],
)  # fmt: skip
def test_empty_views_say_what_to_do(client: TestClient, address: str, words: str) -> None:
    page = client.get(address).text
    assert words in page
    assert '<a href="/' in page[page.index(words) :]


def test_ties_are_weighed_by_what_is_asked(client: TestClient) -> None:
    found = shown(client, "/actors?weight=events")
    first = found["ties"][0]
    assert (first["actor"], first["recipient"], first["events"], first["reports"]) == ("RUS", "UKR", 4, 4)
    heaviest = shown(client, "/actors?weight=incidents")["ties"][0]
    assert (heaviest["recipient"], heaviest["incidents"], heaviest["events"]) == ("UKR", 2, 4)
    assert {one["key"]: (one["name"], one["acted"], one["received"]) for one in found["nodes"]}["CHN"] == ("China", 1, 2)


def test_entities_are_called_as_reports_call_them(client: TestClient) -> None:
    assert {one["name"] for one in shown(client, "/actors?level=entity")["nodes"]} >= {"Land of RUS", "Land of UKR"}


@pytest.mark.parametrize(("named", "coded"), [("/actor?who=russia", "/actor?who=RUS"), ("/actors?ego=Russia", "/actors?ego=RUS")])
def test_a_country_is_found_by_its_name(client: TestClient, named: str, coded: str) -> None:
    assert shown(client, named) == shown(client, coded)


def test_an_actor_did_suffered_and_said(client: TestClient) -> None:
    found = shown(client, "/actor?who=RUS")
    assert [(part["role"], part["events"]) for part in found["parts"]] == [("did", 5), ("was done to it", 0), ("said", 0)]
    assert [(one["name"], one["events"]) for one in found["parts"][0]["others"]] == [("Ukraine", 4), ("China", 1)]
    assert [(one["name"], one["entity"], one["events"]) for one in found["names"]] == [("Land of RUS", "rus-gov", 5)]
    assert sum(found["parts"][0]["by_period"]) == 5


def test_the_map_draws_each_place_as_exactly_as_it_is_known(client: TestClient) -> None:
    found = shown(client, "/map")
    assert [(one["place"], one["precision"], one["events"]) for one in found["spots"]] == [("Kyiv", "city", 4)]
    assert found["lands"] == [{"country": "UKR", "name": "Ukraine", "events": 4, "only_country": 0}]
    assert found["unplaced"] == 3
    rows = cells(client, "/map")
    assert [(row["place"], row["precision"], row["lat"]) for row in rows] == [("Kyiv", "city", "50.4"), ("Ukraine", "country", "")]


def test_speakers_are_counted_beside_the_reports_own_word(client: TestClient) -> None:
    found = shown(client, "/says")
    assert (found["events"], found["own"], found["cited"], found["speakers"], found["half"]) == (7, 4, 3, 2, 1)
    assert [(one["name"], one["events"]) for one in found["voices"]] == [("Police", 2), ("Mayor", 1)]
    assert "/events?says=Police" in client.get("/says").text


def test_a_side_of_a_dispute_stands_once() -> None:
    claims = [Claim(name, "r1", "k1", "Harbour Post", "occurred", ("Police",), "The navy fired, killing two.") for name in "ab"]
    other = Claim("c", "r2", "k2", "Quay Gazette", "denied", ("The navy",), "No shots were fired.")
    found = dispute_of(Denial("i1", "ASSAULT", "2024-03-12", (*claims, other)))["claims"]
    assert [one["status"] for one in found] == ["occurred", "denied"]


@pytest.mark.parametrize("path", ["/dyads", "/actors", "/map", "/says"])
def test_the_filter_goes_from_view_to_view(client: TestClient, path: str) -> None:
    page = client.get(f"{path}?type=ASSAULT&since=2025-12").text
    assert re.search(r'href="/(events|dyads|actor)\?[^"]*type=ASSAULT', page)
    assert '<a href="/map?type=ASSAULT&amp;since=2025-12"' in page
