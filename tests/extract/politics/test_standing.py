"""Whose act it is, in a report that has told of politics before."""

from collections.abc import Callable

import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    ("second", "coded"),
    [
        ("Baker asked a farmer to let him sleep in the barn.", False),
        ("The couple thanked the neighbours for the soup.", False),
        ("The dentist urged her sister to sell the house.", False),
        ("Villagers accused the mining firm of poisoning the river.", True),  # what many complain of
        ("They asked the president to lift the ban.", True),
        ("Nine people were killed in the village.", True),  # a deed
    ],
)
def test_private_talk_is_private_after_politics_too(summary: Callable[..., list[str]], second: str, *, coded: bool) -> None:
    first = "The president of Peru met the governor of Cusco on Monday."
    assert len(summary(f"{first} {second}")) == 1 + coded


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("The president of the garden club thanked the choir.", False),
        ("The minister of the Methodist church thanked the choir.", False),
        ("The club president, Ann Ford, condemned the fees.", False),
        ("The president of Mali thanked the church.", True),
        ("The church minister was detained by Russian police.", True),
    ],
)
def test_officers_of_clubs_have_no_power(summary: Callable[..., list[str]], text: str, *, coded: bool) -> None:
    assert bool(summary(text)) is coded
