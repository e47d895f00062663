"""Participles and verbal nouns get those to whom something is done."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.mending.undergone import Undergone
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
SAW = "year/NN/nsubj/saw {0}/VBD/ROOT papers/NNS/nsubj/shut shut/VBD/ccomp/{0}"
BY = "papers/NNS/nsubj/shut shut/VBD/ROOT by/IN/agent/shut police/NN/pobj/by"
ORDERED = "Togo/NNP/nsubj/ordered ordered/VBD/ROOT border/NN/dobj/ordered reopened/VBN/ccomp/ordered"
EXPELLING = "the/DT/det/{0} {0}/NN/nsubj/came of/IN/prep/{0} nuns/NNS/pobj/of by/IN/prep/nuns Togo/NNP/pobj/by came/VBD/ROOT"


def over(tree: Tree, word: str) -> str:
    i = tree.words.index(word)
    return f"{tree.deps[i]}/{tree.words[tree.heads[i]]}"


@pytest.mark.parametrize(
    ("spec", "word", "expected"),
    [
        (SAW.format("saw").replace("nsubj/saw saw", "nsubj/saw saw"), "papers", "nsubjpass/shut"),
        (SAW.format("said").replace("nsubj/saw", "nsubj/said"), "papers", "nsubj/shut"),
        (BY, "papers", "nsubjpass/shut"),
        (BY.replace("agent", "prep"), "papers", "nsubj/shut"),
        (ORDERED, "reopened", "xcomp/ordered"),
        (EXPELLING.format("expelling"), "nuns", "dobj/expelling"),
        (EXPELLING.format("expelling"), "by", "prep/expelling"),
        (EXPELLING.format("arrival"), "nuns", "pobj/of"),
    ],
)
def test_what_is_done_to_somebody(tree: Build, lexicon: Lexicon, spec: str, word: str, expected: str) -> None:
    assert over(Rules(Undergone.of(lexicon).rules()).mended(tree(spec)), word) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The expelling of two Dutch diplomats by Chad came as a surprise.", "SANCTION TCD:GOV > NLD:GOV"),
        ("Chad had two Dutch diplomats expelled.", "SANCTION TCD:GOV > NLD:GOV"),
    ],
)
def test_who_undergoes_it_takes_part(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
