"""Claims that sum up a sentence, and who answers them."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.claims import Claims
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

SUMMED = (
    "Togo/NNP/nsubj/blamed blamed/VBD/ROOT Chad/NNP/dobj/blamed ,/,/punct/blamed {0}/DT/det/rejects charge/NN/compound/rejects "
    "Lima/NNP/compound/rejects rejects/NNS/dobj/blamed"
)
ROOTED = (
    "Togo/NNP/nsubj/blamed blamed/VBD/ccomp/rejects Chad/NNP/dobj/blamed ,/,/punct/blamed a/DT/det/rejects charge/NN/compound/Lima "
    "Lima/NNP/compound/rejects rejects/NNS/ROOT"
)
OBJECTED = (
    "Togo/NNP/nsubj/blamed blamed/VBD/ccomp/denied Chad/NNP/dobj/blamed ,/,/punct/denied {0}/DT/det/charge charge/NN/nsubj/denied "
    "San/NNP/compound/Jose Jose/NNP/appos/charge has/VBZ/aux/denied always/RB/advmod/denied denied/VBN/ROOT"
)
TOLD = "{0}/NN/nsubj/spread that/WDT/{1}/shot police/NNS/nsubj/shot had/VBD/aux/shot shot/VBN/relcl/{0} {2} spread/VBD/ROOT"
MEN = "men/NNS/dobj/shot"
CLAUSE, RELATIVE = {"that": ("shot", "mark"), "shot": ("news", "acl")}, {"that": ("shot", "dobj")}


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (SUMMED.format("a"), {"rejects": ("charge", "relcl"), "lima": ("rejects", "nsubj"), "charge": ("blamed", "npadvmod")}),
        (SUMMED.format("the"), {"rejects": ("blamed", "dobj")}),
        (SUMMED.format("a").replace("charge", "plum"), {"rejects": ("blamed", "dobj")}),
        (ROOTED, {"rejects": ("charge", "relcl"), "blamed": ("blamed", "ROOT"), "chad": ("blamed", "dobj")}),
        (OBJECTED.format("a"), {"denied": ("charge", "relcl"), "jose": ("denied", "nsubj"), "san": ("jose", "compound")}),
        (OBJECTED.format("a"), {"charge": ("blamed", "npadvmod"), "has": ("denied", "aux"), "blamed": ("blamed", "ROOT")}),
        (OBJECTED.format("a").replace("denied", "slept"), {"slept": ("slept", "ROOT")}),
        # what a claim tells is no relative clause
        (TOLD.format("news", "dobj", ""), CLAUSE),
        (TOLD.format("news", "nsubj", MEN), CLAUSE),
        (TOLD.format("report", "dobj", MEN), {"that": ("shot", "mark")}),
        (TOLD.format("report", "dobj", ""), RELATIVE),
        (TOLD.format("plum", "dobj", MEN), RELATIVE),
    ],
)
def test_claims_that_are_answered(tree: Callable[[str], Tree], lexicon: Lexicon, spec: str, expected: dict[str, tuple[str, str]]) -> None:
    mended = Rules(Claims.of(lexicon).rules()).mended(tree(spec))
    assert {w: (mended.lower[mended.heads[i]], mended.deps[i]) for i, w in enumerate(mended.lower) if w in expected} == expected


def test_a_tree_that_is_right_stays(tree: Callable[[str], Tree], lexicon: Lexicon) -> None:
    right = Rules(Claims.of(lexicon).rules()).mended(tree(SUMMED.format("a")))
    assert Rules(Claims.of(lexicon).rules()).mended(right) is right
