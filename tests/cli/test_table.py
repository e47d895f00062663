"""The table, beyond what the commands' tests see."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.cli.table import table
from sayso.cli.terminal import console
from sayso.model import AnnotatedReport, Event, Place, Quantity, When

Annotated = Callable[[str], AnnotatedReport]
TEXT = "Police arrested two reporters in Lima."


def shown(annotated: AnnotatedReport) -> str:
    return "".join(table([annotated], console(to_file=True)))


def with_event(annotated: Annotated, **changes: object) -> AnnotatedReport:
    one = annotated(TEXT)
    event: Event = replace(one.events[0], **changes)  # type: ignore[arg-type]
    return replace(one, events=(event,))


@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        (Quantity("deaths", 11, 11, "people", "x"), "11 deaths"),
        (Quantity("deaths", 11, 14, None, "x"), "11 to 14 deaths"),
        (Quantity("injured", 275, None, None, "x"), "at least 275 injured"),
        (Quantity("troops", None, 5000, None, "x"), "at most 5,000 troops"),
        (Quantity("money", 2.5e6, 2.5e6, "USD", "x"), "2,500,000 USD"),
        (Quantity("other", 3, 3, "tanks", "x"), "3 tanks"),
        (Quantity("deaths", None, None, None, "dozens"), "deaths: dozens"),
    ],
)
def test_numbers(annotated: Annotated, quantity: Quantity, told: str) -> None:
    assert f" · {told}\n" in shown(with_event(annotated, quantities=(quantity,)))


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (When("2025-12-04", "2025-12-04", "Thursday", "relative"), " · 2025-12-04 (relative) · in"),
        (When("2025-12-01", "2025-12-31", "December", "stated"), " · 2025-12 (stated) · in"),
        (When("2025-12-01", "2025-12-30", "December", "stated"), " · 2025-12-01 to 2025-12-30 (stated) · in"),
        (When(None, None, "two hours later", "unknown"), " · two hours later (unknown) · in"),
        (When(None, None, None, "unknown"), "occurred · in"),
        (None, "occurred · in"),
    ],
)
def test_days(annotated: Annotated, time: When | None, told: str) -> None:
    assert told in shown(with_event(annotated, time=time))


def test_places_and_open_roles(annotated: Annotated) -> None:
    place = Place("Lima", "Lima", None, None, None, None, None, "region")
    told = shown(with_event(annotated, place=place, actors=(), mode=None, status="denied"))
    assert "  — → COERCE → two reporters\n    denied · " in told
    assert "in Lima · 2 arrested" in told


def test_a_report_without_events_is_named(annotated: Annotated) -> None:
    assert "── r1 · 2025-12-04 · Harbour Post · no events\n" in shown(annotated("It rained."))


def test_a_report_whose_events_are_apart_counts_once(annotated: Annotated) -> None:
    apart = [annotated(TEXT), annotated(TEXT)]
    assert "".join(table(apart, console(to_file=True))).endswith("2 events in 1 report: COERCE 2\n")
