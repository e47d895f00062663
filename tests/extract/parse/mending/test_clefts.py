"""Who is set before a clause acts in it."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.clefts import rules
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree

CLEFT = "it/PRP/nsubj/was was/VBD/ROOT Togo/NNP/attr/was that/{0}/left left/VBD/ccomp/was"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (CLEFT.format("WDT/nsubj"), "relcl"),
        (CLEFT.format("IN/mark"), "ccomp"),
        (CLEFT.format("WDT/nsubj").replace("it/", "he/"), "ccomp"),
    ],
)
def test_the_clause_tells_of_who_is_named(tree: Callable[[str], Tree], spec: str, expected: str) -> None:
    assert Rules(rules()).mended(tree(spec)).deps[-1] == expected
