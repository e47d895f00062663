"""`sayso import`, and the way out and back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(("layout", "lost"), [("gdelt2", {"mode"}), ("polecat", {"cameo"})])
def test_what_is_exported_comes_back_but_for_what_is_lost(run: Run, reports: Path, tmp_path: Path, layout: str, lost: set[str]) -> None:
    events, foreign, back = tmp_path / "events.jsonl", tmp_path / "foreign", tmp_path / "back.jsonl"
    run("code", reports, "--format", "jsonl", "--out", events)
    assert run("export", events, "--layout", layout, "--out", foreign).exit_code == 0
    result = run("import", foreign, "--from", layout, "--out", back)
    assert (result.exit_code, result.stderr) == (0, "3 events\n")
    ours, theirs = ([json.loads(line) for line in path.read_text().splitlines()] for path in (events, back))
    for name in {"type", "mode", "cameo", "quad", "status"} - lost:
        assert [one[name] for one in theirs] == [one[name] for one in ours]
    assert [[p["country"] for p in one["actors"]] for one in theirs] == [[p["country"] for p in one["actors"]] for one in ours]
    assert all(one["evidence"]["text"] == "" and one["pattern"] == f"imported/-/{layout}" for one in theirs)


def test_a_format_that_nobody_knows(run: Run, tmp_path: Path) -> None:
    result = run("import", tmp_path / "x", "--from", "excel")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "gdelt2, polecat" in result.stderr


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("import", tmp_path / "x", "--from", "gdelt2", "--out", tmp_path / "y")
    assert result.exit_code == 1
    assert "can't be read: No such file" in result.stderr
    assert not list(tmp_path.iterdir())
