"""What is spoken of and nobody does."""

from collections.abc import Callable

import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "coded"),
    [
        # what somebody may do
        ("Israel has the right to attack Iran.", "ASSAULT", False),
        ("The ministry is entitled to ban rallies in Lima.", "COERCE", False),
        ("The Kenyan president has the power to dismiss ministers.", "SANCTION", False),
        ("The Kenyan president used his power to dismiss two ministers.", "SANCTION", True),
        # what is done as a rule
        ("Kenyan and Somali ministers seldom meet.", "CONSULT", False),
        ("Kenyan and Somali ministers met on Monday.", "CONSULT", True),
        ("The Peruvian minister is known to insult the president of Chile.", "ACCUSE", False),
        ("Smugglers kidnap migrants in Libya.", "ASSAULT", False),
        ("Rebels kidnapped migrants in Libya.", "ASSAULT", True),
        ("Rebels kidnap two Chinese engineers in Chad.", "ASSAULT", True),  # which some do
        # what something is only likened to
        ("Peru celebrated as though it had invaded Chile.", "ASSAULT", False),
        ("Hail fell on Lima as if Chile were shelling it.", "ASSAULT", False),
        ("Peru smiled as if it had not invaded Chile.", "ASSAULT", True),
        ("Peru protested as Chile shelled the town.", "ASSAULT", True),
        # what is only played
        ("The exercise in Lyon simulated a terrorist attack.", "ASSAULT", False),
        ("A mock air strike on the Chadian capital was shown.", "ASSAULT", False),
        ("The exercise came after a terrorist attack in Lyon.", "ASSAULT", True),
    ],
)
def test_what_nobody_does_is_no_act(summary: Callable[..., list[str]], text: str, kind: str, *, coded: bool) -> None:
    assert any(kind in line for line in summary(text)) is coded
