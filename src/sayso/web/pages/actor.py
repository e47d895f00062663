"""One actor: under which names it was found, what it did, what was done to it, and what it said."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from sayso.store.actor import Involvement, actor, within
from sayso.store.listing import newest
from sayso.store.period import bounds
from sayso.store.timeline import strip
from sayso.web.answer import view
from sayso.web.ask import Asked, Words
from sayso.web.calling import called
from sayso.web.rows import Row, row_of
from sayso.web.shown import Cell, Part, Shown
from sayso.web.state import AtDesk, Desk
from sayso.web.strip import UNITS, Strip, folded, framed, strip_of, timeless
from sayso.web.text import Text
from sayso.web.voices import Count

router = APIRouter(tags=["views"])
ROLES = {"actor": "did", "recipient": "was done to it", "says": "said"}
BELOW = 15  # events shown below the drawing


class OneActor(Asked):
    """Which actor, within which events."""

    who: Words = Field(description="RUS, RUS:MIL, rus-putin, or words of a name.")


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
    freq, periods = framed({day: 1 for one in days for day in one if day})
    counts = [folded({day: n for day, n in one.items() if day}, freq) for one in days]
    name = next((one.name for one in found.names if one.basis == "name"), None)
    return Portrait(
        key=key,
        name=called(key, desk.codebook.countries, None if key in desk.codebook.countries else name),
        frequency=freq,
        unit=UNITS[freq],
        names=[FoundName(name=one.name, entity=one.entity, basis=one.basis, events=one.events) for one in found.names],
        more_names=found.more_names,
        strip=strip_of(all_days, wanted, desk.memo, tuple(map(timeless, roles))),
        periods=periods,
        starts=[bounds(period, freq)[0] for period in periods],
        ends=[bounds(period, freq)[1] for period in periods],
        parts=[_part_of(part, [by[period] for period in periods], desk) for part, by in zip(found.parts, counts, strict=True)],
        events=[row_of(one) for one in events],
    )


def _part_of(part: Involvement, by_period: list[int], desk: Desk) -> PartRow:
    counts = {name: [_count(value, events, desk) for value, events in getattr(part, name)] for name in ("types", "statuses", "others")}
    return PartRow(role=ROLES[part.role], events=part.events, by_period=by_period, **counts)


def _count(value: str | None, events: int, desk: Desk) -> Count:
    return Count(value=value or "", name=called(value, desk.codebook.countries) if value else "nobody identified", events=events)
