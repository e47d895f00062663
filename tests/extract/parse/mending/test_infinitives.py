"""Infinitives whose verb the small model misreads or passes by."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.infinitives import Infinitives
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

PLANS = "the/DT/det/plans Chadian/JJ/amod/plans {0}/JJ/amod/plans plans/NNS/ROOT to/TO/aux/send send/VB/acl/plans ships/NNS/dobj/send"
VOWED = "Togo/NNP/nsubj/{0} {0}/VBD/ROOT this/DT/det/week week/NN/npadvmod/{0} to/TO/aux/send send/VB/advcl/{0} ships/NNS/dobj/send"
SINCE = "Envoys/NNS/nsubj/have have/VBP/ROOT {0}/IN/prep/have held/VBN/amod/talks talks/NNS/pobj/{0} in/IN/prep/talks Lima/NNP/pobj/in"
HAVING = "Having/VBG/advcl/left closed/{0}/roads roads/NNS/dobj/Having ,/,/punct/left Togo/NNP/nsubj/left left/VBD/ROOT"

PRESSED = (
    "Togo/NNP/nsubj/asked asked/VBD/ROOT him/PRP/dobj/asked to/TO/aux/press press/VB/xcomp/asked Chad/NNP/dobj/press to/TO/aux/stop "
    "stop/VB/advcl/press and/CC/cc/asked {0}/TO/aux/lift lift/VB/conj/asked curbs/NNS/dobj/lift"
)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (PLANS.format("army"), {"army": ("plans", "nsubj"), "send": ("plans", "xcomp"), "chadian": ("army", "amod")}),
        (PLANS.format("bold"), {"bold": ("plans", "amod"), "send": ("plans", "acl")}),
        (VOWED.format("vowed"), {"send": ("vowed", "xcomp")}),
        (VOWED.format("sailed"), {"send": ("sailed", "advcl")}),
        (VOWED.format("vowed").replace("npadvmod", "dobj"), {"send": ("vowed", "advcl")}),
        (
            SINCE.format("since"),
            {"envoys": ("held", "nsubj"), "have": ("held", "aux"), "talks": ("held", "dobj"), "held": ("held", "ROOT")},
        ),
        (HAVING.format("VBN/amod"), {"having": ("closed", "aux"), "roads": ("closed", "dobj"), "closed": ("left", "advcl")}),
        (HAVING.format("JJ/amod"), {"roads": ("having", "dobj"), "closed": ("roads", "amod")}),
        (SINCE.format("after"), {"held": ("talks", "amod"), "talks": ("after", "pobj")}),
        (PRESSED.format("to"), {"lift": ("stop", "conj"), "stop": ("press", "advcl")}),
        (PRESSED.format("would").replace("would/TO", "would/MD"), {"lift": ("asked", "conj")}),
    ],
)
def test_verbs_of_infinitives(tree: Callable[[str], Tree], lexicon: Lexicon, spec: str, expected: dict[str, tuple[str, str]]) -> None:
    mended = Rules([*Infinitives.of(lexicon).rules()]).mended(tree(spec))
    assert {w: (mended.lower[mended.heads[i]], mended.deps[i]) for i, w in enumerate(mended.lower) if w in expected} == expected
