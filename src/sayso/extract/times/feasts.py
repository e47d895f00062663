"""Feasts: the days of those that can be worked out.

Easter after the anonymous Gregorian computus (Nature, 1876), the Orthodox one after Meeus (Astronomical Algorithms, 1991, ch. 8).
The tabular Islamic and the Jewish calendar after Reingold and Dershowitz (Calendrical Calculations); days of the Islamic one can
differ by one from those that the moon is seen on.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

ISLAMIC_EPOCH = 227014  # day number (proleptic Gregorian) of 1 Muharram 1
JEWISH_EPOCH = -1373427  # the same of 1 Tishri 1


def feast_day(rule: str, year: int, weekdays: Mapping[str, int]) -> date | None:
    """The day of a feast in a year, by its rule; None where the year has none."""
    kind, *rest = rule.split()
    if not rest:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    if kind == "easter":
        return easter(year) + timedelta(days=int(rest[0]))
    if kind == "orthodox":
        return orthodox_easter(year) + timedelta(days=int(rest[0]))
    if kind == "islamic":
        return next(
            _in_year(year, (islamic(y, int(rest[0]), int(rest[1])) for y in range(_islamic_year(year) - 1, _islamic_year(year) + 3))), None
        )
    if kind == "jewish":
        return next(_in_year(year, (jewish(y, int(rest[0]), int(rest[1])) for y in (year + 3760, year + 3761))), None)
    return nth_weekday(year, int(rest[1]), weekdays[rest[0]], int(kind))


def _in_year(year: int, days: Iterator[date]) -> Iterator[date]:
    return (day for day in days if day.year == year)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The first, second ... weekday of a month; the last one for -1."""
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the orthodox churches, in the Gregorian calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar."""
    return date.fromordinal(ISLAMIC_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day)


def _islamic_year(year: int) -> int:
    return (year - 622) * 33 // 32


def jewish(year: int, month: int, day: int) -> date:
    """A day of the Jewish calendar; months are counted from Nisan (1), the year begins with Tishri (7)."""
    lengths = [30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, *((30, 29) if _leap(year) else (29,))]
    long = _new_year(year + 1) - _new_year(year)
    lengths[7] += long % 10 == 5
    lengths[8] -= long % 10 == 3
    months = [*range(7, len(lengths) + 1), *range(1, 7)]
    before = sum(lengths[m - 1] for m in months[: months.index(month)])
    return date.fromordinal(_new_year(year) + before + day - 1)


def _leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _new_year(year: int) -> int:
    """The day number of 1 Tishri, with its postponements."""
    days = [_molad(y) for y in (year - 1, year, year + 1)]
    late = 2 if days[2] - days[1] == 356 else 1 if days[1] - days[0] == 382 else 0
    return JEWISH_EPOCH + days[1] + late


def _molad(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day
