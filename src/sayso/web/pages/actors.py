"""Actors: the network of who acts towards whom, of the busiest or around one."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from sayso.store.network import MOST, TOP, Level, Node, Weight, network
from sayso.store.timeline import strip
from sayso.web.answer import view
from sayso.web.ask import Asked, Words
from sayso.web.calling import called
from sayso.web.shown import Cell, Part, Shown
from sayso.web.state import AtDesk, Desk
from sayso.web.strip import Strip, strip_of, timeless
from sayso.web.text import Text
from sayso.web.ties import TIE_COLUMNS, TieRow, tie_cells, tie_of

router = APIRouter(tags=["views"])
DRAWN = 300  # ties


class Acting(Asked):
    """Which network: of whom, around whom, weighed by what, how many."""

    level: Level = Field("country", description="Whether actors are countries, sectors of countries, or entities.")
    weight: Weight = Field("events", description="What the ties are weighed and ordered by.")
    ego: Words | None = Field(None, description="One actor by its key; the network is of those it has most to do with.")
    top: int = Field(TOP, ge=2, le=MOST, description="At most so many actors.")


class NodeRow(Part):
    """An actor: its key as filters take it, its name, and its events in either role."""

    key: Text
    name: Text
    country: Text | None
    acted: int
    received: int


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
    nodes = [_node_of(node, desk) for node in found.nodes]
    names = {node.key: node.name for node in nodes}
    ties = [tie_of(tie, names, desk.codebook.countries) for tie in found.ties]
    return Actors(
        strip=strip_of(days, wanted, desk.memo, timeless(wanted)),
        nodes=nodes,
        ties=ties,
        other_actors=found.others,
        other_ties=found.other_ties,
    )


def _node_of(node: Node, desk: Desk) -> NodeRow:
    name = called(node.key, desk.codebook.countries, node.name)
    return NodeRow(key=node.key, name=name, country=node.country, acted=node.acted, received=node.received)
