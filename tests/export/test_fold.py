"""Plans as CAMEO and PLOVER have them."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.export.fold import folded
from sayso.lexicon.foreign import Foreign
from sayso.model import Event

Make = Callable[..., Event]


@pytest.mark.parametrize(
    ("type_", "mode", "cameo", "quad", "told"),
    [
        ("CONSULT", "visit", "042", 1, ("AGREE", None, "036", 1, 2.5)),
        ("AID", None, "072", 2, ("AGREE", None, "0332", 1, 2.5)),
        ("RETREAT", "ceasefire", "0871", 2, ("AGREE", None, "0356", 1, 2.5)),
        ("AGREE", None, "0312", 1, ("AGREE", None, "0312", 1, 7.0)),
        ("SANCTION", "discontinue", "163", 4, ("THREATEN", "relations", "1312", 3, -3.5)),
        ("SANCTION", "expel", "166", 4, ("THREATEN", "expel", "136", 3, -3.5)),
        ("COERCE", "curfew", "1723", 4, ("THREATEN", "restrict", "1323", 3, -3.0)),
        ("COERCE", "arrest", "173", 4, ("THREATEN", "arrest", "132", 3, -3.5)),
        ("ASSAULT", "aerial", "195", 4, ("THREATEN", "violence", "1384", 3, -3.5)),
        ("ASSAULT", "unconventional", "2041", 4, ("THREATEN", "violence", "1385", 3, -3.5)),
        ("PROTEST", "demo", "1411", 4, ("THREATEN", "restrict", "133", 3, -3.0)),
        ("REQUEST", None, "020", 3, ("THREATEN", None, "130", 3, -3.5)),
    ],
)
def test_a_plan(foreign: Foreign, event: Make, type_: str, mode: str | None, cameo: str, quad: int, told: tuple[Any, ...]) -> None:
    found = folded(event(type=type_, mode=mode, cameo=cameo, quad=quad, score=7.0, status="planned"), foreign)
    assert (found.type, found.mode, found.cameo, found.quad, found.score) == told


@pytest.mark.parametrize("status", ["occurred", "possible", "denied"])
def test_only_plans_are_folded(foreign: Foreign, event: Make, status: Any) -> None:
    assert folded(event(status=status), foreign) == event(status=status)


def test_every_code_folds_to_one_that_exists(foreign: Foreign, event: Make) -> None:
    for code in foreign.goldstein:
        for quad in range(1, 5):
            found = folded(event(type="X", cameo=code, quad=quad, status="planned"), foreign)
            assert found.cameo in foreign.goldstein
            assert found.type in foreign.kinds
