"""What is taken for granted where something else is told: acts that are spoken of, looked into or somebody's."""

from collections.abc import Callable, Sequence

import pytest

from sayso.model import Event


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # what a matter is about: somebody's act, or the hostile one that the reader knows
        ("Kenya will fine the ministers over their visit to Togo.", "visit", "occurred"),
        ("The Togolese minister misled parliament about his talks with the Russian ambassador.", "talks", "occurred"),
        ("The Kenyan minister would not say more about a visit to Togo.", "visit", "planned"),
        # what something is told by, and what it is said to be
        ("The rebels' refusal to meet the minister of Togo may signal weakness.", "refusal", "occurred"),
        ("Kenyan police are examining whether the attack on Togo was a mistake.", "attack", "occurred"),
        ("The attack on Togo will be the last.", "attack", "planned"),
        # whom it befell, and what one flees
        ("The trip will honour the victims of the massacre of Togolese herders.", "massacre", "occurred"),
        ("Civilians tried to flee the fighting between Togo and Benin.", "fighting", "occurred"),
        ("Kenyan troops tried to start the fighting between Togo and Benin.", "fighting", "possible"),
        # done, not only begun
        ("The Kenyan army has undertaken a bombing campaign against rebels.", "bombing campaign", "occurred"),
    ],
)
def test_nouns(code: Callable[..., Sequence[Event]], text: str, trigger: str, expected: str) -> None:
    assert [e.status for e in code(text) if e.trigger.text == trigger] == [expected]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # no doubt, likelihood, what is withheld, left unsaid or told beside a denial, and what is made possible and so done
        ("There is no doubt that Israel attacked Iran.", "occurred"),
        ("It is no secret that Israel attacked Iran.", "occurred"),
        ("Israel will likely attack Iran.", "possible"),
        ("The minister failed to disclose that Israel attacked Iran.", "occurred"),
        ("The minister did not say if Israel would attack Iran.", "possible"),
        ("Israel was not satisfied and attacked Iran.", "occurred"),
        ("Israel was not seen or attacked by Iran.", "denied"),
        ("The jets have enabled Israel to attack Iran.", "occurred"),
        ("The jets enable Israel to attack Iran.", "possible"),
        ("Israel is not afraid to attack Iran.", "occurred"),
    ],
)
def test_clauses(only: Callable[..., Event], text: str, expected: str) -> None:
    assert only(text, "ASSAULT").status == expected


@pytest.mark.model
def test_a_call_is_made_to_say_what_it_is_made_for(only: Callable[..., Event]) -> None:
    assert only("The Kenyan president called to congratulate the Togolese premier.", "SUPPORT").status == "occurred"
