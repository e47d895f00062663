"""What has been done since some time goes on until now."""

from datetime import date

import pytest

from sayso import code

PUBLISHED = date(2025, 11, 15)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Chad has been fighting the rebels since April 2023.", "2023-04-01", "2025-11-15"),
        ("At least 80 people have been killed in Chad since September.", "2025-09-01", "2025-11-15"),
        ("Chad has blockaded the port of Douala since early last week.", "2025-11-03", "2025-11-15"),
        ("Chad had been fighting the rebels since April 2023.", "2023-04-01", "2023-04-30"),  # until when nobody says
        ("Chad fought the rebels in April 2023.", "2023-04-01", "2023-04-30"),
        ("Chad has jailed ten journalists in September.", "2025-09-01", "2025-09-30"),
    ],
)
def test_until_now(text: str, start: str, end: str) -> None:
    when = code(text, published=PUBLISHED)[0].time
    assert when is not None
    assert (when.start, when.end) == (start, end)
