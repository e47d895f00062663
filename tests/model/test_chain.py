"""Who cites whom, and who speaks together."""

import pytest

from sayso.model import Span
from sayso.model.chain import chain, together


@pytest.mark.parametrize(
    ("text", "names", "line"),
    [
        ("Two envoys and a nurse said so.", ["Two envoys", "nurse"], "Two envoys and nurse"),
        ("Chad, Togo and Mali said so.", ["Chad", "Togo", "Mali"], "Chad and Togo and Mali"),
        ("A nurse told Reuters so.", ["Reuters", "nurse"], "Reuters > nurse"),
        ("Reuters, citing a nurse, said so.", ["Reuters", "nurse"], "Reuters > nurse"),
        ("Reuters cited a nurse and a guard.", ["Reuters", "nurse", "guard"], "Reuters > nurse and guard"),
        ("A nurse said so.", ["nurse"], "nurse"),
        ("Chad did so.", [], ""),
    ],
)
@pytest.mark.parametrize("start", [0, 40])
def test_a_chain_in_a_line(text: str, names: list[str], line: str, start: int) -> None:
    spans = [(start + text.index(name), start + text.index(name) + len(name)) for name in names]
    assert chain(names, together(spans, Span(start, start + len(text), text))) == line


def test_nobody_outside_the_evidence_speaks_together_with_one_inside() -> None:
    assert together([(0, 4), (30, 36)], Span(20, 60, "and then Reuters wrote all of it down.   ")) == [False, False]
