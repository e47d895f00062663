"""Two coders side by side: how many events each has by month, dyad and type."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from sayso.export.fold import folded
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party

TOLD = ("occurred", "planned")  # what coders without a status have, plans as agreements and threats
NOBODY = ""


class Cell(NamedTuple):
    """A month (`2025-12`; empty where no day is known), who, to whom (country, else entity, else nothing), and the event type."""

    month: str
    actor: str
    recipient: str
    type: str


def counted(events: Iterable[Event], foreign: Foreign) -> Counter[Cell]:
    """How many events there are in each cell; an event of several pairs of countries counts once in each."""
    found = Counter[Cell]()
    for event in events:
        if event.status in TOLD:
            found.update(_cells(folded(event, foreign)))
    return found


def beside(ours: Counter[Cell], theirs: Counter[Cell]) -> Iterator[tuple[Cell, int, int]]:
    """Every cell that either has, in order, with both counts."""
    return ((cell, ours[cell], theirs[cell]) for cell in sorted({*ours, *theirs}))


def _cells(event: Event) -> set[Cell]:
    day = (event.time.start if event.time else None) or event.report.get("published") or ""
    pairs = product(_whose(event.actors), _whose(event.recipients))
    return {Cell(day[:7], actor, recipient, event.type) for actor, recipient in pairs}


def _whose(parties: tuple[Party, ...]) -> set[str]:
    return {party.country or party.entity or NOBODY for party in parties} or {NOBODY}
