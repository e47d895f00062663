"""Whose arms a party bears, and how many died: what tables of violence ask for."""

from sayso.export.actor import first
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party

STATE, ARMED, CIVILIAN = "state", "armed", "civilian"
DEATHS = "deaths"


def side(party: Party | None, foreign: Foreign) -> str | None:
    """`state`, `armed` or `civilian`; None where nobody knows. A state without sectors is its government."""
    if party is None:
        return None
    known = next((foreign.sectors[s].side for s in party.sectors if s in foreign.sectors), None)
    return known or (STATE if party.country else None)


def against_civilians(event: Event, foreign: Foreign) -> bool:
    """Whether the recipient is unarmed: a party known as such, or people of whom nothing but their words is known."""
    recipient = first(event.recipients)
    return recipient is not None and side(recipient, foreign) in (CIVILIAN, None)


def deaths(event: Event) -> tuple[int, int, int] | None:
    """The lowest, best and highest number of dead that the passage gives; None where it gives none.

    The best is the lower bound, which is what a passage says for sure; an open side is filled with the other bound.
    """
    bounds = [(q.low, q.high) for q in event.quantities if q.kind == DEATHS]
    pairs = [(low if low is not None else high, high if high is not None else low) for low, high in bounds]
    known = [(int(low), int(high)) for low, high in pairs if low is not None and high is not None]
    if not known:
        return None
    low, high = max(known)
    return low, low, high
