"""How many: numbers with what they count and their bounds, on trees built by hand and on whole sentences."""

from collections.abc import Callable

import pytest

from sayso.extract.judge.quantities import QuantityWords, numbers, quantities
from sayso.extract.match.step import Match
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon
from sayso.model import Event

Given = tuple[str, float | None, float | None]


@pytest.fixture(scope="session")
def counting(lexicon: Lexicon) -> QuantityWords:
    return QuantityWords(lexicon)


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("12/CD/nummod/men", 12, 12),
        ("1,500/CD/nummod/men", 1500, 1500),
        ("twelve/CD/nummod/men", 12, 12),
        ("two/CD/compound/hundred hundred/CD/nummod/men", 200, 200),
        ("at/RB/advmod/12 least/RBS/advmod/12 12/CD/nummod/men", 12, None),
        ("more/JJR/amod/12 than/IN/quantmod/12 12/CD/nummod/men", 12, None),
        ("up/IN/quantmod/12 to/IN/quantmod/12 12/CD/nummod/men", None, 12),
        ("fewer/JJR/amod/12 than/IN/quantmod/12 12/CD/nummod/men", None, 12),
        ("between/IN/quantmod/15 10/CD/compound/15 and/CC/cc/15 15/CD/nummod/men", 10, 15),
    ],
)
def test_bounds(
    tree: Callable[[str], Tree],
    matched: Callable[..., Match],
    counting: QuantityWords,
    number: str,
    low: float | None,
    high: float | None,
) -> None:
    made = tree(f"Rebels/NNS/nsubj/killed killed/VBD/ROOT {number} men/NNS/dobj/killed")
    (found,) = quantities(made, matched(made, "killed"), numbers(made, counting), counting)
    assert (found.kind, found.low, found.high, found.unit) == ("deaths", low, high, "men")


@pytest.mark.parametrize(
    "spec",
    [
        "Rebels/NNS/nsubj/left left/VBD/ROOT in/IN/prep/left 2019/CD/pobj/in",
        "Rebels/NNS/nsubj/left left/VBD/ROOT",
        "Rebels/NNS/nsubj/left left/VBD/ROOT Route/NNP/dobj/left 66/CD/nummod/Route",
    ],
)
def test_numbers_that_count_nothing(tree: Callable[[str], Tree], matched: Callable[..., Match], counting: QuantityWords, spec: str) -> None:
    made = tree(spec)
    assert quantities(made, matched(made, "left"), numbers(made, counting), counting) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # deaths and injuries
        ("Rebels killed 12 Kenyan soldiers.", "ASSAULT", [("deaths", 12, 12)]),
        ("In the battle 900 Kenyan soldiers lost their lives.", "ASSAULT", [("deaths", 900, 900)]),
        ("Rebels killed at least 12 Kenyan soldiers.", "ASSAULT", [("deaths", 12, None)]),
        ("Rebels killed dozens of Kenyan soldiers.", "ASSAULT", [("deaths", 24, None)]),
        ("At least 12 Kenyan soldiers were killed by rebels.", "ASSAULT", [("deaths", 12, None)]),
        ("Rebels wounded up to 30 Kenyan soldiers.", "ASSAULT", [("injured", None, 30)]),
        ("Russia attacked Ukraine, killing 12 civilians.", "ASSAULT", [("deaths", 12, 12)]),
        ("Clashes with rebels have claimed at least 12 lives in Kenya.", "ASSAULT", [("deaths", 12, None)]),
        ("Attacks by rebels left 300 Kenyan families homeless.", "ASSAULT", [("displaced", 300, 300)]),
        ("Kenya told Channel Seven that Uganda must free the nun.", "REQUEST", []),  # a name
        # arrests
        ("Kenyan police arrested more than 200 students.", "COERCE", [("arrested", 200, None)]),
        ("Two students were arrested by Kenyan police.", "COERCE", [("arrested", 2, 2)]),
        # troops
        ("Kenya sent 1,500 troops to Somalia.", "MOBILIZE", [("troops", 1500, 1500)]),
        # money
        ("The United States gave Ukraine $2.5 billion in military aid.", "AID", [("money", 2.5e9, 2.5e9)]),
        ("Germany gave Kenya €3 million in aid.", "AID", [("money", 3e6, 3e6)]),
        ("Kenya gave Somalia 5 million dollars in aid.", "AID", [("money", 5e6, 5e6)]),
        # no number, a date
        ("Kenyan police arrested students in 2024.", "COERCE", []),
        ("Kenyan police arrested students on 12 March 2024.", "COERCE", []),
        # ranges and words
        ("Rebels killed between 10 and 15 Kenyan soldiers.", "ASSAULT", [("deaths", 10, 15)]),
        ("Rebels killed 14 to 20 Kenyan soldiers.", "ASSAULT", [("deaths", 14, 20)]),
        ("One or two Kenyan soldiers were wounded by rebels.", "ASSAULT", [("injured", 1, 2)]),
        ("Twenty-five Kenyan soldiers were wounded by rebels.", "ASSAULT", [("injured", 25, 25)]),
        ("Two hundred and fifty Kenyan soldiers were wounded by rebels.", "ASSAULT", [("injured", 250, 250)]),
        ("Rebels wounded nearly 3,000 Kenyan soldiers.", "ASSAULT", [("injured", 3000, None)]),
        ("Tens of thousands of Kenyan students protested in Nairobi.", "PROTEST", [("other", 20000, None)]),
        # what is done to those counted
        ("Kenyan police arrested 40 students and wounded 12.", "COERCE", [("arrested", 40, 40), ("injured", 12, 12)]),
        ("Rebels killed 12 Kenyan soldiers in 24 hours.", "ASSAULT", [("deaths", 12, 12)]),
        ("Kenya freed 30 captured soldiers.", "RETREAT", [("other", 30, 30)]),
        ("12 Kenyan soldiers killed in Somalia", "ASSAULT", [("deaths", 12, 12)]),
        ("Rebels shot dead 12 Kenyan soldiers.", "ASSAULT", [("deaths", 12, 12)]),
        ("One Kenyan student died and ten more were hurt by rebels.", "ASSAULT", [("deaths", 1, 1), ("injured", 10, 10)]),
        ("Rebels left 12 Kenyan soldiers dead.", "ASSAULT", [("deaths", 12, 12)]),
        # who is sent away has a home; who is driven from it has none
        ("Kenya expelled 14 Ugandan diplomats.", "SANCTION", [("other", 14, 14)]),
        ("Rebels drove 7,000 Kenyan villagers from their homes.", "ASSAULT", [("displaced", 7000, 7000)]),
        ("A Kenyan court sentenced 11 Ugandan soldiers to death.", "SANCTION", [("troops", 11, 11)]),
        # what belongs to another clause
        ("Kenya condemned Uganda after its troops killed 12 villagers.", "ACCUSE", []),
        ("Kenya, which has lost 2,000 soldiers, condemned Uganda.", "ACCUSE", []),
        ("Kenyans marched over the killing of 12 villagers by Ugandan troops.", "PROTEST", []),
        ("Kenya bombed two Ugandan towns in retaliation for the killing of 12 villagers.", "ASSAULT", [("other", 2, 2)]),
        ("Kenyan students burned a bus, and 40 people were arrested.", "PROTEST", []),
        ("Twelve Kenyan soldiers were killed by 40 Ugandan rebels.", "ASSAULT", [("deaths", 12, 12), ("other", 40, 40)]),
        ("Kenya freed two Ugandan nuns and killed 14 rebels.", "RETREAT", [("other", 2, 2)]),
        ("Ugandan troops killed 14 Kenyan students who had blocked a road.", "PROTEST", []),
        # some of many, and a toll
        ("Kenya shot down 14 of 17 Ugandan drones.", "ASSAULT", [("other", 14, 14)]),
        ("Rebels killed 16 Kenyans, three women and five children among them.", "ASSAULT", [("deaths", 16, 16)]),
        ("Twelve Kenyan soldiers, two of them officers, were killed by rebels.", "ASSAULT", [("deaths", 12, 12)]),
        ("Kenyan rebels said they killed 27 of them.", "ASSAULT", [("deaths", 27, 27)]),
        ("The number of Kenyans killed by Ugandan shelling has risen to 23.", "ASSAULT", [("deaths", 23, 23)]),
        ("A Ugandan raid brought the death toll in Kenya to 112 people.", "ASSAULT", [("deaths", 112, 112)]),
        ("The Group of Eight urged Kenya to disarm.", "REQUEST", []),
        ("Since December 173,000 Kenyans have been displaced by rebels.", "ASSAULT", [("displaced", 173000, 173000)]),
        ("Kenyan police arrested a mayor and four of his aides.", "COERCE", [("arrested", 4, 4)]),
        ("Kenya sent 14 Leopard 2 tanks to Uganda.", "AID", [("other", 14, 14)]),
        ("A Kenyan student of 40 was shot dead by Ugandan troops.", "ASSAULT", []),
        # who rather than how many, and names
        ("The two countries signed a treaty.", "SUPPORT", []),
        ("Kenya withdrew its last 400 soldiers from Somalia.", "RETREAT", [("troops", 400, 400)]),
        ("Kenya attacked Uganda with S-500 missiles and Su-57 jets.", "ASSAULT", []),
        ("Kenya accused Uganda in a 500-page report.", "ACCUSE", []),
        ("Kenyan police jailed Ugandan students for five years.", "SANCTION", []),
    ],
)
def test_sentences(only: Callable[..., Event], text: str, kind: str, expected: list[Given]) -> None:
    found = only(text, kind).quantities
    assert [(q.kind, q.low, q.high) for q in found] == expected
    assert all(q.text in text for q in found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "unit"), [("Germany gave Kenya €3 million in aid.", "EUR"), ("The United States gave Ukraine $2.5 billion in aid.", "USD")]
)
def test_currencies(only: Callable[..., Event], text: str, unit: str) -> None:
    (money,) = only(text, "AID").quantities
    assert money.unit == unit


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "unit", "low", "high"),
    [
        ("Germany gave Kenya €3 million in aid.", "€3 million", "EUR", 3e6, 3e6),
        ("Germany gave Kenya more than $10 billion in aid.", "more than $10 billion", "USD", 1e10, None),
        ("Germany gave Kenya one billion Australian dollars in aid.", "one billion Australian dollars", "AUD", 1e9, 1e9),
        ("Germany gave Kenya 20 million shillings in aid.", "20 million shillings", "shillings", 2e7, 2e7),
    ],
)
def test_the_words_of_a_sum_hold_its_sign_and_its_currency(
    only: Callable[..., Event], text: str, words: str, unit: str, low: float, high: float | None
) -> None:
    (money,) = only(text, "AID").quantities
    assert (money.text, money.unit, money.low, money.high) == (words, unit, low, high)


@pytest.mark.model
def test_victims_at_another_place_are_of_another_event(code: Callable[..., list[Event]]) -> None:
    killed, wounded = code("Twelve Kenyan soldiers were killed in Somalia and four were wounded near Gulu.")
    assert [q.kind for q in killed.quantities] == ["deaths"]
    assert [q.kind for q in wounded.quantities] == ["injured"]


@pytest.mark.model
def test_machines_are_no_troops(only: Callable[..., Event]) -> None:
    (jets,) = only("Poland has ordered 48 F-16 fighters from South Korea.", "COOPERATE").quantities
    assert (jets.kind, jets.low) == ("other", 48)
