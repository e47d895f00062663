"""Lists of people and bodies, of which the small model makes two subjects or an apposition."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.lists import rules
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
PARTY = "Labour/NN/nsubj/wept {0} and/CC/cc/{1} unions/NNS/nsubj/wept wept/VBD/ROOT"
PREMIER = (
    "Peru/NNP/nsubj/met met/VBD/ROOT the/DT/det/premier premier/NN/dobj/met ,/,/punct/premier {0}/DT/det/ally ally/NN/appos/premier "
    "and/CC/cc/ally {1}"
)
SEVERAL = (
    "Peru/NNP/nsubj/met met/VBD/ROOT Ann/NNP/compound/Sali Sali/NNP/dobj/met ,/,/punct/Sali the/DT/det/deputy deputy/NN/{0} "
    "and/CC/cc/deputy kin/NN/conj/deputy"
)
DEPUTY = "Police/NNS/nsubj/held held/VBD/ROOT a/DT/det/students deputy/NN/nmod/students and/CC/cc/deputy {0} students/NNS/dobj/held"

ASKED = (
    "Peru/NNP/nsubj/asked asked/VBD/ROOT Chad/NNP/dobj/asked to/TO/aux/leave leave/VB/xcomp/asked and/CC/cc/asked Togo/NNP/conj/asked "
    "to/TO/aux/wait wait/VB/{0}"
)

TOLD = "{0} donors/NNS/nsubj/left ,/,/punct/donors Chad/NNP/conj/donors and/CC/cc/Chad Togo/NNP/conj/Chad {1} left/VBD/ROOT"

ARMED = (
    "Men/NNS/nsubj/hit armed/VBN/acl/Men with/IN/prep/armed sticks/NNS/pobj/with {0} knives/NNS/nsubj/hit and/CC/cc/knives "
    "bombs/NNS/conj/knives hit/VBD/ROOT Lima/NNP/dobj/hit"
)

GAVE = "Peru/NNP/nsubj/gave gave/VBD/ROOT food/NN/dobj/gave to/IN/dative/gave Chad/NNP/pobj/to and/CC/cc/to To/IN/{} Togo/NNP/pobj/To"
OF = "Men/NNS/nsubj/met of/IN/prep/Men Chad/NNP/pobj/of and/CC/cc/Men {0}/IN/prep/Men Togo/NNP/pobj/{0} met/VBD/ROOT"

TO = (
    "He/PRP/nsubj/sang sang/VBD/ROOT to/IN/prep/sang men/NNS/pobj/to of/IN/prep/men Chad/NNP/pobj/of and/CC/cc/to Of/IN/{} Togo/NNP/pobj/Of"
)


@pytest.mark.parametrize(
    ("spec", "word", "head", "dep"),
    [
        (PARTY.format(",/,/punct/Labour", "Labour"), "unions", "Labour", "conj"),
        (PARTY.format("left/VBD/relcl/Labour", "wept"), "unions", "wept", "nsubj"),  # a clause lies between
        (PREMIER.format("its", "judges/NNS/conj/ally"), "ally", "premier", "conj"),
        (PREMIER.format("an", "judges/NNS/conj/ally"), "ally", "premier", "appos"),  # it says who the premier is
        (PREMIER.format("its", "friend/NN/conj/ally"), "ally", "premier", "appos"),
        (PREMIER.format("its", "judges/NNS/conj/ally ,/,/punct/met"), "ally", "premier", "appos"),  # a comma closes it
        (DEPUTY.format("six/CD/nummod/students"), "students", "deputy", "conj"),
        (DEPUTY.format("art/NN/compound/students"), "deputy", "students", "nmod"),
        (SEVERAL.format("conj/Sali"), "deputy", "Sali", "appos"),  # one person, who is both
        (SEVERAL.format("dobj/met"), "deputy", "Sali", "appos"),
        (SEVERAL.format("conj/Sali").replace("Ann/NNP/compound/Sali ", ""), "deputy", "Sali", "conj"),
        # each member with its preposition again
        (GAVE.format("conj/to"), "Togo", "Chad", "conj"),
        (GAVE.format("prep/food"), "Togo", "To", "pobj"),  # "and" does not join it
        (OF.format("of"), "Togo", "Chad", "conj"),
        (OF.format("from"), "Togo", "from", "pobj"),
        (TO.format("conj/to"), "Togo", "Chad", "conj"),  # the model hangs it on the phrase around
        (TO.format("prep/sang"), "Togo", "Of", "pobj"),
        # who acts along with others
        (
            "Peru/NNP/nsubj/left ,/,/punct/left along/IN/prep/left with/IN/prep/along Chad/NNP/pobj/with ,/,/punct/left left/VBD/ROOT",
            *("Chad", "Peru", "conj"),
        ),
        ("Peru/NNP/nsubj/left left/VBD/ROOT along/IN/prep/left with/IN/prep/along Chad/NNP/pobj/with", "Chad", "with", "pobj"),
        # a prefix that is no noun of its own
        ("the/DT/det/ex ex/NN/nsubj/wept -/NN/nsubj/wept mayor/NN/nsubj/wept wept/VBD/ROOT", "ex", "wept", "nsubj"),
        # who else is asked to do something
        (ASKED.format("xcomp/asked"), "Togo", "Chad", "conj"),
        (ASKED.format("relcl/Togo"), "wait", "leave", "conj"),
        (ASKED.format("dep/asked"), "Togo", "asked", "conj"),
        # what somebody carries
        (ARMED.format(",/,/punct/hit"), "knives", "sticks", "conj"),
        (ARMED.format("there/RB/advmod/hit"), "knives", "hit", "nsubj"),
        # who those are of whom is told
        (TOLD.format("Its/PRP$/poss/donors", ",/,/punct/donors"), "Chad", "donors", "appos"),
        (TOLD.format("Its/PRP$/poss/donors", ""), "Chad", "donors", "conj"),  # no comma closes it
        (TOLD.format("", ",/,/punct/donors"), "Chad", "donors", "conj"),
        # a name beside its noun
        ("Its/PRP$/poss/ally ally/NN/nsubj/left Chad/NNP/nsubj/left left/VBD/ROOT", "Chad", "ally", "appos"),
        ("Today/NN/npadvmod/left Chad/NNP/nsubj/left left/VBD/ROOT", "Chad", "left", "nsubj"),
    ],
)
def test_members_of_lists_are_joined(tree: Build, lexicon: Lexicon, spec: str, word: str, head: str, dep: str) -> None:
    made = Rules(rules(lexicon)).mended(tree(spec))
    i = made.words.index(word)
    assert (made.words[made.heads[i]], made.deps[i]) == (head, dep)
