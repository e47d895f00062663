"""What people ask for: the filters of `sayso query`, of the Python interface and of the desk."""

import calendar
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self

from sayso.model.quad import QUADS
from sayso.store.asked.countries import coded


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which events are wanted; of several values of a field one must hold, of several fields all.

    `actor`, `recipient` and `party` (either role) take a country (RUS or Russia), a country's sector (RUS:MIL, or :MIL of any), the id of
    an entity (rus-putin), or words of a name. `says` takes the same, for any link of the chain; `-` stands for the report's own voice.
    `place` takes a country or words of a place's name. `since` and `until` are days (or months, years) of the event, both inside.
    `min_origins` counts the independent origins that tell of the event's incident. `text` is sought in the evidence.
    """

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    quad: tuple[int, ...] = ()
    status: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    min_origins: int | None = None
    min_confidence: float | None = None
    text: str | None = None
    report: tuple[str, ...] = ()
    incident: tuple[str, ...] = ()
    state: tuple[str, ...] = ()

    @classmethod
    def of(cls, **given: Any) -> Self:
        """A filter from values as people write them: one or several, or None for any.

        Raises:
            TypeError: there is no such filter; the message lists those that there are.
            ValueError: a day is no day, or a status, state or quad class is none.
        """
        unknown = sorted(set(given) - {f.name for f in fields(cls)})
        if unknown:
            raise TypeError(f"no filter is called {', '.join(unknown)}; there are {', '.join(f.name for f in fields(cls))}")
        return cls(**{name: _shaped(name, value) for name, value in given.items() if value is not None})

    def given(self) -> Mapping[str, Any]:
        """The fields that ask for something."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name)) not in ((), None, "")}


DAYS = ("since", "until", "published_since", "published_until")
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
CLOSED: Mapping[str, tuple[Any, ...]] = {
    "status": ("occurred", "planned", "possible", "denied"),
    "quad": QUADS,
    "state": ("coded", "accepted", "corrected", "rejected", "added", "kept"),
}
PLACED = ("actor", "recipient", "party", "says", "place")  # fields that ask for countries
NUMBERS = ("min_origins", "min_confidence")
ONE = (*DAYS, *NUMBERS, "text")


def _shaped(name: str, value: Any) -> Any:
    if name in DAYS and not _in_calendar(str(value)):
        raise ValueError(f"{name} wants a day, month or year (2025-01-31, 2025-01, 2025), not {value!r}")
    if name in ONE:
        return value if name in NUMBERS else str(value)
    values = (value,) if isinstance(value, str | int) else tuple(value)
    if name in PLACED:
        return tuple(map(coded, values))
    if unknown := [one for one in values if name in CLOSED and one not in CLOSED[name]]:
        raise ValueError(f"{name} is one of {', '.join(map(str, CLOSED[name]))}, not {unknown[0]!r}")
    return values


def _in_calendar(value: str) -> bool:
    """Whether it is a day, month or year that there is."""
    with suppress(ValueError):
        return bool(DAY.fullmatch(value) and date.fromisoformat(f"{value}-01-01"[:10] if len(value) == len("2025") else f"{value}-01"[:10]))
    return False


def last_day(until: str) -> str:
    """The last day of a day, month or year."""
    year, month, day = (*until.split("-"), "", "")[:3]
    if day:
        return until
    return f"{year}-{month or '12'}-{calendar.monthrange(int(year) or 4, int(month or 12))[1]}"
