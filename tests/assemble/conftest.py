"""Events on a line, and the incidents that they come to."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from sayso.assemble import incidents
from sayso.lexicon.incident import Rules
from sayso.lexicon.incident import rules as read_rules
from sayso.model.incident import Incident
from sayso.settings import Settings

Event = dict[str, Any]
Make = Callable[..., Event]
Assemble = Callable[..., list[Incident]]


def party(text: str) -> dict[str, Any]:
    """`TUR:COP,MIL`, `igo-eu@:IGO`, or bare words."""
    entity, at, rest = text.rpartition("@")
    country, colon, sectors = rest.partition(":")
    known = bool(at or colon)
    return {
        "entity": entity or None,
        "name": text,
        "country": country or None if known else None,
        "sectors": [s for s in sectors.split(",") if s],
        "start": 0,
        "end": 0,
        "text": "" if known else text,
        "basis": "name",
    }


def event(name: str, told: str, **fields: Any) -> Event:
    """`event("a1", "TUR:COP > COERCE/arrest > TUR:MED", day="2026-03-03", place="Istanbul, TUR", deaths=3)`; `a` is the report."""
    actors, kind, recipients = (part.strip() for part in told.split(">"))
    kind, _, mode = kind.partition("/")
    published, day, text = fields.pop("published", "2026-03-04"), fields.pop("day", None), fields.pop("text", f"words of {name}")
    place, status, publisher = fields.pop("place", None), fields.pop("status", "occurred"), fields.pop("publisher", f"Outlet {name[0]}")
    town, _, country = (place or "").partition(", ")
    return {
        "id": name,
        "report": {"id": name[0], "publisher": publisher, "published": published, "url": None, "title": None},
        "type": kind,
        "mode": mode or None,
        "status": status,
        "trigger": {"start": 0, "end": 4, "text": fields.pop("trigger", "does")},
        "evidence": {"start": 0, "end": len(text), "text": text},
        "actors": [party(p.strip()) for p in actors.split("+") if p.strip()],
        "recipients": [party(p.strip()) for p in recipients.split("+") if p.strip()],
        "says": [],
        "time": {"start": day, "end": day, "text": None, "basis": "stated"} if day else None,
        "place": {"name": town, "text": town, "country": country, "admin1": None, "lat": None, "lon": None, "precision": "city"}
        if place
        else None,
        "quantities": [quantity(kind, value) for kind, value in fields.items()],
    }


def quantity(kind: str, value: Any) -> dict[str, Any]:
    """A number, or (low, high)."""
    low, high = value if isinstance(value, tuple) else (value, value)
    return {"kind": kind, "low": low, "high": high, "unit": None, "text": str(value)}


@pytest.fixture(scope="session")
def rules() -> Rules:
    """Our own rules."""
    return read_rules(cache=Settings().cache)


@pytest.fixture
def make() -> Make:
    """An event by a line."""
    return event


@pytest.fixture
def assemble(rules: Rules) -> Assemble:
    """The incidents of events."""

    def run(*events: Event, **options: Any) -> list[Incident]:
        return incidents(events, rules, **options)

    return run


def grouped(found: Iterable[Incident]) -> list[list[str]]:
    """The ids of the events of each incident."""
    return sorted(sorted(e["id"] for e in incident.events) for incident in found)


@pytest.fixture
def groups() -> Callable[[Iterable[Incident]], list[list[str]]]:
    """The ids of the events of each incident."""
    return grouped
