"""A time expression, and the days that a TIMEX3 value covers."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Basis = Literal["stated", "relative"]
Cycle = Literal["week", "year"]
Days = tuple[date, date]

LAST_YEAR = 9998  # so that the day after any of ours is one too
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (1, 12)}  # months of the north; a winter belongs to either of two years
VAGUE = "_REF"  # how the values of "now", "recently" and "former" end
_VALUE = re.compile(r"(?:FY)?(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(-WE)?|(SP|SU|FA|WI)|([QH])(\d)))?(?:T.*)?$")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: characters of the cleaned text, TIMEX3 type and value, and the days that it covers.

    `value` is empty and `first` and `last` (both inside) are None where they can't be known. In a range ("from 3 to 5 May") both
    expressions cover all of it.
    """

    start: int
    end: int
    type: str
    value: str
    first: date | None
    last: date | None
    basis: Basis
    cycle: Cycle | None = None  # in which it comes again, of a weekday, day or month past: for what is planned the next one is meant
    explicit: bool = False  # names its own year
    hinged: bool = False  # "two days after": the days are those of what hangs on it

    @property
    def opens(self) -> bool:
        """Whether a sentence that it opens goes on with a clause of its own: not so after "two days after" or "former"."""
        return not self.hinged and not self.value.endswith(VAGUE)


def on_day(base: TimeMention, day: date) -> TimeMention:
    """The expression as meaning one day."""
    return replace(base, value=day.isoformat(), first=day, last=day)


def coming(mention: TimeMention) -> TimeMention:
    """The next weekday, day or month of the same name, where the expression means a past one of those that come again."""
    if mention.first is None or mention.last is None or mention.cycle is None:
        return mention
    if mention.cycle == "week":
        return replace(on_day(mention, mention.first + timedelta(days=7)), basis="relative")
    later = f"{mention.first.year + 1:04}{mention.value[4:]}"
    days = covered(later)
    return replace(mention, value=later, first=days[0], last=days[1]) if days else mention


def bygone(mention: TimeMention) -> TimeMention:
    """The last day or month of the same name, where the expression means a coming one without naming its year."""
    if mention.explicit or mention.basis != "stated" or not mention.value[:4].isdigit():
        return mention
    earlier = f"{int(mention.value[:4]) - 1:04}{mention.value[4:]}"
    days = covered(earlier)
    return replace(mention, value=earlier, first=days[0], last=days[1]) if days else mention


def covered(value: str) -> Days | None:
    """The first and the last day of a TIMEX3 value of a point in time; None for those that no calendar of ours has.

    A fiscal year is taken as that of the calendar, which is not so everywhere.
    """
    if re.fullmatch(r"\d{3}|\d\d", value):
        wide = 10 ** (4 - len(value))
        first = int(value) * wide
        return (date(first, 1, 1), date(first + wide - 1, 12, 31)) if 0 < first < LAST_YEAR - wide else None
    found = _VALUE.match(value)
    if not found or not 1 <= int(found[1]) <= LAST_YEAR:
        return None
    try:
        return _days(int(found[1]), *found.groups()[1:])
    except ValueError:
        return None


def _days(
    year: int, month: str | None, day: str | None, week: str | None, end: str | None, season: str | None, part: str | None, nth: str | None
) -> Days:
    if day:
        only = date(year, int(month or 0), int(day))
        return only, only
    if week:
        monday = date.fromisocalendar(year, int(week), 1)
        return monday + timedelta(days=5 if end else 0), monday + timedelta(days=6)
    if part and nth:
        long = 3 if part == "Q" else 6
        return _months(year, (int(nth) - 1) * long + 1, int(nth) * long)
    return _months(year, int(month), int(month)) if month else _months(year, *SEASONS[season] if season else (1, 12))


def _months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
