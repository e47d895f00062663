"""Incidents and origins of a database are those of its reports, however and whenever these came."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.assemble import Edit, incidents
from sayso.ingest.copies import Credits, origins
from sayso.ingest.copies.newcomers import Reader
from sayso.lexicon.incident import rules
from sayso.lexicon.read import FOLDER, read
from sayso.model import AnnotatedReport, Event, Party, Place, Report, Span, Version, When
from sayso.run.gather import gather
from sayso.run.originate import originate
from sayso.run.pace import Pace
from sayso.settings import Settings
from sayso.store import Correction, Decision, View, Writer
from sayso.store.check import notices, problems
from sayso.store.corrected.anchor import Anchor

CACHE = Settings().cache
RULES = rules(FOLDER, CACHE)
READER = Reader(Credits.from_lexicon(read(FOLDER, CACHE)), frozenset())
LONG = "Gunmen killed eleven people at the market of Kano on Tuesday and fled towards the hills before soldiers reached the town by road."
TEXTS = (
    LONG,
    f"KANO, March 3 (Reuters) - {LONG} The governor of the state called for calm and promised to rebuild the stalls within a month.",
    f"{LONG} The governor of the state called for calm and promised to rebuild the stalls within a month.",
    "Gunmen killed four people at a checkpoint.",
    "Gunmen killed four traders at a checkpoint near the river.",
    "Soldiers raided a village.",
)
TOLD = st.tuples(
    st.integers(0, len(TEXTS) - 1),
    st.sampled_from(["2026-03-03", "2026-03-04", "2026-03-06"]),
    st.sampled_from(["Harbour Post", "Quay Gazette", None]),
    st.sampled_from([("NGA", "NGA"), ("NGA", None), ("LBN", "ISR")]),
    st.sampled_from(["ASSAULT", "COERCE"]),
    st.sampled_from(["Kano", None]),
)


def report(n: int, told: Any, *, status: str = "occurred") -> AnnotatedReport:
    """A report of one event."""
    at, day, publisher, sides, kind, town = told
    text = TEXTS[at]
    one = Report(f"r{n}", text, date.fromisoformat(day), publisher)
    parties = [(Party(None, c, c, (), 0, 6, text[:6], "name"),) if c else () for c in sides]
    event = Event(
        id=f"e{n}", report=one.reference(), type=kind, mode=None, contexts=(), cameo="190", quad=4, score=-9.0,
        trigger=Span(7, 13, text[7:13]), evidence=Span(0, len(text), text), actors=parties[0], recipients=parties[1],
        status=status, says=(), time=When(day, day, None, "stated"),  # type: ignore[arg-type]
        place=Place(town, town, "NGA", None, 1.5, 2.5, 7, "city") if town else None, quantities=(), pattern="assault/-/kill",
        confidence=0.9, version=Version("1", "1"),
    )  # fmt: skip
    return AnnotatedReport(one, events=(event,))


def expected(coded: Iterable[AnnotatedReport], edits: Iterable[Edit] = ()) -> list[dict[str, Any]]:
    """The incidents of all at once, as `sayso incidents` has them."""
    listed = list(coded)
    known = {(r.id, r.publisher): o.id for r, o in origins((one.report for one in listed), READER.credit)}
    found = incidents((e.to_dict() for one in listed for e in one.events), RULES, origins=known, edits=edits)
    return sorted((json.loads(json.dumps(one.to_dict())) for one in found), key=lambda one: str(one["id"]))


def update(writer: Writer) -> None:
    """All that a command does after it has written."""
    writer.flush()
    originate(writer, READER)
    gather(writer, RULES)


def kept(db: str) -> list[dict[str, Any]]:
    """The incidents of a database."""
    with View(db) as view:
        assert view.sql("SELECT count(*) FROM events WHERE incident IS NULL").rows == [(0,)]
        assert view.sql("SELECT count(*) FROM events e JOIN links l ON l.event = e.n WHERE l.incident <> e.incident").rows == [(0,)]
        return sorted(view.incidents(), key=lambda one: str(one["id"]))


@given(st.lists(TOLD, min_size=1, max_size=7), st.randoms(use_true_random=False), st.integers(1, 4))
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_neither_order_nor_portions_matter(tmp_path_factory: pytest.TempPathFactory, told: Any, chance: Any, size: int) -> None:
    coded = [report(n, one) for n, one in enumerate(told)]
    shuffled = chance.sample(coded, len(coded))
    db = str(tmp_path_factory.mktemp("gather") / "sayso.db")
    with Writer(db) as writer:
        for at in range(0, len(shuffled), size):
            for one in shuffled[at : at + size]:
                writer.add(one)
            update(writer)
    assert kept(db) == expected(coded)


RAID = (3, "2026-03-03", "Harbour Post", ("NGA", "NGA"), "ASSAULT", "Kano")
SAME = (4, "2026-03-03", "Quay Gazette", ("NGA", "NGA"), "ASSAULT", "Kano")
OTHER = (5, "2026-03-06", "Quay Gazette", ("LBN", "ISR"), "COERCE", None)


@pytest.fixture
def db(tmp_path: Path) -> str:
    """Two reports of one raid, and one of something else."""
    name = str(tmp_path / "sayso.db")
    with Writer(name) as writer:
        for n, told in enumerate((RAID, SAME, OTHER)):
            writer.add(report(n, told))
        update(writer)
    return name


def groups(db: str) -> list[list[str]]:
    """The ids of events by incident."""
    return sorted(sorted(e["id"] for e in one["events"]) for one in kept(db))


class Interrupted(Writer):
    """Somebody else writes whenever incidents have been drafted and are about to be kept."""

    def __init__(self, db: str, others: Iterable[Callable[[Writer], object]]) -> None:
        super().__init__(db)
        self.others, self.refused = iter(others), 0

    def kept(self, draft: Any, work: Any) -> tuple[Any, bool]:
        if other := next(self.others, None):
            with Writer(str(self.url.database), command="other") as writer:
                other(writer)
        found = super().kept(draft, work)
        self.refused += found[0] is None
        return found


def more(n: int, told: Any) -> Callable[[Writer], object]:
    """Codes one report more, or anew."""
    return lambda writer: writer.add(report(n, told))


@pytest.mark.parametrize(
    ("others", "refused", "coded"),
    [
        ([more(3, (*OTHER[:1], "2026-01-01", *OTHER[2:]))], 0, {3: (*OTHER[:1], "2026-01-01", *OTHER[2:])}),  # of no concern
        ([more(1, (*SAME[:4], "COERCE", "Kano"))], 1, {1: (*SAME[:4], "COERCE", "Kano")}),  # what the draft stands on is gone
        ([update], 1, {}),  # another gathers the same
        ([more(3, SAME), update], 1, {3: SAME}),
        (
            [more(1, (*SAME[:4], kind, "Kano")) for kind in ("COERCE", "ASSAULT", "COERCE")],
            3,
            {1: (*SAME[:4], "COERCE", "Kano")},
        ),  # again and again
    ],
)
def test_who_writes_while_incidents_are_drafted_has_them_drafted_anew(tmp_path: Path, others: Any, refused: int, coded: Any) -> None:
    db, all_of = str(tmp_path / "sayso.db"), {**dict(enumerate((RAID, SAME, OTHER))), **coded}
    with Writer(db) as writer:
        for n, told in enumerate((RAID, SAME, OTHER)):
            writer.add(report(n, told))
    with Interrupted(db, others) as writer:
        originate(writer, READER)
        gather(writer, RULES)
        assert writer.refused == refused
    with Writer(db) as writer:
        update(writer)
    assert kept(db) == expected(report(n, told) for n, told in all_of.items())
    assert list(problems(db)) == []


def test_little_is_taken_at_once_while_others_write() -> None:
    pace, taken = Pace(2000, 200), list[int]()
    for alone in (False, False, False, True, True, True, True, True):
        pace.after(alone=alone)
        taken.append(pace.many)
    assert taken == [500, 200, 200, 400, 800, 1600, 2000, 2000]


def test_events_of_one_happening_are_one_incident_with_its_reasons(db: str) -> None:
    assert groups(db) == [["e0", "e1"], ["e2"]]
    with View(db) as view:
        (raid,) = view.incidents(min_origins=2)
        _, links = view.incident(raid["id"])
        assert raid["origins"] == 2
        assert [(link.report, link.why) for link in links] == [("r0", links[0].why), ("r1", links[0].why)]
        assert "the same day" in str(links[0].why)


def test_what_is_coded_otherwise_leaves_its_incident(db: str) -> None:
    with Writer(db) as writer:
        writer.add(report(1, (*SAME[:4], "COERCE", "Kano")))
        update(writer)
    assert groups(db) == [["e0"], ["e1"], ["e2"]]
    assert kept(db) == expected([report(0, RAID), report(1, (*SAME[:4], "COERCE", "Kano")), report(2, OTHER)])


def test_a_report_that_is_new_leaves_other_incidents_alone(db: str) -> None:
    with View(db) as view:
        before = view.sql("SELECT id, n FROM incidents").rows
    with Writer(db) as writer:
        writer.add(report(3, (3, "2026-03-06", "Harbour Post", ("LBN", "ISR"), "ASSAULT", None)))
        update(writer)
    with View(db) as view:
        assert set(before) < set(view.sql("SELECT id, n FROM incidents").rows)


def test_nothing_new_writes_nothing(db: str) -> None:
    with Writer(db) as writer:
        assert (originate(writer, READER), gather(writer, RULES).steps) == (0, 0)


def corrected(db: str, event: str, action: Any, **changes: Any) -> None:
    """Correct an event as `sayso correct` does."""
    with View(db) as view:
        (one,) = (e for e in view.events() if e.id == event)
    text = next(r.report.text for r in map(report, range(3), (RAID, SAME, OTHER)) if r.report.id == one.report["id"])
    anchors = [Anchor.of(text, span.start, span.end) for span in (one.trigger, one.evidence)]
    reference = {**{k: one.report[k] for k in ("id", "publisher")}, "digest": ""}
    correction = Correction(
        id=f"c-{event}-{action}", action=action, report=reference, trigger=anchors[0], evidence=anchors[1], event=one.to_dict(),
        changes=changes, who="anna", why="", at="2026-01-01",
    )  # fmt: skip
    with Writer(db) as writer:
        writer.correct([correction])
        update(writer)


def test_a_corrected_event_is_put_together_by_what_it_says_now(db: str) -> None:
    corrected(db, "e1", "set", type="COERCE")
    assert groups(db) == [["e0"], ["e1"], ["e2"]]
    with Writer(db) as writer:
        writer.undo("c-e1-set", who="anna")
        update(writer)
    assert groups(db) == [["e0", "e1"], ["e2"]]


def test_a_rejected_event_is_in_no_incident(db: str) -> None:
    corrected(db, "e1", "reject")
    assert groups(db) == [["e0"], ["e2"]]


def decided(db: str, kind: Any, *told: tuple[str, ...]) -> None:
    with Writer(db) as writer:
        writer.decide(Decision(id="d", kind=kind, groups=told, who="anna", why="", at="2026-01-01"))
        update(writer)


@pytest.mark.parametrize(
    ("kind", "told", "wanted"),
    [
        ("merge", (("e0", "e2"),), [["e0", "e1", "e2"]]),
        ("split", (("e0",), ("e1",)), [["e0"], ["e1"], ["e2"]]),
    ],
)
def test_decisions_hold_whatever_comes_and_can_be_taken_back(db: str, kind: Any, told: Any, wanted: list[list[str]]) -> None:
    decided(db, kind, *told)
    assert groups(db) == wanted
    with Writer(db) as writer:
        for n, one in enumerate((RAID, SAME, OTHER)):
            writer.add(report(n, one, status="planned"))  # coded otherwise, all of them
        writer.add(report(4, (3, "2026-03-04", None, ("LBN", "ISR"), "ASSAULT", None)))
        update(writer)
    assert groups(db) == sorted([*wanted, ["e4"]])
    with Writer(db) as writer:
        writer.take_back("d", who="ben")
        update(writer)
    assert groups(db) == [["e0", "e1"], ["e2"], ["e4"]]


def test_a_merge_waits_for_events_that_are_not_there_yet(db: str) -> None:
    decided(db, "merge", ("e0", "e7"))
    assert groups(db) == [["e0", "e1"], ["e2"]]
    with Writer(db) as writer:
        writer.add(report(7, (3, "2026-03-06", "Harbour Post", ("LBN", "ISR"), "ASSAULT", None)))
        update(writer)
    assert groups(db) == [["e0", "e1", "e7"], ["e2"]]


def test_copies_are_one_origin_and_another_text_is_another_story(tmp_path: Path) -> None:
    db = str(tmp_path / "sayso.db")
    there = (("NGA", "NGA"), "ASSAULT", "Kano")
    with Writer(db) as writer:
        writer.add(report(0, (1, "2026-03-03", "Harbour Post", *there)))
        writer.add(report(1, (2, "2026-03-03", "Quay Gazette", *there)))
        update(writer)
    with View(db) as view:
        ((one,), (other,)) = view.sql("SELECT origin FROM reports").rows
        assert one == other
        assert [i["origins"] for i in view.incidents()] == [1]
    with Writer(db) as writer:
        writer.add(report(1, (4, "2026-03-03", "Quay Gazette", *there)))  # its publisher has put out another text
        update(writer)
    with View(db) as view:
        assert len(set(view.sql("SELECT origin FROM reports").rows)) == 2


def test_a_kill_between_the_steps_leaves_the_rest_for_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.run.gather.TOGETHER", 2)
    db, coded = (
        str(tmp_path / "sayso.db"),
        [report(n, told) for n, told in enumerate((RAID, SAME, OTHER, (*RAID[:1], "2026-03-04", *RAID[2:])))],
    )

    def stop(count: int) -> None:
        raise KeyboardInterrupt

    with Writer(db) as writer:
        for one in coded:
            writer.add(one)
        writer.flush()
        with pytest.raises(KeyboardInterrupt):
            gather(writer, RULES, told=stop)
    with View(db) as view:
        assert view.sql("SELECT count(*) FROM events WHERE incident IS NULL").rows == [(2,)]
    with Writer(db) as writer:
        update(writer)
    assert kept(db) == expected(coded)


KILLED = """
import os, signal, sys
import sayso.run.gather as gathering
from sayso.lexicon.incident import rules
from sayso.lexicon.read import FOLDER
from sayso.settings import Settings
from sayso.store import Writer
from sayso.store.gathered.gathering import Gathering

keep, steps = Gathering.keep, []

def kept(self, *args):
    done = keep(self, *args)
    steps.append(1)
    if len(steps) == 2:
        os.kill(os.getpid(), signal.SIGKILL)  # all of the second step is written, and nothing of it committed
    return done

Gathering.keep, gathering.TOGETHER = kept, 2
with Writer(sys.argv[1]) as writer:
    gathering.gather(writer, rules(FOLDER, Settings().cache))
"""


def test_a_kill_inside_a_step_takes_back_that_step_alone(tmp_path: Path) -> None:
    db, told = str(tmp_path / "sayso.db"), (RAID, SAME, OTHER, (*RAID[:1], "2026-03-04", *RAID[2:]))
    coded = [report(n, one) for n, one in enumerate(told)]
    with Writer(db) as writer:
        for one in coded:
            writer.add(one)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    assert subprocess.run([sys.executable, "-c", KILLED, db], env=environment, check=False).returncode == -signal.SIGKILL
    assert list(problems(db)) == []
    assert "2 events have no incident yet; `sayso store gather` finds it" in list(notices(db))
    with Writer(db) as writer:
        update(writer)
    assert kept(db) == expected(coded)


def test_postgresql_puts_together_what_sqlite_does(postgresql: str, tmp_path: Path) -> None:
    file, coded = str(tmp_path / "sayso.db"), [report(n, told) for n, told in enumerate((RAID, SAME, OTHER))]
    for db in (file, postgresql):
        with Writer(db) as writer:
            for one in coded:  # each comes to what is there
                writer.add(one)
                update(writer)
    assert kept(postgresql) == kept(file) == expected(coded)
    coded[1] = report(1, (*SAME[:4], "COERCE", "Kano"))
    merge = Decision.made("merge", (("e0", "e2"),), who="anna", why="because", at="2026-01-01T00:00:00+00:00")
    for db in (file, postgresql):
        with Writer(db) as writer:
            writer.add(coded[1])
            writer.decide(merge)
            update(writer)
    assert kept(postgresql) == kept(file)
    assert groups(postgresql) == [["e0", "e2"], ["e1"]]


def test_many_reprints_stay_one_story(tmp_path: Path) -> None:
    db = str(tmp_path / "sayso.db")
    with Writer(db, command="read") as writer:
        for n in range(40):
            writer.keep(Report(f"x{n}", LONG, date(2026, 3, 3), "Harbour Post"))
            if n in (3, 20):
                update(writer)
        update(writer)
    with View(db) as view:
        assert view.sql("SELECT count(DISTINCT origin), count(origin) FROM reports").rows == [(1, 40)]
        assert view.sql("SELECT max(held) FROM (SELECT count(*) AS held FROM samples GROUP BY key) AS counted").rows == [(8,)]
