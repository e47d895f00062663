"""`sayso export`: files that are whole or not there, notes beside them, exit codes."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from sayso.cli.export import EXAMPLES
from sayso.cli.output import opened_binary
from sayso.export.layouts import LAYOUTS

Run = Callable[..., Result]


@pytest.fixture
def events(made: Path, tmp_path: Path) -> Path:
    """Three events, coded: two say nothing of who says so, one is the ministry's word."""
    return Path(shutil.copy(made / "events.jsonl", tmp_path / "events.jsonl"))


def changed(events: Path, n: int, **changes: Any) -> None:
    lines = [json.loads(line) for line in events.read_text().splitlines()]
    lines[n] |= changes
    events.write_text("".join(json.dumps(line) + "\n" for line in lines))


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_every_layout_is_written_with_its_notes(run: Run, events: Path, tmp_path: Path, layout: str) -> None:
    out = tmp_path / "out" / layout
    out.parent.mkdir()
    result = run("export", events, "--layout", layout, "--out", out)
    assert (result.exit_code, result.stdout) == (0, ""), result.output
    assert {path.name for path in out.parent.iterdir()} == {layout, f"{layout}.notes.json"}
    notes = json.loads((out.parent / f"{layout}.notes.json").read_text())
    assert (notes["layout"], notes["events_read"], notes["statuses"][0]) == (layout, 3, "occurred")
    assert notes["events_written"] + sum(notes["left_out"].values()) == 3


def test_help_names_every_layout(run: Run) -> None:
    assert all(f" {name}" in EXAMPLES for name in LAYOUTS)
    assert run("export", "--help").exit_code == 0


def test_says_is_never_dropped_in_silence(run: Run, events: Path, tmp_path: Path) -> None:
    out = tmp_path / "gdelt.csv"
    result = run("export", events, "--layout", "gdelt2", "--out", out)
    assert "no column for: 1 with says" in result.stderr
    assert json.loads((tmp_path / "gdelt.csv.notes.json").read_text())["not_carried"]["says"] == 1


def test_only_what_occurred_unless_asked(run: Run, events: Path) -> None:
    changed(events, 0, status="denied")
    result = run("export", events, "--layout", "petrarch2")
    assert len(result.stdout.splitlines()) == 2
    assert "1 left out (1 status denied)" in result.stderr
    assert len(run("export", events, "--layout", "petrarch2", "--status", "all", "--quiet").stdout.splitlines()) == 3
    assert len(run("export", events, "--layout", "petrarch2", "--status", "denied,planned", "--quiet").stdout.splitlines()) == 1
    assert len(run("export", events, "--layout", "jsonl", "--quiet").stdout.splitlines()) == 3


def test_from_standard_input_to_standard_output(run: Run, events: Path) -> None:
    result = run("export", "-", "--layout", "jsonl", "--quiet", stdin=events.read_text())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == events.read_text()


def test_annotated_reports_hold_events_too(run: Run, events: Path, reports: Path) -> None:
    annotated = run("annotate", reports, "--quiet").stdout
    assert run("export", "-", "--layout", "jsonl", "--quiet", stdin=annotated).stdout == events.read_text()


def test_notes_can_stand_elsewhere(run: Run, events: Path, tmp_path: Path) -> None:
    notes = tmp_path / "told.json"
    assert run("export", events, "--layout", "icews", "--notes", notes).exit_code == 0
    assert json.loads(notes.read_text())["rows"] == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--layout", "excel"], "no layout 'excel': gdelt1, gdelt2"),
        (["--layout", "gdelt2", "--status", "true"], "no status 'true': occurred, planned, possible, denied, or all"),
        (["--layout", "geojson", "--extras"], "geojson has no native columns"),
        (["--layout", "csv", "--header"], "csv has no native columns"),
        ([], "--layout"),
    ],
)
def test_wrong_usage(run: Run, events: Path, arguments: list[str], told: str) -> None:
    result = run("export", events, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in " ".join(result.stderr.replace("│", " ").split())


def test_a_database_gives_the_same_rows(run: Run, events: Path, reports: Path, tmp_path: Path) -> None:
    db = tmp_path / "sayso.db"
    assert run("code", reports, "--db", db, "--quiet").exit_code == 0
    stored = run("export", "--db", db, "--layout", "gdelt2", "--quiet")
    assert (stored.exit_code, stored.stderr) == (0, "")
    assert sorted(stored.stdout.splitlines()) == sorted(run("export", events, "--layout", "gdelt2", "--quiet").stdout.splitlines())


@pytest.mark.parametrize("arguments", [[], ["events.jsonl", "--db", "sayso.db"]])
def test_events_come_from_one_place(run: Run, arguments: list[str]) -> None:
    result = run("export", *arguments, "--layout", "gdelt2")
    assert result.exit_code == 2
    assert "give either EVENTS.jsonl or --db URL" in result.stderr


def test_a_database_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("export", "--db", tmp_path / "none.db", "--layout", "gdelt2", "--out", tmp_path / "out.csv")
    assert result.exit_code == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"actors": None}, "is no event"),
        ({"quad": "4"}, "its quad is '4'"),
        ({"quad": 7}, "its status, quad or cameo is 'occurred', 7, '173'"),
        ({"status": "maybe"}, "its status, quad or cameo is 'maybe'"),
        ({"cameo": "x"}, "cameo is 'occurred', 4, 'x'"),
        ({"report": {}}, "its report has no id"),
        ({"report": 5}, "is no event"),
        ({"confidence": None}, "its confidence is None"),
        ({"news": 1}, "unexpected keyword argument 'news'"),
        ({"actors": [{"name": "x"}]}, "it lacks 'sectors'"),
    ],
)
def test_what_is_no_event_is_named_and_the_rest_is_done(run: Run, events: Path, tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    changed(events, 1, **changes)
    out = tmp_path / "out.tab"
    result = run("export", events, "--layout", "icews", "--out", out)
    assert result.exit_code == 1
    assert f"{events}:2: is no event" in result.stderr
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert len(out.read_text().splitlines()) == 3


@pytest.mark.parametrize("layout", ["gdelt2", "parquet", "gexf"])
def test_nothing_is_left_of_what_fails(run: Run, tmp_path: Path, layout: str) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    result = run("export", tmp_path / "none.jsonl", "--layout", layout, "--out", out)
    assert result.exit_code == 1
    assert "none.jsonl: can't be read: No such file" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert out.read_text() == "old"


def test_a_folder_is_no_file(run: Run, events: Path, tmp_path: Path) -> None:
    result = run("export", events, "--layout", "gdelt2", "--out", tmp_path)
    assert result.exit_code == 1
    assert "can't be written: it is a folder" in result.stderr


def test_no_events_are_an_empty_table(run: Run, tmp_path: Path) -> None:
    result = run("export", "-", "--layout", "icews", stdin="")
    assert result.exit_code == 0
    assert result.stdout.startswith("Event ID\t")
    assert len(result.stdout.splitlines()) == 1


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken_off() -> None:
        with opened_binary(str(tmp_path / "out.parquet")) as write:
            write(b"PAR1")
            assert len(list(tmp_path.iterdir())) == 1
            raise InterruptedError

    with pytest.raises(InterruptedError):
        broken_off()
    assert not list(tmp_path.iterdir())
