"""Dyads: two actors over time, and who says what about them; without two, the pairs that most is told of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from sayso.store.counted.days import bulk
from sayso.store.counted.period import Frequency
from sayso.store.drawn.network import TOP, network
from sayso.store.drawn.sayings import sayings
from sayso.store.drawn.timeline import strip, timeline
from sayso.store.found.listing import newest
from sayso.web.asked.ask import Asked
from sayso.web.draw.answer import view
from sayso.web.shown.calling import called
from sayso.web.shown.rows import Row, row_of
from sayso.web.shown.shape import Cell, Shown
from sayso.web.shown.strip import MEASURES, UNITS, Period, Strip, framed, gapless, strip_of, timeless
from sayso.web.shown.text import Text
from sayso.web.shown.ties import TIE_COLUMNS, TieRow, tie_cells, ties_of
from sayso.web.shown.voices import VoiceRow, voice_of
from sayso.web.state.desk import AtDesk, Desk

router = APIRouter(tags=["views"])
BELOW = 20  # events and speakers shown below the drawing
PAIRS = 40


class Between(Asked):
    """Which dyad: its actor and recipient, in one direction or in both, and how time is parted."""

    way: Literal["both", "out"] = Field("both", description="Also what the recipient did to the actor, or only what the actor did.")
    freq: Frequency | None = Field(None, description="D, W, M, Q or Y; what fits, if none is asked for.")


class Dyads(Shown):
    """Two actors over time, or (`pair` is false) the pairs that most is told of.

    `periods` and `score` are of the chosen time, `strip` of all; `voices` are those who are cited most, `events` the newest.
    """

    pair: bool
    actor: Text
    recipient: Text
    frequency: str
    unit: Text
    strip: Strip
    periods: list[Period]
    pairs: list[TieRow]
    voices: list[VoiceRow]
    events: list[Row]

    def columns(self) -> Sequence[str]:
        """Of periods, or of pairs."""
        return ("period", "first", "last", *MEASURES) if self.pair else TIE_COLUMNS

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One period a row, or one pair."""
        if not self.pair:
            return map(tie_cells, self.pairs)
        return ([one.period, one.first, one.last, *(getattr(one, name) for name in MEASURES)] for one in self.periods)


@view(router, "/dyads", "dyads.html", kept=True)
def dyads(asked: Annotated[Between, Query()], desk: AtDesk) -> Dyads:
    """What two actors do to one another over time: passages, happenings and reports apart, cooperation and conflict."""
    make = _pair if asked.actor and asked.recipient else _pairs
    return desk.memo.told(("dyads", asked.query()), lambda: make(asked, desk))


def _pair(asked: Between, desk: Desk) -> Dyads:
    out = asked.wanted
    ways = [out] if asked.way == "out" else [out, replace(out, actor=out.recipient, recipient=out.actor)]
    days, voices, events = desk.view.ask(
        lambda c: (strip(c, [timeless(way) for way in ways]), sayings(c, ways, top=BELOW), newest(c, ways, BELOW))
    )
    freq, periods = framed(days.span(out.since, out.until) if out.since or out.until else bulk(days), asked.freq)
    tallies = desk.view.ask(lambda c: timeline(c, ways, freq))
    shown = strip_of(days, out, desk.memo, tuple(map(timeless, ways)))
    return Dyads.model_validate(
        {
            "pair": True,
            "actor": ", ".join(_called(desk, key) for key in asked.actor),
            "recipient": ", ".join(_called(desk, key) for key in asked.recipient),
            "frequency": freq,
            "unit": UNITS[freq],
            "strip": shown,
            "periods": gapless(tallies, periods, freq),
            "pairs": [],
            "voices": [voice_of(one) for one in voices.voices],
            "events": [row_of(one) for one in events],
        }
    )


def _pairs(asked: Between, desk: Desk) -> Dyads:
    wanted = asked.wanted
    days, found = desk.view.ask(lambda c: (strip(c, [timeless(wanted)]), network(c, wanted, most=PAIRS + TOP)))
    shown = islice((tie for tie in found.ties if tie.actor != tie.recipient), PAIRS)
    return Dyads.model_validate(
        {
            "pair": False,
            "actor": ", ".join(asked.actor),
            "recipient": ", ".join(asked.recipient),
            "frequency": "",
            "unit": "",
            "strip": strip_of(days, wanted, desk.memo, timeless(wanted)),
            "periods": [],
            "pairs": ties_of(shown, {}, desk.codebook.countries),
            "voices": [],
            "events": [],
        }
    )


def _called(desk: Desk, key: str) -> str:
    return called(key, desk.codebook.countries)
