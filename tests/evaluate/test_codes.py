"""Scores on actor codes."""

from collections.abc import Callable
from typing import Any

from sayso.evaluate.codes import score_codes

Maker = Callable[..., dict[str, Any]]


def event(kind: str, actors: list[Any], recipients: list[Any], status: str = "occurred") -> dict[str, Any]:
    return {"report": {"id": "1"}, "type": kind, "actors": actors, "recipients": recipients, "status": status}


def rows(sources: list[str], targets: list[str], kind: str) -> list[dict[str, Any]]:
    return [{"id": "1", "events": [{"sources": sources, "targets": targets, "type": kind}]}]


def test_levels_are_reached_one_after_the_other(party: Maker) -> None:
    gold = rows(["HUN GOV"], ["IGO"], "ACCUSE")
    full = score_codes(gold, [event("ACCUSE", [party("HUN", "GOV")], [party(None, "IGO")])])
    assert [full[level] for level in ("any", "type", "countries", "full")] == [1.0, 1.0, 1.0, 1.0]
    partly = score_codes(gold, [event("ACCUSE", [party("HUN")], [party(None, "IGO")])])
    assert [partly[level] for level in ("any", "type", "countries", "full")] == [1.0, 1.0, 1.0, 0.0]
    other = score_codes(gold, [event("AID", [party("HUN")], [])])
    assert [other[level] for level in ("any", "type", "type_precision")] == [1.0, 0.0, 0.0]


def test_sides_of_a_joint_act_may_stand_in_either_role(party: Maker) -> None:
    swapped = [event("CONSULT", [party("CHN")], [party("USA")])]
    assert score_codes(rows(["USA"], ["CHN"], "CONSULT"), swapped)["countries"] == 1.0
    assert score_codes(rows(["USA", "CHN"], [], "CONSULT"), swapped)["countries"] == 1.0
    assert score_codes(rows(["USA"], ["CHN"], "ACCUSE"), [event("ACCUSE", [party("CHN")], [party("USA")])])["countries"] == 0.0


def test_silent_rows_tell_false_alarms() -> None:
    silent = [{"id": "1", "events": []}]
    assert score_codes(silent, [event("AID", [], [])])["false_alarms"] == "1/1"
    assert score_codes(silent, [event("AID", [], [], status="denied")])["false_alarms"] == "0/1"
