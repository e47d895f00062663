"""The day of an event, in the forms that tables ask for."""

import re
from datetime import date

from sayso.model import Event

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day(event: Event) -> date | None:
    """The first day of the event; that of its report where the event has none."""
    return _date(event.time.start if event.time else None) or published(event)


def last_day(event: Event) -> date | None:
    """The last day of the event; its first where that is all that is known."""
    return _date(event.time.end if event.time else None) or day(event)


def published(event: Event) -> date | None:
    """The day of the report."""
    return _date(event.report.get("published"))


def iso(value: date | None) -> str:
    """`2025-12-04`, or nothing."""
    return value.isoformat() if value else ""


def compact(value: date | None) -> str:
    """`20251204`, or nothing."""
    return value.isoformat().replace("-", "") if value else ""


def fraction(value: date) -> float:
    """GDELT's fraction of a year, YYYY + (month·30 + day)/365: an approximation that its codebook prescribes.

    The last days of December lie in the next year.
    """
    return round(value.year + (value.month * 30 + value.day) / 365, 4)


def _date(text: str | None) -> date | None:
    found = DAY.match(text or "")
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None
