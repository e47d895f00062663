"""`sayso compare` and `evaluate`: what they hand on and how they end."""

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]


def test_compare_shows_gains_and_losses(run: Run, reports: Path, tmp_path: Path) -> None:
    base, new = tmp_path / "base.jsonl", tmp_path / "new.jsonl"
    run("code", reports, "--format", "jsonl", "--out", base)
    (reports / "lima.txt").write_text("It rained.")
    (reports / "quito.txt").write_text("Police arrested Eva.")
    run("code", reports, "--format", "jsonl", "--out", new)
    result = run("compare", base, new)
    assert result.exit_code == 0
    assert result.stdout.startswith("1 gained, 1 lost, 0 changed\n+ quito ")


def test_compare_tells_what_is_no_event(run: Run, tmp_path: Path) -> None:
    base = tmp_path / "base.jsonl"
    base.write_text(json.dumps({"id": 1}) + "\n{bad\n")
    result = run("compare", base, base)
    assert result.exit_code == 1
    assert f"{base}:1: is no event (it lacks report, type or trigger)" in result.stderr
    assert f"{base}:2: not valid JSON" in result.stderr


def test_evaluate_without_a_set(run: Run) -> None:
    result = run("evaluate", "none.jsonl")
    assert result.exit_code == 1
    assert result.stderr.startswith("sayso: none.jsonl")


def test_the_gate_is_not_passed_without_floors(run: Run, tmp_path: Path) -> None:
    result = run("evaluate", tmp_path, "--gate")
    assert result.exit_code == 1
    assert "FAIL" in result.stdout
