"""The map: where events took place, each as exactly as is known, and no more."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query

from sayso.store.drawn.spots import Land, spread
from sayso.store.drawn.timeline import strip
from sayso.web.asked.ask import Asked
from sayso.web.draw.answer import view
from sayso.web.shown.calling import called
from sayso.web.shown.shape import Cell, Shown
from sayso.web.shown.spots import LandRow, SpotRow
from sayso.web.shown.strip import Strip, strip_of, timeless
from sayso.web.state.desk import AtDesk, Desk

router = APIRouter(tags=["views"])
COLUMNS = (
    "place", "country", "admin1", "precision", "lat", "lon", "events", "incidents", "reports", "cooperation", "conflict", "only_country",
)  # fmt: skip


class Places(Shown):
    """Places and countries; besides them, how many places and events are left out, and how many events have no place."""

    strip: Strip
    spots: list[SpotRow]
    lands: list[LandRow]
    more_places: int
    more_events: int
    unplaced: int

    def columns(self) -> Sequence[str]:
        """Of places and countries in one table."""
        return COLUMNS

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One place a row, then one country a row, which has no point."""
        yield from ([*(getattr(spot, name) for name in COLUMNS[:-1]), None] for spot in self.spots)
        yield from (
            [one.name, one.country, None, "country", None, None, one.events, None, None, None, None, one.only_country] for one in self.lands
        )


@view(router, "/map", "map.html", name="map", kept=True)
def places(asked: Annotated[Asked, Query()], desk: AtDesk) -> Places:
    """Where events took place: sites and cities as points, regions as rings, countries as areas."""
    return desk.memo.told(("places", asked.query()), lambda: _places(asked, desk))


def _places(asked: Asked, desk: Desk) -> Places:
    wanted = asked.wanted
    days, found = desk.view.ask(lambda c: (strip(c, [timeless(wanted)]), spread(c, wanted)))
    countries = desk.codebook.countries
    given = {
        "strip": strip_of(days, wanted, desk.memo, timeless(wanted)),
        "spots": [spot._asdict() for spot in found.spots],
        "lands": [_land(land, called(land.country, countries)) for land in found.lands],
        "more_places": found.more_places,
        "more_events": found.more_events,
        "unplaced": found.unplaced,
    }
    return Places.model_validate(given)  # all rows in one go: one by one they took five times as long


def _land(land: Land, name: str) -> dict[str, Any]:
    return {"country": land.country, "name": name, "events": land.events, "only_country": land.only_country}
