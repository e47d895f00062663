"""Actors of a network and what one of them did to another, as the views show it."""

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.store.drawn.network import Tie
from sayso.web.shown.calling import called
from sayso.web.shown.shape import Cell, Part
from sayso.web.shown.text import Text

TIE_COLUMNS = (
    "actor", "actor_name", "recipient", "recipient_name", "events", "incidents", "reports", "cooperation", "conflict", "score",
)  # fmt: skip


class NodeRow(Part):
    """An actor: its key as filters take it, its name, and its events in either role."""

    key: Text
    name: Text
    country: Text | None
    acted: int
    received: int


class TieRow(Part):
    """What one actor did to another; `score` is the mean from -10 (most hostile) to 10."""

    actor: Text
    actor_name: Text
    recipient: Text
    recipient_name: Text
    events: int
    incidents: int
    reports: int
    cooperation: int
    conflict: int
    score: float


def ties_of(ties: Iterable[Tie], names: Mapping[str, str], countries: Mapping[str, str]) -> list[dict[str, Any]]:
    """What the rows of ties are made of; `names` are those of some actors by key, the others are called by their countries."""
    known = dict(names)

    def name(key: str) -> str:
        found = known.get(key)
        if not found:
            found = known[key] = called(key, countries)
        return found

    return [{**tie._asdict(), "actor_name": name(tie.actor), "recipient_name": name(tie.recipient)} for tie in ties]


def tie_cells(tie: TieRow) -> list[Cell]:
    """The cells of `TIE_COLUMNS`."""
    return [getattr(tie, name) for name in TIE_COLUMNS]
