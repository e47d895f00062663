"""Step 7, judge: status, attribution, time, place and numbers of one event together."""

from collections.abc import Callable

import pytest

from sayso.model import Event

TEXT = "The Turkish minister said rebels may attack Kenyan soldiers in Mombasa next Monday."
FLAT = "On Sunday rebels wounded at least 30 Kenyan soldiers in Mombasa, the Turkish minister said."


@pytest.mark.model
def test_all_of_one_event(only: Callable[..., Event]) -> None:
    event = only(FLAT, "ASSAULT")
    assert event.status == "occurred"
    assert [s.text for s in event.says] == ["Turkish minister"]
    assert event.time is not None
    assert (event.time.start, event.time.end, event.time.text, event.time.basis) == ("2025-11-30", "2025-11-30", "Sunday", "relative")
    assert event.place is not None
    assert (event.place.name, event.place.precision) == ("Mombasa", "city")
    assert [(q.kind, q.low, q.high, q.unit) for q in event.quantities] == [("injured", 30, None, "soldiers")]


@pytest.mark.model
def test_what_is_only_possible(only: Callable[..., Event]) -> None:
    event = only(TEXT, "ASSAULT")
    assert (event.status, [s.country for s in event.says]) == ("possible", ["TUR"])
    assert event.place is not None
    assert event.place.country == "KEN"


@pytest.mark.model
@pytest.mark.xfail(strict=True, reason="a joined clause with a modal of its own takes the day of the clause before")
def test_two_events_are_judged_apart(code: Callable[..., tuple[Event, ...]]) -> None:
    events = code("Kenya attacked Uganda on Sunday but will not attack Somalia.")
    assert [(e.status, e.time.start if e.time else None) for e in events] == [("occurred", "2025-11-30"), ("denied", None)]
