"""Counts over columns: facets and days of many events at once."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.store.counted.columns import Columns
from sayso.store.counted.days import Span, spanned
from sayso.store.counted.figures import commonest
from sayso.store.counted.masks import Selection
from sayso.store.counted.pairs import counted, enough
from sayso.store.counted.period import Frequency, lying
from sayso.store.counted.slabs import LAYERS, Array

Counts = list[tuple[Any, int]]
ROWS = {  # a facet's layer, and the column of its rows that is counted
    "actor": ("actor", "country"),
    "recipient": ("recipient", "country"),
    "actor_sector": ("actor_sector", "sector"),
    "recipient_sector": ("recipient_sector", "sector"),
    "says": ("says", "name"),
    "context": ("context", "context"),
}
NUMBERED = ("quad", "origins", "publisher", "place", "says")  # counted by number, not by term


def facet(chosen: Selection, name: str, top: int) -> Counts:
    """The commonest values of a facet and how many events have them; those of `publisher`, `place` and `says` are numbers of rows."""
    if name == "dyad":
        return _dyads(chosen, top)
    if name == "year":
        return commonest(_derived(chosen, lambda day: day[:4]).items(), top)
    if name == "confidence":
        counts = np.bincount(np.floor(chosen.of("confidence") * 10).astype(np.int64))
        return commonest([(float(n) / 10, int(counts[n])) for n in np.flatnonzero(counts)], top)
    counts = np.bincount(_values(chosen, name))
    there = np.flatnonzero(counts)
    named = NUMBERED if name in NUMBERED else None
    kept = enough(counts[there], top)
    return commonest([((int(n) or None) if named else chosen.columns.terms.of[n], int(counts[n])) for n in there[kept]], top)


class Calendar:
    """All days of all events, in their order, and the periods that they lie in."""

    def __init__(self, columns: Columns) -> None:
        """Find the days."""
        there = np.flatnonzero(np.bincount(columns["day"]))
        of = columns.terms.of
        known = sorted((day, n) for n in there.tolist() if (day := of[n]))
        self.days = [day for day, _ in known]
        self.codes = np.array([n for _, n in known], dtype=np.int64)
        self._periods: dict[Frequency, tuple[list[str], Array]] = {}

    def periods(self, freq: Frequency) -> tuple[list[str], Array]:
        """The periods that have days, in their order, and of each day the place of its own."""
        if freq not in self._periods:
            named = [lying(day, freq) for day in self.days]
            periods = sorted(set(named))
            place = {period: n for n, period in enumerate(periods)}
            self._periods[freq] = periods, np.array([place[period] for period in named], dtype=np.int64)
        return self._periods[freq]


@dataclass(frozen=True, slots=True)
class ManyDays:
    """How many events there are of each day of a calendar, and without a day; see `days.Days`."""

    calendar: Calendar
    many: Array
    undated: int

    def counts(self) -> Mapping[str, int]:
        """How many there are of each day that has any; '' stands for those without one."""
        dated = {day: count for day, count in zip(self.calendar.days, self.many.tolist(), strict=True) if count}
        return {**dated, "": self.undated} if self.undated else dated

    def span(self, since: str | None = None, until: str | None = None) -> Span:
        """The first and the last day that has any."""
        found = spanned(self.calendar.days, since, until)
        first, last = (bisect_left(self.calendar.days, day) for day in found) if found else (0, -1)
        there = np.flatnonzero(self.many[first : last + 1])
        return (self.calendar.days[first + there[0]], self.calendar.days[first + there[-1]]) if len(there) else None

    def folded(self, freq: Frequency) -> Counter[str]:
        """How many there are of each period."""
        named, place = self.calendar.periods(freq)
        sums = np.bincount(place, weights=self.many, minlength=len(named)) if len(place) else np.zeros(0)
        return Counter({named[n]: int(sums[n]) for n in np.flatnonzero(sums).tolist()})


def days(chosen: Selection) -> ManyDays:
    """How many events there are of each day."""
    columns = chosen.columns
    calendar = columns.kept(("calendar",), lambda: Calendar(columns))
    counts = np.bincount(chosen.of("day"), minlength=int(calendar.codes.max(initial=0)) + 1)
    dated = counts[calendar.codes]
    return ManyDays(calendar, dated.astype(np.min_scalar_type(dated.max(initial=0))), len(chosen) - int(dated.sum()))


def _values(chosen: Selection, name: str) -> Array:
    if name not in ROWS:
        return np.asarray(chosen.of(name))
    layer, column = ROWS[name]
    once = [chosen.columns[f"{layer}.again"] == 0] if "again" in LAYERS[layer].columns else []
    return chosen.of_rows(f"{layer}.{column}", chosen.rows(layer, *once))


def _derived(chosen: Selection, named: Callable[[str], str]) -> Counter[str]:
    """Events by something that their day says."""
    counts, found = np.bincount(chosen.of("day")), Counter[str]()
    for n in np.flatnonzero(counts):
        found[named(chosen.columns.terms.of[n] or "")] += int(counts[n])
    return found


def _dyads(chosen: Selection, top: int) -> Counts:
    columns, rows, width = chosen.columns, chosen.rows("dyad"), len(chosen.columns.terms.of)
    actor, recipient = (chosen.of_rows(f"dyad.{role}", rows) for role in ("actor", "recipient"))
    there, counts = counted(actor.astype(np.int64) * width + recipient)
    of = columns.terms.of
    kept = enough(counts, top)
    return commonest([(f"{of[there[i] // width]} {of[there[i] % width]}", int(counts[i])) for i in kept], top)
