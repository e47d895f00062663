"""Facets: how many of the events have which value; fetched after the table, because they look at all events instead of a page."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from sayso.store import Filter
from sayso.store.counted.days import Days, bulk
from sayso.store.counted.period import Frequency, bounds
from sayso.store.drawn.facets import chosen
from sayso.store.drawn.timeline import strip
from sayso.web.asked.ask import Asked
from sayso.web.draw.answer import view
from sayso.web.draw.nav import FIRST_FACETS
from sayso.web.shown.codebook import Codebook
from sayso.web.shown.periods import every, spanned
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.shares import Beyond, Period, Value
from sayso.web.shown.strip import beside, beyond
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk

router = APIRouter(tags=["views"])
TOP = 12
LEAST = ("origins", "confidence")  # facets whose values are asked for as that or more
STEPS = 1_000  # values of these, all of which are counted together
MOST = 130  # periods of a time line
FREQUENCIES: dict[int, Frequency] = {4: "Y", 7: "M", 10: "D"}  # by the letters of their names
UNITS = {4: "year", 7: "month", 10: "day"}
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
# What is counted, what it is called, and the filter that a value of it becomes.
FACETS = (
    ("type", "What", "type"),
    ("status", "Whether", "status"),
    ("actor", "Who", "actor"),
    ("recipient", "To whom", "recipient"),
    ("dyad", "Pairs", "dyad"),
    ("quad", "Quad", "quad"),
    ("mode", "Mode", "mode"),
    ("says", "On whose say-so", "says"),
    ("country", "Where: country", "place"),
    ("place", "Where: place", "place"),
    ("publisher", "Publisher", "publisher"),
    ("origins", "Independent origins", "min_origins"),
    ("confidence", "Confidence", "min_confidence"),
    ("context", "About", "context"),
    ("year", "Year", "year"),
    ("state", "By hand", "state"),
)


NAMES = Literal[
    "type", "status", "actor", "recipient", "dyad", "quad", "mode", "says", "country", "place", "publisher", "origins", "confidence",
    "context", "year", "state",
]  # fmt: skip
Counted = tuple[int, Mapping[str, Sequence[tuple[Any, int]]], Days]


class FacetsAsked(Asked):
    """Which events, and which of the facets; all of them unless some are named."""

    only: list[NAMES] = Field([], max_length=16, description="Only these facets.")


class Facet(Part):
    """The commonest values of a field."""

    name: Text
    label: Text
    values: list[Value]


class Facets(Shown):
    """How many events there are, over time, and by value; `unit` is what a period is: year, month or day.

    Where a few events lie far from all others, they are `earlier` or `later` than the periods.
    """

    events: int
    unit: Text
    periods: list[Period]
    earlier: Beyond | None
    later: Beyond | None
    undated: int
    facets: list[Facet]
    others: list[Text]

    def columns(self) -> Sequence[str]:
        """A value a row."""
        return "facet", "value", "events"

    def rows(self) -> Iterable[Sequence[Cell]]:
        """All values."""
        return ([facet.name, one.value, one.events] for facet in self.facets for one in facet.values)


@view(router, "/facets", "facets.html", kept=True)
def facets(asked: Annotated[FacetsAsked, Query()], desk: AtDesk) -> Facets:
    """How many events a filter leaves, and of each value how many."""
    names = tuple(asked.only or (name for name, *_ in FACETS))
    total, counts, days = desk.memo.told(("facets", asked.wanted, names), lambda: _counted(asked.wanted, names, desk))
    book, found = desk.codebook, []
    for name, label, filter_ in FACETS:
        values = list(_values(asked, (name, filter_), counts.get(name, ()), total, book))
        found += [{"name": name, "label": label, "values": values}] if values else []
    periods = _periods(asked, days)
    others = [name for name, *_ in FACETS if name not in names] if set(names) == set(FIRST_FACETS) else []
    unit = UNITS[len(periods[0]["start"])] if periods else "day"
    earlier, later = _beyond(asked, days, periods)
    return Facets.model_validate(
        {
            "events": total,
            "unit": unit,
            "periods": periods,
            "earlier": earlier,
            "later": later,
            "undated": days.undated,
            "facets": found,
            "others": others,
        }
    )


def _counted(wanted: Filter, names: Sequence[str], desk: AtDesk) -> Counted:
    least = [name for name in names if name in LEAST]
    others = [name for name in names if name not in LEAST]
    asked, further = chosen(wanted, others, TOP), chosen(wanted, least, STEPS)
    (total, counts), days, steps = desk.view.ask(lambda c: (asked(c), strip(c, [wanted]), further(c)[1] if least else {}))
    return total, {**counts, **{name: at_least(rows)[:TOP] for name, rows in steps.items()}}, days


def at_least(counts: Iterable[tuple[Any, int]]) -> list[tuple[Any, int]]:
    """Of each value how many events have it or more, the lowest value first."""
    downwards = sorted(((value, count) for value, count in counts if value is not None), reverse=True)
    return list(zip((value for value, _ in downwards), accumulate(count for _, count in downwards), strict=True))[::-1]


def _periods(asked: Asked, days: Days) -> list[dict[str, Any]]:
    """The events over time, in the shortest steps that are not too many; steps without events too."""
    span = days.span() if asked.since and asked.until else bulk(days)
    if span is None:
        return []
    first, last = span
    letters = next((some for some in (10, 7) if spanned(first[:some], last[:some]) <= MOST), 4)
    steps = every(first[:letters], last[:letters]) if spanned(first[:letters], last[:letters]) <= MOST else []
    found = days.folded(FREQUENCIES[letters])
    most = max((found[step] for step in steps), default=1)
    rest = asked.carried(since=None, until=None)
    begun = f"{rest}&" if rest else "?"
    return [{"start": p, "events": found[p], "share": found[p] / most, "query": f"{begun}since={p}&until={p}"} for p in steps]


def _beyond(asked: Asked, days: Days, periods: Sequence[Mapping[str, Any]]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """What is earlier and what is later than the periods, if anything."""
    edges = [bounds(one["start"], FREQUENCIES[len(one["start"])]) for one in (*periods[:1], *periods[-1:])]
    before, after = beyond(days, edges)
    return (
        {"events": before, "query": asked.carried(until=beside(edges[0][0], -1))} if before else None,
        {"events": after, "query": asked.carried(since=beside(edges[-1][1], 1))} if after else None,
    )


def _values(asked: Asked, of: tuple[str, str], counts: Iterable[tuple[Any, int]], total: int, book: Codebook) -> Iterable[dict[str, Any]]:
    """The values of a facet, by its name and that of the filter that one of them becomes."""
    name, filter_ = of
    for value, count in counts:
        if value not in (None, ""):
            changes, held = _changed(asked, filter_, value)
            share, query = min(1.0, count / total) if total else 0.0, asked.carried(**changes) or "?"
            label = _label(name, value, book)
            yield {"value": str(value), "label": label, "events": count, "share": share, "chosen": held, "query": query}


def _changed(asked: Asked, filter_: str, value: Any) -> tuple[Mapping[str, Any], bool]:
    """What choosing a value changes; choosing it again takes it back."""
    if filter_ == "dyad":
        actor, recipient = str(value).split(" ", 1)
        chosen_ = asked.actor == [actor] and asked.recipient == [recipient]
        return ({"actor": [], "recipient": []} if chosen_ else {"actor": [actor], "recipient": [recipient]}), chosen_
    if filter_ == "year":
        chosen_ = asked.since == value == asked.until
        return ({"since": None, "until": None} if chosen_ else {"since": value, "until": value}), chosen_
    held = getattr(asked, filter_)
    if not isinstance(held, list):
        chosen_ = held == value
        return {filter_: None if chosen_ else value}, chosen_
    chosen_ = value in held
    return {filter_: [one for one in held if one != value] if chosen_ else [*held, value]}, chosen_


def _label(name: str, value: Any, book: Codebook) -> str:
    if name == "type":
        return f"{book.types.get(value, value)}"
    if name == "quad":
        return QUADS.get(value, str(value))
    if name in ("actor", "recipient", "country"):
        return f"{book.countries.get(value, value)}"
    if name == "dyad":
        return str(value).replace(" ", " → ")
    if name == "origins":
        return f"{value} or more"
    if name == "confidence":
        return f"{value:.1f} or more"
    return str(value)
