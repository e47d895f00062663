"""Scores on chains of coreference."""

from typing import Any

from sayso.evaluate.chains import score_chains


def event(report: str, name: str, start: int) -> dict[str, Any]:
    return {"id": name, "report": {"id": report}, "trigger": {"start": start, "end": start + 4, "text": "held"}}


def mention(start: int, chain: str | None) -> dict[str, Any]:
    return {"start": start, "end": start + 4, "chain": chain}


GOLD = [
    {"id": "a", "events": [mention(0, "talks"), mention(10, "talks"), mention(20, None)]},
    {"id": "b", "events": [mention(0, "talks"), mention(10, "vote")]},
]
EVENTS = [event("a", "a0", 0), event("a", "a10", 10), event("b", "b0", 1), event("b", "b10", 10)]


def incidents(*groups: str) -> list[dict[str, Any]]:
    return [{"id": str(n), "events": [{"id": e, "report": e[0]} for e in group.split()]} for n, group in enumerate(groups)]


def test_links_within_and_across_reports() -> None:
    figures = score_chains(GOLD, EVENTS, incidents("a0 a10 b0", "b10"))
    assert (figures["gold"], figures["mentions"], figures["chained"]) == (5, 0.8, 1.0)
    assert figures["within"] == {"gold": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert figures["across"] == {"gold": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_wrong_and_missing_links() -> None:
    figures = score_chains(GOLD, EVENTS, incidents("a0", "a10 b10", "b0"))
    assert figures["within"]["recall"] == 0.0
    assert figures["across"] == {"gold": 2, "precision": 0.0, "recall": 0.0, "f1": 0.0}
