"""The gate: floors that a change may raise but not silently lower."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.evaluate.gate import EPSILON, check

Coders = Callable[[dict[str, Any]], Any]
TIME = {"start": 0, "end": 6, "value": "2009-12"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "few.jsonl").write_text(json.dumps({"id": "a", "text": "In May, in June.", "times": [TIME]}) + "\n", encoding="utf-8")
    return gold


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    return tmp_path / "floors.json"


def pinned(floors: Path) -> Any:
    return json.loads(floors.read_text(encoding="utf-8"))["sets"]


def test_update_pins_and_the_same_figures_pass(folder: Path, floors: Path, answers: Coders) -> None:
    coder = answers({"a": {"times": [TIME]}})
    assert check(floors, folder, coder, update=True).passed
    assert pinned(floors)["few"]["floors"] == {"found.f1": 1.0, "value.f1": 1.0}
    result = check(floors, folder, coder)
    assert result.passed
    assert "ok   few value.f1: 1.000, floor 1.000" in result.lines


def test_a_figure_under_its_floor_fails(folder: Path, floors: Path, answers: Coders) -> None:
    check(floors, folder, answers({"a": {"times": [TIME]}}), update=True)
    result = check(floors, folder, answers({"a": {"times": [{**TIME, "value": "2010"}]}}))
    assert not result.passed
    assert "FAIL few value.f1: 0.000, floor 1.000" in result.lines


def test_noise_within_epsilon_passes_and_keeps_the_floor(folder: Path, floors: Path, answers: Coders) -> None:
    coder = answers({"a": {"times": [TIME]}})
    check(floors, folder, coder, update=True)
    pins = pinned(floors)
    pins["few"]["floors"]["value.f1"] = 1.0 + EPSILON / 2
    floors.write_text(json.dumps({"sets": pins}), encoding="utf-8")
    assert check(floors, folder, coder).passed
    assert check(floors, folder, coder, update=True).passed
    assert pinned(floors)["few"]["floors"]["value.f1"] == 1.0 + EPSILON / 2


def test_update_refuses_to_lower_a_floor_and_writes_nothing(folder: Path, floors: Path, answers: Coders) -> None:
    check(floors, folder, answers({"a": {"times": [TIME]}}), update=True)
    before = floors.read_bytes()
    result = check(floors, folder, answers({}), update=True)
    assert not result.passed
    assert any("would lower the floor" in line for line in result.lines)
    assert floors.read_bytes() == before
    assert check(floors, folder, answers({}), update=True, allow_regression=True).passed
    assert pinned(floors)["few"]["floors"] == {"found.f1": 0.0, "value.f1": 0.0}


def test_a_changed_set_must_be_pinned_again(folder: Path, floors: Path, answers: Coders) -> None:
    coder = answers({"a": {"times": [TIME]}})
    check(floors, folder, coder, update=True)
    path = folder / "few.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    result = check(floors, folder, coder)
    assert not result.passed
    assert "the set has changed" in result.lines[0]
    assert check(floors, folder, coder, update=True).passed
    assert check(floors, folder, coder).passed


def test_a_set_that_is_not_there_is_skipped_with_a_line(folder: Path, floors: Path, answers: Coders, tmp_path: Path) -> None:
    check(floors, folder, answers({}), update=True)
    result = check(floors, tmp_path / "nowhere", answers({}))
    assert result.passed
    assert result.lines[0].startswith("skip few: the set is not in")


def test_an_unpinned_set_is_skipped_but_no_pins_at_all_fail(folder: Path, floors: Path, answers: Coders) -> None:
    result = check(floors, folder, answers({}))
    assert not result.passed
    assert result.lines[0] == "skip few: not pinned"


def test_malformed_floors_are_an_input_error(folder: Path, floors: Path, answers: Coders) -> None:
    floors.write_text('{"sets": {"few": 3}}', encoding="utf-8")
    with pytest.raises(InputError, match=r"floors\.json"):
        check(floors, folder, answers({}))
