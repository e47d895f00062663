"""The day of publication, as people and feeds write it."""

from datetime import date, datetime


def day(text: str) -> date:
    """The day of an ISO 8601 date or date and time, as it stands there: no shift to another time zone.

    Raises:
        ValueError: it is no such date; the message says so in words for the user.
    """
    for parse in (date.fromisoformat, _day_of_time):
        try:
            return parse(text.strip())
        except ValueError:
            continue
    raise ValueError(f"{text[:40]!r} is no date; write it as 2025-12-04 or 2025-12-04T10:00:00Z")


def _day_of_time(text: str) -> date:
    return datetime.fromisoformat(text).date()
