"""Outputs under way: gone on with where a run stopped, and only by a run that is the same."""

import json
from pathlib import Path

import pytest

from sayso.errors import InputError, OutputError
from sayso.model import Report
from sayso.run.sofar import Sofar
from sayso.run.step import Aside, Done, Passed, mark
from sayso.run.unfinished import Unfinished, journal_of, part_of

RUN = {"version": {"sayso": "1"}, "inputs": [{"name": "a", "sha256": "x"}]}
REPORTS = [Report(str(n), f"Report {n}.") for n in range(4)]
DONE = [Done(coded=1, events=2, text=f"line {n}\n", marks=(mark(report),)) for n, report in enumerate(REPORTS)]


def lines(path: Path, run: dict[str, object] | None = None, *, resume: bool = True) -> Unfinished:
    """An output whose journal gets an entry for each batch."""
    return Unfinished(path, run or RUN, name="out", begun="2031-01-01", resume=resume, every=0)


@pytest.fixture
def stopped(tmp_path: Path) -> Path:
    """Where a run of three reports was killed."""
    path = tmp_path / "out"
    one = lines(path)
    for done in DONE[:3]:
        one.add(done)
    one.close()
    return path


def test_a_run_goes_on_where_it_stopped(stopped: Path) -> None:
    one = lines(stopped)
    assert (one.resumed, one.sofar.read, one.sofar.events, one.sessions) == (True, 3, 6, 2)
    assert list(one.sofar.after(REPORTS)) == REPORTS[3:]
    one.add(DONE[3])
    assert one.complete().read_text() == "line 0\nline 1\nline 2\nline 3\n"
    one.discard()
    assert list(stopped.parent.iterdir()) == []


def test_what_the_journal_does_not_tell_of_is_cut_off(stopped: Path) -> None:
    with part_of(stopped).open("a") as part:
        part.write("half a li")
    with journal_of(stopped).open("a") as journal:
        journal.write('{"read": 4, "cod')
    one = lines(stopped)
    assert (one.sofar.read, one.complete().read_text()) == (3, "line 0\nline 1\nline 2\n")
    one.close()


def test_lines_that_did_not_reach_the_disk_are_made_again(stopped: Path) -> None:
    part_of(stopped).write_text("line 0\nlin")
    one = lines(stopped)
    assert (one.sofar.read, one.complete().read_text()) == (1, "line 0\n")
    one.close()


@pytest.mark.parametrize("lost", [part_of, journal_of])
def test_without_either_file_it_begins_anew(stopped: Path, lost: object) -> None:
    assert callable(lost)
    lost(stopped).unlink()
    one = lines(stopped)
    assert (one.resumed, one.sofar) == (False, Sofar())
    one.close()


def test_a_damaged_journal_begins_anew(stopped: Path) -> None:
    journal_of(stopped).write_text("[]\n")
    one = lines(stopped)
    assert (one.resumed, one.complete().read_text()) == (False, "")
    one.close()


def test_unasked_it_begins_anew(stopped: Path) -> None:
    one = lines(stopped, resume=False)
    assert (one.resumed, one.complete().read_text()) == (False, "")
    one.close()


def test_another_run_cannot_go_on(stopped: Path) -> None:
    with pytest.raises(OutputError, match="out: can't be resumed: the run that stopped had other inputs, version; run without --resume"):
        lines(stopped, {"version": {"sayso": "2"}, "inputs": []})
    assert part_of(stopped).read_text() == "line 0\nline 1\nline 2\n"


def test_other_reports_cannot_go_on(stopped: Path) -> None:
    one = lines(stopped)
    with pytest.raises(InputError, match="the first 3 reports are no longer those that were coded"):
        one.sofar.after([REPORTS[1], *REPORTS])
    with pytest.raises(InputError, match="the first 3 reports"):
        one.sofar.after(REPORTS[:2])
    one.close()


def test_two_runs_do_not_write_the_same(tmp_path: Path) -> None:
    one = lines(tmp_path / "out")
    with pytest.raises(OutputError, match="out: can't be written: another run is writing it"):
        lines(tmp_path / "out", resume=False)
    one.discard()


def test_the_database_is_written_before_the_journal(tmp_path: Path) -> None:
    told: list[int] = []
    one = Unfinished(
        tmp_path / "out",
        RUN,
        name="out",
        begun="",
        resume=False,
        every=0,
        before=lambda: told.append(len(journal_of(tmp_path / "out").read_text().splitlines())),
    )
    one.add(DONE[0])
    one.discard()
    assert told == [1]


def test_everything_is_counted() -> None:
    sofar = Sofar()
    sofar.add(Done(coded=2, events=3, passed=(Passed("a", None), Passed("b", "fr")), aside=(Aside("c", "why"),), marks=(b"1", b"2")))
    sofar.add(DONE[0])
    assert (sofar.read, sofar.coded, sofar.events, sofar.empty, sofar.foreign, sofar.aside) == (3, 3, 5, 1, 1, 1)
    assert Sofar.from_dict(json.loads(json.dumps(sofar.to_dict()))) == sofar
