"""Words that stand far from where they belong, as in the order of other languages, are put in their places."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.displaced import Displaced
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
RECALLED = "Malaysia/NNP/nsubj/{0} {0}/VBD/ROOT from/IN/prep/{0} Oslo/NNP/pobj/from {1} its/PRP$/poss/ambassador ambassador/NN/appos/Oslo"
HIM = "guards/NNS/ROOT that/WDT/dobj/beat {0}/PRP/nsubj/beat beat/VBD/relcl/guards"
BY = "he/PRP/nsubj/was was/VBD/ROOT by/IN/prep/was guards/NNS/pobj/by beaten/VBN/acl/guards"
BEHIND = "by/IN/prep/taken rebels/NNS/pobj/by was/VBD/auxpass/taken taken/VBN/ROOT bridge/NN/dobj/taken"
WHICH = (
    "Chad/NNP/nsubj/left which/WDT/nsubj/alleges Togo/NNP/nsubj/alleges alleges/VBZ/relcl/Chad is/VBZ/aux/arming "
    "arming/VBG/xcomp/alleges rebels/NNS/dobj/arming left/VBD/ROOT"
)

VALUED = (
    "Togo/NNP/nsubj/condemned condemned/VBD/ROOT as/IN/prep/condemned barbaric/JJ/amod/massacre the/DT/det/massacre massacre/NN/pobj/as"
)


def over(tree: Tree, word: str) -> str:
    i = tree.lower.index(word)
    return f"{tree.deps[i]}/{tree.words[tree.heads[i]]}"


@pytest.mark.parametrize(
    ("spec", "word", "expected"),
    [
        (RECALLED.format("recalled", ""), "ambassador", "dobj/recalled"),
        (RECALLED.format("recalled", ",/,/punct/Oslo"), "ambassador", "appos/Oslo"),  # explains the town
        (RECALLED.format("came", ""), "ambassador", "appos/Oslo"),
        (HIM.format("him"), "him", "dobj/beat"),
        (HIM.format("him"), "that", "nsubj/beat"),
        (HIM.format("he"), "he", "nsubj/beat"),
        (HIM.format("US"), "us", "nsubj/beat"),
        (BY, "beaten", "ROOT/beaten"),
        (BY, "by", "agent/beaten"),
        (BY, "he", "nsubjpass/beaten"),
        (BEHIND, "bridge", "nsubjpass/taken"),
        (BEHIND, "by", "agent/taken"),
        (BEHIND.replace("bridge/NN/dobj", "bridge/NN/nsubj"), "bridge", "nsubj/taken"),
        (
            "he/PRP/nsubj/came came/VBD/ROOT and/CC/cc/came was/VBD/auxpass/given given/VBN/conj/came food/NN/dobj/given",
            "food",
            "dobj/given",
        ),
        (VALUED, "massacre", "dobj/condemned"),
        (VALUED.replace("barbaric/JJ/amod", "barbaric/JJ/nmod"), "massacre", "pobj/as"),
        (WHICH, "which", "nsubj/arming"),
        (WHICH, "arming", "ccomp/alleges"),
        (WHICH.replace("is/VBZ/aux/arming ", ""), "which", "nsubj/alleges"),
    ],
)
def test_a_word_is_put_where_it_belongs(tree: Build, lexicon: Lexicon, spec: str, word: str, expected: str) -> None:
    assert over(Rules(Displaced.of(lexicon).rules()).mended(tree(spec)), word) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad expelled, on the same night, the German ambassador.", "SANCTION TCD:GOV > DEU:GOV"),
        ("Ghana condemned as illegal the sanctions imposed by Paris.", "ACCUSE GHA:GOV > FRA:GOV"),
        ("By unknown gunmen was kidnapped a Kenyan doctor.", "ASSAULT (unknown gunmen):UAF > KEN:HLH"),
        ("In Aleppo by the rebels were killed twenty Syrian soldiers.", "ASSAULT SYR:REB > SYR:MIL"),
        ("Cuba, which Peru alleges is arming rebels in Lima, closed its embassy.", "ACCUSE PER:GOV > CUB:GOV"),
    ],
)
def test_who_is_displaced_takes_part(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
