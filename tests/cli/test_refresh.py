"""`sayso knowledge refresh`, against a SPARQL service on loopback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Refresh = Callable[..., Result]


@pytest.fixture
def refresh(run: Run, sparql: Any, tmp_path: Path) -> Refresh:
    """Run it against the service, without pauses."""
    return lambda *options: run(
        *("knowledge", "refresh", tmp_path / "review", "--contact", "me@example.org", "--endpoint", sparql.url, "--pause", 0, *options)
    )


def test_differences_to_review(refresh: Refresh, run: Run, sparql: Any, tmp_path: Path) -> None:
    sparql.will(sparql.answer(sparql.row("Q9", "Eva Morales Quispe", "President of Peru", "2041-07-28")))
    result = refresh("--country", "per")
    review = tmp_path / "review"
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"{review}: 1 countries · 1 persons differ\n")
    told = (review / "PER.diff").read_text().splitlines()
    assert told[0].startswith("PER: 1 persons differ from the lexicon; Wikidata (CC0), ")
    assert told[1:] == ["+ per-eva-morales-quispe-q9 Eva Morales Quispe (Q9)", "    + president of peru GOV 2041-07-28 –"]
    assert run("knowledge", "check", review).exit_code == 0
    shown = run("knowledge", "show", "Eva Morales Quispe", "--on", "2041-08-01", "--knowledge", review).stdout
    assert shown.startswith("per-eva-morales-quispe-q9  Eva Morales Quispe · person PER GOV\n    * president of peru GOV from 2041-07-28")


def test_it_goes_on_where_it_stopped(refresh: Refresh, sparql: Any, tmp_path: Path) -> None:
    sparql.will(sparql.answer())
    sparql.will(b"no", 400)
    both = ("--country", "PER", "--country", "CHL")
    first = refresh(*both)
    assert first.exit_code == 1
    assert "CHL: " in first.stderr
    assert "1 failed" in first.stderr
    assert not (tmp_path / "review" / "CHL.diff").exists()
    sparql.will(sparql.answer())
    assert refresh(*both).exit_code == 0
    assert ["CHL" in query for query in sparql.asked] == [False, True, True]
    assert refresh(*both).exit_code == 0
    assert len(sparql.asked) == 3


def test_an_answer_is_asked_for_once(refresh: Refresh, sparql: Any, tmp_path: Path) -> None:
    sparql.will(sparql.answer())
    refresh("--country", "PER")
    (tmp_path / "review" / "PER.diff").unlink()
    assert refresh("--country", "PER").exit_code == 0
    assert len(sparql.asked) == 1
    sparql.will(sparql.answer())
    assert refresh("--country", "PER", "--again").exit_code == 0
    assert len(sparql.asked) == 2


@pytest.mark.parametrize("options", [(), ("--country", "ZZZ"), ("--all", "--country", "PER")])
def test_wrong_usage(refresh: Refresh, options: tuple[str, ...]) -> None:
    assert refresh(*options).exit_code == 2
