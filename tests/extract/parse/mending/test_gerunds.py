"""Nouns in -ing for acts are subjects, not clauses."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.gerunds import Gerunds
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

SHELLING = "Shelling/VBG/csubj/killed by/IN/prep/Shelling troops/NNS/pobj/by killed/VBD/ROOT two/CD/dobj/killed"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (SHELLING, "NN/nsubj"),
        (SHELLING.replace("csubj", "nsubj"), "NN/nsubj"),
        (SHELLING.replace("Shelling", "Knitting"), "VBG/csubj"),  # no noun for an act
        (SHELLING.replace("troops/NNS/pobj/by", "troops/NNS/dobj/Shelling"), "VBG/csubj"),  # "shelling troops"
    ],
)
def test_a_gerund_is_a_noun(tree: Callable[[str], Tree], lexicon: Lexicon, spec: str, expected: str) -> None:
    mended = Rules(Gerunds.of(lexicon).rules()).mended(tree(spec))
    assert f"{mended.tags[0]}/{mended.deps[0]}" == expected
