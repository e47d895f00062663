"""Actors: the network of who acts towards whom, of the busiest or around one."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from sayso.store.drawn.network import MOST, TOP, Level, Node, Weight, network
from sayso.store.drawn.timeline import strip
from sayso.web.asked.ask import Asked, Whoever
from sayso.web.draw.answer import view
from sayso.web.shown.calling import called
from sayso.web.shown.shape import Cell, Shown
from sayso.web.shown.strip import Strip, strip_of, timeless
from sayso.web.shown.ties import TIE_COLUMNS, NodeRow, TieRow, tie_cells, ties_of
from sayso.web.state.desk import AtDesk, Desk

router = APIRouter(tags=["views"])
DRAWN = 300  # ties


class Acting(Asked):
    """Which network: of whom, around whom, weighed by what, how many."""

    level: Level = Field("country", description="Whether actors are countries, sectors of countries, or entities.")
    weight: Weight = Field("events", description="What the ties are weighed and ordered by.")
    ego: Whoever | None = Field(None, description="One actor by its key; the network is of those it has most to do with.")
    top: int = Field(TOP, ge=2, le=MOST, description="At most so many actors.")


class Actors(Shown):
    """The network: its actors, the ties among them, and how many actors and ties are left out."""

    strip: Strip
    nodes: list[NodeRow]
    ties: list[TieRow]
    other_actors: int
    other_ties: int

    def columns(self) -> Sequence[str]:
        """Of ties."""
        return TIE_COLUMNS

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One tie a row."""
        return map(tie_cells, self.ties)


@view(router, "/actors", "actors.html", kept=True)
def actors(asked: Annotated[Acting, Query()], desk: AtDesk) -> Actors:
    """Who acts towards whom: the busiest actors, or one and those it has most to do with."""
    return desk.memo.told(("actors", asked.query()), lambda: _actors(asked, desk))


def _actors(asked: Acting, desk: Desk) -> Actors:
    wanted = asked.wanted
    days, found = desk.view.ask(
        lambda c: (
            strip(c, [timeless(wanted)]),
            network(c, wanted, level=asked.level, ego=asked.ego, top=asked.top, weight=asked.weight, most=DRAWN),
        )
    )
    countries = desk.codebook.countries
    names = {node.key: called(node.key, countries, node.name) for node in found.nodes}
    given = {
        "strip": strip_of(days, wanted, desk.memo, timeless(wanted)),
        "nodes": [_node(node, names[node.key]) for node in found.nodes],
        "ties": ties_of(found.ties, names, countries),
        "other_actors": found.others,
        "other_ties": found.other_ties,
    }
    return Actors.model_validate(given)  # all rows in one go: one by one they took five times as long


def _node(node: Node, name: str) -> dict[str, Any]:
    return {"key": node.key, "name": name, "country": node.country, "acted": node.acted, "received": node.received}
