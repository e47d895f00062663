"""Years, months and days, each as the beginning of a day: 2025, 2025-01, 2025-01-31."""

from datetime import date, timedelta

TOO_MANY = 1_000


def spanned(first: str, last: str) -> int:
    """How many periods there are from one to another of the same length, both inside."""
    if len(first) == 10:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    if len(first) == 7:
        start, end = (12 * int(one[:4]) + int(one[5:]) for one in (first, last))
        return end - start + 1
    return int(last) - int(first) + 1


def every(first: str, last: str) -> list[str]:
    """All periods from one to another of the same length, both inside; nothing beyond `TOO_MANY`."""
    if len(first) == 10:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        return [(start + timedelta(days=n)).isoformat() for n in range(min((end - start).days + 1, TOO_MANY))]
    if len(first) == 7:
        start_month, end_month = (12 * int(one[:4]) + int(one[5:]) - 1 for one in (first, last))
        return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start_month, min(end_month + 1, start_month + TOO_MANY))]
    return [f"{n:04}" for n in range(int(first), min(int(last) + 1, int(first) + TOO_MANY))]
