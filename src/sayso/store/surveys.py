"""What drawings show of many events, counted over columns: places, speakers, periods, disputes."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.store.figures import mean
from sayso.store.masks import Selection
from sayso.store.pairs import distinct
from sayso.store.period import Frequency, lying
from sayso.store.slabs import Array

TEXTS = ("type", "status")  # columns of terms
SIDES = ((1, 2), (3, 4))  # quad classes of cooperation and of conflict


def placed(chosen: Selection, known: Collection[int]) -> list[tuple[int, int]]:
    """Of known places by number how many events there are at each, most first."""
    counts = np.bincount(chosen.of("place"))
    some = np.fromiter(known, dtype=np.int64, count=len(known))
    some = some[some < len(counts)]
    return _ranked(some, counts[some])


def there(chosen: Selection, places: Sequence[int]) -> Iterator[tuple[int, int, int, int, int, int]]:
    """Of some places: the number, events, incidents, reports, cooperation, conflict."""
    yield from _tallied(chosen, chosen.of("place"), places)


def lands(chosen: Selection, wide: Sequence[int]) -> list[tuple[str | None, int, int]]:
    """Countries, how many events there are in each, and how many of them at places that are whole countries."""
    country, place, of = chosen.of("country"), chosen.of("place"), chosen.columns.terms.of
    whole = np.zeros(max(int(place.max(initial=0)), *wide, 0) + 1, dtype=np.bool_)
    whole[list(wide)] = True
    alone = np.bincount(country[whole[place]], minlength=len(of))
    counts = np.bincount(country, minlength=len(of))
    return [(of[n], int(counts[n]), int(alone[n])) for n in np.flatnonzero(counts).tolist()]


def cited(chosen: Selection) -> tuple[list[tuple[int, int]], int]:
    """Speakers by number and how many events there are of each, most first; and how many events are in the report's own voice."""
    rows = chosen.rows("says", chosen.columns["says.again"] == 0)
    counts = np.bincount(chosen.columns["says.name"][rows])
    own = int(np.count_nonzero(chosen.of("voices") == 0))
    return _ranked(np.arange(len(counts)), counts), own


def _ranked(values: Array, counts: Array) -> list[tuple[int, int]]:
    """Values with their counts, the highest first, then in the order of values; without those of none."""
    held = counts > 0
    values, counts = values[held], counts[held]
    order = np.lexsort((values, -counts))
    return list(zip(values[order].tolist(), counts[order].tolist(), strict=True))


def known(chosen: Selection, events: Sequence[int], names: Sequence[str]) -> Iterator[tuple[Any, ...] | None]:
    """What columns say of events by number; None of those that are not among the chosen."""
    columns, of = chosen.columns, chosen.columns.terms.of
    place = np.searchsorted(columns.numbers(), np.array(events, dtype=np.int64))
    values = [[of[n] for n in codes] if name in TEXTS else codes for name in names for codes in (columns[name][place].tolist(),)]
    return (row if kept else None for row, kept in zip(zip(*values, strict=True), chosen.among(events), strict=True))


@dataclass(frozen=True, slots=True)
class Callings:
    """Under which names somebody is found: each of them, and the pairs of name and event, as arrays."""

    known: tuple[tuple[int, str | None, str], ...]
    name: Array
    event: Array


def callings(rows: Sequence[Any]) -> Callings:
    """Of rows of name, entity, basis and event; an event counts once for each."""
    known: dict[tuple[int, str | None, str], int] = {}
    name = np.fromiter((known.setdefault((row[0], row[1], row[2]), len(known)) for row in rows), dtype=np.int64, count=len(rows))
    event = np.fromiter((row[3] for row in rows), dtype=np.int64, count=len(rows))
    pairs = np.unique(event * len(known) + name) if known else name
    event, name = np.divmod(pairs, len(known) or 1)
    return Callings(tuple(known), name.astype(np.min_scalar_type(len(known))), event)


def called(chosen: Selection, told: Callings) -> dict[tuple[int, str | None, str], int]:
    """How many of the chosen events somebody has each of the names in."""
    name = told.name
    if chosen.mask is not None:
        name = name[chosen.mask[np.searchsorted(chosen.columns.numbers(), told.event)]]
    counts = np.bincount(name, minlength=len(told.known)).tolist()
    return {one: count for one, count in zip(told.known, counts, strict=True) if count}


def disputed(chosen: Selection, denied: str, top: int) -> list[tuple[int, str]]:
    """The incidents of some events that one event denies and another doesn't, and the last day that is told of these; the newest first."""
    columns = chosen.columns
    incident, denies = columns["incident"], columns.among("status", [denied])
    size = int(incident.max(initial=0)) + 1
    held = np.bincount(incident[denies], minlength=size) > 0
    held &= np.bincount(chosen.of("incident"), minlength=size) > 0
    held[0] = False
    told = np.flatnonzero(held[incident] & ~denies)
    of, last = columns.terms.of, dict[int, str]()
    for n, day in zip(incident[told].tolist(), columns["day"][told].tolist(), strict=True):
        last[n] = max(last.get(n, ""), of[day] or "")
    ranked = sorted(sorted(last.items()), key=lambda one: one[1], reverse=True)
    return ranked[:top]


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
    held = group >= 0
    group, quad = group[held], chosen.of("quad")[held]
    counts = [np.bincount(group, minlength=len(wanted))]
    counts += [distinct(group, chosen.of(name)[held], len(wanted)) for name in ("incident", "report")]
    counts += [np.bincount(group[(quad == a) | (quad == b)], minlength=len(wanted)) for a, b in SIDES]
    rows = zip(wanted, *(one.tolist() for one in counts), strict=True)
    yield from (row for row in rows if row[1])
