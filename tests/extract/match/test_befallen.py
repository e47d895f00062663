"""People of whom nothing but a pronoun or a number tells are of where it is done to them, and that place suffers nothing."""

from collections.abc import Callable

import pytest

Summary = Callable[..., list[str]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("He was arrested in Lima.", "COERCE - > PER"),
        ("Shells wounded two basket weavers in Kherson.", "ASSAULT (Shells) > UKR:CVL"),
        ("Gunmen abducted nine carollers near Kaduna.", "ASSAULT NGA:UAF > NGA:CVL"),
        ("An attack in Gao killed a judge. In all, 11 others were wounded.", "ASSAULT - > MLI:CVL"),
        # things, and what stands for people only in words for their death
        ("Rebels in Gao seized nine lorries.", "ASSAULT MLI:REB > (nine lorries)"),
        ("The war in Mali has claimed 900 lives.", "ASSAULT - > MLI:GOV"),
        # nobody whom the reader is
        ("You will be arrested in Lima.", "COERCE - > (You)+PER:GOV"),
    ],
)
def test_who_is_hurt_or_held(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)
