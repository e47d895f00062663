"""Words of politics that are not meant so: likenesses, passing quotations, what a work shows, wars by name."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.tree import Tree
from sayso.extract.politics.earnest import quotations


def test_quotations_are_found_within_a_sentence(tree: Callable[[str], Tree]) -> None:
    made = tree("He/PRP/nsubj/called called/VBD/ROOT it/PRP/dobj/called “/``/punct/war war/NN/oprd/called ”/''/punct/war")
    assert [list(q) for q in quotations(made)] == [[4]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("The wasps defend the Austrian orchard like soldiers.", False),
        ("A quarrel between two dealers in Ghent explains the portrait of the minister's horse.", False),
        ("The Dutch cheese war enters its second year.", False),
        ("The Greek border war with Albania enters its second year.", True),
    ],
)
def test_borrowed_words_vouch_for_nothing(summary: Callable[..., list[str]], text: str, *, coded: bool) -> None:
    assert bool(summary(text)) is coded
