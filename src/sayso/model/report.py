"""A report: one text from one publisher; and the same with all that was found in it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sayso.model.event import Event


@dataclass(frozen=True, slots=True)
class Report:
    """One text as given; offsets of everything coded refer to `text`.

    `published` is the day of publication, against which "on Monday" and terms of office are read; None leaves both open.
    `published_basis` says how it was found: `stated` by the record, `given` by the user, `dateline` by the text itself, or the
    part of a page or file that told it.
    `byline` and `agency` are what the input says of who wrote it and whom it credits, outside the text.
    """

    id: str
    text: str
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    byline: str | None = None
    agency: str | None = None
    published_basis: str | None = None

    @property
    def digest(self) -> str:
        """Hexadecimal SHA-256 of the text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def reference(self) -> dict[str, str | None]:
        """What an event carries of its report."""
        return {
            "id": self.id,
            "url": self.url,
            "publisher": self.publisher,
            "title": self.title,
            "published": self.published.isoformat() if self.published else None,
        }

    def to_dict(self) -> dict[str, str | None]:
        """The report as the JSON contract has it."""
        return {
            **self.reference(),
            "published_basis": self.published_basis,
            "byline": self.byline,
            "agency": self.agency,
            "language": self.language,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class SentenceNote:
    """Why a sentence was coded, or why not: characters of the text as given, events' ids, and reasons in words."""

    start: int
    end: int
    text: str
    events: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """A report with its mentions, places, times and events; `to_dict` gives the JSON contract.

    `layout` is what datelines, bylines, credits and copyright lines around the text tell.
    """

    report: Report
    entities: tuple[Mapping[str, Any], ...] = ()
    places: tuple[Mapping[str, Any], ...] = ()
    times: tuple[Mapping[str, Any], ...] = ()
    events: tuple[Event, ...] = ()
    sentences: tuple[SentenceNote, ...] = field(default=())
    layout: tuple[Mapping[str, Any], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The annotated report as the JSON contract has it."""
        return {
            **self.report.reference(),
            "language": self.report.language,
            "text": self.report.text,
            "entities": [dict(e) for e in self.entities],
            "places": [dict(p) for p in self.places],
            "times": [dict(t) for t in self.times],
            "says": self._says(),
            "events": [e.to_dict() for e in self.events],
            "sentences": [
                {"start": s.start, "end": s.end, "text": s.text, "events": list(s.events), "reasons": list(s.reasons)}
                for s in self.sentences
            ],
            "layout": [dict(f) for f in self.layout],
        }

    def _says(self) -> list[dict[str, Any]]:
        """Every speaker once, in the order of the text."""
        unique = {(s.start, s.end): s for e in self.events for s in e.says}
        return [
            {
                "start": s.start,
                "end": s.end,
                "text": s.text,
                "name": s.name,
                "entity": s.entity,
                "country": s.country,
                "sectors": list(s.sectors),
                "cue": s.cue,
                "kind": s.kind,
            }
            for _, s in sorted(unique.items())
        ]
