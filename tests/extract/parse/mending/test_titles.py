"""A title of many words and the name behind it are one person."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.mending.titles import Titles
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
BESIDE = (
    "The/DT/det/{0} {0}/NN/nsubj/said of/IN/prep/{0} the/DT/det/region Gulu/NNP/compound/region region/NN/pobj/of "
    "{1} Ochola/NNP/nsubj/said said/VBD/ROOT little/JJ/dobj/said"
)
WITHIN = (
    "The/DT/det/{0} {0}/NN/nsubj/said of/IN/prep/{0} the/DT/det/Ochola {1} James/NNP/compound/Ochola Ochola/NNP/pobj/of "
    "said/VBD/ROOT little/JJ/dobj/said"
)
EXPLAINING = (
    "The/DT/det/{0} {0}/NN/nsubj/said of/IN/prep/{0} the/DT/det/{1} {1}/NN/pobj/of ,/,/punct/{1} "
    "James/NNP/compound/Ochola Ochola/NNP/appos/{1} said/VBD/ROOT little/JJ/dobj/said"
)
TWICE = "They/PRP/nsubj/praised praised/VBD/ROOT {0}/NN/dobj/praised Ochola/NNP/dobj/praised"
JAMES = "James/NNP/compound/Ochola"


@pytest.mark.parametrize(
    ("spec", "borne"),
    [
        (BESIDE.format("governor", JAMES), "appos/governor"),
        (BESIDE.format("governor", ""), "nsubj/said"),  # one word may be anything
        (BESIDE.format("river", JAMES), "nsubj/said"),  # no title
        (BESIDE.format("governors", JAMES), "nsubj/said"),  # not of one person
        (WITHIN.format("speaker", "regional/JJ/amod/Ochola administration/NN/compound/Ochola"), "appos/speaker"),
        (WITHIN.format("chairman", "Security/NNP/compound/Ochola Council/NNP/compound/Ochola"), "appos/chairman"),
        (WITHIN.format("president", "Ghana/NNP/compound/Ochola"), "appos/president"),
        (WITHIN.format("minister", "Transport/NNP/compound/Ochola"), "appos/minister"),
        (EXPLAINING.format("head", "administration"), "appos/head"),
        (EXPLAINING.format("head", "party"), "appos/party"),  # which may be its name
        (WITHIN.format("father", "Ghana/NNP/compound/Ochola"), "pobj/of"),
        (WITHIN.format("president", "late/JJ/amod/Ochola"), "pobj/of"),
    ],
)
def test_whose_title_it_is(tree: Build, lexicon: Lexicon, spec: str, borne: str) -> None:
    mended = Rules(Titles.of(lexicon).rules()).mended(tree(spec))
    i = mended.lower.index("ochola")
    assert f"{mended.deps[i]}/{mended.words[mended.heads[i]]}" == borne


def test_what_the_title_is_of_keeps_its_words(tree: Build, lexicon: Lexicon) -> None:
    mended = Rules(Titles.of(lexicon).rules()).mended(
        tree(WITHIN.format("chairman", "Security/NNP/compound/Ochola Council/NNP/compound/Ochola"))
    )
    council = mended.lower.index("council")
    assert (mended.deps[council], mended.words[mended.heads[council]]) == ("pobj", "of")
    assert [mended.words[c] for c in mended.children[council]] == ["the", "Security"]


@pytest.mark.parametrize(
    ("title", "hung"), [("PM", "compound/Ochola"), ("pm", "dobj/praised"), ("Minister", "compound/Ochola"), ("Gold", "dobj/praised")]
)
def test_a_title_right_before_a_name_is_part_of_it(tree: Build, lexicon: Lexicon, title: str, hung: str) -> None:
    found = Rules(Titles.of(lexicon).rules()).mended(tree(TWICE.format(title)))
    assert f"{found.deps[2]}/{found.words[found.heads[2]]}" == hung
