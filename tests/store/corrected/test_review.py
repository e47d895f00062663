"""What reviewers are shown: one event after another; skipped ones come back, and nobody's word is lost."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from sayso.errors import StoreError
from sayso.model import AnnotatedReport
from sayso.store import Filter, View, Writer
from sayso.store.corrected.amend import Subject, changes
from sayso.store.corrected.codes import Codes
from sayso.store.corrected.correction import Action
from sayso.store.corrected.propose import Proposer, Signed
from sayso.store.corrected.review import all_said, case_of, history, last_of, reviewers, said, second_look, turn
from sayso.store.corrected.written import settings, written

Coded = Callable[..., AnnotatedReport]
Once = Callable[[Callable[[str], None]], str]
KINDS = {
    "ASSAULT": {"modes": {}, "cameo": "190", "quad": 4, "score": -9.0},
    "COERCE": {"modes": {"arrest": {"cameo": "173", "score": -5.0}}, "cameo": "170", "quad": 4, "score": -7.0},
    "CONSULT": {"modes": {"visit": {"cameo": "042"}}, "cameo": "040", "quad": 1, "score": 1.0},
}
EVERYTHING = Filter()


@pytest.fixture
def filled(once: Once, coded: Coded) -> str:

    def fill(db: str) -> None:
        with Writer(db) as writer:
            for day in (1, 2, 3):
                writer.add(coded("RUS:MIL attacked UKR in Kyiv UKR, Ann Lee said, 11 dead.", f"r{day}", published=f"2025-12-0{day}"))

    return once(fill)


def judge(db: str, report: str, action: Action, *changes: str, who: str = "anna", second: int = 0) -> str:
    """What somebody says of the event of a report; the correction's id."""
    with View(db) as view:
        event = next(e.id for e in view.events() if e.report["id"] == report)
        signed = Signed(who=who, why="", at=f"2026-01-01T00:00:{second:02d}+00:00")
        correction = Proposer(view, KINDS).of_event(event, action, changes, signed, report=report)
    with Writer(db) as writer:
        writer.correct([correction])
    return correction.id


def queue(db: str, after: str | None = None) -> list[str]:
    """The reports of the events that wait, in the order of the queue."""
    found = []
    with View(db) as view:
        while (one := view.ask(turn(EVERYTHING, after))).case:
            found.append(one.case.report.id)
            if one.after is None:
                break
            after = one.after
    return found


def test_who_says_something_takes_an_event_from_the_queue_who_skips_it_does_not(filled: str) -> None:
    assert queue(filled) == ["r3", "r2", "r1"]
    correction = judge(filled, "r2", "accept")
    assert queue(filled) == ["r3", "r1"]
    judge(filled, "r3", "reject", second=1)
    assert queue(filled) == ["r1"]
    with Writer(filled) as writer:
        writer.undo(correction, who="anna")
    assert queue(filled) == ["r2", "r1"]
    with View(filled) as view:
        assert view.ask(turn(Filter.of(actor="IND"), None)).case is None
        assert view.ask(turn(Filter.of(state="accepted"), None)).case is not None  # the queue is what waits, whatever else is asked
        with pytest.raises(StoreError, match="no place to go on from"):
            view.ask(turn(EVERYTHING, "here"))


def test_the_second_look_is_at_what_others_judged_as_it_was_coded(filled: str) -> None:
    judge(filled, "r1", "reject", who="bob")
    judge(filled, "r2", "set", "type=COERCE", who="bob", second=1)
    judge(filled, "r3", "accept", who="anna", second=2)
    with View(filled) as view:
        first, after = view.ask(second_look("anna", 0))
        assert first is not None
        assert (first.report.id, first.state) == ("r1", "rejected")
        assert after is not None
        other, end = view.ask(second_look("anna", after))
        assert other is not None
        assert other.coded is not None
        assert (other.report.id, other.coded["type"], end) == ("r2", "ASSAULT", None)
        assert view.ask(second_look("bob", 0))[0].report.id == "r3"  # type: ignore[union-attr]
        assert view.ask(second_look("carl", 0))[0] is not None
    judge(filled, "r2", "accept", who="anna", second=3)
    with View(filled) as view:
        assert view.ask(second_look("anna", after))[0] is None
        assert view.ask(reviewers) == [("anna", 2), ("bob", 2)]


def test_what_was_said_is_told_in_order(filled: str) -> None:
    first, last = judge(filled, "r1", "set", "status=denied"), judge(filled, "r1", "accept", second=1)
    with Writer(filled) as writer:
        writer.undo(last, who="bob")
    with View(filled) as view:
        event = next(e.id for e in view.events() if e.report["id"] == "r1")
        case = view.ask(case_of(event))
        assert case is not None
        told = view.ask(history(event, case.key))
        assert [(one.correction["id"], one.undone_by) for one in told] == [(first, None), (last, "bob")]
        mine = view.ask(last_of("anna"))
        assert mine is not None
        assert mine.correction["id"] == first
        assert view.ask(last_of("bob")) is None
        assert view.ask(said(last)) == told[1]
        assert view.ask(said("none")) is None
        some, after = view.ask(all_said(0, 1))
        assert [one.correction["id"] for one in some] == [first]
        assert after is not None
        assert view.ask(all_said(after, 1)) == ([told[1]], None)


def test_a_case_is_of_one_report(filled: str) -> None:
    with View(filled) as view:
        event = next(e.id for e in view.events() if e.report["id"] == "r1")
        keys = {row[1]: row[0] for row in view.sql("SELECT key, id FROM reports").rows}
        case = view.ask(case_of(event, keys["r3"]))
        assert case is not None
        assert (case.key, case.report.id, case.state) == (keys["r3"], "r3", "coded")
        assert view.ask(case_of("none")) is None


def test_fields_are_written_as_they_are_read(filled: str) -> None:
    with View(filled) as view:
        event = next(iter(view.events())).to_dict()
        event = json.loads(json.dumps(event))
    assert written(event) == {
        "type": "ASSAULT",
        "mode": "",
        "status": "occurred",
        "actors": "RUS:MIL@RUS",
        "recipients": "UKR@UKR",
        "says": "@Ann Lee",
        "time": "2025-12-03",
        "place": "Kyiv, UKR",
        "quantities": "deaths=11..14",
        "contexts": "military",
    }
    assert settings(event, written(event)) == []
    with View(filled) as view:
        again = Proposer(view, KINDS).of_event(
            event["id"], "set", [f"{k}={v or 'none'}" for k, v in written(event).items()], Signed(who="a", why="", at=""), report="r3"
        )
    for role in ("actors", "recipients", "says"):
        assert [(p["entity"], p["name"], p["start"]) for p in again.changes[role]] == [
            (p["entity"], p["name"], p["start"]) for p in event[role]
        ]


def test_large_numbers_are_written_with_all_their_digits(coded: Coded) -> None:
    event: dict[str, Any] = coded("RUS:MIL attacked UKR in Kyiv UKR.").events[0].to_dict()
    amounts = [("displaced", 1234567.0, None), ("money", 2.5, 5250000.0)]
    event["quantities"] = [{"kind": kind, "low": low, "high": high, "unit": None, "text": "x"} for kind, low, high in amounts]
    assert written(event)["quantities"] == "displaced=1234567..; money=2.5..5250000"


@pytest.mark.parametrize("number", ["1500000", "12345678901", "0.5", "10"])
def test_numbers_are_written_with_all_their_digits(coded: Coded, number: str) -> None:
    event: dict[str, Any] = coded("RUS attacked UKR, 3 dead.").events[0].to_dict()
    told = f"money={number}; deaths={number}.."
    given = changes(Subject(event, "", KINDS), [f"quantities={told}"])
    assert written({**event, **given})["quantities"] == told


@pytest.mark.parametrize(
    ("given", "changed"),
    [
        ({"status": "denied"}, ["status=denied"]),
        ({"mode": "arrest", "type": "COERCE"}, ["type=COERCE", "mode=arrest"]),
        ({"place": "", "colour": "red"}, ["place=none"]),
        ({"actors": " RUS:MIL@RUS  "}, []),
    ],
)
def test_a_form_changes_what_it_says_otherwise(coded: Coded, given: dict[str, str], changed: list[str]) -> None:
    event: dict[str, Any] = coded("RUS:MIL attacked UKR in Kyiv UKR.").events[0].to_dict()
    assert settings(event, given) == changed


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("actors=XYZ@RUS", "there is no country XYZ"),
        ("actors=RUS:XYZ@RUS", "there is no sector XYZ; there are MIL"),
        ("place=Kyiv, XYZ", "there is no country XYZ"),
        ("contexts=dance", "there is no context 'dance'; there are military"),
    ],
)
def test_codes_are_those_of_the_lexicon(filled: str, setting: str, told: str) -> None:
    codes = Codes(frozenset({"RUS", "UKR"}), frozenset({"MIL"}), frozenset({"military"}))
    with View(filled) as view:
        event = next(e.id for e in view.events() if e.report["id"] == "r1")
        with pytest.raises(StoreError, match=told):
            Proposer(view, KINDS, codes).of_event(event, "set", [setting], Signed(who="a", why="", at=""), report="r1")


def test_a_missed_event_is_where_it_was_pointed_at(filled: str) -> None:
    with View(filled) as view:
        key = view.sql("SELECT key FROM reports WHERE id = 'r1'").rows[0][0]
        proposer, signed = Proposer(view, KINDS), Signed(who="a", why="", at="")
        text = next(view.reports(id="r1")).text
        at = text.index("dead")
        event = proposer.added_at(key, (at, at + 4), (0, len(text)), "COERCE", ["mode=arrest", "actors=RUS@RUS"], signed).event
        assert (event["trigger"]["text"], event["mode"], event["cameo"], event["actors"][0]["start"]) == ("dead", "arrest", "173", 0)
        for trigger, evidence in (((at, at), (0, 9)), ((0, 3), (1, 9)), ((0, 3), (0, 999)), ((-1, 3), (-1, 9))):
            with pytest.raises(StoreError, match="has no trigger at"):
                proposer.added_at(key, trigger, evidence, "COERCE", [], signed)
        with pytest.raises(StoreError, match="there is no report '00'"):
            proposer.added_at("00", (0, 1), (0, 2), "COERCE", [], signed)
