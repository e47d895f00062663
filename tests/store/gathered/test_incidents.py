"""Incidents, origins and decisions are kept."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.errors import StoreError
from sayso.model import AnnotatedReport
from sayso.store import Decision, Dyad, Filter, Incident, Link, View, Writer
from sayso.store.check import notices

Coded = Callable[..., AnnotatedReport]


def incident(id: str, events: list[tuple[str, str]], origins: int = 2, **more: Any) -> Incident:
    body: dict[str, Any] = {
        "id": id,
        "type": "ASSAULT",
        "status": "occurred",
        "events": [{"id": event, "report": report} for report, event in events],
        "reports": len(events),
        "publishers": 1,
        "origins": origins,
        "first": "2025-12-04",
        "last": "2025-12-05",
        "actors": [],
        "recipients": [],
        "time": None,
        "place": None,
        "quantities": [],
        "disagreements": [],
        **more,
    }
    return Incident(body, ["because"] * len(events))


@pytest.fixture
def events(db: str, coded: Coded) -> list[tuple[str, str]]:
    """Report and event ids of two copies and another report."""
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR.", "r1"))
        writer.add(coded("RUS attacked UKR.", "r2"))
        writer.add(coded("RUS attacked UKR. More.", "r3", published="2025-11-04"))
    with View(db) as view:
        return sorted((str(e.report["id"]), e.id) for e in view.events())


def test_incidents_come_back_with_their_reasons(db: str, events: list[tuple[str, str]]) -> None:
    one = incident("i1", events[:2], disagreements=[{"field": "dead", "values": []}])
    with Writer(db) as writer:
        assert writer.assemble([one]) == 2
    with View(db) as view:
        body, links = view.incident("i1")
        assert body == one.body
        assert links == [Link("r1", "Harbour Post", events[0][1], "because"), Link("r2", "Harbour Post", events[1][1], "because")]
        assert [i["id"] for i in view.incidents(disagreement=True, min_origins=2, type="ASSAULT")] == ["i1"]
        assert list(view.incidents(min_origins=3)) == []
        assert view.count(Filter.of(min_origins=2)) == 2
        with pytest.raises(StoreError, match="there is no incident 'i2'"):
            view.incident("i2")


def test_an_event_belongs_to_one_incident(db: str, events: list[tuple[str, str]]) -> None:
    with Writer(db) as writer:
        writer.assemble([incident("i1", events[:2]), incident("i2", events[2:], 5)])
        writer.assemble([incident("i3", events, 3)], gone=["i1", "i2"])
    with View(db) as view:
        assert [i["id"] for i in view.incidents()] == ["i3"]
        assert (view.count(Filter.of(min_origins=3)), view.count(Filter.of(min_origins=4))) == (3, 0)
        months = list(view.dyads(Filter.of(actor="RUS")))
        assert months == [
            Dyad("2025-11", "RUS", "UKR", 1, 1, 1, 0.0, 0.0, 0.0, 1.0, -9.0),
            Dyad("2025-12", "RUS", "UKR", 2, 1, 2, 0.0, 0.0, 0.0, 1.0, -9.0),
        ]


@pytest.mark.parametrize(
    ("freq", "periods"),
    [("D", ["2025-11-04", "2025-12-04"]), ("W", ["2025-11-03", "2025-12-01"]), ("Q", ["2025-Q4"]), ("Y", ["2025"])],
)
def test_periods(db: str, events: list[tuple[str, str]], freq: Any, periods: list[str]) -> None:
    with View(db) as view:
        assert [dyad.period for dyad in view.dyads(freq=freq)] == periods
        assert [dyad.events for dyad in view.dyads(Filter.of(text="attacked", recipient="UKR"), freq="Y")] == [3]
        assert list(view.dyads(Filter.of(status="denied"))) == []
        with pytest.raises(StoreError, match="no frequency is called 'X'"):
            list(view.dyads(freq="X"))  # type: ignore[arg-type]


def test_an_incident_goes_stale_when_a_report_is_coded_otherwise(db: str, coded: Coded, events: list[tuple[str, str]]) -> None:
    with Writer(db) as writer:
        writer.assemble([incident("i1", events[:2]), incident("i2", events[2:])])
    assert list(notices(db)) == ["3 reports have no origin yet; `sayso store gather` finds it"]
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR.", "r1", lexicon="b"))
    assert list(notices(db)) == [
        "3 reports have no origin yet; `sayso store gather` finds it",
        "1 events have no incident yet; `sayso store gather` finds it",
        "1 incidents are to be put together anew, for their events have changed; `sayso store gather` does so",
    ]


def test_an_incident_that_lacks_a_part_is_refused(db: str, events: list[tuple[str, str]]) -> None:
    with Writer(db) as writer, pytest.raises(StoreError, match="incident 'i1' lacks events"):
        writer.assemble([Incident({name: value for name, value in incident("i1", []).body.items() if name != "events"})])


def test_origins_are_kept(db: str, events: list[tuple[str, str]]) -> None:
    with Writer(db) as writer:
        assert writer.originate([("r1", "Harbour Post", "o1", "copy"), ("r2", "Harbour Post", "o1", "copy"), ("r9", None, "o2", "x")]) == 2
    with View(db) as view:
        query = "SELECT reports.id, origins.id, origin_reason FROM reports JOIN origins ON origins.n = reports.origin ORDER BY 1"
        assert view.sql(query).rows == [("r1", "o1", "copy"), ("r2", "o1", "copy")]


def test_decisions_are_kept_and_taken_back(db: str, events: list[tuple[str, str]]) -> None:
    merge = Decision(id="d1", kind="merge", groups=(("e1", "e2"),), who="anna", why="one raid", at="2026-01-01T00:00:00+00:00")
    split = Decision(id="d2", kind="split", groups=((events[0][1],), (events[2][1],)), who="ben", why="another day", at="2026-01-02")
    with Writer(db, clock=lambda: "2026-02-01") as writer:
        writer.assemble([incident("i1", events)])
        writer.decide(merge)
        writer.decide(split)
        assert writer.gathering(lambda g: g.decisions()) == [merge.to_dict(), split.to_dict()]
        writer.take_back("d1", who="ben")
        with pytest.raises(StoreError, match="decision d1 was taken back already, on 2026-02-01"):
            writer.take_back("d1", who="ben")
        with pytest.raises(StoreError, match="there is no decision 'd9'"):
            writer.take_back("d9", who="ben")
    with View(db) as view:
        assert [one["id"] for one in view.decisions()] == ["d2"]
        assert [one.get("undone_by") for one in view.decisions(undone=True)] == ["ben", None]
        assert view.sql("SELECT id, stale FROM incidents").rows == [("i1", 1)]
