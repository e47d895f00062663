"""What follows on disobedience makes a threat of an order; a choice between two deeds does not."""

from collections.abc import Callable

import pytest

from sayso.extract.match.alternatives import forfeits
from sayso.extract.parse.tree import Tree

LEAVE = (
    "men/NNS/nsubj/leave must/MD/aux/leave leave/VB/ccomp/said or/CC/cc/leave be/VB/auxpass/{0} {0}/VBN/conj/leave "
    "he/PRP/nsubj/said said/VBD/ROOT"
)
PAY = "he/PRP/nsubj/told told/VBD/ROOT men/NNS/dobj/told to/TO/aux/leave leave/VB/xcomp/told or/CC/cc/leave {0}/VB/conj/leave"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (LEAVE.format("shot"), True),
        (LEAVE.format("paid"), False),
        (LEAVE.replace("or/", "and/").format("shot"), False),
        (PAY.format("die"), True),
        (PAY.format("stay"), False),
    ],
)
def test_forfeits(tree: Callable[[str], Tree], spec: str, *, expected: bool) -> None:
    parsed = tree(spec)
    assert forfeits(parsed, parsed.lower.index("leave"), {"shot"}, {"die"}) is expected


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Doctors in Lagos must return to work or be dismissed, the Nigerian health minister said.",
        "Sudan's rebels told the villagers to pay or die.",
        "Congo's army has until Sunday to leave Goma or be bombed, the M23 rebels said.",
    ],
)
def test_an_order_on_pain_of_harm_is_a_threat(summary: Callable[..., list[str]], text: str) -> None:
    assert any(told.startswith("THREATEN") for told in summary(text))
