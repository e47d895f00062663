"""What drawings show of many events, counted over columns: places, speakers, periods, disputes."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np

from sayso.store.counted.columns import Columns
from sayso.store.counted.figures import Cited, mean
from sayso.store.counted.masks import Selection
from sayso.store.counted.pairs import distinct, enough, sides
from sayso.store.counted.period import Frequency, lying
from sayso.store.counted.slabs import Array

TEXTS = ("type", "status")  # columns of terms


def placed(chosen: Selection, known: Collection[int]) -> list[tuple[int, int]]:
    """Of known places by number how many events there are at each, most first."""
    counts = np.bincount(chosen.of("place"))
    some = np.fromiter(known, dtype=np.int64, count=len(known))
    some = some[some < len(counts)]
    return _ranked(some, counts[some])


def there(chosen: Selection, places: Sequence[int]) -> Iterator[tuple[int, int, int, int, int, int]]:
    """Of some places: the number, events, incidents, reports, cooperation, conflict."""
    yield from _tallied(chosen, chosen.of("place"), places)


def lands(chosen: Selection, points: Collection[int]) -> list[tuple[str | None, int, int]]:
    """Countries, how many events there are in each, and how many of them at none of some places."""
    country, place, of = chosen.of("country"), chosen.of("place"), chosen.columns.terms.of
    exact = np.zeros(max(int(place.max(initial=0)), max(points, default=0)) + 1, dtype=np.bool_)
    exact[list(points)] = True
    alone = np.bincount(country[~exact[place]], minlength=len(of))
    counts = np.bincount(country, minlength=len(of))
    return [(of[n], int(counts[n]), int(alone[n])) for n in np.flatnonzero(counts).tolist()]


def cited(chosen: Selection, top: int) -> Cited:
    """The speakers of most events, and how the events rest on all of them."""
    rows = chosen.rows("says", chosen.columns["says.again"] == 0)
    counts = np.bincount(chosen.of_rows("says.name", rows))
    own = int(np.count_nonzero(chosen.of("voices") == 0))
    there = np.flatnonzero(counts)
    some = there[enough(counts[there], top)]
    reached = np.cumsum(np.sort(counts[there])[::-1]) * 2
    total = int(reached[-1]) // 2 if len(there) else 0
    half = int(np.searchsorted(reached, total)) + 1 if len(there) else 0
    return Cited([name for name, _ in _ranked(some, counts[some])[:top]], len(chosen), own, total, len(there), half)


def _ranked(values: Array, counts: Array) -> list[tuple[int, int]]:
    """Values with their counts, the highest first, then in the order of values; without those of none."""
    held = np.flatnonzero(counts)
    values, counts = values.take(held), counts.take(held)
    order = np.lexsort((values, -counts))
    return list(zip(values[order].tolist(), counts[order].tolist(), strict=True))


def known(chosen: Selection, events: Sequence[int], names: Sequence[str]) -> Iterator[tuple[Any, ...] | None]:
    """What columns say of events by number; None of those that are not among the chosen."""
    columns, of = chosen.columns, chosen.columns.terms.of
    place = np.searchsorted(columns.numbers(), np.array(events, dtype=np.int64))
    values = [[of[n] for n in codes] if name in TEXTS else codes for name in names for codes in (columns[name][place].tolist(),)]
    return (row if kept else None for row, kept in zip(zip(*values, strict=True), chosen.among(events), strict=True))


def disputed(chosen: Selection, denied: str, top: int) -> list[tuple[int, str]]:
    """The incidents of some events that one event denies and another doesn't, and the last day that is told of these; the newest first."""
    columns = chosen.columns
    incidents, last = columns.kept(("disputed", denied), lambda: _disputed(columns, denied))
    there = np.zeros(int(columns["incident"].max(initial=0)) + 1, dtype=np.bool_)
    there[chosen.of("incident")] = True
    of = columns.terms.of
    return [(int(incidents[n]), of[last[n]] or "") for n in np.flatnonzero(there.take(incidents))[:top].tolist()]


def _disputed(columns: Columns, denied: str) -> tuple[Array, Array]:
    """All such incidents, the newest first, and the days."""
    incident, denies = columns["incident"], columns.among("status", [denied])
    size = int(incident.max(initial=0)) + 1
    held = np.bincount(incident[denies], minlength=size) > 0
    held[0] = False
    told = np.flatnonzero(held[incident] & ~denies)
    of, last = columns.terms.of, dict[int, tuple[str, int]]()
    for n, day in zip(incident[told].tolist(), columns["day"][told].tolist(), strict=True):
        last[n] = max(last.get(n, ("", 0)), (of[day] or "", day))
    ranked = sorted(sorted(last.items()), key=lambda one: one[1][0], reverse=True)
    return np.array([n for n, _ in ranked], dtype=np.int64), np.array([day for _, (_, day) in ranked], dtype=np.uint32)


def periods(chosen: Selection, freq: Frequency) -> Iterator[tuple[str, int, int, int, int, int, float]]:
    """Periods that have events: events, incidents, reports, cooperation, conflict, mean score; days that are none are left out."""
    of, day = chosen.columns.terms.of, chosen.of("day")
    names = {n: lying(term, freq) for n in np.flatnonzero(np.bincount(day)).tolist() if (term := of[n])}
    known = sorted(set(names.values()))
    place, table = {name: n for n, name in enumerate(known, 1)}, np.zeros(len(of), dtype=np.int64)
    for n, name in names.items():
        table[n] = place[name]
    period = table[day]
    score = np.bincount(period, weights=chosen.of("score"), minlength=len(known) + 1)
    for n, events, *more in _tallied(chosen, period, range(1, len(known) + 1)):
        incidents, reports, cooperation, conflict = more
        yield known[n - 1], events, incidents, reports, cooperation, conflict, mean(score[n] / events)


def telling(chosen: Selection) -> list[dict[int, int]]:
    """Of each publisher by number: how many events, and of how many reports."""
    publisher = chosen.of("publisher").astype(np.int64)
    events = np.bincount(publisher)
    reports = distinct(publisher, chosen.of("report"), len(events))
    return [{n: int(counts[n]) for n in np.flatnonzero(counts).tolist()} for counts in (events, reports)]


def _tallied(chosen: Selection, of: Array, wanted: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """Events, incidents, reports, cooperation and conflict of some values of a column; those that no event has are left out."""
    table = np.full(max(int(of.max(initial=0)), *wanted, 0) + 1, -1, dtype=np.int64)
    table[list(wanted)] = np.arange(len(wanted))
    group = table[of]
    held = np.flatnonzero(group >= 0)
    group = group.take(held)
    counts = [np.bincount(group, minlength=len(wanted))]
    counts += [distinct(group, chosen.of(name).take(held), len(wanted)) for name in ("incident", "report")]
    counts += sides(group, chosen.of("quad").take(held), len(wanted))
    rows = zip(wanted, *(one.tolist() for one in counts), strict=True)
    yield from (row for row in rows if row[1])
