"""The arithmetic of scores: rates, and spans that overlap."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Figures = dict[str, Any]
Item = Mapping[str, Any]


def share(part: int, whole: int) -> float | None:
    """A fraction to three places; None of nothing."""
    return round(part / whole, 3) if whole else None


def harmonic(precision: float, recall: float) -> float:
    """F1 of a precision and a recall."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def rates(right: int, coded: int, found: int, gold: int) -> Figures:
    """Precision, recall and F1 to three places."""
    precision, recall = right / max(1, coded), found / max(1, gold)
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(harmonic(precision, recall), 3)}


def overlap(one: Item, other: Item) -> bool:
    """Whether two spans share a character."""
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def best_overlap(spans: Iterable[Item], gold: Item) -> Item | None:
    """The overlapping span whose bounds differ least."""
    near = [s for s in spans if overlap(s, gold)]
    return min(near, key=lambda s: abs(s["start"] - gold["start"]) + abs(s["end"] - gold["end"]), default=None)


def by_report(events: Iterable[Item]) -> dict[str, list[Item]]:
    """Events by the report that they stand in."""
    grouped: dict[str, list[Item]] = defaultdict(list)
    for event in events:
        grouped[str(event["report"]["id"])].append(event)
    return grouped


def of_reports(reports: Iterable[Item], key: str) -> dict[str, Sequence[Item]]:
    """One list of each annotated report, by its id."""
    return {str(r["id"]): r.get(key) or [] for r in reports}
