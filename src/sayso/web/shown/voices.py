"""Speakers as the views show them."""

from typing import Any

from sayso.store.drawn.sayings import Voice
from sayso.web.shown.shape import Cell, Part
from sayso.web.shown.text import Text

VOICE_COLUMNS = ("speaker", "entity", "country", "events", "reports", "publishers", "types", "statuses", "kinds")


class Count(Part):
    """How many events have a value; `name` is what people call it."""

    value: Text
    name: Text
    events: int


class VoiceRow(Part):
    """A speaker or document, and what rests on it."""

    name: Text
    entity: Text | None
    country: Text | None
    events: int
    reports: int
    publishers: int
    types: list[Count]
    statuses: list[Count]
    kinds: list[Count]


def voice_of(voice: Voice) -> dict[str, Any]:
    """What the row of a speaker is made of; a page makes all its rows in one go."""
    counts = {name: [{"value": v, "name": v, "events": n} for v, n in getattr(voice, name)] for name in ("types", "statuses", "kinds")}
    return {name: getattr(voice, name) for name in ("name", "entity", "country", "events", "reports", "publishers")} | counts


def voice_cells(voice: VoiceRow) -> list[Cell]:
    """The cells of `VOICE_COLUMNS`."""
    counts = ["; ".join(f"{one.value} {one.events}" for one in kind) for kind in (voice.types, voice.statuses, voice.kinds)]
    return [voice.name, voice.entity, voice.country, voice.events, voice.reports, voice.publishers, *counts]
