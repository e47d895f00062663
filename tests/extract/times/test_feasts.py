"""Feasts on the days on which they were kept."""

from datetime import date

import pytest

from sayso.extract.times.feasts import easter, feast_day, nth_weekday, orthodox_easter

WEEKDAYS = {"monday": 0, "thursday": 3}


@pytest.mark.parametrize(
    ("year", "west", "east"), [(2024, "03-31", "05-05"), (2025, "04-20", "04-20"), (1916, "04-23", "04-23"), (2000, "04-23", "04-30")]
)
def test_easter(year: int, west: str, east: str) -> None:
    assert (easter(year).isoformat(), orthodox_easter(year).isoformat()) == (f"{year}-{west}", f"{year}-{east}")


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2024, "2024-12-25"),
        ("easter -2", 2025, "2025-04-18"),
        ("islamic 10 1", 2024, "2024-04-10"),
        ("jewish 7 10", 1973, "1973-10-06"),
        ("jewish 7 10", 2023, "2023-09-25"),
        ("jewish 1 15", 2024, "2024-04-23"),
        ("jewish 9 25", 2024, "2024-12-26"),
        ("4 thursday 11", 2025, "2025-11-27"),
        ("-1 monday 5", 2024, "2024-05-27"),
    ],
)
def test_rules(rule: str, year: int, day: str) -> None:
    assert feast_day(rule, year, WEEKDAYS) == date.fromisoformat(day)


def test_the_last_weekday_of_december() -> None:
    assert nth_weekday(2024, 12, 0, -1) == date(2024, 12, 30)
