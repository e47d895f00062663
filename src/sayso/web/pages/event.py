"""One event in the report that tells of it: every field and the characters it stands on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import StringConstraints

from sayso.store.found.detail import Detail, detail
from sayso.store.found.tellings import body_of
from sayso.web.asked.ask import AsItWas
from sayso.web.draw.answer import view
from sayso.web.draw.faults import Missing
from sayso.web.shown.codebook import PatternEntry
from sayso.web.shown.fields import Field, fields_of
from sayso.web.shown.marks import Stretch, marks_of, shown_part, stretches
from sayso.web.shown.rows import does
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.standing import Against, against, publishers_of
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk

router = APIRouter(tags=["views"])
Key = Annotated[str, StringConstraints(max_length=64, pattern=r"^[0-9a-f]*$")]


PLAIN = (
    "type", "mode", "status", "state", "cameo", "quad", "score", "confidence", "pattern", "trigger", "evidence", "publisher", "published",
    "title", "url", "incident", "origins",
)  # fmt: skip


class Asked(AsItWas):
    """Which of the reports that have the event, by its key."""

    report: Key | None = None


class Twin(Part):
    """Another report that has the event word for word."""

    key: Text
    publisher: Text | None


class Correction(Part):
    """What somebody changed: `set` tells the fields; when, who, why, and what became of it."""

    id: Text
    action: Text
    who: Text
    at: Text
    why: Text | None
    outcome: Text
    undone_by: Text | None
    changes: list[tuple[Text, Text]]


class Change(Part):
    """A field as it was coded and as people corrected it."""

    field: Text
    coded: Text
    now: Text


class EventShown(Shown):
    """An event, its fields, and the text that it stands in."""

    id: Text
    type: Text
    mode: Text | None
    contexts: list[Text]
    cameo: Text
    quad: int
    does: Text
    score: float
    status: Text
    state: Text
    mark: Text
    confidence: float
    version: Text
    lexicon: Text
    evidence: Text
    trigger: Text
    report_key: Text
    report_id: Text
    title: Text | None
    publisher: Text | None
    published: Text | None
    url: Text | None
    origin: Text | None
    origin_reason: Text | None
    incident: Text | None
    origins: int | None
    why_incident: Text | None
    against: list[Against]
    fields: list[Field]
    text: list[Stretch]
    cut_before: bool
    cut_after: bool
    reasons: list[Text]
    pattern: Text
    entry: PatternEntry | None
    corrections: list[Correction]
    changes: list[Change]
    twins: list[Twin]

    def columns(self) -> Sequence[str]:
        """A field a row."""
        return "event", "field", "value", "code", "detail", "words"

    def rows(self) -> Iterable[Sequence[Cell]]:
        """What the event is, then its fields."""
        yield from ((self.id, name, getattr(self, name), "", "", "") for name in PLAIN)
        yield from ((self.id, one.id, one.value, one.code, "; ".join(one.detail), one.words) for one in self.fields)


@view(router, "/event/{id}", "event.html", kept=True)
def event(id: Annotated[str, StringConstraints(max_length=80)], asked: Annotated[Asked, Query()], desk: AtDesk) -> EventShown:
    """One event in its report."""
    found = desk.view.ask(detail(id, asked.report or None))
    if found is None:
        raise Missing("There is no such event in this database; it may have been coded anew, and be found among the events of its report.")
    incident = desk.view.ask(body_of(found.incident)) if found.incident else None
    return shown(found, desk.codebook.pattern(found.event["pattern"]), incident)


def shown(found: Detail, entry: PatternEntry | None, incident: Mapping[str, Any] | None = None) -> EventShown:
    """What a page shows of an event, and of what others say otherwise, where its incident is given."""
    one, text = found.event, found.report.text
    evidence = (one["evidence"]["start"], one["evidence"]["end"])
    start, end = shown_part(text, evidence)
    return EventShown(
        **{name: one[name] for name in ("id", "type", "mode", "contexts", "cameo", "quad", "score", "status", "confidence", "pattern")},
        **{name: one["report"][name] for name in ("title", "publisher", "published", "url")},
        does=does(one),
        version=one["version"]["sayso"],
        lexicon=one["version"]["lexicon"],
        evidence=one["evidence"]["text"][:2000],
        trigger=one["trigger"]["text"],
        state=found.state,
        mark=found.mark,
        report_key=found.key,
        report_id=found.report.id,
        origin=found.origin,
        origin_reason=found.origin_reason,
        incident=found.incident,
        origins=found.origins,
        why_incident=found.why,
        against=against(incident["disagreements"], found.report.id, publishers_of(incident["events"])) if incident else [],
        fields=fields_of(one),
        text=stretches(text, marks_of(one, text), evidence, start=start, end=end),
        cut_before=start > 0,
        cut_after=end < len(text),
        reasons=list(found.sentence.reasons) if found.sentence else [],
        entry=entry,
        corrections=[_correction(c) for c in found.corrections],
        changes=_changes(found),
        twins=[Twin(key=key, publisher=publisher) for key, publisher in found.twins],
    )


def _correction(body: Any) -> Correction:
    return Correction(
        id=body["id"],
        action=body["action"],
        who=body["who"],
        at=body["at"],
        why=body.get("why"),
        outcome=body["outcome"],
        undone_by=body["undone_by"],
        changes=[(name, _short(value)) for name, value in (body.get("changes") or {}).items()],
    )


def _changes(found: Detail) -> list[Change]:
    before = found.coded
    if before is None:
        return []
    names = [name for name in before if name not in ("id", "report", "version") and before[name] != found.event[name]]
    return [Change(field=name, coded=_short(before[name]), now=_short(found.event[name])) for name in names]


def _short(value: Any) -> str:
    """A value of the JSON contract in a few words."""
    if isinstance(value, list):
        return "; ".join(map(_short, value)) or "none"
    if isinstance(value, dict):
        return str(value.get("name") or value.get("text") or value.get("start") or value)[:200]
    return "none" if value is None else str(value)[:200]
