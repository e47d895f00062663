"""`sayso code`, `annotate` and `explain`."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from sayso.export import schema

Run = Callable[..., Result]


def test_a_table_by_default(run: Run, reports: Path) -> None:
    result = run("code", reports)
    assert result.exit_code == 0
    assert "── lima · 1 event\n" in result.stdout
    assert "  Police (PER COP) → COERCE/arrest → two reporters\n" in result.stdout
    assert "    occurred · says the ministry · in Lima, PER · 2 arrested\n" in result.stdout
    assert "    [Police]A «arrested» [two reporters]R in Lima, [the ministry]S said.\n" in result.stdout
    assert "── a · 2025-12-04 · Harbour Post · 2 events\n" in result.stdout
    assert result.stdout.endswith("3 events in 2 reports: COERCE 3\n")
    assert "\x1b" not in result.stdout
    assert result.stderr.startswith("2 reports · 3 events · ")


def test_jsonl_is_the_contract(run: Run, reports: Path) -> None:
    result = run("code", reports, "--format", "jsonl", "--quiet")
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert [event["actors"][0]["name"] for event in events] == ["Police", "Soldiers", "Police"]
    for event in events:
        Draft202012Validator(schema("event")).validate(event)
    assert result.stderr == ""
    assert run("code", reports, "--format", "jsonl").stdout_bytes == result.stdout_bytes


def test_csv_has_a_row_an_event(run: Run, reports: Path) -> None:
    rows = list(csv.DictReader(StringIO(run("code", reports, "--format", "csv").stdout)))
    assert [row["recipients"] for row in rows] == ["two reporters", "Juan", "Ana"]


def test_annotate_gives_the_reports(run: Run, reports: Path) -> None:
    result = run("annotate", reports)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["id"], second["id"], len(second["events"])) == ("lima", "a", 2)
    Draft202012Validator(schema("annotated-report")).validate(first)


def test_explain_says_why_and_why_not(run: Run, reports: Path) -> None:
    shown = run("explain", reports / "lima.txt").stdout
    assert "── lima · 1 of 2 sentences coded" in shown
    assert "  1  Police arrested two reporters in Lima, the ministry said." in shown
    assert "by coerce/arrest/arrest, confidence 0.90" in shown
    assert "· no word in it is a trigger" in shown


def test_published_and_publisher_are_defaults(run: Run, reports: Path) -> None:
    result = run("code", reports, "--format", "jsonl", "--published", "2024-01-02T10:00Z", "--publisher", "Other")
    assert [json.loads(line)["report"]["published"] for line in result.stdout.splitlines()] == ["2024-01-02", "2025-12-04", "2025-12-04"]
    assert json.loads(result.stdout.splitlines()[0])["report"]["publisher"] == "Other"


def test_standard_input(run: Run) -> None:
    assert "[Police]A «arrested» [Ana]R" in run("code", "-", stdin="Police arrested Ana.").stdout


@pytest.mark.parametrize("layout", ["table", "jsonl", "csv"])
def test_out_writes_the_whole_or_nothing(run: Run, reports: Path, tmp_path: Path, layout: str) -> None:
    out = tmp_path / "out"
    result = run("code", reports, "--format", layout, "--out", out)
    assert result.stdout == ""
    assert out.read_text() == run("code", reports, "--format", layout).stdout
    (reports / "z.txt").write_text("INTERRUPT")
    before = out.read_bytes()
    result = run("code", reports, "--format", layout, "--out", out)
    assert result.exit_code == 130
    assert "Interrupted; nothing half-written is left behind" in result.stderr
    assert out.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", *(["out.manifest.json"] if layout != "table" else []), "reports"]


@pytest.mark.parametrize(
    ("out", "reason"),
    [("none/x.jsonl", "No such file or directory"), ("reports", "it is a folder"), ("reports/lima.txt/x", "Not a directory")],
)
def test_an_unwritable_output_is_told_before_anything_is_read(run: Run, reports: Path, tmp_path: Path, out: str, reason: str) -> None:
    result = run("code", reports, "--out", tmp_path / out)
    assert result.exit_code == 1
    assert result.stderr == f"sayso: {tmp_path / out}: can't be written: {reason}\n"


def test_a_full_disk_is_told(run: Run, reports: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    result = run("code", reports, "--out", "/dev/full")
    assert result.exit_code == 1
    assert result.stderr == "sayso: /dev/full: can't be written: No space left on device\n"


def test_out_goes_through_a_link_and_keeps_the_mode(run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "real").touch(mode=0o640)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    run("code", reports, "--out", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert "COERCE" in (tmp_path / "real").read_text()
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_failures_are_named_and_the_rest_is_done(run: Run, reports: Path) -> None:
    (reports / "empty.txt").write_text("")
    (reports / "more.jsonl").write_text('{bad\n{"id": "b", "text": "Police arrested Eva."}\n')
    result = run("code", reports, "none.txt", "--quiet", "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        str(reports / "empty.txt"),
        f"{reports / 'more.jsonl'}:1",
        "none.txt",
    ]


def test_another_language_and_empty_texts_are_passed_over(run: Run) -> None:
    rows = [
        {"id": "de", "text": "Der russische Präsident Wladimir Putin ist am Donnerstag in Neu-Delhi gelandet."},
        {"id": "fr", "text": "Police arrested Ana.", "language": "fr"},
        {"id": "blank", "text": " \n"},
        {"id": "no letters", "text": "12:30 --- 14:45"},
        {"id": "en", "text": "Police arrested Ana.", "language": "en-GB"},
    ]
    result = run("code", "-", "--format", "jsonl", stdin="".join(json.dumps(row) + "\n" for row in rows))
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    lines = result.stderr.splitlines()
    assert lines[0] == "sayso: de: passed over: its language is 'de', and only English can be read"
    assert lines[1] == "sayso: fr: passed over: its language is 'fr', and only English can be read"
    assert lines[2] == "sayso: blank: passed over: it has no text"
    assert lines[3].startswith("2 reports · 1 event · ")
    assert lines[3].endswith(" · 3 passed over (2 not English, 1 empty)")


def test_nothing_in_a_report_can_harm_the_terminal(run: Run) -> None:
    text = "\x1b[31mPolice arrested [bold]Ana[/bold] \x9b2J\u202e\ud800 [link=file:///x]y[/link] in Lima."
    row = {"id": "\x1b]0;title\x07", "text": text, "title": "[red]x", "publisher": "a\rb"}
    for command in ("code", "explain"):
        result = run(command, "-", stdin=json.dumps(row))
        assert result.exit_code == 0
        assert not [c for c in result.output if c < " " and c != "\n"]
        assert "\x9b" not in result.output
        assert "\u202e" not in result.output
        assert "[bold]Ana[/bold]" in result.stdout


def test_the_table_fits_eighty_columns(run: Run) -> None:
    text = "Police arrested " + "very " * 40 + "many reporters in Lima, the ministry of the interior said."
    assert max(map(len, run("code", "-", stdin=text).stdout.splitlines())) <= 80


def test_no_reports_give_headers_only(run: Run, tmp_path: Path) -> None:
    assert run("code", tmp_path / "none", "--format", "jsonl").stdout == ""
    assert len(run("code", tmp_path / "none", "--format", "csv").stdout.splitlines()) == 1
    assert run("code", tmp_path / "none").stdout == "0 events in 0 reports\n"


def test_unsure_events_are_left_out(run: Run, reports: Path) -> None:
    assert run("code", reports, "--format", "jsonl", "--min-confidence", "0.5").stdout.count("\n") == 3
    assert run("code", reports, "--format", "jsonl", "--min-confidence", "0.95").stdout == ""
    assert run("code", reports, "--min-confidence", "2").exit_code == 2
