"""Who in a match counts: no place of those who act, no scholars of two countries, no charity that only asks."""

from collections.abc import Callable

import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Botanists in Graz and Lima joined forces to name a fern.", False),
        ("A gallery in Graz has returned the drawing to the heirs of a Peruvian collector.", False),
        ("The bishop of Derry asked the pensioners to wear gloves.", False),
        ("The bishop of Derry asked the government to free the prisoners.", True),
        ("A board in Graz threw out a plan to move its office to Latvia.", False),
        ("Latvia mourns a celebrated pianist.", False),
        ("Latvia mourns the president of Estonia.", True),
        ("The bid rose to 300 crowns a share, the Norwegian rival said in its offer.", False),
    ],
)
def test_parties_that_make_an_act_political(summary: Callable[..., list[str]], text: str, *, coded: bool) -> None:
    assert bool(summary(text)) is coded
