"""One actor: under which names it was found, what it did, what was done to it, and what it said."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from sayso.store.counted.days import bulk
from sayso.store.counted.period import bounds
from sayso.store.drawn.actor import Involvement, actor, within
from sayso.store.drawn.timeline import strip
from sayso.store.found.listing import newest
from sayso.web.asked.ask import Asked, Whoever
from sayso.web.draw.answer import view
from sayso.web.shown.calling import called
from sayso.web.shown.rows import Row, row_of
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.strip import UNITS, Strip, framed, strip_of, timeless
from sayso.web.shown.text import Text
from sayso.web.shown.voices import Count
from sayso.web.state.desk import AtDesk, Desk

router = APIRouter(tags=["views"])
ROLES = {"actor": "did", "recipient": "was done to it", "says": "said"}
BELOW = 15  # events shown below the drawing


class OneActor(Asked):
    """Which actor, within which events."""

    who: Whoever = Field(description="RUS or Russia, RUS:MIL, rus-putin, or words of a name.")


class FoundName(Part):
    """A name that reports have for the actor: as whose id, and how it was found (name, descriptor, reference ...)."""

    name: Text
    entity: Text | None
    basis: Text
    events: int


class PartRow(Part):
    """What the actor did, what was done to it, or what it said: by period, type, status, and with whom."""

    role: Text
    events: int
    by_period: list[int]
    types: list[Count]
    statuses: list[Count]
    others: list[Count]


class Portrait(Shown):
    """An actor: its names, its three parts, and the newest events in which it has a role."""

    key: Text
    name: Text
    frequency: str
    unit: Text
    names: list[FoundName]
    more_names: int
    strip: Strip
    periods: list[str]
    starts: list[str]
    ends: list[str]
    parts: list[PartRow]
    events: list[Row]

    def columns(self) -> Sequence[str]:
        """Periods and parts."""
        return ("period", *(part.role for part in self.parts))

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One period a row."""
        return ([period, *(part.by_period[n] for part in self.parts)] for n, period in enumerate(self.periods))


@view(router, "/actor", "actor.html", kept=True)
def portrait(asked: Annotated[OneActor, Query()], desk: AtDesk) -> Portrait:
    """An actor: what it did, what was done to it, what it said, under which names it was found."""
    return desk.memo.told(("actor", asked.query()), lambda: _portrait(asked, desk))


def _portrait(asked: OneActor, desk: Desk) -> Portrait:
    wanted, key = asked.wanted, asked.who
    roles = [within(wanted, role, key) for role in ROLES]
    found, days, all_days, events = desk.view.ask(
        lambda c: (
            actor(c, key, wanted),
            [strip(c, [role]) for role in roles],
            strip(c, [timeless(role) for role in roles]),
            newest(c, roles, BELOW),
        )
    )
    freq, periods = framed(all_days.span(wanted.since, wanted.until) if wanted.since or wanted.until else bulk(all_days))
    counts = [one.folded(freq) for one in days]
    name = next((one.name for one in found.names if one.basis == "name"), None)
    countries = desk.codebook.countries
    given = {
        "key": key,
        "name": called(key, countries, None if key in countries else name),
        "frequency": freq,
        "unit": UNITS[freq],
        "names": [{"name": one.name, "entity": one.entity, "basis": one.basis, "events": one.events} for one in found.names],
        "more_names": found.more_names,
        "strip": strip_of(all_days, wanted, desk.memo, tuple(map(timeless, roles))),
        "periods": periods,
        "starts": [bounds(period, freq)[0] for period in periods],
        "ends": [bounds(period, freq)[1] for period in periods],
        "parts": [_part(part, [by[period] for period in periods], countries) for part, by in zip(found.parts, counts, strict=True)],
        "events": [row_of(one) for one in events],
    }
    return Portrait.model_validate(given)  # all rows in one go: one by one they took five times as long


def _part(part: Involvement, by_period: list[int], countries: Mapping[str, str]) -> dict[str, Any]:
    counts = {name: [_count(value, events, countries) for value, events in getattr(part, name)] for name in ("types", "statuses", "others")}
    return {"role": ROLES[part.role], "events": part.events, "by_period": by_period, **counts}


def _count(value: str | None, events: int, countries: Mapping[str, str]) -> dict[str, Any]:
    return {"value": value or "", "name": called(value, countries) if value else "nobody identified", "events": events}
