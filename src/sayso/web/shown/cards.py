"""What an editor wants to know of an event in a text that is in no database: said by whom, told by whom else, contradicted by whom."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model import AnnotatedReport
from sayso.store.found.listing import Listed
from sayso.web.asked.ask import FIELDS
from sayso.web.shown.fields import Field, fields_of
from sayso.web.shown.marks import Mark, Stretch, marks_of, stretches
from sayso.web.shown.meeting import Meeting
from sayso.web.shown.rows import Row, row_of
from sayso.web.shown.shape import Part
from sayso.web.shown.standing import Against, Held, against, publishers_of
from sayso.web.shown.text import Text

AROUND = 900  # characters before and behind the evidence in which a field's words are shown
MOST = 40  # others that are listed
SIDES = ("type", "actors", "recipients")


class Other(Part):
    """An event in the database that tells of the same happening; `copy_reason` says why its report is the pasted text itself."""

    row: Row
    copy_reason: Text | None


class Card(Part):
    """An event of the text with the sentences that its fields stand in, and how it stands among others; `fields` go by their marks' names.

    `origins` counts the stories that others tell, independent of the text; `incident` is the one in the database that it would join.
    """

    row: Row
    fields: list[Field]
    text: list[Stretch]
    others: list[Other]
    close: list[Row]
    more: int
    origins: int
    incident: Text | None
    against: list[Against]


def cards(annotated: AnnotatedReport, listed: Sequence[Listed], meetings: Mapping[str, Meeting]) -> list[Card]:
    """A card an event, in the order in which the text tells of them."""
    return [_card(annotated, one, meetings[one.event["id"]]) for one in listed]


def _card(annotated: AnnotatedReport, one: Listed, meeting: Meeting) -> Card:
    event, text = one.event, annotated.report.text
    marks = [Mark(m.start, m.end, m.kind, f"{m.field}-of-{one.number}") for m in marks_of(event, text)]
    start, end = _around(annotated, event, marks)
    return Card(
        row=row_of(one),
        fields=[field.model_copy(update={"id": f"{field.id}-of-{one.number}"}) for field in fields_of(event)],
        text=stretches(text, marks, (event["evidence"]["start"], event["evidence"]["end"]), start=start, end=end),
        others=[Other(row=row_of(other), copy_reason=meeting.copies.get(other.event["report"]["id"])) for other in meeting.others[:MOST]],
        close=[row_of(other) for other in meeting.close[:MOST]],
        more=max(0, len(meeting.others) - MOST),
        origins=meeting.incident["origins"] - 1,
        incident=next((other.incident for other in meeting.others if other.incident), None),
        against=[*_denied(event, meeting), *_against(annotated, meeting)],
    )


def _against(annotated: AnnotatedReport, meeting: Meeting) -> list[Against]:
    """What others say otherwise; who acts and to whom is left out, as what is close may be told from the other side."""
    told = [one for one in meeting.either["disagreements"] if not meeting.close or one["field"] not in SIDES]
    return against(told, annotated.report.id, publishers_of(meeting.either["events"]))


def _denied(event: Mapping[str, Any], meeting: Meeting) -> list[Against]:
    """That others deny it: against a plan, too, which is no claim that something happened."""
    if event["status"] not in ("planned", "possible"):
        return []
    told = [one for one in (*meeting.others, *meeting.close) if one.event["status"] == "denied"]
    found = {one.report: one.event["report"] for one in told}
    names = list(dict.fromkeys(str(one["publisher"] or one["id"]) for one in found.values()))
    held = Held(value="denied", publishers=names, origins=len({meeting.stories.get(one.number, one.report) for one in told}))
    return [Against(field="status", label=FIELDS["status"], mine=event["status"], others=[held], count=len(found))] if found else []


def _around(annotated: AnnotatedReport, event: Mapping[str, Any], marks: Sequence[Mark]) -> tuple[int, int]:
    """The whole sentences from the first to the last field, as far as they are near the evidence."""
    first, last = event["evidence"]["start"], event["evidence"]["end"]
    near = [mark for mark in marks if first - AROUND <= mark.start and mark.end <= last + AROUND]
    start, end = min([first, *(mark.start for mark in near)]), max([last, *(mark.end for mark in near)])
    held = [note for note in annotated.sentences if note.start < end and start < note.end]
    return min([start, *(note.start for note in held)]), max([end, *(note.end for note in held)])
