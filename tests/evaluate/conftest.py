"""What a line of these tests is made from: parties, annotated events, coded events, and a coder that knows its answers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pytest

from sayso.model import AnnotatedReport, Report

Row = dict[str, Any]
Maker = Callable[..., Row]


class Answers:
    """A coder that gives what it was told to give, by report id."""

    def __init__(self, answers: Mapping[str, Row]) -> None:
        self.answers = answers
        self.read: list[Report] = []

    def annotate_many(self, reports: Iterable[Report]) -> Iterator[AnnotatedReport]:
        for report in reports:
            self.read.append(report)
            answer = self.answers.get(report.id, {})
            yield AnnotatedReport(
                report,
                places=tuple(answer.get("places", ())),
                times=tuple(answer.get("times", ())),
                events=tuple(_Given({**event, "report": {"id": report.id}}) for event in answer.get("events", ())),  # type: ignore[misc]
            )


class _Given:
    """An event that is its own dictionary."""

    says = ()

    def __init__(self, event: Row) -> None:
        self.event = event

    def to_dict(self) -> Row:
        return self.event


@pytest.fixture
def answers() -> Callable[[Mapping[str, Row]], Answers]:
    return Answers


@pytest.fixture
def party() -> Maker:
    def make(country: str | None = None, *sectors: str, name: str = "x", at: int | None = None) -> Row:
        span = {} if at is None else {"start": at, "end": at + 5}
        return {"country": country, "sectors": list(sectors), "name": name, "text": name, "entity": None, **span}

    return make


@pytest.fixture
def annotated() -> Maker:
    def make(evidence: str, *types: str, **fields: Any) -> Row:
        empty = {"sources": [], "targets": [], "symmetric": False, "status": ["occurred"], "says": None, "date": None, "place": None}
        return {"evidence": evidence, "types": list(types), **empty, "quantities": [], "must": True, **fields}

    return make


@pytest.fixture
def coded() -> Maker:
    def make(text: str, trigger: str, kind: str, **fields: Any) -> Row:
        start = text.index(trigger)
        span = {"start": start, "end": start + len(trigger), "text": trigger}
        empty: Row = {"mode": None, "actors": [], "recipients": [], "status": "occurred", "says": [], "time": None, "place": None}
        return {
            "report": {"id": "r"},
            "type": kind,
            "trigger": span,
            "evidence": span,
            **empty,
            "quantities": [],
            "confidence": 0.5,
            **fields,
        }

    return make
