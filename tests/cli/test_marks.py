"""Evidence with its roles marked."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.cli.marks import marked
from sayso.model import AnnotatedReport, Event, Party, Span

Annotated = Callable[[str], AnnotatedReport]
TEXT = "Police arrested two reporters in Lima, the ministry said."


def party(start: int, end: int) -> Party:
    return Party(None, TEXT[start:end], None, (), start, end, TEXT[start:end], "text")


@pytest.fixture
def event(annotated: Annotated) -> Event:
    """The arrest of TEXT."""
    return annotated(TEXT).events[0]


def test_signs_alone_tell_the_roles(event: Event) -> None:
    assert marked(event).plain == "[Police]A «arrested» [two reporters]R in Lima, [the ministry]S said."


@pytest.mark.parametrize(
    ("actors", "recipients", "shown"),
    [
        ([(0, 6)], [(0, 6)], "[Police]AR «arrested» two reporters in Lima,"),
        ([(0, 29)], [(16, 29)], "[Police «arrested» [two reporters]R]A in Lima,"),
        ([(0, 10)], [], "Police «arrested» two reporters in Lima,"),
        ([(7, 15)], [], "Police «arrested» two reporters in Lima,"),
        ([(90, 99)], [], "Police «arrested» two reporters in Lima,"),
        ([(0, 6), (7, 29)], [], "[Police]A [«arrested» two reporters]A in Lima,"),
    ],
)
def test_marks_may_meet(event: Event, actors: list[tuple[int, int]], recipients: list[tuple[int, int]], shown: str) -> None:
    changed = replace(event, actors=tuple(party(*span) for span in actors), recipients=tuple(party(*span) for span in recipients))
    assert marked(changed).plain.startswith(shown)


def test_offsets_count_from_the_report(event: Event) -> None:
    moved = replace(event, evidence=Span(7, 29, TEXT[7:29]))
    assert marked(moved).plain == "«arrested» [two reporters]R"
