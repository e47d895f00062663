"""A tree is mended by what it gives away and by what its verbs tell, in one go."""

from collections.abc import Callable

from sayso.extract.parse.mending import Mender
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon


def test_both_kinds_of_mistakes_are_mended(tree: Callable[[str], Tree], lexicon: Lexicon) -> None:
    made = tree(
        "Peru/NNP/nsubj/is is/VBZ/aux/accusing accusing/VBG/ROOT men/NNS/dobj/accusing in/IN/prep/accusing masks/NNS/pobj/in "
        "of/IN/prep/masks beating/VBG/pcomp/of"
    )
    mended = Mender.of(lexicon).mended(made)
    over = {word: mended.words[mended.heads[mended.words.index(word)]] for word in ("Peru", "of")}
    assert over == {"Peru": "accusing", "of": "accusing"}


def test_what_is_right_is_left_as_it_is(tree: Callable[[str], Tree], lexicon: Lexicon) -> None:
    made = tree("Togo/NNP/nsubj/mediates mediates/VBZ/ROOT")
    assert Mender.of(lexicon).mended(made) is made
