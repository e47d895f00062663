"""The day of publication."""

from datetime import date

import pytest

from sayso.ingest.dates import day, looks_dated


@pytest.mark.parametrize(
    "text",
    [
        "2025-12-04",
        "20251204",
        " 2025-12-04\n",
        "2025-12-04T10:00:00Z",
        "2025-12-04T23:59:59-08:00",
        "2025-12-04T00:30:00.123+05:30",
        "2025-12-04 10:00",
        "4 Dec 2025",
        "04 December 2025",
        "December 4, 2025",
        "Dec 4, 2025",
        "4-Dec-2025",
        "2025/12/04",
        "4.12.2025",
        "04.12.2025 10:30",
        "Thu, 04 Dec 2025 10:00:00 GMT",
        "1764842400",
        "1764842400000",
    ],
)
def test_the_day_is_taken_as_it_stands(text: str) -> None:
    assert day(text) == date(2025, 12, 4)


@pytest.mark.parametrize("text", ["", "yesterday", "2025-13-04", "2025-02-30", "31 Feb 2025", "2025", "176484240", "x" * 1000])
def test_what_is_no_date_says_so(text: str) -> None:
    with pytest.raises(ValueError, match="is no date; write it as"):
        day(text)


@pytest.mark.parametrize("text", ["04/12/2025", "12-04-2025", "4/12/2025 10:30"])
def test_what_may_be_two_days_says_so(text: str) -> None:
    with pytest.raises(ValueError, match="may be two days; write it as"):
        day(text)


@pytest.mark.parametrize(
    ("text", "order", "month", "number"),
    [
        ("04/12/2025", "dmy", 12, 4),
        ("04/12/2025", "mdy", 4, 12),
        ("4-12-2025 10:30", "dmy", 12, 4),
        # which stand in one order only
        ("12/31/2025", None, 12, 31),
        ("31/12/2025", None, 12, 31),
        ("11/11/2025", None, 11, 11),
        ("2025-12-04", "mdy", 12, 4),
    ],
)
def test_numbers_stand_in_the_order_that_the_user_says(text: str, order: str | None, month: int, number: int) -> None:
    assert day(text, order) == date(2025, month, number)


@pytest.mark.parametrize("text", ["31/12/2025", "13/13/2025"])
def test_numbers_that_are_no_day_in_an_order(text: str) -> None:
    with pytest.raises(ValueError, match="is no day in the order mdy"):
        day(text, "mdy")


@pytest.mark.parametrize(
    ("text", "dated"), [("04/12/2025", True), ("4 Dec 2025", True), ("1764842400", False), ("Lima", False), ("", False)]
)
def test_what_looks_like_a_date(text: str, dated: bool) -> None:  # noqa: FBT001
    assert looks_dated(text) is dated
