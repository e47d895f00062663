"""Rules are asked of the tokens that look like their mistake, and see what those before them made of the tree."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.rules import Rule, Rules
from sayso.extract.parse.tree import Tree, changed

SAID = "He/PRP/nsubj/left left/VBD/ROOT and/CC/cc/left she/PRP/nsubj/stayed stayed/VBD/conj/left"


@pytest.mark.parametrize(
    ("looks", "asked"),
    [
        ({}, [0, 1, 2, 3, 4]),
        ({"deps": ("nsubj",)}, [0, 3]),
        ({"tags": ("VBD",)}, [1, 4]),
        ({"words": ("she", "he")}, [0, 3]),
        ({"deps": ("nsubj",), "words": ("she", "stayed")}, [3]),
        ({"deps": ("nsubj",), "opening": True}, [0]),
        ({"words": ()}, []),
    ],
)
def test_of_whom_a_rule_is_asked(tree: Callable[[str], Tree], looks: dict[str, tuple[str, ...]], asked: list[int]) -> None:
    seen = list[int]()
    given = tree(SAID)
    assert Rules([Rule(lambda _, i: seen.append(i), **looks)]).mended(given) is given  # type: ignore[arg-type]
    assert seen == asked


def test_a_rule_sees_what_those_before_it_did(tree: Callable[[str], Tree]) -> None:
    def thing(given: Tree, i: int) -> Tree:
        return changed(given, {i: (given.heads[i], "dobj")})

    def spoken(given: Tree, i: int) -> Tree:
        return changed(given, {}, {i: "NN"})

    mended = Rules([Rule(thing, ("nsubj",)), Rule(spoken, ("dobj",))]).mended(tree(SAID))
    assert mended.deps == ["dobj", "ROOT", "cc", "dobj", "conj"]
    assert mended.tags == ["NN", "VBD", "CC", "NN", "VBD"]
