"""Nouns that the small model hangs on a neighbour, put under the word that they belong to."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.neighbours import rules
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
KINSHASA = "In/IN/ROOT Lima/NNP/compound/men men/NNS/pobj/In burned/VBN/acl/men {0}"
BOMB = (
    "He/PRP/nsubj/quit quit/VBD/ROOT {0}/IN/prep/{1} bombs/NNS/pobj/{0} in/IN/prep/bombs Lima/NNP/pobj/in hit/VBD/advcl/quit "
    "it/PRP/dobj/hit"
)
CLASH = "He/PRP/nsubj/left left/VBD/ROOT {0}/IN/mark/clash Doklam/NNP/nsubj/clash {1}/advcl/left"
TROOPS = "Malian/JJ/nsubj/forces forces/VBZ/ROOT attacked/VBN/acl/forces near/IN/prep/attacked Gao/NNP/pobj/near {}"
LANDED = "They/PRP/nsubj/left left/VBD/ROOT {}Crete/NNP/advmod/left in/IN/prep/left May/NNP/pobj/in"
DOCTOR = "It/PRP/nsubj/fell fell/VBD/ccomp/said in/IN/prep/fell Lima/NNP/pobj/in ,/,/punct/Lima doctors/NNS/{0}/Lima said/VBD/ROOT"


JUDGE = "After/IN/prep/quit talks/NNS/pobj/After ,/,/punct/talks {0}/appos/talks ,/,/punct/quit quit/VBD/ROOT"


@pytest.mark.parametrize(
    ("spec", "word", "head"),
    [
        # who acts behind a place that swallowed him
        (KINSHASA.format("cars/NNS/dobj/burned"), "lima", "in"),
        (KINSHASA.format("cars/NNS/dobj/burned"), "men", "burned"),
        (KINSHASA.format(""), "men", "in"),  # who was burned
        # the subject of a clause after "after"
        (BOMB.format("after", "hit"), "bombs", "hit"),
        (BOMB.format("after", "quit"), "bombs", "hit"),
        (BOMB.format("over", "quit"), "bombs", "over"),
        # no verb, as it would ask for several
        (CLASH.format("after", "clash/VBP"), "clash", "after"),
        (CLASH.format("after", "clash/VBP"), "doklam", "clash"),
        (CLASH.format("after", "clash/VBD"), "clash", "left"),
        (CLASH.format("as", "clash/VBP"), "clash", "left"),
        ("It/PRP/nsubj/quit quit/VBD/ROOT after/IN/mark/hit bombs/NNS/pobj/after hit/VBD/advcl/quit it/PRP/dobj/hit", "bombs", "hit"),
        # who said it
        (DOCTOR.format("appos"), "doctors", "said"),
        (DOCTOR.format("conj"), "doctors", "lima"),
        # who acts behind what opens the sentence, and who is only told of there
        (JUDGE.format("judges/NNS"), "judges", "quit"),
        (
            JUDGE.format("judges/NNS/appos/talks ,/,/punct/judges Paz/NNP").replace("talks ,/,/punct/quit", "judges ,/,/punct/quit"),
            "judges",
            "quit",
        ),
        (JUDGE.format("judges/NNS").replace("quit/VBD", "it/PRP/nsubj/quit quit/VBD"), "judges", "talks"),
        (JUDGE.format("R/NN/compound/Ohio Ohio/NNP"), "ohio", "talks"),
        # a plural read as a verb
        (TROOPS.format(""), "forces", "attacked"),
        (TROOPS.format("towns/NNS/dobj/forces"), "attacked", "forces"),
    ],
)
def test_where_a_noun_belongs(tree: Build, lexicon: Lexicon, spec: str, word: str, head: str) -> None:
    mended = Rules(rules(lexicon)).mended(tree(spec))
    assert mended.lower[mended.heads[mended.lower.index(word)]] == head


def test_what_is_whole_is_left_alone(tree: Build, lexicon: Lexicon) -> None:
    made = tree("In/IN/prep/met Lima/NNP/pobj/In men/NNS/nsubj/met met/VBD/ROOT")
    assert Rules(rules(lexicon)).mended(made) is made


@pytest.mark.parametrize(("before", "dep"), [("", "dobj"), ("home/NN/dobj/left ", "advmod"), ("soon/RB/advmod/left ", "advmod")])
def test_a_name_behind_a_verb_is_no_adverb(tree: Build, lexicon: Lexicon, before: str, dep: str) -> None:
    mended = Rules(rules(lexicon)).mended(tree(LANDED.format(before)))
    assert mended.deps[mended.lower.index("crete")] == dep


@pytest.mark.parametrize(
    ("name", "looks", "dep"),
    [
        ("Dhanbad", "RB/advmod", "dobj"),
        ("Haifa", "NNP/npadvmod", "dobj"),
        ("Friday", "NNP/npadvmod", "npadvmod"),  # a day
        ("again", "RB/advmod", "advmod"),
    ],
)
def test_a_name_that_is_unknown_to_the_model(tree: Build, lexicon: Lexicon, name: str, looks: str, dep: str) -> None:
    mended = Rules(rules(lexicon)).mended(tree(f"They/PRP/nsubj/shelled shelled/VBD/ROOT {name}/{looks}/shelled ././punct/shelled"))
    assert mended.deps[mended.words.index(name)] == dep
