"""Events over time as drawings have them: periods without gaps, with the days at which each begins and ends."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sayso.store import Filter
from sayso.store.counted.days import Days, Span, bulk
from sayso.store.counted.period import Frequency, bounds, fitting, spanned
from sayso.store.drawn.timeline import Tally
from sayso.web.memo import Memo
from sayso.web.shown.shape import Part

MEASURES = ("events", "incidents", "reports", "cooperation", "conflict", "score")
UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


class Strip(Part):
    """How many events there are of each period; `since` and `until` are what of it is chosen.

    Where a few events lie far from all others, `earlier` and `later` are how many the periods leave out, up to and from which day.
    """

    freq: str
    unit: str
    periods: list[str]
    starts: list[str]
    ends: list[str]
    events: list[int]
    undated: int
    earlier: int
    earlier_until: str | None
    later: int
    later_since: str | None
    since: str | None
    until: str | None


class Period(Part):
    """What is told of one period; see `sayso.store.drawn.timeline.Tally`. Without events there is no score."""

    period: str
    first: str
    last: str
    events: int
    incidents: int
    reports: int
    cooperation: int
    conflict: int
    score: float | None


def strip_of(days: Days, wanted: Filter, memo: Memo, asked: Hashable) -> Strip:
    """Counts by day, put into periods that fit: once for all stretches of what is asked, which has no days."""
    whole = memo.told(("strip", asked), lambda: _whole(days))
    return whole.model_copy(update={"since": wanted.since, "until": wanted.until})


def _whole(days: Days) -> Strip:
    freq, periods = framed(bulk(days))
    counts = days.folded(freq)
    edges = [bounds(period, freq) for period in periods]
    before, after = beyond(days, edges)
    return Strip(
        freq=freq,
        unit=UNITS[freq],
        periods=periods,
        starts=[first for first, _ in edges],
        ends=[last for _, last in edges],
        events=[counts[period] for period in periods],
        undated=days.undated,
        earlier=before,
        earlier_until=beside(edges[0][0], -1) if before else None,
        later=after,
        later_since=beside(edges[-1][1], 1) if after else None,
        since=None,
        until=None,
    )


def beyond(days: Days, edges: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """How many events have a day before the first and after the last of some periods."""
    if not edges:
        return 0, 0
    (first, _), (_, last) = edges[0], edges[-1]
    dated = [(day, count) for day, count in days.counts().items() if day]
    return sum(count for day, count in dated if day < first), sum(count for day, count in dated if day > last)


def beside(day: str, step: int) -> str:
    """The day so many days after another."""
    return (date.fromisoformat(day) + timedelta(days=step)).isoformat()


def timeless(wanted: Filter) -> Filter:
    """A filter without its days: what a strip shows, so that another part of it can be chosen."""
    return replace(wanted, since=None, until=None)


def framed(span: Span, freq: Frequency | None = None) -> tuple[Frequency, list[str]]:
    """A frequency (the finest that fits, if none is asked for), and all periods from one day to another."""
    if span is None:
        return freq or "M", []
    first, last = span
    chosen = freq or fitting(first, last)
    return chosen, spanned(first, last, chosen)


def gapless(tallies: Sequence[Tally], periods: Sequence[str], freq: Frequency) -> list[dict[str, Any]]:
    """What all `Period`s are made of, with nothing in those of which nothing is told."""
    told = {one.period: one for one in tallies}
    return [_period(period, told.get(period), freq) for period in periods]


def _period(named: str, told: Tally | None, freq: Frequency) -> dict[str, Any]:
    first, last = bounds(named, freq)
    counts = {name: getattr(told, name) if told else None if name == "score" else 0 for name in MEASURES}
    return {"period": named, "first": first, "last": last, **counts}
