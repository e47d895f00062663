"""Two coders side by side."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from sayso.evaluate.beside import Cell, beside, counted
from sayso.lexicon.foreign import Foreign, load
from sayso.model import Event, Party, Span, Version, When
from sayso.settings import Settings


@pytest.fixture(scope="module")
def foreign() -> Foreign:
    """The code tables."""
    return load(cache=Settings().cache)


def party(country: str | None, entity: str | None = None) -> Party:
    return Party(entity, "x", country, (), 0, 1, "x", "name")


@pytest.fixture
def event() -> Callable[..., Event]:
    """An arrest in December."""

    def event(**changes: Any) -> Event:
        fields = {
            "id": "e",
            "report": {"id": "r", "published": "2025-11-30"},
            "type": "COERCE",
            "mode": "arrest",
            "contexts": (),
            "cameo": "173",
            "quad": 4,
            "score": -7.0,
            "trigger": Span(0, 1, "x"),
            "evidence": Span(0, 1, "x"),
            "actors": (party("PER"),),
            "recipients": (party("CHL"),),
            "status": "occurred",
            "says": (),
            "time": When("2025-12-01", "2025-12-01", None, "stated"),
            "place": None,
            "quantities": (),
            "pattern": "p",
            "confidence": 0.5,
            "version": Version("0", "0"),
        }
        return Event(**{**fields, **changes})

    return event


@pytest.mark.parametrize(
    ("changes", "cells"),
    [
        ({}, {("2025-12", "PER", "CHL", "COERCE")}),
        ({"time": None}, {("2025-11", "PER", "CHL", "COERCE")}),
        ({"status": "planned"}, {("2025-12", "PER", "CHL", "THREATEN")}),
        ({"status": "denied"}, set()),
        ({"status": "possible"}, set()),
        ({"recipients": ()}, {("2025-12", "PER", "", "COERCE")}),
        ({"actors": (party(None, "igo-un"), party("PER"))}, {("2025-12", one, "CHL", "COERCE") for one in ("igo-un", "PER")}),
        ({"actors": (party("PER"), party("PER"))}, {("2025-12", "PER", "CHL", "COERCE")}),
    ],
)
def test_the_cells_of_an_event(foreign: Foreign, event: Callable[..., Event], changes: dict[str, Any], cells: set[tuple[str, ...]]) -> None:
    assert counted([event(**changes)], foreign) == {Cell(*cell): 1 for cell in cells}


def test_every_cell_of_either_has_both_counts() -> None:
    one, two, three = (Cell("2025-12", "PER", "CHL", kind) for kind in ("AID", "COERCE", "SUPPORT"))
    assert list(beside(Counter({two: 2, one: 1}), Counter({two: 1, three: 4}))) == [(one, 1, 0), (two, 2, 1), (three, 0, 4)]
