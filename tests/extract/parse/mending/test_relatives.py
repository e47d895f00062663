"""Who does what a relative clause tells of, where the parser takes him or his verb for something else."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.relatives import Relatives
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

OF_A_NOUN = (
    "Chad/NNP/ROOT ,/,/punct/Chad which/WDT/nsubj/Togo Togo/NNP/relcl/Chad accuses/NNS/dobj/Togo of/IN/prep/accuses theft/NN/pobj/of"
)
OF_A_NAME = "rebels/NNS/ROOT whom/WP/dobj/backs Togo/NNP/compound/backs backs/VBZ/relcl/rebels"
BESIDE = "rebels/NNS/ROOT that/WDT/nsubj/supports Togo/NNP/nsubj/supports supports/VBZ/relcl/rebels"


@pytest.mark.parametrize(
    ("spec", "verb", "expected"),
    [
        (OF_A_NOUN, "accuses", {"which": "dobj", "Togo": "nsubj", "accuses": "relcl"}),
        (OF_A_NOUN.replace("accuses", "cheeses"), "cheeses", {"which": "nsubj", "Togo": "relcl", "cheeses": "dobj"}),  # no verb for an act
        (OF_A_NAME, "backs", {"whom": "dobj", "Togo": "nsubj"}),
        (OF_A_NAME.replace("whom/WP/dobj", "the/DT/det"), "backs", {"Togo": "compound"}),
        (BESIDE, "supports", {"that": "dobj", "Togo": "nsubj"}),
        (BESIDE.replace("Togo/NNP/nsubj", "Togo/NNP/dobj"), "supports", {"that": "nsubj"}),
    ],
)
def test_the_clause_has_its_subject(tree: Callable[[str], Tree], lexicon: Lexicon, spec: str, verb: str, expected: dict[str, str]) -> None:
    mended = Rules(Relatives.of(lexicon).rules()).mended(tree(spec))
    assert {word: mended.deps[mended.words.index(word)] for word in expected} == expected
    if mended.deps[mended.words.index(verb)] == "relcl" and "nsubj" in expected.values():
        subject = next(word for word, label in expected.items() if label == "nsubj")
        assert mended.words[mended.heads[mended.words.index(subject)]] == verb


ASIDE = "army/NN/nsubj/searching ,/,/punct/army searching/VBG/ROOT town/NN/dobj/searching ,/,/punct/town {0}/VBN/acl/town men/NNS/dobj/{0}"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (ASIDE.format("arrested"), "arrested"),
        (ASIDE.format("arrested").replace(",/,/punct/army ", ""), "searching"),
        (ASIDE.format("cheesed"), "searching"),  # no verb for an act
    ],
)
def test_an_aside_leaves_the_clause_its_verb(tree: Callable[[str], Tree], lexicon: Lexicon, spec: str, expected: str) -> None:
    mended = Rules(Relatives.of(lexicon).rules()).mended(tree(spec))
    assert mended.words[mended.heads[0]] == expected
    assert mended.deps[mended.words.index(expected)] == "ROOT"
