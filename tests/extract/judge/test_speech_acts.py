"""Whether acts of speech were done, and what they speak of was."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.model import Event


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The court is examining whether Israel attacked Iran.", "ASSAULT", "possible"),
        # what one calls somebody in order to say is said
        ("The Turkish president called the French president to apologise for the raid.", "SUPPORT", "occurred"),
        ("The Emir of Kuwait called the Sudanese president to express his support for Sudan.", "SUPPORT", "occurred"),
        ("The Turkish president phoned the Greek premier to condemn Iran.", "ACCUSE", "occurred"),
        ("The Turkish president planned to condemn Iran.", "ACCUSE", "planned"),
        ("The Turkish premier was due in Vienna on Monday to meet the Greek president.", "CONSULT", "planned"),
        # what is done by being offered
        ("Obama telephoned Kenyatta to offer condolences to Kenya.", "SUPPORT", "occurred"),
        ("Trump denied to have given Turkey the green light for the invasion.", "AGREE", "denied"),
        # nouns within what is due
        ("A round of talks between Russia and Ukraine is due to begin on Monday.", "CONSULT", "planned"),
        # a verb of its own, beside what is open or denied
        ("It is not clear whether rebels will be invited, and a Kenyan group urged Sudan to wait.", "REQUEST", "occurred"),
        ("Malta's premier rejected the charge that he had lied and demanded that Tunisia apologise.", "REQUEST", "occurred"),
        ("Kyrgyzstan denied having broken the truce and in turn blamed “Tajik gangs” for the fire.", "ACCUSE", "occurred"),
        # what would only have been thought, or would be
        ("One might have expected that Mali would stand by Niger.", "SUPPORT", "possible"),
        ("Sending arms to Mali would be a mistake, Niger said.", "AID", "possible"),
        # who says what will be done to others has threatened
        ("Mali would treat any intervention in Niger as a declaration of war.", "THREATEN", "occurred"),
        ("Mali would not treat an intervention in Niger as a declaration of war.", "THREATEN", "denied"),
        ("Peru is not in favour of the treaty with Chad.", "REJECT", "occurred"),
        ("Peru is not happy with Chad.", "ACCUSE", "occurred"),
    ],
)
def test_acts_of_speech(code: Callable[..., Any], text: str, kind: str, expected: str) -> None:
    assert {event.status for event in code(text) if event.type == kind} == {expected}


@pytest.mark.model
def test_calls_that_are_rejected_were_made(only: Callable[..., Event]) -> None:
    assert only("Kenya rejected a request from Togo to release the envoy.", "REQUEST").status == "occurred"
    assert only("Kenya rejected talks with Togo.", "REJECT").status == "occurred"
