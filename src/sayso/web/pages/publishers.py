"""Publishers and runs: what came in from whom and when, what of it are copies, and what was done with the database."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field, field_validator

from sayso.store.found import intake
from sayso.web.asked.ask import AsItWas
from sayso.web.draw.answer import view
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk, Desk

router = APIRouter(tags=["views"])
SHOWN = 60  # publishers in the table of days


class Asked(AsItWas):
    """Up to which day, and how many days before it."""

    until: date | None = Field(None, description="The last day; that of the latest report by default.")
    days: int = Field(28, ge=1, le=92, description="How many days.")

    @field_validator("until", mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:
        return given or None


class Publisher(Part):
    """What a publisher put out: `copies` share their origin with another report, `silent` reports have no event."""

    name: Text | None
    reports: int
    copies: int
    silent: int
    events: int
    first: Text | None
    last: Text | None


class Coverage(Part):
    """How many reports a publisher put out on each of some days, and on how many of them none though there were some before and after."""

    name: Text | None
    counts: list[int]
    gaps: int


class Run(Part):
    """A command that changed something."""

    n: int
    command: Text
    sayso: Text | None
    lexicon: Text | None
    begun: Text
    ended: Text | None
    added: int
    replaced: int
    events: int


class Sums(Part):
    """How much there is of everything."""

    reports: int
    events: int
    incidents: int
    stale: int
    publishers: int
    undated: int
    unplaced: int


COLUMNS = tuple(Publisher.model_fields)


class Publishers(Shown):
    """Publishers, the days that they have reports of, and runs."""

    sums: Sums
    publishers: list[Publisher]
    days: list[date]
    coverage: list[Coverage]
    runs: list[Run]

    def columns(self) -> Sequence[str]:
        """Of the publishers, and a column a day."""
        return *COLUMNS, *map(str, self.days)

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One publisher a row."""
        counts = {one.name: one.counts for one in self.coverage}
        none = [0] * len(self.days)
        return ([*(getattr(one, name) for name in COLUMNS), *counts.get(one.name, none)] for one in self.publishers)


@view(router, "/publishers", "publishers.html", kept=True)
def publishers(asked: Annotated[Asked, Query()], desk: AtDesk) -> Publishers:
    """What came in, and what was done with it."""
    return desk.memo.told(("publishers", asked.until, asked.days, desk.today()), lambda: _publishers(asked, desk))


def _publishers(asked: Asked, desk: Desk) -> Publishers:
    ask = desk.view.ask
    last = asked.until or _day(ask(intake.latest)) or desk.today()
    days = [last - timedelta(days=n) for n in reversed(range(asked.days)) if last.toordinal() > n]
    counted = ask(intake.days(days[0].isoformat(), days[-1].isoformat()))
    return Publishers(
        sums=Sums.model_validate(ask(intake.sums), from_attributes=True),
        publishers=[Publisher.model_validate(one, from_attributes=True) for one in ask(intake.publishers())],
        days=days,
        coverage=_coverage(counted, days),
        runs=[Run(**run) for run in ask(intake.runs())],
    )


def _coverage(counted: Iterable[intake.Day], days: Sequence[date]) -> list[Coverage]:
    found: dict[str | None, dict[str, int]] = defaultdict(dict)
    for one in counted:
        found[one.publisher][one.day] = one.reports
    rows = {name: [of.get(day.isoformat(), 0) for day in days] for name, of in found.items()}
    ordered = sorted(rows.items(), key=lambda row: (-sum(row[1]), row[0] or ""))
    return [Coverage(name=name, counts=counts, gaps=_gaps(counts)) for name, counts in ordered[:SHOWN]]


def _gaps(counts: Sequence[int]) -> int:
    """Days without a report between the first and the last that have one."""
    held = [i for i, count in enumerate(counts) if count]
    return sum(not count for count in counts[held[0] : held[-1]]) if held else 0


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
