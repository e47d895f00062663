"""What stays open whatever a clause says: doubt, and certainty that is denied."""

from collections.abc import Callable

import pytest

from sayso.model import Event


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody can be sure that Sudan will not attack Chad.", "possible"),
        ("It is not certain that Sudan attacked Chad.", "possible"),
        ("Kenya is not convinced that Sudan will invade Chad.", "possible"),
        ("There is no guarantee that Sudan will not attack Chad.", "possible"),
        ("There is no guarantee that Sudan will attack Chad.", "possible"),
        ("It is unlikely that Sudan will not attack Chad.", "possible"),
        ("Kenya doubts that Sudan will not invade Chad.", "possible"),
        # what is certain, or only said or thought, is denied as it says
        ("It is certain that Sudan did not attack Chad.", "denied"),
        ("Sudan made clear that it did not attack Chad.", "denied"),
        ("Kenya does not believe that Sudan attacked Chad.", "denied"),
    ],
)
def test_doubt_outweighs_what_the_clause_denies(only: Callable[..., Event], text: str, expected: str) -> None:
    assert only(text, "ASSAULT").status == expected
