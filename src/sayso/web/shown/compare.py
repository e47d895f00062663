"""An incident's events side by side: what each publisher says of each field, and which of it others contradict."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.model.chain import chain
from sayso.store.found.tellings import Telling
from sayso.web.asked.ask import FIELDS
from sayso.web.shown.fields import amount, span_of
from sayso.web.shown.rows import beside, does
from sayso.web.shown.shape import Part
from sayso.web.shown.text import Text

Item = Mapping[str, Any]
MOST = 24  # columns of the table


class Claim(Part):
    """What one report says of one field: its values, and whether another report says what can't be true too."""

    values: list[Text]
    contested: bool


class FieldRow(Part):
    """What all reports say of one field."""

    field: Text
    label: Text
    contested: bool
    claims: list[Claim]


class Column(Part):
    """A report in the table: who put it out, when, and whose story it is; `copies` are the publishers that have the same story."""

    report_key: Text
    report_id: Text
    publisher: Text | None
    published: Text | None
    origin: Text | None
    origin_reason: Text | None
    copies: list[Text]
    events: list[Text]


class Table(Part):
    """Field × publisher; reports that are copies of one story share a column. `left_out` columns are too many to show."""

    columns: list[Column]
    rows: list[FieldRow]
    left_out: int


def table(tellings: Sequence[Telling], disagreements: Sequence[Item]) -> Table:
    """The events of an incident, a column a report that is nobody's copy."""
    stories = _stories(tellings)
    shown = stories[:MOST]
    contested = {one["field"]: {report for value in one["values"] for report in value["reports"]} for one in disagreements}
    readers: dict[str, Callable[[Item], list[str]]] = {**READERS, **{kind: _number(kind) for kind in _kinds(tellings)}}
    rows = [_row(name, read, shown, contested.get(name, set())) for name, read in readers.items()]
    return Table(
        columns=[_column(story) for story in shown],
        rows=[row for row in rows if any(claim.values for claim in row.claims)],
        left_out=len(stories) - len(shown),
    )


def _stories(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The events by report, and reports by the story that they are copies of, in the order in which they were told."""
    found: dict[str, list[Telling]] = {}
    for one in tellings:
        found.setdefault(one.origin or one.listed.report, []).append(one)
    return list(found.values())


def _column(story: Sequence[Telling]) -> Column:
    first, reports = story[0], {one.listed.report: one for one in story}
    told = first.listed.event["report"]
    others = [one.listed.event["report"] for key, one in reports.items() if key != first.listed.report]
    return Column(
        report_key=first.listed.report,
        report_id=told["id"],
        publisher=told["publisher"],
        published=told["published"],
        origin=first.origin,
        origin_reason=first.origin_reason,
        copies=[str(one["publisher"] or one["id"]) for one in others],
        events=[one.listed.event["id"] for one in story],
    )


def _row(name: str, read: Callable[[Item], list[str]], stories: Sequence[Sequence[Telling]], contested: set[str]) -> FieldRow:
    claims = []
    for story in stories:
        values = dict.fromkeys(value for one in story for value in read(one.listed.event))
        disputed = any(one.listed.event["report"]["id"] in contested for one in story)
        claims.append(Claim(values=list(values), contested=disputed))
    return FieldRow(field=name, label=FIELDS.get(name, name), contested=bool(contested), claims=claims)


def _kinds(tellings: Iterable[Telling]) -> list[str]:
    return sorted({quantity["kind"] for one in tellings for quantity in one.listed.event["quantities"]})


def _parties(role: str) -> Callable[[Item], list[str]]:
    def read(event: Item) -> list[str]:
        told = [f"{one['name']} ({one['country']})" if one["country"] else str(one["name"]) for one in event[role]]
        return ["; ".join(told) or "left open"]

    return read


def _number(kind: str) -> Callable[[Item], list[str]]:
    return lambda event: [amount(one) or str(one["text"]) for one in event["quantities"] if one["kind"] == kind]


def _time(event: Item) -> list[str]:
    time = event["time"]
    return [span_of(time)] if time and time["start"] and time["basis"] in ("stated", "relative") else []


def _place(event: Item) -> list[str]:
    place = event["place"]
    return [", ".join(filter(None, [place["name"], place["country"]]))] if place else []


def _says(event: Item) -> list[str]:
    return [chain([str(one["name"]) for one in event["says"]], beside(event)) or "the report itself"]


READERS: dict[str, Callable[[Item], list[str]]] = {
    "type": lambda event: [f"{does(event)} ({event['type']}{'/' + event['mode'] if event['mode'] else ''})"],
    "status": lambda event: [event["status"]],
    "actors": _parties("actors"),
    "recipients": _parties("recipients"),
    "time": _time,
    "place": _place,
    "says": _says,
}


def history(tellings: Sequence[Telling]) -> Iterator[tuple[str, str, str | None, str]]:
    """Day of publication, status, publisher and report's key of each telling whose status is not that of the one before."""
    before = None
    for one in tellings:
        status = one.listed.event["status"]
        if status != before:
            report = one.listed.event["report"]
            yield report["published"] or "", status, report["publisher"], one.listed.report
        before = status
