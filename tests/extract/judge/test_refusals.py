"""What somebody says he will not do is a refusal; what will not happen to somebody, or did not happen, is none."""

from collections.abc import Callable

import pytest

from sayso.model import Event

Code = Callable[..., list[Event]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Iran will not release the Kenyan sailors.", ("REJECT", "occurred")),
        ("France won't lift the sanctions on Mali.", ("REJECT", "occurred")),
        ("Kenya would not withdraw its troops from Somalia, its president said.", ("REJECT", "occurred")),
        ("Hamas vowed never to recognise Israel.", ("REJECT", "occurred")),
        ("Kenya's president swore not to withdraw his troops from Somalia.", ("REJECT", "occurred")),
        ("Iran is not prepared to release the Kenyan sailors.", ("REJECT", "occurred")),
        ("The Malian junta is not willing to lift the curfew.", ("REJECT", "occurred")),
        ("Iran did not release the Kenyan sailors.", ("RETREAT", "denied")),
        ("The Kenyan sailors will not be released by Iran.", ("RETREAT", "denied")),
        ("Iran will release the Kenyan sailors.", ("RETREAT", "planned")),
        ("Russia will not attack Poland.", ("ASSAULT", "denied")),
        ("France would not have lifted the sanctions on Mali.", ("RETREAT", "denied")),
    ],
)
def test_refusals(code: Code, text: str, told: tuple[str, str]) -> None:
    assert told in [(event.type, event.status) for event in code(text)]
    if told[0] != "REJECT":
        assert "REJECT" not in [event.type for event in code(text)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Hamas vowed never to recognise Israel.", ["REJECT"]),
        ("Hamas vowed never to attack Israel again.", ["AGREE", "ASSAULT"]),  # not to do harm is a promise
    ],
)
def test_who_vows_not_to_help_promises_nothing(code: Code, text: str, types: list[str]) -> None:
    assert [event.type for event in code(text)] == types
