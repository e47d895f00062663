"""`sayso incidents` and `sayso incident show`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from sayso.export import schema

Run = Callable[..., Result]


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Three reports: two of one arrest, in other words, and one of another."""
    rows: list[dict[str, Any]] = [
        {"id": "a", "text": "Police arrested Ana in Cusco.", "published": "2025-12-04", "publisher": "Harbour Post"},
        {"id": "b", "text": "Police arrested Ana Quispe in Cusco, lawyers said.", "published": "2025-12-04", "publisher": "Quay Gazette"},
        {"id": "c", "text": "Police arrested Juan in Lima.", "published": "2025-12-09", "publisher": "Quay Gazette"},
    ]
    path = tmp_path / "told.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_reports_become_incidents(run: Run, told: Path) -> None:
    result = run("incidents", told, "--format", "jsonl")
    assert result.exit_code == 0
    assert [[e["report"] for e in incident["events"]] for incident in lines(result)] == [["a", "b"], ["c"]]
    assert lines(result)[0]["origins"] == 2


def test_large_numbers_are_shown_with_all_their_digits(run: Run, told: Path, tmp_path: Path) -> None:
    (event, *_) = map(json.loads, run("code", told, "--format", "jsonl").stdout.splitlines())
    event["quantities"] = [{"kind": "displaced", "low": 1234567, "high": None, "unit": None, "text": "x"}]
    (tmp_path / "events.jsonl").write_text(json.dumps(event) + "\n")
    assert "displaced 1,234,567..\n" in run("incidents", "--events", tmp_path / "events.jsonl").stdout


def test_events_become_the_same_incidents(run: Run, told: Path, tmp_path: Path) -> None:
    run("code", told, "--format", "jsonl", "--out", tmp_path / "events.jsonl")
    result = run("incidents", "--events", tmp_path / "events.jsonl", "--format", "jsonl")
    assert result.exit_code == 0
    assert lines(result) == lines(run("incidents", told, "--format", "jsonl"))


def test_what_is_no_event_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.jsonl").write_text('{"id": "a"}\n')
    result = run("incidents", "--events", tmp_path / "events.jsonl")
    assert result.exit_code == 1
    assert "events.jsonl:1: is no event" in result.stderr


def test_edits_are_kept(run: Run, told: Path, tmp_path: Path) -> None:
    ids = [e["id"] for i in lines(run("incidents", told, "--format", "jsonl")) for e in i["events"]]
    edits = tmp_path / "edits.jsonl"
    edits.write_text(json.dumps({"merge": [ids[0], ids[2]], "by": "ana"}) + "\n")
    result = run("incidents", told, "--format", "jsonl", "--edits", edits)
    assert [[e["report"] for e in incident["events"]] for incident in lines(result)] == [["a", "b", "c"]]


def test_an_edit_that_is_none_stops_it(run: Run, told: Path, tmp_path: Path) -> None:
    edits = tmp_path / "edits.jsonl"
    edits.write_text('{"join": []}\n')
    result = run("incidents", told, "--edits", edits)
    assert result.exit_code == 1
    assert f"{edits}:1: an edit is" in result.stderr
    assert result.stdout == ""


def test_the_table(run: Run, told: Path) -> None:
    result = run("incidents", told)
    assert "2 reports, 2 publishers, 2 origins" in result.stdout
    assert "Police → COERCE → Ana" in result.stdout
    assert result.stdout.endswith("2 incidents of 3 events\n")


def test_a_sentence_that_tells_twice_of_one_happening_is_shown_once(run: Run, told: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    run("code", told, "--out", out)
    first = json.loads(out.read_text().splitlines()[0])
    out.write_text("".join(json.dumps({**first, "id": name}) + "\n" for name in "ab"))
    shown = run("incidents", "--events", out).stdout
    assert "1 incident of 2 events" in shown
    assert shown.count("“Police arrested Ana in Cusco.”") == 1


def test_show_tells_why(run: Run, told: Path, tmp_path: Path) -> None:
    out = tmp_path / "incidents.jsonl"
    run("incidents", told, "--format", "jsonl", "--out", out)
    first = json.loads(out.read_text().splitlines()[0])
    result = run("incident", "show", first["id"][:6], out, "--why")
    assert result.exit_code == 0
    assert "Harbour Post, 2025-12-04 ~ Quay Gazette, 2025-12-04 (" in result.stdout
    assert "who acts: PER" in " ".join(result.stdout.split())
    assert "~" not in run("incident", "show", first["id"], out).stdout


def test_show_finds_nothing(run: Run, told: Path, tmp_path: Path) -> None:
    out = tmp_path / "incidents.jsonl"
    run("incidents", told, "--format", "jsonl", "--out", out)
    assert "no incident whose id begins with 'xyz'" in run("incident", "show", "xyz", out).stderr
    assert "more than one incident whose id begins with ''" in run("incident", "show", "", out).stderr


def test_incidents_fit_their_schema(run: Run, told: Path) -> None:
    schema_of_incidents = schema("incident")
    for incident in lines(run("incidents", told, "--format", "jsonl")):
        Draft202012Validator(schema_of_incidents).validate(incident)
        assert list(incident) == schema_of_incidents["required"]
