"""Every example of every pattern fires it, no counterexample does.

All sentences of one half of the event types are coded in one batch; each is then one assertion. The halves are xdist groups, so that two
workers code one half each.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pytest

from sayso.lexicon.read import read
from sayso.model import Event, Report
from sayso.run.coder import Coder
from sayso.settings import Settings

TODAY = date(2025, 6, 2)
HALVES = 2

Coded = Mapping[str, Sequence[Event]]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of the lexicon and what it must or must not fire."""

    id: str
    half: int
    pattern: str
    text: str
    fires: bool
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: str | None = None
    joint: bool = False


@cache
def cases() -> tuple[Case, ...]:
    """All examples and counterexamples."""
    kinds = read(cache=Settings().cache)["events"]
    return tuple(case for n, kind in enumerate(kinds) for entry in kind["patterns"] for case in _of(kind, entry, n))


def _of(kind: Mapping[str, Any], entry: Mapping[str, Any], n: int) -> Iterator[Case]:
    name = f"{kind['type'].lower()}/{entry['mode'] or '-'}/{entry['name']}"
    half = n % HALVES
    for i, example in enumerate(entry["examples"], 1):
        told = {"text": example} if isinstance(example, str) else example
        roles = {role: tuple(told.get(role, ())) for role in ("actors", "recipients")}
        yield Case(f"{name}+{i}", half, name, told["text"], True, **roles, status=told.get("status"), joint=entry["joint"])
    for i, text in enumerate(entry["counterexamples"], 1):
        yield Case(f"{name}-{i}", half, name, text, False)


def params(*, fires: bool) -> list[Any]:
    return [
        pytest.param(case, id=case.id, marks=pytest.mark.xdist_group(f"lexicon-{case.half}")) for case in cases() if case.fires is fires
    ]


@pytest.fixture(scope="session")
def coded() -> Callable[[int], Coded]:
    """The events of one half's sentences, by case, coded in one batch when first asked for."""

    @cache
    def half(number: int) -> Coded:
        reports = [Report(id=case.id, text=case.text, published=TODAY) for case in cases() if case.half == number]
        return {annotated.report.id: annotated.events for annotated in Coder(Settings()).annotate_many(reports)}

    return half


@pytest.mark.model
@pytest.mark.parametrize("case", params(fires=True))
def test_an_example_fires_its_pattern(case: Case, coded: Callable[[int], Coded]) -> None:
    events = coded(case.half)[case.id]
    fired = [event for event in events if event.pattern == case.pattern]
    assert fired, f"{case.text!r} gave {[event.pattern for event in events]}"
    assert any(_as_told(event, case) for event in fired), f"{case.text!r} gave {[str(event) for event in fired]}"


def _as_told(event: Event, case: Case) -> bool:
    """Whether the listed words stand in the roles, of a joint act in either of them, and the status is the listed one."""
    everyone = (*event.actors, *event.recipients)
    roles = ((case.actors, event.actors), (case.recipients, event.recipients))
    found = all(any(words in p.text for p in (everyone if case.joint else parties)) for wanted, parties in roles for words in wanted)
    return found and case.status in (None, event.status)


@pytest.mark.model
@pytest.mark.parametrize("case", params(fires=False))
def test_a_counterexample_does_not(case: Case, coded: Callable[[int], Coded]) -> None:
    fired = [str(event) for event in coded(case.half)[case.id] if event.pattern == case.pattern]
    assert not fired, f"{case.text!r} gave {fired}"
