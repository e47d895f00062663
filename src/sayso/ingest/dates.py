"""The day of publication, as people and feeds write it."""

from datetime import date, datetime
from email.utils import parsedate_to_datetime


def day(text: str) -> date:
    """The day of a date or date and time in ISO 8601, or as mails and feeds write it; as it stands there: no shift to another time zone.

    Raises:
        ValueError: it is no such date; the message says so in words for the user.
    """
    for parse in (date.fromisoformat, _day_of_time, _day_of_mail):
        try:
            return parse(text.strip())
        except ValueError:
            continue
    raise ValueError(f"{text[:40]!r} is no date; write it as 2025-12-04 or 2025-12-04T10:00:00Z")


def _day_of_time(text: str) -> date:
    return datetime.fromisoformat(text).date()


def _day_of_mail(text: str) -> date:
    try:
        return parsedate_to_datetime(text).date()
    except (TypeError, IndexError) as error:  # what it raises on some of what is no date
        raise ValueError(text) from error
