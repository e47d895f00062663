"""TIMEX3 values of days, weeks, months and longer stretches, and what lies some units away. Years before Christ are negative."""

from calendar import monthrange
from datetime import date, timedelta

from sayso.extract.times.anchors import Anchor
from sayso.extract.times.mention import SEASONS, Days, covered

A_DAY = {"H": 24, "N": 1440, "S": 86400}  # how many of a unit a day has


def year(number: int) -> str:
    """A year."""
    return f"{number:04}" if number > 0 else f"BC{-number:04}"


def month(of: int, number: int) -> str:
    """A month."""
    return f"{year(of)}-{number:02}"


def day(of: int, month_number: int, number: int) -> str:
    """A day."""
    return f"{month(of, month_number)}-{number:02}"


def week(holding: date) -> str:
    """The week that a day lies in."""
    of, number, _ = holding.isocalendar()
    return f"{of}-W{number:02}"


def exists(of: int, month_number: int, number: int) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= month_number <= 12 and 1 <= number <= length(of, month_number)


def length(of: int, number: int) -> int:
    """The days of a month."""
    return monthrange(of if 0 < of < 9999 else 2001, number)[1]


def days(value: str) -> Days | None:
    """The days that a value covers."""
    return covered(value)


def short_year(figures: int, published: date | None) -> int:
    """The year of two figures: the last that is not ahead of publication."""
    now = published.year if published else 2000
    return next(c + figures for c in (now // 100 * 100, now // 100 * 100 - 100) if c + figures <= now)


def later_short(first: int, figures: int) -> int | None:
    """The second year of "1915-17"; None where it is not the later one."""
    found = first // 100 * 100 + figures
    return found if found > first else None


def season_step(kind: str, near: Anchor, step: int) -> int:
    """How many years from a time on lies the last, this or next season of a kind; a winter bears the year in which it begins."""
    first, last = (12, 12) if kind == "WI" else SEASONS[kind]
    here = near.month or 1
    if step < 0:
        return 0 if last < here else -1
    return 0 if step == 0 or first > here else 1


def shifted(near: Anchor, unit: str, step: float, *, exact: bool = False) -> str:
    """The unit that a time lies in, some units on; `exact` gives the very day rather than its week.

    Raises:
        OverflowError, ValueError: no calendar has it.
    """
    whole = round(step)
    if unit in ("DE", "CE"):
        return _of_years(near, unit, whole)
    if unit in ("Y", "M", "Q"):
        return _of_months(near, unit, whole)
    on = near.whole or date(near.year, near.month or 1, 1)
    if unit in A_DAY:
        return (on + timedelta(days=int(step / A_DAY[unit]))).isoformat()
    moved = on + timedelta(days=whole * {"D": 1, "F": 14}.get(unit, 7))
    if unit == "D" or exact:
        return moved.isoformat()
    return week(moved) + ("-WE" if unit == "WE" else "")


def _of_years(near: Anchor, unit: str, step: int) -> str:
    if abs(step) <= 1:  # "the last decade" is one by the calendar
        wide, figures = (10, 3) if unit == "DE" else (100, 2)
        sign = 1 if near.year > 0 else -1
        return f"{'' if sign > 0 else 'BC'}{abs(near.year) // wide + sign * step:0{figures}}"
    return _of_months(near, "Y", step * (10 if unit == "DE" else 100))


def _of_months(near: Anchor, unit: str, step: int) -> str:
    if unit == "Y":
        moved = near.year + step
        return year(moved if (moved > 0) == (near.year > 0) and moved else moved + (1 if step > 0 else -1))
    if near.month is None:
        raise ValueError(f"no month in {near}")
    months = near.year * 12 + near.month - 1 + step * (3 if unit == "Q" else 1)
    return month(months // 12, months % 12 + 1) if unit == "M" else f"{year(months // 12)}-Q{months % 12 // 3 + 1}"
