"""What one passage of one report says: who did what to whom, whether, on whose say-so, when, where, how many."""

import html
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from sayso.model.chain import chain, together
from sayso.model.span import Span

Status = Literal["occurred", "planned", "possible", "denied"]
Basis = Literal["name", "descriptor", "metonym", "place", "reference", "context", "text"]


@dataclass(frozen=True, slots=True)
class Party:
    """Who fills a role: an entity where it could be identified, in any case the words that name it.

    `basis` says how it was identified: by a listed `name`, a `descriptor` ("the Kenyan police"), a `metonym`
    ("Moscow" for its government), a `place` (a town, for the country it is in), a `reference` ("he", "the bloc"),
    `context` (bare "police" of the country that the report is about) or not at all (`text`).
    """

    entity: str | None
    name: str
    country: str | None
    sectors: tuple[str, ...]
    start: int
    end: int
    text: str
    basis: Basis

    @property
    def identified(self) -> bool:
        """Whether anything is known of it beyond its words."""
        return bool(self.entity or self.country or self.sectors)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A link of the chain on whose say-so an event rests; chains stand outermost first, those who speak together side by side."""

    name: str
    entity: str | None
    country: str | None
    sectors: tuple[str, ...]
    start: int
    end: int
    text: str
    cue: str
    kind: Literal["quote", "paraphrase", "document"]


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days (ISO 8601, both ends inside) and how it is known."""

    start: str | None
    end: str | None
    text: str | None
    basis: Literal["stated", "relative", "published", "unknown"]


def told_days(start: str | None, end: str | None) -> str:
    """A stretch as it is read: a day, a whole month (`2026-03`), a whole year, else the first day and the last."""
    if start == end:
        return start or ""
    if start and end and start[:4] == end[:4] and start.endswith("-01"):
        if (start[4:], end[4:]) == ("-01-01", "-12-31"):
            return start[:4]
        if start[:7] == end[:7] and int(end[8:]) == monthrange(int(end[:4]), int(end[5:7]))[1]:
            return start[:7]
    return f"{start or '…'} to {end or '…'}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where: coordinates in degrees; none are given for a whole country, which is no point."""

    name: str
    text: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    precision: Literal["site", "city", "region", "country"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the passage gives: `low` and `high` bound it, None where it leaves that side open."""

    kind: Literal["deaths", "injured", "arrested", "displaced", "troops", "money", "other"]
    low: float | None
    high: float | None
    unit: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """What coded an event: the program and the digest of its lexicon."""

    sayso: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one passage tells it; `to_dict` gives the JSON contract."""

    id: str
    report: dict[str, str | None]
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    quad: int
    score: float
    trigger: Span
    evidence: Span
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    says: tuple[Speaker, ...]
    time: When | None
    place: Place | None
    quantities: tuple[Quantity, ...]
    pattern: str
    confidence: float
    version: Version = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The event as the JSON contract has it; equal events give equal dictionaries."""
        parts = {"report": dict(self.report), "trigger": _fields(self.trigger), "evidence": _fields(self.evidence)}
        lists = {name: tuple(map(_fields, getattr(self, name))) for name in ("actors", "recipients", "says", "quantities")}
        time, place = (_fields(one) if one else None for one in (self.time, self.place))
        return {**_fields(self), **parts, **lists, "time": time, "place": place, "version": _fields(self.version)}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The event that the JSON contract tells of; `to_dict` of it gives the same again.

        Raises:
            KeyError, TypeError: a key is missing or unknown.
        """
        return cls(
            **{
                **value,
                "contexts": tuple(value["contexts"]),
                "trigger": Span(**value["trigger"]),
                "evidence": Span(**value["evidence"]),
                "actors": tuple(Party(**_tupled(p)) for p in value["actors"]),
                "recipients": tuple(Party(**_tupled(p)) for p in value["recipients"]),
                "says": tuple(Speaker(**_tupled(s)) for s in value["says"]),
                "time": When(**value["time"]) if value["time"] else None,
                "place": Place(**value["place"]) if value["place"] else None,
                "quantities": tuple(Quantity(**q) for q in value["quantities"]),
                "version": Version(**value["version"]),
            }
        )

    def chain(self) -> str:
        """On whose say-so, in a line, outermost first: "Reuters > a doctor and two guards"; empty where the report speaks itself."""
        return chain([s.name for s in self.says], together([(s.start, s.end) for s in self.says], self.evidence))

    def __str__(self) -> str:
        """One line: who → TYPE → whom, status, on whose say-so, when, where."""
        says = self.chain()
        parts = [f"{_names(self.actors)} → {self.type}{'/' + self.mode if self.mode else ''} → {_names(self.recipients)}", self.status]
        parts += [f"says {says}"] if says else []
        parts += [self.time.start] if self.time and self.time.start else []
        parts += [self.place.name] if self.place else []
        return " · ".join(parts)

    def _repr_html_(self) -> str:
        """The evidence with its roles marked, for notebooks."""
        marks = [(self.trigger.start, self.trigger.end, "trigger", "#ffe08a")]
        marks += [(p.start, p.end, "actor", "#a8d8ff") for p in self.actors]
        marks += [(p.start, p.end, "recipient", "#c9f2b6") for p in self.recipients]
        marks += [(s.start, s.end, "says", "#e6d0ff") for s in self.says]
        return f"<div><b>{html.escape(str(self))}</b><br>{_marked(self.evidence, marks)}</div>"


def _fields(value: Any) -> dict[str, Any]:
    """A value's own fields; `dataclasses.asdict` copies all that is in them too and takes ten times as long."""
    return {name: getattr(value, name) for name in value.__slots__}


def _tupled(value: Mapping[str, Any]) -> dict[str, Any]:
    return {**value, "sectors": tuple(value["sectors"])}


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(p.name for p in parties) or "—"


def _marked(evidence: Span, marks: list[tuple[int, int, str, str]]) -> str:
    """The evidence as HTML; of overlapping marks the first one stands."""
    out, at = [], evidence.start
    for start, end, label, colour in sorted(marks):
        if start < at or end > evidence.end:
            continue
        out.append(html.escape(evidence.text[at - evidence.start : start - evidence.start]))
        words = html.escape(evidence.text[start - evidence.start : end - evidence.start])
        out.append(f'<mark title="{label}" style="background:{colour}">{words}<sub>{label}</sub></mark>')
        at = end
    out.append(html.escape(evidence.text[at - evidence.start :]))
    return "".join(out)
