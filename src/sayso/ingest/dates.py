"""The day of publication, as people, feeds and tables write it."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

SPELT = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y", "%d-%b-%Y", "%Y/%m/%d")  # that are read in one way only
SECONDS, MILLISECONDS = 10, 13  # digits of the time since 1970 from 2001 on, as programs write it
AMBIGUOUS = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b")


def day(text: str) -> date:
    """The day of a date or date and time; as it stands there: no shift to another time zone.

    Read are ISO 8601, what mails and feeds write, months by their English names ("4 Dec 2025", "December 4, 2025"), and seconds or
    milliseconds since 1970, of which the day is that in Greenwich.

    Raises:
        ValueError: it is no such date, or may be two ("12/04/2025"); the message says so in words for the user.
    """
    for parse in (date.fromisoformat, _day_of_time, _day_of_mail, _day_spelt, _day_counted):
        try:
            return parse(text.strip())
        except ValueError:
            continue
    why = "may be two days" if AMBIGUOUS.match(text.strip()) else "is no date"
    raise ValueError(f"{text[:40]!r} {why}; write it as 2025-12-04 or 2025-12-04T10:00:00Z")


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
