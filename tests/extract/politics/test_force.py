"""By whom force is politics where nobody has power."""

from collections.abc import Callable

import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("A Finnish ranger fought off a bear with a spade.", False),
        ("The plumber was convicted in Nitra of flooding a cellar.", False),
        ("A Slovak plumber was arrested in Iran.", True),
        ("The Danish pastry has been under siege from imitators for years.", False),
        ("Two Slovak plumbers were killed by a Serbian gang near Nitra.", True),
        ("Zambian farmers fought with police over the dam.", True),
        ("Budget airlines fired the first shot over legroom.", False),  # firms
        ("Tourists have besieged Venice.", False),
        ("Lenders in Piraeus seized the yacht of an heir.", False),  # as a matter of business
        ("A Cuban novelist was arrested in Havana.", True),  # a voice of his country
    ],
)
def test_force_is_politics_by_crowds_the_organised_and_what_strikes(summary: Callable[..., list[str]], text: str, *, coded: bool) -> None:
    assert bool(summary(text)) is coded
