"""The day of publication, as people, feeds and tables write it."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import partial

ORDERS = ("dmy", "mdy")  # how a user may say that numbers stand
SPELT = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y", "%d-%b-%Y", "%Y/%m/%d")  # that are read in one way only
MONTHS = 12
SECONDS, MILLISECONDS = 10, 13  # digits of the time since 1970 from 2001 on, as programs write it
NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b(?![/.-]\d)")


def day(text: str, order: str | None = None) -> date:
    """The day of a date or date and time; as it stands there: no shift to another time zone.

    Read are ISO 8601, what mails and feeds write, months by their English names ("4 Dec 2025", "December 4, 2025"), seconds or
    milliseconds since 1970, of which the day is that in Greenwich, and numbers that can stand in one order only: behind full stops
    the month ("4.12.2025"), over twelve the day ("12/31/2025").

    Args:
        text: the date.
        order: in which day and month stand in numbers, one of `ORDERS`, where the user has said so.

    Raises:
        ValueError: it is no such date, or may be two ("12/04/2025"); the message says so in words for the user.
    """
    for parse in (date.fromisoformat, _day_of_time, partial(_day_in_numbers, order=order), _day_of_mail, _day_spelt, _day_counted):
        try:
            return parse(text.strip())
        except ValueError:
            continue
    if NUMBERS.match(text.strip()) and order:
        raise ValueError(f"{text[:40]!r} is no day in the order {order}")
    if NUMBERS.match(text.strip()):
        raise ValueError(
            f"{text[:40]!r} may be two days; write it as 2025-12-04, or say how day and month stand, in a table with"
            " --columns published:dmy=NAME or published:mdy=NAME"
        )
    raise ValueError(f"{text[:40]!r} is no date; write it as 2025-12-04 or 2025-12-04T10:00:00Z")


def looks_dated(text: str) -> bool:
    """Whether words are a date, be it one that may be two days, and no mere number."""
    if text.strip().isdigit():
        return False
    try:
        return bool(day(text, ORDERS[0]))
    except ValueError:
        return False


def _day_in_numbers(text: str, order: str | None) -> date:
    match = NUMBERS.match(text)
    if match is None:
        raise ValueError(text)
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    told = order or ("dmy" if match[2] == "." or first > MONTHS else "mdy" if second > MONTHS else None)
    if told is None and first != second:
        raise ValueError(text)
    return date(year, first, second) if told == "mdy" else date(year, second, first)


def _day_of_time(text: str) -> date:
    return datetime.fromisoformat(text).date()


def _day_of_mail(text: str) -> date:
    try:
        return parsedate_to_datetime(text).date()
    except (TypeError, IndexError) as error:  # what it raises on some of what is no date
        raise ValueError(text) from error


def _day_spelt(text: str) -> date:
    for form in SPELT:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 a day has no zone
        except ValueError:
            continue
    raise ValueError(text)


def _day_counted(text: str) -> date:
    if not (text.isascii() and text.isdigit() and len(text) in (SECONDS, MILLISECONDS)):
        raise ValueError(text)
    return datetime.fromtimestamp(int(text) / (1 if len(text) == SECONDS else 1000), UTC).date()
