"""Files that are put in their places in one step."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from sayso.cli.output import replaced

Run = Callable[..., Result]


def test_what_a_killed_process_has_left_goes_with_the_next_one(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    left, others = tmp_path / f".events.jsonl.{gone.pid}.part", tmp_path / f".events.csv.{gone.pid}.part"
    running = tmp_path / f".events.jsonl.{os.getppid()}.part"
    for file in (left, others, running):
        file.touch()
    with replaced(tmp_path / "events.jsonl", "events.jsonl") as part:
        part.write_text("{}")
    assert {file.name for file in tmp_path.iterdir()} == {"events.jsonl", others.name, running.name}


@pytest.mark.parametrize(
    ("command", "name", "remedy"),
    [
        (["code"], "events.xlsx", ".jsonl or .csv or .parquet"),
        (["code"], "events.json", ".jsonl or .csv or .parquet"),
        (["code"], "events.jsonl.gz", ".jsonl or .csv or .parquet"),
        (["read"], "reports.csv", ".jsonl or .parquet"),
        (["annotate"], "reports.csv", ".jsonl"),
        (["incidents"], "incidents.csv", ".jsonl"),
    ],
)
def test_what_the_name_of_a_file_promises_is_written_or_refused(
    run: Run, reports: Path, tmp_path: Path, command: list[str], name: str, remedy: str
) -> None:
    result = run(*command, reports, "--out", tmp_path / name)
    assert result.exit_code == 2
    assert f"end the name with {remedy}, or say --format" in " ".join(result.stderr.split())
    assert not (tmp_path / name).exists()


def test_an_answer_is_written_as_its_name_says(run: Run, db: Path, tmp_path: Path) -> None:
    for command in (["query"], ["sql", "SELECT id FROM events"]):
        assert run(*command, "--db", db, "--out", tmp_path / "a.csv").exit_code == 0
        assert (tmp_path / "a.csv").read_text().startswith("id")
        assert run(*command, "--db", db, "--out", tmp_path / "a.txt").exit_code == 0
        assert run(*command, "--db", db, "--out", tmp_path / "a.xlsx").exit_code == 2


@pytest.mark.parametrize(
    "command",
    [
        ("code", "r.jsonl"),
        ("code", "more.jsonl", "--db", "r.jsonl"),
        ("code", "r.jsonl", "--format", "table"),
        ("annotate", "r.jsonl"),
        ("explain", "more.jsonl", "r.jsonl"),
        ("incidents", "r.jsonl"),
        ("incidents", "--events", "r.jsonl"),
        ("read", "r.jsonl"),
        ("export", "r.jsonl", "--layout", "csv"),
        ("import", "r.jsonl", "--from", "gdelt2"),
        ("query", "--db", "r.jsonl"),
        ("sql", "SELECT 1", "--db", "r.jsonl"),
        ("correct", "export", "--db", "r.jsonl"),
        ("correct", "learn", "--db", "r.jsonl"),
    ],
)
def test_what_is_read_is_not_written_over(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("r.jsonl", "more.jsonl"):
        Path(name).write_text('{"id": "a", "text": "Police arrested Ana."}\n')
    before = Path("r.jsonl").read_bytes()
    result = run(*command, "--out", tmp_path / "r.jsonl")
    assert result.exit_code == 1
    assert f"{tmp_path / 'r.jsonl'}: can't be written: the command reads it; name another file" in result.stderr
    assert Path("r.jsonl").read_bytes() == before


def test_notes_are_not_written_over_their_table(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("events.jsonl").touch()
    result = run("export", "events.jsonl", "--layout", "csv", "--out", "x.csv", "--notes", tmp_path / "x.csv")
    assert result.exit_code == 1
    assert "can't be written: it is the file of --out; name another file" in result.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["events.jsonl"]
