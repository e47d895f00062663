"""An event in a line, in a notebook and in JSON."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from sayso.model import Event, Party, Place, Quantity, Span, Speaker, Version, When, told_days

Make = Callable[..., Event]
TEXT = "Kenya attacked Uganda, a minister said."


def party(name: str, country: str | None, start: int) -> Party:
    return Party(None, name, country, (), start, start + len(name), name, "name")


@pytest.fixture
def event() -> Make:
    plain = Event(
        id="e1",
        report={"id": "r"},
        type="ASSAULT",
        mode=None,
        contexts=(),
        cameo="190",
        quad=4,
        score=-9.0,
        trigger=Span(6, 14, "attacked"),
        evidence=Span(0, len(TEXT), TEXT),
        actors=(party("Kenya", "KEN", 0),),
        recipients=(party("Uganda", "UGA", 15),),
        status="occurred",
        says=(),
        time=None,
        place=None,
        quantities=(),
        pattern="assault/-/attack",
        confidence=0.9,
        version=Version("0", "abc"),
    )
    return lambda **changes: replace(plain, **changes)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "Kenya → ASSAULT → Uganda · occurred"),
        ({"mode": "shell"}, "Kenya → ASSAULT/shell → Uganda · occurred"),
        ({"actors": ()}, "— → ASSAULT → Uganda · occurred"),
        ({"actors": (party("Kenya", None, 0), party("Chad", None, 0))}, "Kenya, Chad → ASSAULT → Uganda · occurred"),
        ({"status": "denied"}, "Kenya → ASSAULT → Uganda · denied"),
        ({"time": When("2025-12-04", "2025-12-05", None, "stated")}, "Kenya → ASSAULT → Uganda · occurred · 2025-12-04"),
        ({"time": When(None, None, "then", "unknown")}, "Kenya → ASSAULT → Uganda · occurred"),
        ({"place": Place("Lima", "Lima", "PER", None, 1.0, 2.0, 3, "city")}, "Kenya → ASSAULT → Uganda · occurred · Lima"),
    ],
)
def test_in_a_line(event: Make, changes: dict[str, Any], line: str) -> None:
    assert str(event(**changes)) == line


def test_a_chain_is_told_outermost_first(event: Make) -> None:
    says = tuple(Speaker(name, None, None, (), 0, 1, name, "said", "paraphrase") for name in ("Reuters", "a minister"))
    assert "says Reuters > a minister" in str(event(says=says))


def test_in_a_notebook(event: Make) -> None:
    says = (Speaker("a minister", None, None, (), 23, 33, "a minister", "said", "paraphrase"),)
    shown = event(says=says)._repr_html_()
    for label, words in (("actor", "Kenya"), ("trigger", "attacked"), ("recipient", "Uganda"), ("says", "a minister")):
        assert f'<mark title="{label}"' in shown
        assert f">{words}<sub>{label}</sub></mark>" in shown


def test_a_notebook_is_safe_from_markup(event: Make) -> None:
    nasty = "<b>&x</b> attacked <script>alert('x')</script>."
    shown = event(
        evidence=Span(0, len(nasty), nasty),
        trigger=Span(10, 18, "attacked"),
        actors=(Party(None, "<i>K", None, (), 0, 9, "<b>&x</b>", "text"),),
        recipients=(),
    )._repr_html_()
    assert "<script" not in shown
    assert "<i>" not in shown
    assert "&lt;b&gt;&amp;x&lt;/b&gt;<sub>actor</sub>" in shown


def test_of_marks_that_overlap_or_lie_outside_none_breaks_the_words(event: Make) -> None:
    shown = event(actors=(party("Kenya attacked", "KEN", 0), party("Chad", "TCD", 500)))._repr_html_()
    assert shown.count("<mark") == shown.count("</mark>") == 2
    assert "500" not in shown


@pytest.mark.parametrize(
    ("known", "identified"),
    [
        ({"entity": "x"}, True),
        ({"country": "KEN"}, True),
        ({"sectors": ("GOV",)}, True),
        ({}, False),
    ],
)
def test_who_is_identified(known: dict[str, Any], *, identified: bool) -> None:
    assert replace(party("somebody", None, 0), **known).identified is identified


def test_equal_events_give_equal_json(event: Make) -> None:
    assert event() == event()
    assert event().to_dict() == event().to_dict()
    assert event().to_dict()["trigger"] == {"start": 6, "end": 14, "text": "attacked"}
    quantity = Quantity("deaths", 1.0, None, "men", "one")
    assert event(quantities=(quantity,)).to_dict()["quantities"] == (
        {"kind": "deaths", "low": 1.0, "high": None, "unit": "men", "text": "one"},
    )


def test_an_event_does_not_change(event: Make) -> None:
    with pytest.raises(FrozenInstanceError):
        event().type = "CONSULT"  # type: ignore[misc]


@pytest.mark.parametrize(("position", "inside"), [(5, False), (6, True), (13, True), (14, False)])
def test_what_a_span_covers(position: int, *, inside: bool) -> None:
    assert Span(6, 14, "attacked").covers(position) is inside


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2026-03-04", "2026-03-04", "2026-03-04"),
        ("2026-03-01", "2026-03-31", "2026-03"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2025-02-01", "2025-02-27", "2025-02-01 to 2025-02-27"),
        ("2026-01-01", "2026-12-31", "2026"),
        ("2026-01-01", "2027-12-31", "2026-01-01 to 2027-12-31"),
        ("2026-03-01", "2026-05-31", "2026-03-01 to 2026-05-31"),
        (None, "2026-03-31", "… to 2026-03-31"),
        (None, None, ""),
    ],
)
def test_a_whole_month_is_told_as_one(start: str | None, end: str | None, told: str) -> None:
    assert told_days(start, end) == told
