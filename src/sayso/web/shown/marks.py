"""Marks in a text: characters (Unicode code points) with what they are marks of, cut into stretches that lie side by side.

Browsers count UTF-16 code units, so texts are cut here, where characters are counted as offsets count them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sayso.web.shown.shape import Part
from sayso.web.shown.text import Text

CONTEXT = 12_000  # characters of a report shown around an event
ROLES = (("actors", "actor"), ("recipients", "recipient"), ("says", "says"))


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end`, what they are a mark of (actor, trigger ...), and the field that they belong to (`actor-0`)."""

    start: int
    end: int
    kind: str
    field: str


class Stretch(Part):
    """Some characters with all the marks that cover them; `first` where one of them begins; `evidence` where the event stands."""

    text: Text
    kinds: list[Text]
    fields: list[Text]
    first: bool
    evidence: bool


def stretches(text: str, marks: Sequence[Mark], evidence: tuple[int, int], *, start: int = 0, end: int | None = None) -> list[Stretch]:
    """The characters from `start` to `end`, cut wherever a mark or the evidence begins or ends."""
    last = len(text) if end is None else min(end, len(text))
    held = [mark for mark in marks if start <= mark.start < mark.end <= last]
    edges = {start, last, *(max(start, min(edge, last)) for edge in evidence), *(m.start for m in held), *(m.end for m in held)}
    cuts = sorted(edges)
    return [_stretch(text, held, evidence, a, b) for a, b in pairwise(cuts)]


def marks_of(event: Mapping[str, Any], text: str) -> list[Mark]:
    """The marks of an event of the JSON contract in its report's text."""
    found = [Mark(event["trigger"]["start"], event["trigger"]["end"], "trigger", "trigger")]
    for listed, kind in ROLES:
        found += [Mark(one["start"], one["end"], kind, f"{kind}-{i}") for i, one in enumerate(event[listed])]
    told = [("time", [event["time"]]), ("place", [event["place"]]), ("number", event["quantities"])]
    for kind, fields in told:
        for i, one in enumerate(fields):
            where = _found(text, event, one["text"]) if one and one["text"] else None
            found += [Mark(*where, kind, f"{kind}-{i}")] if where else []
    return [mark for mark in found if 0 <= mark.start < mark.end <= len(text)]


def shown_part(text: str, evidence: tuple[int, int]) -> tuple[int, int]:
    """How much of a text to show around the evidence: all of it, unless it is very long."""
    if len(text) <= 2 * CONTEXT:
        return 0, len(text)
    return max(0, evidence[0] - CONTEXT), min(len(text), min(evidence[1], evidence[0] + CONTEXT) + CONTEXT)


def _stretch(text: str, marks: Iterable[Mark], evidence: tuple[int, int], start: int, end: int) -> Stretch:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    return Stretch(
        text=text[start:end],
        kinds=list(dict.fromkeys(mark.kind for mark in over)),
        fields=[mark.field for mark in over],
        first=any(mark.start == start for mark in over),
        evidence=evidence[0] <= start and end <= evidence[1],
    )


def _found(text: str, event: Mapping[str, Any], words: str) -> tuple[int, int] | None:
    """Where words stand whose place the event doesn't tell: nearest to the trigger in the evidence, else nearest in the text."""
    trigger, evidence = event["trigger"]["start"], event["evidence"]
    return _nearest(text, words, trigger, evidence["start"], evidence["end"]) or _nearest(
        text, words, trigger, max(0, trigger - CONTEXT), trigger + CONTEXT
    )


def _nearest(text: str, words: str, at: int, start: int, end: int) -> tuple[int, int] | None:
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")  # the 5 of “killing 5”, not of 2025
    found = min(whole.finditer(text, start, end), key=lambda place: abs(place.start() - at), default=None)
    return found.span() if found else None
