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
        ("The Kenyan minister may say more about a visit to Togo.", "visit", "possible"),
        # what something is told by, and what it is said to be
        ("The rebels' refusal to meet the minister of Togo may signal weakness.", "refusal", "occurred"),
        ("Kenyan police are examining whether the attack on Togo was a mistake.", "attack", "occurred"),
        ("The attack on Togo will be the last.", "attack", "planned"),
        # whom it befell, and what one flees
        ("The trip will honour the victims of the massacre of Togolese herders.", "massacre", "occurred"),
        ("Civilians tried to flee the fighting between Togo and Benin.", "fighting", "occurred"),
        ("Kenyan troops tried to start the fighting between Togo and Benin.", "fighting", "possible"),
        # what it is called, what moved others to it, and what nobody told
        ("Norway may call the arrest of the Togolese minister unlawful.", "arrest", "occurred"),
        ("The Togolese minister described the attack on Benin as barbaric.", "attack", "occurred"),
        ("Norway will recall its police at the request of Togo.", "request", "occurred"),
        ("The Togolese minister had failed to disclose talks with the Russian ambassador.", "talks", "occurred"),
        ("The Togolese minister did not disclose any talks with the Russian ambassador.", "talks", "denied"),
        ("The Togolese minister misled judges about contacts with the Russian ambassador.", "contacts", "occurred"),
        # what others suffer meanwhile, and what is to end
        ("Kenya wants to relieve the pressure on soldiers under attack from rebels in Togo.", "attack", "occurred"),
        ("The list did not include a recent attack on the Togolese embassy.", "attack", "occurred"),
        ("The Kenyan minister denied any recent talks with Togo.", "talks", "denied"),
        ("The Togolese minister denied the accusations by Kenya.", "accusations", "occurred"),
        ("Togo failed to arrest the Kenyan president during his visit to Lome.", "visit", "occurred"),
        ("Kenyan troops tried to relieve the siege of Lome.", "siege", "occurred"),
        ("Courts will decide the fate of Kenya's sanctions on Togo.", "sanctions", "occurred"),
        # what is denied of a known act leaves it
        ("The talks between Togo and Benin were not a success.", "talks", "occurred"),
        ("Talks between Togo and Benin did not bring relief.", "Talks", "occurred"),
        ("The strike on Togo did not come as a surprise.", "strike", "occurred"),
        ("The raid on Togo did not kill anybody.", "raid", "occurred"),
        ("The arrests of Togolese officials were not made public.", "arrests", "occurred"),
        ("The sanctions on Togo have never worked.", "sanctions", "occurred"),
        # unless it denies that there was one
        ("The sanctions on Togo were never imposed.", "sanctions", "denied"),
        ("The coup in Togo did not happen.", "coup", "denied"),
        ("The strike on Togo was not real.", "strike", "denied"),
        ("An attack on Togo was not likely.", "attack", "denied"),
        ("The raid on Togo was not by the army of Benin.", "raid", "denied"),
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
        # clauses that have a course of their own beside what is planned, open or denied
        ("There was no evidence to support the minister's claim that Israel attacked Iran.", "occurred"),
        ("Measures were to calm markets until Israel attacked Iran.", "occurred"),
        ("Oman will send doctors until Israel attacks Iran.", "possible"),
        ("The panel has yet to vote on it, with Israel attacking Iran day and night.", "occurred"),
        ("Israel chose to attack Iran.", "occurred"),
        ("The Israeli premier will be tried for attacking Iran.", "occurred"),
        ("Iran would be attacked by Israel, the markets would be closed.", "possible"),
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
