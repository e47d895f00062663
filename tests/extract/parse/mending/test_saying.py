"""Clauses of speech hang on the verbs to which they belong."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.mending.saying import Saying
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

RALLY = "Togo/NNP/nsubj/told told/VBD/ROOT a/DT/det/rally rally/NN/dobj/told that/IN/mark/fled men/NNS/nsubj/fled fled/VBD/acl/rally"
AGENT = (
    "Togo/NNP/nsubjpass/told was/VBD/auxpass/told told/VBN/ROOT by/IN/agent/told men/NNS/pobj/by that/WDT/dobj/fled "
    "Chad/NNP/nsubj/fled fled/VBD/relcl/men"
)
INSERTED = (
    "Later/RB/advmod/fell ,/,/punct/fell she/PRP/nsubj/recalled recalled/VBD/advcl/fell ,/,/punct/fell Togo/NNP/nsubj/fell fell/VBD/ROOT"
)
NARRATED = (
    "Togo/NNP/nsubj/shot shot/VBD/ROOT men/NNS/dobj/shot ,/,/punct/men nuns/NNS/conj/men who/WP/nsubj/fled fled/VBD/relcl/nuns "
    "said/VBD/conj/shot"
)
SEATED = "In/IN/prep/condemned Minsk/NNP/pobj/In condemned/VBD/ROOT plans/NNS/dobj/condemned"
GONE_ON = (
    "Togo/NNP/nsubj/said said/VBD/ROOT men/NNS/nsubj/fled had/VBD/aux/fled fled/VBN/ccomp/said ,/,/punct/said and/CC/cc/fled "
    "Chad/NNP/nsubj/wept wept/VBD/ccomp/said"
)
ENDED = (
    "Togo/NNP/nsubj/{0} {0}/VBD/ROOT Chad/NNP/dobj/{0} of/IN/prep/{0} shelling/VBG/pcomp/of Lome/NNP/dobj/shelling ,/,/punct/{0} "
    "{1}/VBG/advcl/{0} men/NNS/dobj/{1}"
)
SPOKEN_ON = (
    "Togo/NNP/nsubj/said said/VBD/ROOT {0}/PRP$/poss/men men/NNS/nsubj/fled had/VBD/aux/fled fled/VBN/ccomp/said and/CC/cc/fled "
    "{1}/VBN/conj/fled Chad/NNP/dobj/{1}"
)
QUOTED = (
    "Togo/NNP/nsubj/{0} {0}/VBD/ROOT it/PRP/nsubj/was was/VBD/ccomp/{0} \"/``/punct/was absurd/JJ/acomp/was \"/''/punct/was ,/,/punct/was "
    "{1}/VBG/advcl/was men/NNS/dobj/{1}"
)
SPOKEN_IN = (
    "Togo/NNP/nsubj/{0} {0}/VBD/ROOT Chad/NNP/nsubj/slept slept/VBD/ccomp/{0} {1}/,/punct/slept in/IN/prep/slept a/DT/det/{2} "
    "{2}/NN/pobj/in"
)


@pytest.mark.parametrize(
    ("spec", "word", "expected"),
    [
        (RALLY, "fled", ("told", "ccomp")),
        (RALLY.replace("told", "held"), "fled", ("rally", "acl")),
        (RALLY.replace("that/IN/mark", "whom/WP/dobj"), "fled", ("rally", "acl")),
        (AGENT, "fled", ("told", "ccomp")),
        (INSERTED, "recalled", ("fell", "parataxis")),
        (INSERTED.replace("recalled", "slept"), "slept", ("fell", "advcl")),
        (NARRATED, "nuns", ("said", "nsubj")),
        (NARRATED.replace("said", "sang"), "nuns", ("men", "conj")),
        (SEATED, "minsk", ("condemned", "nsubj")),
        (SEATED.replace("condemned", "ate"), "minsk", ("in", "pobj")),
        ("He/PRP/nsubj/condemned " + SEATED, "minsk", ("in", "pobj")),
        (GONE_ON, "wept", ("said", "conj")),
        (GONE_ON.replace("had/VBD/aux/fled ", ""), "wept", ("said", "ccomp")),
        # what the deed of which somebody is accused ended in
        (ENDED.format("accused", "killing"), "killing", ("shelling", "advcl")),
        (ENDED.format("accused", "citing"), "citing", ("accused", "advcl")),
        (ENDED.format("warned", "killing"), "killing", ("warned", "advcl")),
        # who goes on from words of himself
        (SPOKEN_ON.format("its", "accused"), "accused", ("said", "conj")),
        (SPOKEN_ON.format("its", "left"), "left", ("fled", "conj")),
        (SPOKEN_ON.format("its", "accused").replace("its/PRP$/poss", "the/DT/det"), "accused", ("fled", "conj")),
        # who does something by what he says in quotation marks
        (QUOTED.format("said", "accusing"), "accusing", ("said", "advcl")),
        (QUOTED.format("said", "killing"), "killing", ("was", "advcl")),
        (QUOTED.format("hurt", "accusing"), "accusing", ("was", "advcl")),
        (QUOTED.format("said", "accusing").replace("\"/''/punct/was ,", "late/RB/advmod/was ,"), "accusing", ("was", "advcl")),
        # where something was said
        (SPOKEN_IN.format("said", ",", "call"), "in", ("said", "prep")),
        (SPOKEN_IN.format("said", "late", "call"), "in", ("slept", "prep")),
        (SPOKEN_IN.format("said", ",", "bed"), "in", ("slept", "prep")),
        (SPOKEN_IN.format("hurt", ",", "call"), "in", ("slept", "prep")),
    ],
)
def test_clauses_of_speech(tree: Callable[[str], Tree], lexicon: Lexicon, spec: str, word: str, expected: tuple[str, str]) -> None:
    mended = Rules(Saying.of(lexicon).rules()).mended(tree(spec))
    i = mended.lower.index(word)
    assert (mended.lower[mended.heads[i]], mended.deps[i]) == expected
