"""A judgement that the small model takes for the noun it is passed on is parted from it."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.complement import Complement
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
CALLED = (
    "Norway/NNP/nsubj/{0} {0}/VBD/ROOT the/DT/det/arrest arrest/NN/dobj/{0} of/IN/prep/arrest the/DT/det/{1} skipper/NN/compound/{1} "
    "{1}/{2}/pobj/of"
)
SAID = (
    "it/PRP/nsubjpass/described was/VBD/auxpass/described described/VBN/ROOT as/IN/prep/described monstrous/JJ/amod/as "
    "by/IN/prep/monstrous Chad/NNP/pobj/by"
)


def over(tree: Tree, word: str) -> str:
    i = tree.lower.index(word)
    return f"{tree.deps[i]}/{tree.words[tree.heads[i]]}"


@pytest.mark.parametrize(
    ("spec", "word", "expected"),
    [
        (CALLED.format("called", "unlawful", "JJ"), "unlawful", "oprd/called"),
        (CALLED.format("called", "unlawful", "JJ"), "skipper", "pobj/of"),
        (CALLED.format("found", "barbaric", "NN"), "barbaric", "oprd/found"),
        (CALLED.format("saw", "unlawful", "JJ").replace("saw", "left"), "unlawful", "pobj/of"),  # leaving calls nobody anything
        (CALLED.format("called", "wife", "NN"), "wife", "pobj/of"),
        (CALLED.format("called", "unlawful", "JJ").replace("skipper/NN/compound", "activist/JJ/amod"), "activist", "pobj/of"),
        (SAID, "by", "agent/described"),
        (SAID.replace("monstrous", "captain"), "by", "prep/captain"),
    ],
)
def test_a_judgement_stands_apart(tree: Build, lexicon: Lexicon, spec: str, word: str, expected: str) -> None:
    assert over(Rules(Complement.of(lexicon).rules()).mended(tree(spec)), word) == expected
