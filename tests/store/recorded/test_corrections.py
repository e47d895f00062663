"""Corrections hang on evidence: they stay when a report is coded again, can be undone, exchanged and compared."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sayso.errors import StoreError
from sayso.lexicon.incident import Rules, rules
from sayso.lexicon.read import FOLDER
from sayso.model import AnnotatedReport
from sayso.run.gather import gather
from sayso.store import Correction, Filter, View, Writer
from sayso.store.check import notices, problems
from sayso.store.corrected.amend import Subject, changes
from sayso.store.corrected.learn import cases
from sayso.store.corrected.propose import Proposer, Signed

Coded = Callable[..., AnnotatedReport]
Once = Callable[[Callable[[str], None]], str]
TEXT = "RUS attacked UKR in Kyiv UKR. USA visited CHN, Ann Lee said. IND has tea."
KINDS = {
    "ASSAULT": {"modes": {}, "cameo": "190", "quad": 4, "score": -9.0},
    "COERCE": {"modes": {"arrest": {"cameo": "173", "score": -5.0}}, "cameo": "170", "quad": 4, "score": -7.0},
    "CONSULT": {"modes": {"visit": {"cameo": "042"}}, "cameo": "040", "quad": 1, "score": 1.0},
}


def signed(who: str = "anna", second: int = 0) -> Signed:
    return Signed(who=who, why="because", at=f"2026-01-01T00:00:{second:02d}+00:00")


def store(db: str, *reports: AnnotatedReport) -> Writer:
    with Writer(db) as writer:
        for one in reports:
            writer.add(one)
    return writer


def correct(db: str, kind: str, action: Any, *settings: str, who: str = "anna", second: int = 0) -> Correction:
    """Correct the event that was coded as a type."""
    with View(db) as view:
        (event,) = (json.loads(coded or "{}") for (coded,) in view.sql(f"SELECT coded FROM bodies WHERE coded LIKE '%\"{kind}\"%'").rows)
        correction = Proposer(view, KINDS).of_event(event["id"], action, settings, signed(who, second))
    with Writer(db) as writer:
        assert writer.correct([correction]) == {correction.id: "applied"}
    return correction


def shown(db: str) -> list[str]:
    with View(db) as view:
        return sorted(str(event) for event in view.events())


@pytest.fixture
def filled(once: Once, coded: Coded) -> str:

    def fill(db: str) -> None:
        store(db, coded(TEXT))

    return once(fill)


@pytest.fixture(scope="module")
def known() -> Rules:
    return rules(FOLDER)


BEFORE = [
    "Land of RUS → ASSAULT → Land of UKR · occurred · 2025-12-04 · Kyiv",
    "Land of USA → CONSULT/visit → Land of CHN · occurred · says Ann Lee · 2025-12-04",
]


def test_a_changed_event_is_found_as_it_is_now(filled: str) -> None:
    correct(filled, "ASSAULT", "set", "type=COERCE", "status=denied", "recipients=IND@tea; UKR", "time=2025-12-01..2025-12-02")
    assert shown(filled) == ["Land of RUS → COERCE → tea, Land of UKR · denied · 2025-12-01 · Kyiv", BEFORE[1]]
    with View(filled) as view:
        assert view.count(Filter.of(type="ASSAULT")) == 0
        assert view.count(Filter.of(type="COERCE", recipient="IND", status="denied", state="corrected", until="2025-12-01")) == 1
        (event,) = view.events(Filter.of(type="COERCE"))
        assert (event.cameo, event.quad, event.score) == ("170", 4, -7.0)
        assert TEXT[event.recipients[0].start : event.recipients[0].end] == "tea"
        (state,) = view.coded(event.id)
        assert state[0] == "corrected"
        assert json.loads(str(state[1]))["type"] == "ASSAULT"
    assert list(problems(filled)) == []


def test_a_rejected_event_is_gone_and_comes_back(filled: str) -> None:
    correction = correct(filled, "ASSAULT", "reject")
    assert shown(filled) == BEFORE[1:]
    with View(filled) as view:
        assert view.facets(names=["type"]) == {"type": [("CONSULT", 1)]}
        assert len(view.annotated("r1").events) == 2  # as the coder had it
    assert list(problems(filled)) == []
    with Writer(filled) as writer:
        writer.undo(correction.id, who="bob")
    assert shown(filled) == BEFORE
    with View(filled) as view:
        assert list(view.corrections()) == []
        assert [c["undone_by"] for c in view.corrections(undone=True)] == ["bob"]
    with Writer(filled) as writer, pytest.raises(StoreError, match="was undone already"):
        writer.undo(correction.id, who="bob")
    with Writer(filled) as writer, pytest.raises(StoreError, match="there is no correction 'x'"):
        writer.undo("x", who="bob")


def test_undoing_one_correction_leaves_the_others(filled: str) -> None:
    first = correct(filled, "ASSAULT", "set", "status=denied")
    correct(filled, "ASSAULT", "set", "place=none", second=1)
    with Writer(filled) as writer:
        writer.undo(first.id, who="bob")
    assert shown(filled) == ["Land of RUS → ASSAULT → Land of UKR · occurred · 2025-12-04", BEFORE[1]]


def test_an_event_that_was_missed_is_added(filled: str) -> None:
    with View(filled) as view:
        proposer = Proposer(view, KINDS)
        added = proposer.added("r1", "IND has tea.", "has", "CONSULT", ["actors=IND@IND"], signed())
        with pytest.raises(StoreError, match="has no passage"):
            proposer.added("r1", "IND has coffee.", "has", "CONSULT", [], signed())
        with pytest.raises(StoreError, match="there is no report 'r9'"):
            proposer.added("r9", "IND has tea.", "has", "CONSULT", [], signed())
    with Writer(filled) as writer:
        assert writer.correct([added]) == {added.id: "applied"}
        assert writer.correct([added]) == {}  # it is there already
    with View(filled) as view:
        (event,) = view.events(Filter.of(state="added"))
        assert (event.evidence.text, event.actors[0].country, event.pattern) == ("IND has tea.", "IND", "by-hand")
    assert list(problems(filled)) == []


def test_events_that_were_missed_at_the_same_words_are_two(filled: str, known: Rules) -> None:
    with View(filled) as view:
        proposer = Proposer(view, KINDS)
        added = [proposer.added("r1", "IND has tea.", "has", kind, ["actors=IND@IND"], signed()) for kind in ("CONSULT", "ASSAULT")]
        twins = [replace(one, id=f"of another: {one.id}", event={**one.event, "id": "theirs"}) for one in added]
    for corrections in (added, twins):  # twins: what somebody else's program may write
        with Writer(filled) as writer:
            assert set(writer.correct(corrections).values()) == {"applied"}
            gather(writer, known)
        with View(filled) as view:
            events = list(view.events(Filter.of(state="added")))
            assert sorted(event.type for event in events) == sorted(c.event["type"] for c in corrections)
            assert len({event.id for event in events}) == 2
        with Writer(filled) as writer:
            for correction in corrections:
                writer.undo(correction.id, who="bob")


def test_parties_of_no_country_are_told_apart_by_their_words(filled: str) -> None:
    with View(filled) as view:
        proposer, words = Proposer(view, KINDS), ("r1", " USA visited CHN, Ann Lee said.", "said", "ASSAULT")
        added = proposer.added(*words, ["actors=@Ann Lee"], signed())
        other = proposer.added(*words, ["actors=@visited"], signed())
    with Writer(filled) as writer:
        assert set(writer.correct([added]).values()) == {"applied"}
    with View(filled) as view:
        assert Proposer(view, KINDS).added(*words, ["actors=@visited"], signed()) == other
        with pytest.raises(StoreError, match="is there already"):
            Proposer(view, KINDS).added(*words, ["actors=@Lee"], signed())


def added_beside_it(db: str) -> list[Correction]:
    """A CONSULT by hand at the words of the ASSAULT, which was taken for an ASSAULT too, and is denied."""
    made: list[Correction] = []
    for second, settings in enumerate([[], ["type=ASSAULT"], ["status=denied"]]):
        with View(db) as view:
            proposer, by = Proposer(view, KINDS), signed(second=second)
            if made:
                made.append(proposer.of_event(made[0].event["id"], "set", settings, by))
            else:
                made.append(proposer.added("r1", "RUS attacked UKR in Kyiv UKR.", "attacked", "CONSULT", ["actors=RUS@RUS"], by))
        with Writer(db) as writer:
            assert writer.correct(made[-1:]) == {made[-1].id: "applied"}
    return made


def test_a_correction_stays_on_its_event_when_one_before_it_is_undone(filled: str) -> None:
    _, retyped, _ = added_beside_it(filled)
    with Writer(filled) as writer:
        writer.undo(retyped.id, who="bob")
    assert shown(filled) == [*BEFORE, "RUS → CONSULT → — · denied"]


def test_a_correction_of_an_added_event_never_goes_to_another_at_its_words(filled: str) -> None:
    added, _, _ = added_beside_it(filled)
    with Writer(filled) as writer:
        writer.undo(added.id, who="bob")
    assert BEFORE[0] in shown(filled)


def test_an_event_is_added_beside_one_that_was_rejected(filled: str) -> None:
    rejected = correct(filled, "ASSAULT", "reject")
    words = (rejected.event["evidence"]["text"], rejected.event["trigger"]["text"])
    with View(filled) as view:
        added = Proposer(view, KINDS).added("r1", *words, "ASSAULT", [], signed(second=1))
    with Writer(filled) as writer:
        assert writer.correct([added]) == {added.id: "applied"}
    with View(filled) as view:
        assert [event.type for event in view.events(Filter.of(state="added"))] == ["ASSAULT"]


@pytest.mark.parametrize("before", ["", "Updated: more lines stand here now. "])
def test_corrections_survive_a_new_lexicon_and_a_moved_text(filled: str, coded: Coded, before: str) -> None:
    correct(filled, "ASSAULT", "set", "status=denied")
    correct(filled, "CONSULT", "reject", second=1)
    writer = store(filled, coded(before + TEXT, lexicon="b"))
    assert writer.written.replaced == 1
    assert (writer.written.lost, writer.written.kept) == ([], [])
    assert shown(filled) == [BEFORE[0].replace("occurred", "denied")]
    with View(filled) as view:
        (event,) = view.events()
        report = view.annotated("r1").report
        assert event.version.lexicon == "b"
        spans = [(one.start, one.end, one.text) for one in (event.trigger, event.evidence)]
        for start, end, words in [*spans, *((party.start, party.end, party.text) for party in event.actors)]:
            assert report.text[start:end] == words
        assert [c["outcome"] for c in view.corrections()] == ["applied", "applied"]
    assert list(problems(filled)) == []


def test_an_event_that_people_hold_right_stays_though_the_coder_no_longer_finds_it(filled: str, coded: Coded) -> None:
    correction = correct(filled, "ASSAULT", "accept")
    writer = store(filled, coded(TEXT, lexicon="b", skip="attacked"))
    assert [c.id for c in writer.written.kept] == [correction.id]
    assert shown(filled) == BEFORE
    with View(filled) as view:
        assert view.count(Filter.of(state="kept")) == 1
    assert [told for told in notices(filled) if told.startswith("correction")] == [
        f"correction {correction.id} of report r1 alone holds its event: the coder no longer finds it"
    ]
    store(filled, coded(TEXT, lexicon="c"))
    assert [told for told in notices(filled) if told.startswith("correction")] == []


def test_a_correction_whose_text_is_gone_says_so_and_comes_back_with_it(filled: str, coded: Coded) -> None:
    correction = correct(filled, "ASSAULT", "set", "status=denied")
    writer = store(filled, coded("All else was left out. USA visited CHN."))
    assert [c.id for c in writer.written.lost] == [correction.id]
    assert [told for told in notices(filled) if told.startswith("correction")] == [
        f"correction {correction.id} of report r1 no longer finds its text"
    ]
    store(filled, coded(TEXT))
    assert BEFORE[0].replace("occurred", "denied") in shown(filled)


def test_corrections_are_exchanged(filled: str, coded: Coded, file: Any) -> None:
    correction = correct(filled, "ASSAULT", "set", "status=denied")
    with View(filled) as view:
        (found,) = view.corrections()
    for name in ("outcome", "undone_by", "undone_at"):
        del found[name]
    other = str(file.with_name("other.db"))
    with Writer(other) as writer:
        assert writer.correct([Correction.from_dict(json.loads(json.dumps(found)))]) == {correction.id: "waiting"}
    assert [told for told in notices(other) if told.startswith("correction")] == [
        f"correction {correction.id} of report r1 waits for its report, which is not here"
    ]
    store(other, coded(TEXT))
    assert BEFORE[0].replace("occurred", "denied") in shown(other)


def test_copies_have_events_with_one_id(filled: str, coded: Coded) -> None:
    store(filled, coded(TEXT, "copy"))
    with View(filled) as view:
        event = next(view.events(Filter.of(type="ASSAULT"))).id
        proposer = Proposer(view, KINDS)
        with pytest.raises(StoreError, match=r"stands in the reports .*: say which with --report"):
            proposer.of_event(event, "reject", [], signed())
        correction = proposer.of_event(event, "reject", [], signed(), report="copy")
        with pytest.raises(StoreError, match="there is no event 'x'"):
            proposer.of_event("x", "reject", [], signed())
    with Writer(filled) as writer:
        writer.correct([correction])
    with View(filled) as view:
        assert [e.report["id"] for e in view.events(Filter.of(type="ASSAULT"))] == ["r1"]


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("type=ATTACK", "there is no such type; there are ASSAULT, COERCE, CONSULT"),
        ("mode=visit", "ASSAULT has the modes none"),
        ("status=maybe", "a status is one of occurred"),
        ("actors=CHN", "say which words of the report stand for it: CHN@WORDS"),
        ("actors=CHN@Beijing", "the report has no words 'Beijing'"),
        ("time=Monday", "write 2025-12-04"),
        ("time=..2025-12-04", "write 2025-12-04"),
        ("time=2025-12-04..", "write 2025-12-04"),
        ("time=2025-12-04..2025-12-03", "2025-12-03 is before 2025-12-04"),
        ("time=20251204", "write 2025-12-04"),
        ("time=2025-W49-4", "write 2025-12-04"),
        ("place=,", "write NAME, COUNTRY"),
        ("place=Mumbai, India", "write NAME, COUNTRY"),
        ("quantities=many", "write KIND=11"),
        ("quantities=deaths=30..20", "20 is less than 30"),
        ("quantities=deaths=" + "9" * 400, "write KIND=11"),
        ("cameo=x", "two to four digits"),
        ("cameo=١٨٠", "two to four digits"),
        ("colour=red", "fields are type, mode"),
        ("status", "write FIELD=VALUE"),
    ],
)
def test_what_can_not_be_set(file: Any, coded: Coded, setting: str, told: str) -> None:
    store(str(file), coded(TEXT))
    with pytest.raises(StoreError, match=told):
        correct(str(file), "ASSAULT", "set", setting)


@pytest.mark.parametrize(
    ("setting", "field", "value"),
    [
        ("mode=none", "mode", None),
        ("contexts=legal, military", "contexts", ["legal", "military"]),
        ("contexts=legal, legal", "contexts", ["legal"]),
        ("recipients=UKR; UKR", "recipients", [["Land of UKR", []]]),
        ("actors=none", "actors", []),
        ("quantities=deaths=11..14; injured=3; arrested=5..", "quantities", [[11.0, 14.0], [3.0, 3.0], [5.0, None]]),
        ("place=IND", "place", ["IND", "IND", "country"]),
        ("place=Port Said, EGY", "place", ["Port Said", "EGY", "city"]),
        ("says=:GOV@Ann Lee", "says", [["Ann Lee", ["GOV"]]]),
        ("recipients=UKR:MIL", "recipients", [["Land of UKR", ["MIL"]]]),
    ],
)
def test_what_can_be_set(file: Any, coded: Coded, setting: str, field: str, value: Any) -> None:
    store(str(file), coded(TEXT))
    found = correct(str(file), "ASSAULT", "set", setting).changes[field]
    if field == "quantities":
        found = [[q["low"], q["high"]] for q in found]
    elif field == "place":
        found = [found["name"], found["country"], found["precision"]]
    elif field in ("says", "recipients"):
        found = [[p["name"], p["sectors"]] for p in found]
    assert found == value


def test_a_number_that_stays_keeps_its_unit() -> None:
    money = {"kind": "money", "low": 5250000.0, "high": 5250000.0, "unit": "USD", "text": "$5.25 million"}
    event = {"quantities": [money, {"kind": "deaths", "low": 11.0, "high": 11.0, "unit": None, "text": "eleven"}]}
    found = changes(Subject(event, "", {}), ["quantities=money=5250000; deaths=12"])["quantities"]
    assert [(one["kind"], one["low"], one["unit"]) for one in found] == [("money", 5250000.0, "USD"), ("deaths", 12.0, None)]


def test_corrections_become_cases_for_the_lexicon(file: Any, coded: Coded) -> None:
    db = str(file)
    store(db, coded(TEXT))
    corrections = [correct(db, "ASSAULT", "set", "type=COERCE"), correct(db, "CONSULT", "reject", second=1)]
    found = [(case["kind"], case["type"], case["pattern"], case["text"], case.get("actors")) for case in cases(corrections)]
    assert found == [
        ("counterexample", "ASSAULT", "assault/-/attacked", "RUS attacked UKR in Kyiv UKR.", None),
        ("example", "COERCE", None, "RUS attacked UKR in Kyiv UKR.", ["RUS"]),
        ("counterexample", "CONSULT", "consult/-/visited", " USA visited CHN, Ann Lee said.", None),
    ]
