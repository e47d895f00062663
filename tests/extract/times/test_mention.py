"""The days that a TIMEX3 value covers."""

import pytest

from sayso.extract.times.mention import covered


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2024-W01", "2024-01-01/2024-01-07"),
        ("2025-W48-WE", "2025-11-29/2025-11-30"),
        ("2024-SP", "2024-03-01/2024-05-31"),
        ("2024-WI", "2024-01-01/2024-12-31"),
        ("2024-Q4", "2024-10-01/2024-12-31"),
        ("199", "1990-01-01/1999-12-31"),
        ("18", "1800-01-01/1899-12-31"),
        ("2024-05-03TNI", "2024-05-03/2024-05-03"),
        ("BC0480", None),
        ("XXXX-05-03", None),
        ("P3D", None),
        ("PAST_REF", None),
        ("2024-02-30", None),
        ("9999", None),
    ],
)
def test_days(value: str, days: str | None) -> None:
    found = covered(value)
    assert (found and f"{found[0]}/{found[1]}") == days
