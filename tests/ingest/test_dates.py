"""The day of publication."""

from datetime import date

import pytest

from sayso.ingest.dates import day


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


@pytest.mark.parametrize("text", ["04/12/2025", "4.12.2025", "12-04-2025"])
def test_what_may_be_two_days_says_so(text: str) -> None:
    with pytest.raises(ValueError, match="may be two days; write it as"):
        day(text)
