"""`sayso verify`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from sayso.cli.quotations import mismatches
from sayso.model import AnnotatedReport

Run = Callable[..., Result]
Annotated = Callable[[str], AnnotatedReport]
TEXT = "Police arrested two reporters in Lima, the ministry said."


@pytest.fixture
def event(annotated: Annotated) -> dict[str, Any]:
    """A sound event of TEXT as JSON has it."""
    value: dict[str, Any] = json.loads(json.dumps(annotated(TEXT).events[0].to_dict()))
    return value


def changed(event: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The event with one field replaced; `path` is dotted."""
    *parents, last = path.split(".")
    at: Any = event
    for key in parents:
        at = at[int(key)] if key.isdigit() else at[key]
    at[last] = value
    return event


def test_a_sound_event_has_no_mismatch(event: dict[str, Any]) -> None:
    assert list(mismatches(event, TEXT)) == []


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("trigger.text", "freed", "trigger: at 7..15 stands 'arrested', not 'freed'"),
        ("trigger.end", 14, "trigger: at 7..14 stands 'arreste', not 'arrested'"),
        ("evidence.start", -1, "evidence: -1..57 is no stretch of a text of 57 characters"),
        ("evidence.end", 99, "evidence: 0..99 is no stretch of a text of 57 characters"),
        ("evidence", {"start": 16, "end": 29, "text": "two reporters"}, "trigger: 7..15 lies outside the evidence 16..29"),
        ("evidence", None, "evidence: has no start, end and text"),
        ("actors.0.text", "Army", "actors[0]: at 0..6 stands 'Police', not 'Army'"),
        ("actors", None, "actors[0]: has no start, end and text"),
        ("recipients.0.start", "16", "recipients[0]: has no start, end and text"),
        ("recipients.0.start", True, "recipients[0]: has no start, end and text"),
        ("says.0.end", 0, "says[0]: 39..0 is no stretch of a text of 57 characters"),
        ("time", {"text": "Monday"}, "time: 'Monday' stands nowhere in the report"),
        ("time", {"text": 5}, "time: has no text"),
        ("time", "Monday", "time: has no text"),
        ("place.text", "Quito", "place: 'Quito' stands nowhere in the report"),
        ("quantities.0.text", "three", "quantities[0]: 'three' stands nowhere in the report"),
    ],
)
def test_a_mismatch_is_told(event: dict[str, Any], path: str, value: Any, told: str) -> None:
    assert told in list(mismatches(changed(event, path, value), TEXT))


def test_what_rests_on_no_words_needs_none(event: dict[str, Any]) -> None:
    assert list(mismatches(changed(event, "place.text", ""), TEXT)) == []
    assert list(mismatches(changed(event, "place", None), TEXT)) == []
    assert list(mismatches(changed(event, "time", None), TEXT)) == []


def test_what_was_coded_is_sound(run: Run, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    run("code", reports, "--format", "jsonl", "--out", out)
    result = run("verify", out, reports)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 events checked · 0 mismatches\n"


def test_what_people_set_that_stands_nowhere_quotes_nothing(run: Run, reports: Path, tmp_path: Path) -> None:
    db, out = tmp_path / "x.db", tmp_path / "events.jsonl"
    run("code", reports, "--db", db)
    event = json.loads(run("query", "--db", db, "--place", "lima", "--format", "jsonl").stdout)["id"]
    settings = ("--set", "place=Kunduz, AFG", "--set", "quantities=arrested=417")
    assert run("correct", event, "--db", db, *settings).exit_code == 0
    run("query", "--db", db, "--state", "corrected", "--format", "jsonl", "--out", out)
    found = json.loads(out.read_text())
    assert (found["place"]["name"], found["place"]["text"], found["quantities"][0]["text"]) == ("Kunduz", "", "")
    assert run("verify", out, reports).exit_code == 0
    run("correct", event, "--db", db, "--set", "place=Lima, PER")
    run("query", "--db", db, "--state", "corrected", "--format", "jsonl", "--out", out)
    assert json.loads(out.read_text())["place"]["text"] == "Lima"


def test_annotated_reports_hold_their_own_text(run: Run, reports: Path) -> None:
    result = run("verify", "-", stdin=run("annotate", reports, "--quiet").stdout)
    assert (result.exit_code, result.stderr) == (0, "3 events checked · 0 mismatches\n")


def test_each_mismatch_is_a_line(run: Run, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    run("code", reports, "--format", "jsonl", "--out", out)
    (reports / "lima.txt").write_text("Police arrested TWO reporters in Lima, the ministry said. It rained.")
    result = run("verify", out, reports)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert len(lines) == 3
    assert all(line.startswith(f"{out}:1: event ") for line in lines)


def test_a_report_that_is_not_there_is_a_mismatch(run: Run, event: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(TEXT)
    result = run("verify", "-", tmp_path / "other.txt", stdin=json.dumps(event))
    assert result.exit_code == 1
    assert "its report 'r1' is not among the reports given" in result.stdout


def test_events_alone_are_checked_by_their_receipt_or_ask_for_reports(run: Run, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    run("code", reports, "--out", out)
    assert run("verify", out).stderr == "3 events checked · 0 mismatches\n"
    reports.rename(tmp_path / "moved")
    assert "the quotations were not checked: the reports are not there as they were coded; name them" in run("verify", out).stderr
    (tmp_path / "events.jsonl.manifest.json").unlink()
    alone = run("verify", out)
    assert (alone.exit_code, alone.stdout) == (1, "")
    assert alone.stderr.endswith("name the reports too: sayso verify EVENTS.jsonl REPORTS\n")


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        ("", 0, "0 events checked · 0 mismatches"),
        ('{"bad\n', 1, "not valid JSON"),
        ("just a text", 1, "is not JSONL"),
        ('{"text": "x", "events": [5]}', 1, "is no JSON object"),
    ],
)
def test_what_is_no_file_of_events(run: Run, content: str, code: int, told: str) -> None:
    result = run("verify", "-", stdin=content)
    assert result.exit_code == code
    assert told in result.output
    assert "Traceback" not in result.output


def test_a_missing_file_of_events_is_told(run: Run) -> None:
    result = run("verify", "none.jsonl")
    assert (result.exit_code, result.stderr) == (1, "sayso: none.jsonl: can't be read: No such file or directory\n")


def test_what_is_no_event_is_told_as_that(run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(json.dumps({"id": "r1", "text": TEXT}) + "\n")
    assert "is no event as `sayso code --format jsonl` writes it" in run("verify", tmp_path / "r.jsonl", reports).stdout
