"""The evidence of an event with its trigger and roles marked, by sign and by style."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.cli.terminal import safe
from sayso.model import Event

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {"A": "underline cyan", "R": "underline green", "S": "italic magenta", "T": "bold"}
SIGN = "dim"
KEY = "«trigger»  [actor]A  [recipient]R  [who says so]S"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of the report that fill one or more roles: A, R, S, or T for the trigger."""

    start: int
    end: int
    roles: str

    @property
    def opening(self) -> str:
        """The sign before it."""
        return "«" if self.roles == "T" else "["

    @property
    def closing(self) -> str:
        """The sign after it."""
        return "»" if self.roles == "T" else "]" + self.roles


def marked(event: Event) -> "Text":
    """The evidence as Rich text; signs say the same as styles, so that nothing is lost without colour."""
    from rich.text import Text

    marks, start, text = marks_of(event), event.evidence.start, event.evidence.text
    edges = sorted({start, event.evidence.end, *(m.start for m in marks), *(m.end for m in marks)})
    out = Text()
    for left, right in zip(edges, [*edges[1:], edges[-1]], strict=True):
        for mark in _ending(marks, left):
            out.append(mark.closing, SIGN)
        for mark in _beginning(marks, left):
            out.append(mark.opening, SIGN)
        out.append(safe(text[left - start : right - start]), _style(marks, left, right))
    return out


def marks_of(event: Event) -> list[Mark]:
    """What to mark: the trigger, then actors, recipients and speakers that stand in the evidence and cross nothing marked before."""
    spans: dict[tuple[int, int], str] = {(event.trigger.start, event.trigger.end): "T"}
    for role, parts in (("A", event.actors), ("R", event.recipients), ("S", event.says)):
        for part in parts:
            held = spans.setdefault((part.start, part.end), "")
            if held != "T" and role not in held:
                spans[part.start, part.end] = held + role
    kept: list[Mark] = []
    for (start, end), roles in spans.items():
        inside = event.evidence.start <= start < end <= event.evidence.end
        if inside and not any(_cross(start, end, mark) for mark in kept):
            kept.append(Mark(start, end, roles))
    return kept


def _cross(start: int, end: int, mark: Mark) -> bool:
    """Whether two stretches overlap without one holding the other."""
    return start < mark.start < end < mark.end or mark.start < start < mark.end < end


def _ending(marks: Iterable[Mark], position: int) -> Iterator[Mark]:
    """The marks that end here, the inner ones first."""
    return iter(sorted((m for m in marks if m.end == position), key=lambda m: -m.start))


def _beginning(marks: Iterable[Mark], position: int) -> Iterator[Mark]:
    """The marks that begin here, the outer ones first."""
    return iter(sorted((m for m in marks if m.start == position), key=lambda m: -m.end))


def _style(marks: Iterable[Mark], start: int, end: int) -> str:
    roles = "".join(m.roles for m in marks if m.start <= start and end <= m.end)
    return " ".join(style for role, style in STYLES.items() if role in roles)
