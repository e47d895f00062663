"""Nouns that merely name an act as known, and those that tell of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sayso.extract.identify.memory import Referent
from sayso.extract.judge.background import background
from sayso.extract.judge.step import Judgement
from sayso.extract.match.filler import Filler
from sayso.extract.match.step import Match
from sayso.extract.parse.tree import Tree
from sayso.extract.times import TimeMention
from sayso.model import AnnotatedReport

IRAN = Filler(0, 0, 0, Referent("Iran", "country", "IRN"), "name")
CROWD = Filler(0, 0, 0, Referent("students", "group", "IRN", ("EDU",), plural=True), "descriptor")
NOTHING = Judgement("occurred", (), None, None, ())
DATED = Judgement("occurred", (), TimeMention(0, 5, "DATE", "2025-12-01", date(2025, 12, 1), date(2025, 12, 1), "stated"), None, ())
AFTER = "oil/NN/nsubj/rose rose/VBD/ROOT after/IN/prep/rose the/DT/det/attack attack/NN/pobj/after"


@pytest.mark.parametrize(
    ("spec", "parties", "judgement", "expected"),
    [
        (AFTER, {"recipients": (IRAN,)}, NOTHING, True),
        (AFTER, {}, NOTHING, True),
        (AFTER, {"recipients": (IRAN,)}, DATED, False),
        (AFTER, {"actors": (IRAN,), "recipients": (IRAN,)}, NOTHING, False),
        (AFTER, {"recipients": (CROWD,)}, NOTHING, False),  # who suffered it is said
        (AFTER.replace("the/DT", "an/DT"), {"recipients": (IRAN,)}, NOTHING, False),
        (AFTER.replace("the/DT/det/attack", "the/DT/det/attack latest/JJS/amod/attack"), {"recipients": (IRAN,)}, NOTHING, False),
        ("the/DT/det/attack attack/NN/nsubj/began began/VBD/ROOT", {"recipients": (IRAN,)}, NOTHING, False),  # it happens
    ],
)  # fmt: skip
def test_definite_nouns(
    tree: Callable[[str], Tree],
    matched: Callable[..., Match],
    spec: str,
    parties: dict[str, Any],
    judgement: Judgement,
    *,
    expected: bool,
) -> None:
    made = tree(spec)
    assert background(made, matched(made, "attack", "noun", **parties), judgement, {"the"}) is expected


def test_verbs_and_nouns_under_a_light_verb_tell(tree: Callable[[str], Tree], matched: Callable[..., Match]) -> None:
    made = tree("Iran/NNP/nsubj/launched launched/VBD/ROOT the/DT/det/attack attack/NN/dobj/launched")
    assert not background(made, matched(made, "attack", "noun", light="launched"), NOTHING, {"the"})
    assert not background(made, matched(made, "attack"), NOTHING, {"the"})


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Despite the sanctions on Iran, oil flows.", 0),
        ("She left after the coup in Niger.", 0),
        ("Oman marked the anniversary of the Korean War of 1950.", 0),  # a name
        ("The book tells of problems following the Vietnam War.", 0),
        ("The Russian Centre for Reconciliation in Syria sent no doctors.", 0),  # of a body
        ("According to the UN's peacekeeping mission in Chad, nobody slept.", 0),  # who says it
        ("Under its trade deal with Peru, Chile pays nothing.", 0),  # by whose terms
        ("The attack on Kyiv on Monday killed nine.", 1),
        ("Poland condemned the Russian attack on Ukraine.", 2),
    ],
)
def test_sentences(annotate: Callable[..., AnnotatedReport], text: str, events: int) -> None:
    found = annotate(text)
    assert len(found.events) == events
    assert bool(events) or any("dropped" in reason or "trigger" in reason for note in found.sentences for reason in note.reasons)
