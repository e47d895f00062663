"""Points of the calendar: days, months, years and what is longer, feasts."""

from datetime import date

from sayso.extract.times import dates
from sayso.extract.times.anchors import Anchor
from sayso.extract.times.feasts import feast_day
from sayso.extract.times.mention import Cycle
from sayso.extract.times.told import Read, Told

THIS_CENTURY = 2000  # "the 1800s" are a century, "the 2000s" a decade


def day(told: Told) -> Read | None:
    """A day of the calendar; without a year the nearest one, or that of the tale."""
    if "iso" in told.slots:
        whole = told.get("iso").upper()
        return Read(whole, "TIME" if "T" in whole else "DATE", explicit=True)
    return _day(told, told.get("month"), told.get("day"))


def _day(told: Told, month: int, number: int) -> Read | None:
    named = told.year()
    year = named if named is not None else told.frame.year_of(month, number)
    if year is None:
        return Read(f"XXXX-{month:02}-{number:02}") if number < 32 else None
    if not dates.exists(year, month, number):
        return None
    cycle = _cycle(told, Anchor(year, month, number)) if named is None else None
    return Read(dates.day(year, month, number), explicit=named is not None, cycle=cycle)


def _cycle(told: Told, anchor: Anchor) -> Cycle | None:
    """That a day or month comes again each year, where only its nearness to the day of publication tells its year and it is past."""
    now = told.frame.published
    if now is None or told.frame.history or told.frame.dated or told.step is not None:
        return None
    return "year" if (anchor.year, anchor.month or 0, anchor.day or now.day) < (now.year, now.month, now.day) else None


def slashed(told: Told) -> Read | None:
    """Figures with the day or the month first: the day, where both could be."""
    first, second, year = (int(n) for n in told.get("slashed").replace(".", "/").split("/"))
    month, number = (second, first) if second <= 12 else (first, second)
    return Read(dates.day(year, month, number), explicit=True) if dates.exists(year, month, number) else None


def nth(told: Told) -> Read | None:
    """The 20th: of the month told of last."""
    near = told.frame.then
    if near is None or near.month is None or not dates.exists(near.year, near.month, told.get("nth")):
        return None
    return Read(dates.day(near.year, near.month, told.get("nth")), basis="relative")


def ides(told: Told) -> Read | None:
    """The first or last day of a month."""
    if "number" in told.slots:
        return month(told)
    year = told.year() or told.frame.year_of(told.get("month"))
    if year is None or year < 1:
        return None
    number = told.get("edge_day")
    return Read(dates.day(year, told.get("month"), number if number > 0 else dates.length(year, told.get("month"))), explicit=True)


def dated_part(told: Told) -> Read | None:
    """The night of 3 to 4 May, under its first day."""
    found = day(told)
    return Read(f"{found.value}T{told.get('part')}", "TIME", days=dates.days(found.value), explicit=found.explicit) if found else None


def month(told: Told) -> Read | None:
    """A month, with its year or without."""
    number = told.get("month", "sure_month")
    if told.step is not None:
        return _month_beside(told, number)
    named = told.year()
    year = named if named is not None else told.frame.year_of(number)
    cycle = _cycle(told, Anchor(year, number)) if year and named is None else None
    return Read(dates.month(year, number) if year else f"XXXX-{number:02}", explicit=named is not None, cycle=cycle)


def month_of_year(told: Told) -> Read | None:
    """May of last year."""
    year = told.year()
    return Read(dates.month(year, told.get("month")), basis="relative") if year else None


def _month_beside(told: Told, number: int) -> Read | None:
    """Last, this or next May: the nearest one on that side."""
    step, near = told.step, told.frame.then if "then_step" in told.slots else told.frame.now
    if near is None or step is None:
        return Read(f"XXXX-{number:02}")
    here = near.month or 1
    year = near.year + (step if step and (number - here) * step <= 0 else 0)
    return Read(dates.month(year, number), basis="relative")


def month_half(told: Told) -> Read | None:
    """Half a month has no value of its own; its days are known."""
    found = month(told)
    first = Anchor.of(found.value) if found else None
    if not found or not first or first.year < 1 or first.month is None:
        return found
    start = date(first.year, first.month, 1 if told.get("half") == 1 else 16)
    end = date(first.year, first.month, 15 if told.get("half") == 1 else dates.length(first.year, first.month))
    return Read(found.value, explicit=found.explicit, days=(start, end))


def month_week(told: Told) -> Read | None:
    """The last week of May: the one that the month's last day lies in, the first the one of its first day."""
    number, nth_week = told.get("month"), told.get("edge_week")
    year = told.year() or told.frame.year_of(number)
    if year is None or year < 1:
        return None
    last = dates.length(year, number)
    return Read(dates.week(date(year, number, last if nth_week < 0 else min(last, 7 * nth_week - 6))), explicit=True)


def year(told: Told) -> Read | None:
    """A year."""
    found = told.year()
    return Read(dates.year(found), explicit=True) if found else None


def fiscal(told: Told) -> Read | None:
    """A fiscal year, under the calendar year that names it."""
    if "fiscal" in told.slots:
        number = int(told.get("fiscal")[2:])
        return Read(f"FY{number if number > 99 else 2000 + number}", explicit=True)
    found = told.year()
    return Read(f"FY{found:04}", explicit=True) if found else None


def season(told: Told) -> Read | None:
    """A season; without a year the one of the tale, or the one nearest to publication."""
    kind, near = told.get("season"), told.frame.now
    if told.step is not None and near:
        return Read(f"{dates.year(near.year + dates.season_step(kind, near, told.step))}-{kind}", basis="relative")
    named = told.year()
    found = named or (near.year if near else None)
    if not found or (kind is True):
        return None
    return Read(f"{dates.year(found)}-{kind}", explicit=named is not None, basis="stated" if named else "relative")


def quarter(told: Told) -> Read | None:
    """A quarter of a year."""
    number = int(told.get("q")[1]) if "q" in told.slots else told.get("quarter")
    return _part_of_year(told, f"Q{number}")


def half(told: Told) -> Read | None:
    """Half a year."""
    return _part_of_year(told, f"H{told.get('half')}")


def _part_of_year(told: Told, part: str) -> Read | None:
    found = told.year() or (told.frame.now.year if told.frame.now else None)
    return Read(f"{dates.year(found)}-{part}", explicit="year" in told.slots) if found else None


def decade(told: Told) -> Read | None:
    """The 1990s; the '90s of this century or the last."""
    written = told.get("decade")
    if isinstance(written, int):
        return Read(f"{written // 10}" if written % 100 or written >= THIS_CENTURY else f"{written // 100}")
    return Read(f"{dates.short_year(int(written.strip(chr(39) + 's')), told.frame.published) // 10}")


def decade_name(told: Told) -> Read | None:
    """The nineties."""
    return Read(f"{dates.short_year(10 * told.get('decade_name'), told.frame.published) // 10}")


def century(told: Told) -> Read | None:
    """The 18th century, of which TIMEX3 writes the figures before the last two."""
    number = told.get("ordinal") - 1
    return Read(f"{'BC' if told.get('era') == -1 else ''}{number:02}") if 0 <= number < 30 else None


def feast(told: Told) -> Read | None:
    """A feast whose day can be worked out; without a year the nearest one, or that of the tale."""
    rule, weekdays = told.tables["feasts"][told.value], told.tables["weekdays"]
    named, near = told.year(), told.frame.published
    if named is None and told.frame.history and told.frame.told:
        named = told.frame.told.year
    if named is None and near is None:
        return None
    years = [named] if named is not None else [near.year - 1, near.year, near.year + 1] if near else []
    days = [d for y in years if 0 < y < 9999 and (d := feast_day(rule, y, weekdays))]
    found = min(days, key=lambda d: abs((d - near).days) if near else 0, default=None)
    return Read(found.isoformat(), explicit="year" in told.slots) if found else None
