"""Headlines get their verb on top, with who acts and on whom."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.headlines import headed
from sayso.extract.parse.tree import Tree

Build = Callable[[str], Tree]
VETOES = "Togo/NNP/amod/vetoes vetoes/VBZ/compound/plan plan/NN/ROOT on/IN/prep/plan Mali/NNP/pobj/on"
EXPELS = "Mali/NNP/compound/expels junta/NN/compound/expels expels/VBZ/ROOT envoy/NN/npadvmod/expels"
CALLS = "Unions/NNS/nsubj/call call/VBP/ROOT strike/NN/oprd/call"
TALKS = "Truce/NN/compound/talks talks/NNS/ROOT in/IN/prep/talks Mali/NNP/pobj/in"


def over(tree: Tree, word: str) -> str:
    i = tree.words.index(word)
    return f"{tree.deps[i]}/{tree.words[tree.heads[i]]}"


@pytest.mark.parametrize(
    ("spec", "word", "expected"),
    [
        (VETOES, "vetoes", "ROOT/vetoes"),
        (VETOES, "Togo", "nsubj/vetoes"),
        (VETOES, "plan", "dobj/vetoes"),
        (VETOES + " ././punct/plan", "plan", "ROOT/plan"),  # no headline
        (EXPELS, "junta", "nsubj/expels"),
        (EXPELS, "envoy", "dobj/expels"),
        (CALLS, "strike", "dobj/call"),
        (TALKS, "talks", "ROOT/talks"),
    ],
)
def test_a_headline_has_its_verb(tree: Build, spec: str, word: str, expected: str) -> None:
    assert over(headed(tree(spec)), word) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Zambia vetoes EU statement on China", "REJECT ZMB:GOV > EU:IGO"),
        ("Russian attack on Odesa", "ASSAULT RUS > UKR"),
        ("Two Dutch diplomats expelled by Chad", "SANCTION TCD:GOV > NLD:GOV"),
    ],
)
def test_headlines_tell_of_events(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert any(told.startswith(event.split()[0]) for told in summary(text))
