"""Whom an act is done to, behind its date."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.dated import Dated
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

ARREST = "arrest/NN/ROOT on/IN/prep/arrest Sunday/NNP/pobj/on of/IN/prep/Sunday reporters/NNS/pobj/of"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (ARREST, "arrest"),
        (ARREST.replace("Sunday", "November"), "arrest"),
        (ARREST.replace("reporters/NNS", "November/NNP"), "Sunday"),  # a Sunday of November
        (ARREST.replace("reporters/NNS", "1990/CD"), "Sunday"),
        (ARREST.replace("Sunday", "orders"), "orders"),
        (ARREST.replace("arrest", "cheese"), "Sunday"),  # no noun for an act
    ],
)
def test_of_belongs_to_the_act(tree: Callable[[str], Tree], lexicon: Lexicon, spec: str, expected: str) -> None:
    mended = Rules(Dated.of(lexicon).rules()).mended(tree(spec))
    assert mended.words[mended.heads[mended.words.index("of")]] == expected
