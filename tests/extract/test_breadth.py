"""How many of the ways in which news tell of a type are found: sentences of our own, kept whether they are understood or not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.model import Event, Party, Report
from sayso.run.coder import Coder

FOLDER = Path(__file__).parent / "coverage"
TODAY = date(2025, 12, 4)
KINDS = sorted(path.stem.upper() for path in FOLDER.glob("*.yaml"))

FOUND = 0.80  # share of the sentences in which an event of the type is found
LINKED = 0.60  # and in which one event has both the actor and the recipient
LEAST = 0.60  # share found of any one type
ALARMS = 0.05  # share of the look-alikes in which the type is found


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the type it is kept for, and the words of its parties; without an actor a look-alike."""

    kind: str
    text: str
    actor: str | None = None
    recipient: str | None = None


@cache
def cases() -> tuple[Case, ...]:
    """All sentences of the folder."""
    return tuple(case for kind in KINDS for case in _of(kind, yaml.safe_load((FOLDER / f"{kind.lower()}.yaml").read_text("utf-8"))))


def _of(kind: str, entries: Mapping[str, Any]) -> Iterator[Case]:
    yield from (Case(kind, **row) for row in entries["events"])
    yield from (Case(kind, text) for text in entries["look_alikes"])


Coded = Mapping[Case, Sequence[Event]]


@pytest.fixture(scope="module")
def coded(coder: Coder) -> Coded:
    """For each sentence its events of the type, all coded in one batch."""
    reports = [Report(id=str(n), text=case.text, published=TODAY) for n, case in enumerate(cases())]
    return {
        case: [e for e in found.events if e.type == case.kind] for case, found in zip(cases(), coder.annotate_many(reports), strict=True)
    }


@pytest.fixture
def share(coded: Coded) -> Callable[..., float]:
    """The share of the cases that pass a test of their events."""

    def share(test: Callable[[Case, Sequence[Event]], bool], of: Callable[[Case], bool]) -> float:
        rows = [case for case in cases() if of(case)]
        return sum(test(case, coded[case]) for case in rows) / len(rows)

    return share


def linked(case: Case, events: Sequence[Event]) -> bool:
    """Whether one event has both parties."""
    return any(_overlap(case, case.actor, e.actors) and _overlap(case, case.recipient, e.recipients) for e in events)


def _overlap(case: Case, words: str | None, parties: Sequence[Party]) -> bool:
    """Whether the words, or one of several alternatives, overlap a party."""
    if words is None:
        return True
    starts = [(case.text.index(part), len(part)) for part in words.split("|")]
    return any(p.start < at + length and at < p.end for at, length in starts for p in parties)


def test_the_sets_are_whole() -> None:
    for case in cases():
        assert all(part in case.text for words in (case.actor, case.recipient) if words for part in words.split("|")), case
    assert all(sum(case.kind == kind and case.actor is not None for case in cases()) >= 15 for kind in KINDS)
    assert all(sum(case.kind == kind and case.actor is None for case in cases()) >= 5 for kind in KINDS)


@pytest.mark.model
def test_most_ways_of_telling_are_found(share: Callable[..., float]) -> None:
    assert share(lambda _, events: bool(events), lambda case: case.actor is not None) >= FOUND


@pytest.mark.model
@pytest.mark.parametrize("kind", KINDS)
def test_no_type_falls_behind(share: Callable[..., float], kind: str) -> None:
    assert share(lambda _, events: bool(events), lambda case: case.actor is not None and case.kind == kind) >= LEAST


@pytest.mark.model
def test_both_parties_are_found(share: Callable[..., float]) -> None:
    assert share(linked, lambda case: case.actor is not None) >= LINKED


@pytest.mark.model
def test_few_look_alikes_are_taken_for_events(share: Callable[..., float]) -> None:
    assert share(lambda _, events: bool(events), lambda case: case.actor is None) <= ALARMS
