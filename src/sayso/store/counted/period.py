"""Days put into weeks, months, quarters and years."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Integer, Text, cast, func

from sayso.errors import StoreError

Frequency = Literal["D", "W", "M", "Q", "Y"]
LENGTHS = {"D": 10, "M": 7, "Y": 4}
MOST = 160  # periods that a drawing shows side by side
DAYS_KNOWN = 1 << 16  # whose periods are remembered
DAYS_OF = {"D": 1, "W": 7, "M": 30, "Q": 91, "Y": 365}


def period(dialect: str, freq: str, day: ColumnElement[str]) -> ColumnElement[str]:
    """The period that a day lies in: a day, the Monday of a week, a month (2025-01), a quarter (2025-Q1) or a year, as SQL.

    Raises:
        StoreError: there is no such frequency.
    """
    if freq == "W":
        monday: ColumnElement[str] = func.date(day, "weekday 0", "-6 days")
        return monday if dialect == "sqlite" else func.to_char(func.date_trunc("week", func.to_date(day, "YYYY-MM-DD")), "YYYY-MM-DD")
    if freq == "Q":
        quarter = (cast(func.substr(day, 6, 2), Integer) + 2) // 3
        return func.substr(day, 1, 4) + "-Q" + cast(quarter, Text)
    if freq not in LENGTHS:
        raise StoreError(f"no frequency is called {freq!r}; there are {', '.join(get_args(Frequency))}")
    return func.substr(day, 1, LENGTHS[freq])


def fitting(first: str, last: str) -> Frequency:
    """The finest frequency that parts the time between two days into few enough periods to be drawn."""
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    fits: list[Any] = [freq for freq in get_args(Frequency) if length / DAYS_OF[freq] <= MOST]
    return fits[0] if fits else "Y"


@lru_cache(DAYS_KNOWN)
def lying(day: str, freq: Frequency) -> str:
    """The period that a day lies in, named as `period` names it."""
    if freq == "W":
        monday = date.fromisoformat(day)
        return (monday - timedelta(days=monday.weekday())).isoformat()
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}" if freq == "Q" else day[: LENGTHS[freq]]


@lru_cache(DAYS_KNOWN)
def bounds(named: str, freq: Frequency) -> tuple[str, str]:
    """The first and the last day of a period."""
    if freq in ("D", "W"):
        first = date.fromisoformat(named)
        return named, (first + min(timedelta(days=DAYS_OF[freq] - 1), date.max - first)).isoformat()
    year = int(named[:4])
    ends = 12 if freq == "Y" else int(named[-1]) * 3 if freq == "Q" else int(named[-2:])
    begins = ends + 1 - {"M": 1, "Q": 3, "Y": 12}[freq]
    return f"{year:04}-{begins:02}-01", f"{year:04}-{ends:02}-{monthrange(year, ends)[1]:02}"


def spanned(first: str, last: str, freq: Frequency) -> list[str]:
    """All periods from that of one day to that of another, also those of which nothing is told."""
    if first > last:
        return []
    found = [lying(first, freq)]
    while (end := bounds(found[-1], freq)[1]) < last:
        found.append(lying((date.fromisoformat(end) + timedelta(days=1)).isoformat(), freq))
    return found
