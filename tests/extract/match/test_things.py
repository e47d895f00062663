"""Which thing a pronoun stands for, on trees built by hand and in texts."""

from collections.abc import Callable

import pytest

from sayso.extract.match.things import thing_meant
from sayso.extract.parse.tree import Tree

IMPOSED = "Chad/NNP/nsubj/imposed imposed/VBD/ROOT {0}/{1}/{2}/imposed and/CC/cc/imposed lifted/VBD/conj/imposed {3}/{4}/dobj/lifted"


@pytest.mark.parametrize(
    ("spec", "meant"),
    [
        (IMPOSED.format("tax", "NN", "dobj", "it", "PRP"), "tax"),
        (IMPOSED.format("curbs", "NNS", "dobj", "them", "PRP"), "curbs"),
        (IMPOSED.format("curbs", "NNS", "dobj", "it", "PRP"), None),  # another number
        (IMPOSED.format("tax", "NN", "npadvmod", "it", "PRP"), None),  # nothing was done to it
        (IMPOSED.format("tax", "NN", "dobj", "him", "PRP"), None),
        ("Police/NNS/nsubj/freed freed/VBD/ROOT them/PRP/dobj/freed", None),  # its own subject
        (IMPOSED.format("tax", "NN", "dobj", "curbs", "NNS"), None),
    ],
)
def test_the_thing_meant(tree: Callable[[str], Tree], spec: str, meant: str | None) -> None:
    made = tree(spec)
    found = thing_meant(made, len(made) - 1)
    assert (None if found is None else made.words[found]) == meant


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Mali's cabinet decreed a curfew on Monday and lifted it on Friday.", "RETREAT MLI:GOV > -"),
        ("Peruvian gunmen took rifles from a barracks and handed them to the army.", "RETREAT PER:UAF > PER:MIL"),
    ],
)
def test_what_a_pronoun_stands_for_decides_the_sense(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
