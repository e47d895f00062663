"""Counts by field and over time, citations, publishers and runs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.settings import Settings
from sayso.store import View, Writer
from sayso.web import desk
from sayso.web.shown.periods import every


def test_counts_are_links_that_narrow_and_widen(client: TestClient) -> None:
    found = client.get("/facets.json?type=ASSAULT").json()
    facets = {facet["name"]: {one["value"]: one for one in facet["values"]} for facet in found["facets"]}
    assert found["events"] == 5
    assert facets["status"]["denied"] | {"label": "", "share": 0} == {
        "value": "denied", "label": "", "events": 1, "share": 0, "chosen": False, "query": "?type=ASSAULT&status=denied",
    }  # fmt: skip
    assert facets["type"]["ASSAULT"]["chosen"]
    assert facets["type"]["ASSAULT"]["query"] == "?"
    assert facets["dyad"]["RUS UKR"]["query"] == "?type=ASSAULT&actor=RUS&recipient=UKR"
    assert facets["place"]["Kyiv"]["events"] == 4
    assert facets["origins"]["2"]["events"] == 3
    assert facets["confidence"]["0.9"]["query"] == "?type=ASSAULT&min_confidence=0.9"


def test_a_count_is_of_what_its_link_asks_for(client: TestClient) -> None:
    found = client.get("/facets.json").json()
    counts = {one["query"]: one["events"] for facet in found["facets"] for one in facet["values"]}
    assert counts == {query: client.get(f"/facets.json{query}").json()["events"] for query in counts}


def test_what_lies_far_from_all_others_stands_beside_the_time_line(tmp_path: Path, put: Callable[[Path, str, str], None]) -> None:
    days = ["1507-10-12", "2057-05-03", *(f"2025-{n // 28 + 1:02}-{n % 28 + 1:02}" for n in range(56))]
    put(tmp_path / "far.db", "far", " ".join(f"RUS attacked UKR on {day}." for day in days))
    with View(str(tmp_path / "far.db")) as view:
        client = TestClient(desk(view, settings=Settings(), hosts=("testserver",)))
        found = client.get("/facets.json?actor=RUS").json()
        assert sum(one["events"] for one in found["periods"]) == 56
        assert found["earlier"] == {"events": 1, "query": "?actor=RUS&until=2024-12-31"}
        assert found["later"] == {"events": 1, "query": "?actor=RUS&since=2025-03-01"}
        assert client.get("/facets.json" + found["later"]["query"]).json()["events"] == 1
        assert client.get("/facets.json?until=2026").json()["periods"]
        assert "1 earlier</a>" in client.get("/facets").text


def test_a_year_is_a_stretch_of_time(client: TestClient) -> None:
    (year,) = next(facet for facet in client.get("/facets.json").json()["facets"] if facet["name"] == "year")["values"]
    assert year["query"] == "?since=2025&until=2025"


def test_only_some_can_be_asked_for(client: TestClient) -> None:
    assert [facet["name"] for facet in client.get("/facets.json?only=status").json()["facets"]] == ["status"]
    assert client.get("/facets?only=colour").status_code == 422


def test_the_time_line_has_steps_without_events_too(client: TestClient) -> None:
    found = client.get("/facets.json").json()
    assert (found["unit"], len(found["periods"])) == ("day", 62)
    assert sum(one["events"] for one in found["periods"]) == 7


@pytest.mark.parametrize(
    ("first", "last", "count", "end"),
    [
        ("2024-02-28", "2024-03-01", 3, "2024-03-01"),
        ("2024-11", "2025-02", 4, "2025-02"),
        ("1999", "2001", 3, "2001"),
        ("0001", "9999", 1000, "1000"),
    ],
)
def test_periods_follow_each_other(first: str, last: str, count: int, end: str) -> None:
    found = every(first, last)
    assert (len(found), found[0], found[-1]) == (count, first, end)


def test_publishers_days_and_runs(client: TestClient) -> None:
    found = client.get("/publishers.json?until=2025-12-06&days=3").json()
    publishers = {one["name"]: one for one in found["publishers"]}
    assert publishers["Morning Copy"] == {
        "name": "Morning Copy", "reports": 1, "copies": 1, "silent": 0, "events": 1, "first": "2025-12-04", "last": "2025-12-04",
    }  # fmt: skip
    assert publishers[None]["reports"] == 1
    assert {one["name"]: one["counts"] for one in found["coverage"]}["Evening News"] == [0, 1, 0]
    assert [(run["command"], run["added"]) for run in found["runs"]] == [("test", 5)]
    assert "2025-12-05" in client.get("/publishers.csv?until=2025-12-06&days=3").text.splitlines()[0]
    assert client.get("/publishers?until=&days=3").status_code == 200
    assert client.get("/publishers?until=0001-01-02").status_code == 200


@pytest.mark.parametrize("of", ["//evil.example/", "https://evil.example", "javascript:alert(1)", "events"])
def test_only_views_of_the_desk_are_cited(client: TestClient, of: str) -> None:
    assert client.get("/cite", params={"of": of}).status_code == 422


def test_counts_are_made_anew_when_the_data_change(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(database.read_bytes())
    with View(str(copy)) as view:
        client = TestClient(desk(view, settings=Settings(), hosts=("testserver",)))
        before = client.get("/facets.json").json()["events"]
        with Writer(str(copy), command="later") as writer:
            writer.transaction(lambda c: c.exec_driver_sql("DELETE FROM events WHERE n = 1").close())
            writer.transaction(lambda c: c.exec_driver_sql("UPDATE runs SET events = events - 1").close())
        assert client.get("/facets.json").json()["events"] == before - 1


def test_an_empty_database_says_what_to_do(tmp_path: Path) -> None:
    with Writer(str(tmp_path / "new.db"), command="test"):
        pass
    with View(str(tmp_path / "new.db")) as view:
        client = TestClient(desk(view, settings=Settings(), hosts=("testserver",)))
        for path in ("/events", "/incidents", "/reports", "/publishers"):
            answer = client.get(path)
            assert answer.status_code == 200
            assert "sayso code REPORTS --db new.db" in answer.text
        assert client.get("/facets").status_code == 200
        assert client.get("/paste").status_code == 404
        assert 'href="/paste"' not in client.get("/events").text
