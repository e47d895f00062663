"""What an expression is counted from: the day of publication, or the time that the text tells of."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

SOON = 60  # days ahead of publication within which "on 20 January" is the coming one
COMING = 3  # months ahead for which a bare month is the coming one, not the one of last year
BACK = 9  # months back for which a tale that goes on is still in the same year: "October 1940 ... in February" is in 1941
LEAST, SHARE, RARE = (
    6,
    0.6,
    4,
)  # a text tells of the past if it names so many past years, that share of all, so many to a "Monday" or "last month"
REACH = 600  # characters for which a day told in a report is what "the next day" follows
_YEARS = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b|\b\d{2,4} BCE?\b")
_VALUE = re.compile(r"(BC)?(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|(SP|SU|FA|WI)|([QH])(\d)))?")
_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 1}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time told: a year (before Christ negative), with its month and day where they are known."""

    year: int
    month: int | None = None
    day: int | None = None
    exact: bool = True  # the month is that of the value, not of its season

    @property
    def whole(self) -> date | None:
        """The day, if it is one."""
        if self.month is None or self.day is None or not 0 < self.year < 9999:
            return None
        return date(self.year, self.month, self.day)

    @classmethod
    def of(cls, value: str) -> "Anchor | None":
        """The anchor that a TIMEX3 value gives; None for decades, durations and what has no year."""
        found = _VALUE.match(value)
        if not found:
            return None
        year = int(found[2]) * (-1 if found[1] else 1)
        if found[3]:
            return cls(year, int(found[3]), int(found[4]) if found[4] else None)
        return cls(year, _MONTHS[found[5]], None, exact=False) if found[5] else cls(year)

    @classmethod
    def on(cls, day: date) -> "Anchor":
        """The anchor of a day."""
        return cls(day.year, day.month, day.day)


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known where an expression stands.

    `told` is the last time that the text told of (of a report only what was told shortly before), `history` whether the text tells
    of a past of its own, so that nothing in it is counted from `published`; `here` is the last day told in the same sentence,
    `dated` the last month or day of it that has its year; `day` is the last whole day told.
    """

    published: date | None
    told: Anchor | None = None
    here: Anchor | None = None
    dated: Anchor | None = None
    day: Anchor | None = None
    history: bool = False

    @property
    def now(self) -> Anchor | None:
        """What "last month" is counted from."""
        if self.history and self.told:
            return self.told
        return Anchor.on(self.published) if self.published else None

    @property
    def then(self) -> Anchor | None:
        """What "the next month" is counted from."""
        return self.told or self.now

    def before(self, unit: str) -> Anchor | None:
        """What "a day later" is counted from: of a report only a time that is told as closely as the unit asks."""
        if self.history or unit in ("Y", "DE", "CE"):
            return self.then
        if unit in ("M", "Q"):
            return self.told if self.told and self.told.month and self.told.exact else self.now
        return self.day or self.now

    def loose(self, unit: str, *, later: bool) -> bool:
        """Whether a report has told nothing that this could be later than, or only a month or a year, from which no days can be counted."""
        if self.history:
            return False
        days = unit in ("D", "W", "F")
        return (later and self.told is None) or bool(days and not self.day and self.told)

    def year_of(self, month: int, day: int | None = None) -> int | None:
        """The year of a day or month that is written without one; None where nothing tells it."""
        if self.history and self.told:
            return _going_on(self.told, month)
        if self.dated:
            return _going_on(self.dated, month)
        if self.published is None:
            return None
        return _nearest(self.published, month, day) if day else _nearest_month(self.published, month)


def _going_on(told: Anchor, month: int) -> int:
    """The year of a month in a tale that goes on from a time told."""
    year = told.year
    if told.month and month + BACK < told.month:
        year += 1
    return year or 1


def _nearest(near: date, month: int, day: int) -> int | None:
    """The year in which a day lies nearest to another one, at most SOON days after it."""
    days = [date(y, month, day) for y in (near.year - 1, near.year, near.year + 1) if day <= monthrange(y, month)[1]]
    return min(days, key=lambda d: abs((d - near).days) + 365 * ((d - near).days > SOON)).year if days else None


def _nearest_month(near: date, month: int) -> int:
    return near.year if month <= near.month + COMING else near.year - 1


def is_history(text: str, published: date | None, deictic: re.Pattern[str]) -> bool:
    """Whether a text tells of a past of its own: it writes past years often, and days as seen from its own (`deictic`) seldom."""
    if published is None:
        return False
    years = [int(y) if y else 0 for y in _YEARS.findall(text)]
    past = sum(y < published.year for y in years)
    return past >= LEAST and past > SHARE * len(years) and RARE * len(deictic.findall(text)) <= past
