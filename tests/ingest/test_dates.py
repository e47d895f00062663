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
    ],
)
def test_the_day_is_taken_as_it_stands(text: str) -> None:
    assert day(text) == date(2025, 12, 4)


@pytest.mark.parametrize("text", ["", "yesterday", "2025-13-04", "2025-02-30", "04/12/2025", "2025", "x" * 1000])
def test_what_is_no_date_says_so(text: str) -> None:
    with pytest.raises(ValueError, match="is no date; write it as"):
        day(text)
