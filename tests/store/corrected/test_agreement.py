"""Krippendorff's alpha, by the worked examples of its author; and what of two reviewers is compared."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.model import AnnotatedReport
from sayso.store.corrected.agreement import agreement, alpha
from sayso.store.corrected.anchor import Anchor
from sayso.store.corrected.correction import Correction
from sayso.store.rows.words import key

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, C: four observers, twelve units, some values missing.
OBSERVERS = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."]


def units(observers: list[str]) -> list[list[str]]:
    return [[value for value in values if value != "."] for values in zip(*(row.split() for row in observers), strict=True)]


def test_the_example_of_four_observers() -> None:
    assert alpha(units(OBSERVERS)) == pytest.approx(0.743, abs=0.0005)


def test_the_example_of_two_observers_and_two_values() -> None:
    assert alpha(units(["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"])) == pytest.approx(0.095, abs=0.0005)


def test_the_example_of_two_observers_and_many_values() -> None:
    assert alpha(units(["a a b b d c c c e d d a", "b a b b b c c c e d d d"])) == pytest.approx(0.692, abs=0.0005)


@pytest.mark.parametrize(("given", "expected"), [([], None), ([["a", "a"]], None), ([["a"], ["b"]], None), ([["a", "a"], ["b", "b"]], 1.0)])
def test_the_edges(given: list[list[str]], expected: float | None) -> None:
    assert alpha(given) == expected


def test_two_reviewers(coded: Callable[..., AnnotatedReport]) -> None:
    text = "RUS attacked UKR. USA visited CHN. IND attacked PAK."
    report = coded(text)
    events = [event.to_dict() for event in report.events]
    known = key("r1", "Harbour Post")

    def correction(n: int, who: str, action: Any, **changes: Any) -> Correction:
        event = events[n]
        trigger, evidence = (Anchor.of(text, event[name]["start"], event[name]["end"]) for name in ("trigger", "evidence"))
        told = {"id": "r1", "publisher": "Harbour Post", "digest": ""}
        signed = {"who": who, "why": "", "at": "", "changes": changes, "event": event}
        return Correction(id=f"{n}{who}", action=action, report=told, trigger=trigger, evidence=evidence, **signed)  # type: ignore[arg-type]

    corrections = [
        correction(0, "a", "accept"),
        correction(0, "b", "set", status="denied"),
        correction(1, "a", "reject"),
        correction(1, "b", "reject"),
        correction(2, "a", "accept"),
        correction(2, "c", "reject"),
    ]
    found = {one.field: (one.alpha, one.events) for one in agreement({known: text}, {known: events}, corrections, ("a", "b"))}
    assert found["verdict"] == (1.0, 2)
    assert found["status"] == (0.0, 1)
    assert found["type"] == (None, 1)
