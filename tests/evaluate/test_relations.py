"""Scores on marked relations."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.evaluate.relations import score_relations

Maker = Callable[..., dict[str, Any]]


def row(kind: str) -> dict[str, Any]:
    return {"id": "1", "sentence_id": "s", "source": [0, 5], "target": [10, 15], "type": kind}


@pytest.fixture
def event(party: Maker) -> Maker:
    def make(kind: str, *, source: int = 0, target: int = 10, status: str = "occurred") -> dict[str, Any]:
        roles = {"actors": [party(at=source)], "recipients": [party(at=target)]}
        return {"report": {"id": "s"}, "type": kind, "status": status, **roles}

    return make


def test_a_linked_event_of_the_type_is_right(event: Maker) -> None:
    figures = score_relations([row("ACCUSE")], [event("ACCUSE"), event("REQUEST")])
    assert figures["type_recall"] == figures["pair_recall"] == 1.0
    assert figures["type_precision"] == 0.5
    assert figures["per_type_recall"] == {"ACCUSE": 1.0}


def test_only_symmetric_types_link_either_way(event: Maker) -> None:
    assert score_relations([row("CONSULT")], [event("CONSULT", source=10, target=0)])["pair_recall"] == 1.0
    assert score_relations([row("ACCUSE")], [event("ACCUSE", source=10, target=0)])["pair_recall"] == 0.0


def test_intended_acts_count_as_their_verbal_types_too(event: Maker) -> None:
    assert score_relations([row("THREATEN")], [event("ASSAULT", status="planned")])["type_recall"] == 1.0
    assert score_relations([row("THREATEN")], [event("ASSAULT")])["type_recall"] == 0.0


def test_older_names_of_types_count(event: Maker) -> None:
    figures = score_relations([row("YIELD")], [event("RETREAT"), event("CONCEDE")])
    assert (figures["type_recall"], figures["type_precision"]) == (1.0, 1.0)
