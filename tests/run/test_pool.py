"""Many reports in many processes: the same as in one, whatever single reports do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import LexiconError
from sayso.model import Report
from sayso.run.batch import MOST
from sayso.run.many import Crew
from sayso.run.nursery import Spawning
from sayso.run.pool import AHEAD, Pool
from sayso.run.step import Aside, Done, Step, mark


def numbered(count: int, texts: dict[int, str] | None = None) -> list[Report]:
    """Reports of growing ids; those of some numbers have a text of their own."""
    return [Report(str(n), (texts or {}).get(n, f"Report {n}."), language="en") for n in range(count)]


def done(frail: Any, reports: list[Report], workers: int) -> Done:
    return Done.joined(Crew(workers=workers).results(iter(reports), Step(frail.Frail, render=frail.named)))


def test_the_same_however_many_processes(frail: Any) -> None:
    reports = [*numbered(200, {7: "", 8: "BUG", 90: "x" * 100_000}), Report("fr", "Bonjour.", language="fr")]
    alone = done(frail, reports, 0)
    assert (alone.coded, len(alone.passed), len(alone.aside), len(alone.marks)) == (198, 2, 1, 201)
    assert [done(frail, reports, workers) for workers in (1, 3)] == [alone, alone]


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("SEGFAULT", "it crashes the coder (SIGSEGV)"),
        ("KILL", "the system killed the coder on it, as it does when memory runs out (SIGKILL)"),
        ("EXIT", "the coder ended on it, with exit code 3"),
        ("MEMORY", "there is not enough memory for it"),
        ("BUG", "an error in Sayso itself, please report it: ZeroDivisionError: a bug"),
    ],
)
def test_a_report_that_breaks_the_coder_is_set_aside(frail: Any, word: str, reason: str) -> None:
    found = done(frail, numbered(70, {40: word, 41: word}), 2)
    assert found.aside == (Aside("40", reason), Aside("41", reason))
    assert found.text == "".join(f"{n} in process \n" for n in range(70) if n not in (40, 41))
    assert len(found.marks) == 70


def test_a_report_that_takes_too_long_is_set_aside(frail: Any, tmp_path: Path) -> None:
    hung = tmp_path / "hung"
    hung.touch()
    step = Step(frail.Frail, render=frail.named)
    with Pool(step, workers=1, patience=0.1, clock=lambda: float(hung.stat().st_size)) as pool:  # time passes only while it hangs
        found = Done.joined(pool.results(numbered(40, {0: f"HANG {hung}"})))
    assert found.aside == (Aside("0", "it takes longer than 0.1 s"),)
    assert (found.coded, hung.read_text()) == (39, "..")  # tried again alone


def test_a_coder_that_cannot_be_made_ends_the_run(frail: Any) -> None:
    with pytest.raises(LexiconError, match="no such office"):
        list(Crew(workers=2).results(numbered(100), Step(frail.broken)))


def test_where_forking_is_not_safe(frail: Any) -> None:
    with Pool(Step(frail.Frail, render=frail.named), workers=2, patience=60, nursery=Spawning) as pool:
        found = Done.joined(pool.results(numbered(100, {50: "EXIT"})))
    assert (found.coded, found.aside) == (99, (Aside("50", "the coder ended on it, with exit code 3"),))


def test_reading_does_not_run_away(frail: Any) -> None:
    read: list[int] = []

    def watched() -> Iterator[Report]:
        for report in numbered(MOST * 10):
            read.append(1)
            yield report

    with Pool(Step(frail.Frail), workers=1, patience=60) as pool:
        for number, _ in enumerate(pool.results(watched()), 1):
            assert len(read) <= MOST * (number + AHEAD)


def test_ending_early_ends_the_processes(frail: Any) -> None:
    results = Crew(workers=2).results(numbered(5000), Step(frail.Frail))
    next(results)
    results.close()  # type: ignore[attr-defined] # it is a generator


def test_few_reports_need_no_process_that_others_come_from(frail: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.run.many.nursery", None)
    assert done(frail, numbered(32), 4).coded == 32


@pytest.mark.parametrize("word", ["SEGFAULT", "KILL", "EXIT"])
def test_one_of_few_that_breaks_the_coder_is_set_aside(frail: Any, word: str) -> None:
    found = done(frail, numbered(9, {4: word}), 2)
    assert [one.id for one in found.aside] == ["4"]
    assert found.text == "".join(f"{n} in process \n" for n in range(9) if n != 4)


def test_few_that_cannot_be_coded_at_all_end_the_run(frail: Any) -> None:
    with pytest.raises(LexiconError, match="no such office"):
        list(Crew(workers=2).results(numbered(3), Step(frail.broken)))


def test_where_few_are_coded_without_forking(frail: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.run.many.FORKS", False)
    monkeypatch.setattr("sayso.run.many.Pool", None)
    assert done(frail, numbered(32), 4).coded == 32


def test_strict_lets_errors_through(frail: Any) -> None:
    with pytest.raises(ZeroDivisionError):
        list(Crew(workers=0).results(numbered(2, {1: "BUG"}), Step(frail.Frail, strict=True)))


def test_marks_know_a_report_again() -> None:
    one = Report("a", "Text.", publisher="P")
    assert mark(one) == mark(Report("a", "Text.", publisher="P"))
    others = (Report("a", "Text", publisher="P"), Report("b", "Text.", publisher="P"), Report("a", "Text."))
    assert len({mark(report) for report in (one, *others)}) == 4
