"""When: time expressions with their values against the day of publication, and which of them dates an event."""

from collections.abc import Callable
from datetime import date

import pytest

from sayso.extract.times import TimeFinder, TimeMention
from sayso.lexicon import Lexicon
from sayso.model import Event

THURSDAY = date(2025, 12, 4)


@pytest.fixture(scope="session")
def times(lexicon: Lexicon) -> TimeFinder:
    return TimeFinder(lexicon)


def days(found: TimeMention) -> str | None:
    if found.first is None or found.last is None:
        return None
    return found.first.isoformat() if found.first == found.last else f"{found.first}/{found.last}"


@pytest.mark.parametrize(
    ("text", "words", "value", "covers"),
    [
        # weekdays: the last one, today included
        ("They met on Monday.", "Monday", "2025-12-01", "2025-12-01"),
        ("They met on Thursday.", "Thursday", "2025-12-04", "2025-12-04"),
        ("They met on Friday.", "Friday", "2025-11-28", "2025-11-28"),
        ("They met last Thursday.", "last Thursday", "2025-11-27", "2025-11-27"),
        ("They will meet next Monday.", "next Monday", "2025-12-08", "2025-12-08"),
        ("They met on Monday morning.", "Monday morning", "2025-12-01", "2025-12-01"),
        # days
        ("They met on 2024-03-05.", "2024-03-05", "2024-03-05", "2024-03-05"),
        ("They met on 12 March 2024.", "12 March 2024", "2024-03-12", "2024-03-12"),
        ("They met on March 12, 2024.", "March 12, 2024", "2024-03-12", "2024-03-12"),
        ("They met on the 3rd of November.", "3rd of November", "2025-11-03", "2025-11-03"),
        ("They met on Nov. 3.", "Nov. 3", "2025-11-03", "2025-11-03"),
        ("They met on Jan 5, in town.", "Jan 5", "2026-01-05", "2026-01-05"),
        # months, years
        ("They met in October.", "October", "2025-10", "2025-10-01/2025-10-31"),
        ("They met last October.", "last October", "2025-10", "2025-10-01/2025-10-31"),
        ("They met in February 2024.", "February 2024", "2024-02", "2024-02-01/2024-02-29"),
        ("They met in 2019.", "2019", "2019", "2019-01-01/2019-12-31"),
        ("They met last year.", "last year", "2024", "2024-01-01/2024-12-31"),
        ("They met last month.", "last month", "2025-11", "2025-11-01/2025-11-30"),
        ("They will meet next month.", "next month", "2026-01", "2026-01-01/2026-01-31"),
        ("They met last week.", "last week", "2025-W48", "2025-11-24/2025-11-30"),
        # words
        ("They met yesterday.", "yesterday", "2025-12-03", "2025-12-03"),
        ("They met today.", "today", "2025-12-04", "2025-12-04"),
        ("They meet tomorrow.", "tomorrow", "2025-12-05", "2025-12-05"),
        ("They met the day before yesterday.", "the day before yesterday", "2025-12-02", "2025-12-02"),
        # distances
        ("They met two days ago.", "two days ago", "2025-12-02", "2025-12-02"),
        ("They met 3 weeks ago.", "3 weeks ago", "2025-W46", "2025-11-10/2025-11-16"),
        ("They met a year ago.", "a year ago", "2024", "2024-01-01/2024-12-31"),
        # durations date nothing
        ("They met for three days.", "for three days", "P3D", None),
        ("They met in the 1990s.", "1990s", "199", None),
        # months in May and March
        ("They met in early March.", "early March", "2025-03", "2025-03-01/2025-03-31"),
        pytest.param(
            *("They met in March.", "March", "2025-03", "2025-03-01/2025-03-31"),
        ),
    ],
)
def test_values(times: TimeFinder, text: str, words: str, value: str, covers: str | None) -> None:
    (found,) = times.find(text, THURSDAY)
    assert (text[found.start : found.end], found.value, days(found)) == (words, value, covers)


@pytest.mark.parametrize(
    "text",
    [
        "They may meet.",
        "They march on the town.",
        "The sun and the sat phone.",
        "In 2,000 houses lived 1990 people.",
        "They met on 31/31/2024 and on 2024-13-45.",
        "",
        "At 12.30 they left Room 2019-3.",
    ],
)
def test_words_that_are_no_time(times: TimeFinder, text: str) -> None:
    assert [text[t.start : t.end] for t in times.find(text, THURSDAY) if t.value] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Monday.", ""),
        ("They met yesterday.", ""),
        ("They met two days ago.", ""),
        ("They met in October.", "XXXX-10"),
        ("They met on 3 May.", "XXXX-05-03"),
        ("They met on 3 May 2024.", "2024-05-03"),
        ("They met in 2019.", "2019"),
    ],
)
def test_without_a_day_of_publication(times: TimeFinder, text: str, value: str) -> None:
    (found,) = times.find(text, None)
    assert found.value == value
    assert (found.first is None) is (not value or value.startswith("X"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on 3 November. Two days later they left.", "2025-11-05"),
        ("They met on 3 November. The following day they left.", "2025-11-04"),
        ("They met on 3 November. They had left two days earlier.", "2025-11-01"),
        pytest.param(
            *("They met on 3 November. Two days after, they left.", "2025-11-05"),
        ),
    ],
)
def test_distances_from_the_day_named_before(times: TimeFinder, text: str, value: str) -> None:
    assert times.find(text, THURSDAY)[-1].value == value


@pytest.mark.parametrize("text", ["99999999999 days ago", "9999999 days ago", "99999999999 weeks ago"])
def test_distances_beyond_the_calendar(times: TimeFinder, text: str) -> None:
    times.find(f"They met {text}.", THURSDAY)


def test_what_may_hold_a_time(times: TimeFinder) -> None:
    assert times.may_date({"on", "monday"})
    assert times.may_date({"12"})
    assert not times.may_date({"police", "arrested"})


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Kenya attacked Uganda on Monday.", "2025-12-04", ("2025-12-01", "relative")),
        ("Kenya attacked Uganda on 12 March 2024.", "2025-12-04", ("2024-03-12", "stated")),
        ("Kenya attacked Uganda on 12 March 2024.", None, ("2024-03-12", "stated")),
        ("Kenya attacked Uganda.", "2025-12-04", ("2025-12-04", "published")),
        # the saying's day is not the act's
        ("The minister said on Monday that Kenya attacked Uganda on Sunday.", "2025-12-04", ("2025-11-30", "relative")),
        ("On Sunday the Kenyan army attacked Uganda.", "2025-12-04", ("2025-11-30", "relative")),
    ],
)
def test_what_dates_an_event(only: Callable[..., Event], text: str, published: str | None, expected: tuple[str, str]) -> None:
    time = only(text, "ASSAULT", published).time
    assert time is not None
    assert (time.start, time.basis) == expected


@pytest.mark.model
@pytest.mark.parametrize(("text", "published"), [("Kenya attacked Uganda.", None), ("Kenya may attack Uganda.", "2025-12-04")])
def test_what_is_not_dated(only: Callable[..., Event], text: str, published: str | None) -> None:
    assert only(text, "ASSAULT", published).time is None


@pytest.mark.model
def test_what_has_happened_lies_behind(only: Callable[..., Event]) -> None:
    time = only("Kenya attacked Uganda on 3 May.", "ASSAULT").time
    assert time is not None
    assert time.start == "2025-05-03"
