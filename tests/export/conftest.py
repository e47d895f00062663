"""Events as exports get them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from sayso.export.chosen import chosen
from sayso.export.layout import Choice, Job
from sayso.export.layouts import LAYOUTS
from sayso.export.notes import Notes
from sayso.lexicon.foreign import Foreign, load
from sayso.model import Event, Party, Place, Quantity, Span, Speaker, Version, When
from sayso.settings import Settings

EVENT = Event(
    id="e1",
    report={"id": "r1", "url": "https://example.org/1", "publisher": "Harbour Post", "title": "Talks, and more", "published": "2025-12-05"},
    type="ASSAULT",
    mode="beat",
    contexts=("military", "territory"),
    cameo="182",
    quad=4,
    score=-7.5,
    trigger=Span(7, 11, "beat"),
    evidence=Span(0, 30, 'Police beat "11 to 14" people.'),
    actors=(
        Party(None, "Police", "KEN", ("COP",), 0, 6, "Police", "context"),
        Party("ken-army", "Army", None, ("MIL", "GOV"), 0, 6, "Police", "name"),
    ),
    recipients=(),
    status="occurred",
    says=(Speaker("a doctor", None, "KEN", ("HLH",), 0, 6, "Police", "said", "paraphrase"),),
    time=When("2025-12-04", "2025-12-04", "Thursday", "relative"),
    place=Place("Nairobi", "Nairobi", "KEN", None, -1.28, 36.82, 184745, "city"),
    quantities=(Quantity("injured", 11.0, 14.0, None, "11 to 14"), Quantity("money", 5e6, None, "USD", "5 million")),
    pattern="assault/beat/beat",
    confidence=0.9,
    version=Version("0.1.0", "abc"),
)


@pytest.fixture
def event() -> Callable[..., Event]:
    """An event with every field filled, changed as a test needs it."""

    def event(**changes: Any) -> Event:
        return replace(EVENT, **changes)

    return event


@dataclass(frozen=True)
class Exported:
    """What an export wrote, and its notes."""

    data: bytes
    notes: Notes

    @property
    def lines(self) -> list[str]:
        """The lines of a text."""
        return self.data.decode("utf-8").split("\n")[:-1]


Export = Callable[..., Exported]


@pytest.fixture(scope="session")
def foreign() -> Foreign:
    """The code tables."""
    return load(cache=Settings().cache)


@pytest.fixture(scope="session")
def export(foreign: Foreign) -> Export:
    """Export events by the name of a layout."""

    def export(layout: str, *events: Event, **choice: Any) -> Exported:
        job = Job(foreign, Choice(**choice), Notes())
        form = LAYOUTS[layout]
        return Exported(b"".join(form.write(chosen(events, form, job), job)), job.notes)

    return export
