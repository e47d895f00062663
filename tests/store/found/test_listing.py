"""Events in lists and one in its report; reports, what came in, and snapshots: on both databases."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.errors import StoreError
from sayso.model import AnnotatedReport
from sayso.store import Filter, Incident, View, Writer
from sayso.store.corrected.propose import Proposer, Signed
from sayso.store.drawn.facets import chosen
from sayso.store.drawn.timeline import strip
from sayso.store.found import intake
from sayso.store.found.detail import detail
from sayso.store.found.listing import listing
from sayso.store.found.reports import Line, Wanted, report_by, report_lines, whole_report
from sayso.store.found.tellings import Wanted as WantedIncidents
from sayso.store.found.tellings import incident_page, told

Coded = Callable[..., AnnotatedReport]
Once = Callable[[Callable[[str], None]], str]
KINDS = {"COERCE": {"modes": {}, "cameo": "170", "quad": 4, "score": -7.0}}


def incident(id: str, *events: tuple[str, str], first: str = "2025-12-04", disagreements: tuple[str, ...] = ()) -> Incident:
    body: dict[str, Any] = {
        **dict.fromkeys(("reports", "publishers", "origins"), len(events)),
        "id": id,
        "type": "ASSAULT",
        "status": "occurred",
        "first": first,
        "last": first,
        "time": None,
        "events": [{"id": event, "report": report} for report, event in events],
        "disagreements": [{"field": field, "values": []} for field in disagreements],
    }
    return Incident(body, ["because"] * len(events))


@pytest.fixture
def filled(once: Once, coded: Coded) -> str:
    """Three reports of one story (two word for word), one of another, one without an event and without a day."""

    def fill(db: str) -> None:
        with Writer(db, command="code") as writer:
            writer.add(coded("RUS attacked UKR in Kyiv UKR, Ann Lee said.", "r1"))
            writer.add(coded("RUS attacked UKR in Kyiv UKR, Ann Lee said.", "r2", publisher="Copy"))
            writer.add(coded("USA visited CHN. It rained.", "r3", published="2025-11-04"))
            writer.add(coded("Nothing.", "r4", publisher=None, published=None))
            writer.flush()
            writer.originate([("r1", "Harbour Post", "o1", "the same words"), ("r2", "Copy", "o1", "the same words")])
        with View(db) as view:
            attack, visit = (next(e.id for e in view.events(Filter.of(type=kind))) for kind in ("ASSAULT", "CONSULT"))
        with Writer(db) as writer:
            writer.assemble([incident("i1", ("r1", attack), ("r2", attack), disagreements=("deaths",))])
            writer.assemble([incident("i2", ("r3", visit), first="2025-11-04")])

    return once(fill)


def test_events_are_listed_with_what_the_database_knows(filled: str) -> None:
    with View(filled) as view:
        first = view.ask(listing(Filter(), limit=2))
        rest = view.ask(listing(Filter(), limit=2, after=first.after))
        assert [(one.event["report"]["id"], one.day, one.incident, one.origins, one.state) for one in (*first.events, *rest.events)] == [
            ("r2", "2025-12-04", "i1", 2, "coded"),
            ("r1", "2025-12-04", "i1", 2, "coded"),
            ("r3", "2025-11-04", "i2", 1, "coded"),
        ]
        assert rest.after is None
        assert [view.count(Filter.of(min_confidence=least)) for least in (0.5, 0.95)] == [3, 0]
        with pytest.raises(StoreError, match="no place to go on from"):
            view.ask(listing(Filter(), after="here"))


def test_one_event_comes_with_its_report_and_its_twins(filled: str) -> None:
    with View(filled) as view:
        second, first = view.ask(listing(Filter.of(type="ASSAULT"))).events
        found = view.ask(detail(first.event["id"], second.report))
        assert found
        assert (found.report.id, found.origin, found.incident, found.why) == ("r2", "o1", "i1", "because")
        assert found.twins == [(first.report, "Harbour Post")]
        assert found.sentence
        assert found.sentence.reasons == ("why",)
        assert view.ask(detail("none")) is None
        assert view.ask(detail(first.event["id"], "none")) is None


def test_an_event_is_found_in_the_last_of_many_copies(db: str, coded: Coded) -> None:
    with Writer(db) as writer:
        for n in range(60):
            writer.add(coded("RUS attacked UKR.", f"r{n}"))
    with View(db) as view:
        copies = view.ask(listing(Filter(), limit=60)).events
        found = [view.ask(detail(one.event["id"], one.report)) for one in copies]
    assert [one and one.key for one in found] == [one.report for one in copies]


def test_a_corrected_event_comes_with_what_was_coded_and_a_rejected_one_still_comes(filled: str) -> None:
    with View(filled) as view:
        (visit,) = view.ask(listing(Filter.of(type="CONSULT"))).events
        signed = Signed(who="anna", why="because", at="2026-01-01T00:00:00+00:00")
        proposer = Proposer(view, KINDS)
        both = [proposer.of_event(visit.event["id"], "set", ["type=COERCE"], signed)]
    with Writer(filled) as writer:
        writer.correct(both)
    with View(filled) as view:
        found = view.ask(detail(visit.event["id"]))
        assert found
        assert found.coded
        assert (found.state, found.event["type"], found.coded["type"]) == ("corrected", "COERCE", "CONSULT")
        assert [one["who"] for one in found.corrections] == ["anna"]
        both = [Proposer(view, KINDS).of_event(visit.event["id"], "reject", [], signed)]
    with Writer(filled) as writer:
        writer.correct(both)
    with View(filled) as view:
        found = view.ask(detail(visit.event["id"]))
        assert found
        assert found.state == "rejected"
        whole = view.ask(whole_report(visit.report))
        assert whole
        assert (len(whole.events), [one["id"] for one in whole.rejected]) == (0, [visit.event["id"]])


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, ["r2", "r1", "r3", "r4"]),
        ({"text": "rained"}, ["r3"]),
        ({"publisher": "copy"}, ["r2"]),
        ({"since": "2025-11", "until": "2025-11"}, ["r3"]),
        ({"origin": "o1"}, ["r2", "r1"]),
    ],
)
def test_reports_are_found_page_by_page(filled: str, wanted: dict[str, str], ids: list[str]) -> None:
    with View(filled) as view:
        seen: list[Line] = []
        after = None
        while len(seen) < len(ids):
            lines, after = view.ask(report_lines(Wanted(**wanted), limit=1, after=after))
            seen += lines
        assert [one.id for one in seen] == ids
        assert after is None
        assert all((one.events, one.copies) == (1, 1) for one in seen if one.origin == "o1")


def test_a_report_comes_whole(filled: str) -> None:
    with View(filled) as view:
        (line,) = view.ask(report_lines(Wanted(publisher="Copy")))[0]
        whole, bare = view.ask(whole_report(line.key)), view.ask(report_by(line.key))
        assert whole
        assert (whole.annotated.report, whole.origin_reason, [one.id for one in whole.copies]) == (bare, "the same words", ["r1"])
        assert [note.reasons for note in whole.annotated.sentences] == [("why",)]
        assert view.ask(whole_report("none")) is None
        assert view.ask(report_by("none")) is None


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, ["i1", "i2"]),
        ({"contested": True}, ["i1"]),
        ({"min_reports": 2}, ["i1"]),
        ({"events": Filter.of(min_origins=2)}, ["i1"]),
        ({"events": Filter.of(actor="USA")}, ["i2"]),
        ({"events": Filter.of(text="Kyiv", status="occurred")}, ["i1"]),
    ],
)
def test_incidents_are_found_page_by_page(filled: str, wanted: dict[str, Any], ids: list[str]) -> None:
    with View(filled) as view:
        seen: list[str] = []
        after = None
        while len(seen) < len(ids):
            page, after = view.ask(incident_page(WantedIncidents(**wanted), limit=1, after=after))
            seen += [body["id"] for body, _ in page]
        assert seen == ids
        assert after is None


def test_an_incident_comes_with_its_events_as_they_hold_now(filled: str) -> None:
    with View(filled) as view:
        found = view.ask(told("i1"))
        assert found
        assert [(one.listed.event["report"]["id"], one.origin, one.why) for one in found.tellings] == [
            ("r1", "o1", "because"),
            ("r2", "o1", "because"),
        ]
        assert not found.stale
        assert view.ask(told("none")) is None


def test_what_came_in_is_counted(filled: str) -> None:
    with View(filled) as view:
        assert {one.name: (one.reports, one.copies, one.silent, one.events) for one in view.ask(intake.publishers())} == {
            "Harbour Post": (2, 1, 0, 2),
            "Copy": (1, 1, 0, 1),
            None: (1, 0, 1, 0),
        }
        assert {(one.publisher, one.day, one.reports) for one in view.ask(intake.days("2025-12-01", "2025-12-31"))} == {
            ("Harbour Post", "2025-12-04", 1),
            ("Copy", "2025-12-04", 1),
        }
        assert view.ask(intake.sums) == intake.Sums(reports=4, events=3, incidents=2, stale=0, publishers=2, undated=1, unplaced=2)
        assert view.ask(intake.latest) == "2025-12-04"
        assert [run["command"] for run in view.ask(intake.runs())] == ["code"]
        assert view.ask(intake.runs(before=1)) == []


def test_counts_by_value_and_day(filled: str) -> None:
    with View(filled) as view:
        for wanted, total in ((Filter(), 3), (Filter.of(type="ASSAULT"), 2), (Filter.of(actor="RUS"), 2)):
            found, counts = view.ask(chosen(wanted, ["dyad", "place", "confidence", "origins", "type"], 5))
            assert found == total
            assert dict(counts["dyad"])["RUS UKR"] == 2
            assert dict(counts["place"])["Kyiv"] == 2
            assert dict(counts["confidence"]) == {0.9: total}
            assert dict(counts["origins"])[2] == 2
            assert dict(counts["type"])["ASSAULT"] == 2
        assert view.ask(lambda c: strip(c, [Filter()])).folded("M") == {"2025-11": 1, "2025-12": 2}
