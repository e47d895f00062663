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


def test_two_coders_are_counted_side_by_side(run: Run, reports: Path, tmp_path: Path) -> None:
    events, foreign = tmp_path / "events.jsonl", tmp_path / "foreign"
    run("code", reports, "--format", "jsonl", "--out", events)
    run("export", events, "--layout", "gdelt2", "--out", foreign)
    foreign.write_text("".join(foreign.read_text().splitlines(keepends=True)[:2]))
    result = run("compare", events, "--with", foreign, "--from", "gdelt2")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "month,actor,recipient,type,ours,theirs"
    assert sum(int(line.split(",")[4]) for line in result.stdout.splitlines()[1:]) == 3
    assert sum(int(line.split(",")[5]) for line in result.stdout.splitlines()[1:]) == 2
    same = run("compare", events, "--with", events)
    assert all(line.split(",")[4] == line.split(",")[5] for line in same.stdout.splitlines()[1:])


def test_imported_events_are_counted_beside_ours_and_never_among_them(run: Run, reports: Path, tmp_path: Path) -> None:
    db, foreign = tmp_path / "sayso.db", tmp_path / "foreign"
    run("code", reports, "--db", db)
    run("export", "--db", db, "--layout", "gdelt2", "--out", foreign)
    assert run("import", foreign, "--from", "gdelt2", "--db", db).stderr == "3 new events\n"
    assert run("import", foreign, "--from", "gdelt2", "--db", db).stderr == "0 new events\n"
    assert run("query", "--count", "--db", db).stdout == "3\n"
    assert (
        run("sql", "SELECT sum(events) FROM (SELECT count(*) AS events FROM events)", "--db", db, "--format", "csv").stdout.split()[-1]
        == "3"
    )
    beside = run("compare", "--db", db, "--from", "gdelt2")
    cells = [line.split(",") for line in beside.stdout.splitlines()[1:]]
    assert [cell[4] for cell in cells] == [cell[5] for cell in cells]
    assert beside.stderr.endswith("3 ours · 3 theirs\n")
    assert run("compare", "--db", db, "--with", foreign, "--from", "gdelt2").stdout == beside.stdout
    assert "holds no events of 'polecat'; imported are gdelt2" in run("compare", "--db", db, "--from", "polecat").stderr
    assert "0 problems" in run("store", "check", "--db", db).stderr


def test_imported_events_go_to_one_place(run: Run, tmp_path: Path) -> None:
    assert run("import", tmp_path / "x", "--from", "gdelt2", "--out", tmp_path / "y", "--db", tmp_path / "z").exit_code == 2


@pytest.mark.parametrize("arguments", [["--db", "sayso.db"], [], ["new.jsonl", "--with", "other.csv"], ["--with", "x", "--from", "excel"]])
def test_compare_wants_one_thing_to_compare_with(run: Run, arguments: list[str]) -> None:
    assert run("compare", "base.jsonl", *arguments).exit_code == 2
