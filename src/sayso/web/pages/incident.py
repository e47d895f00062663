"""One incident: who tells of it, whose story that is, what they disagree on, and how the story changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import StringConstraints

from sayso.store.found.tellings import Told, told
from sayso.web.asked.ask import FIELDS, AsItWas
from sayso.web.draw.answer import view
from sayso.web.draw.faults import Missing
from sayso.web.pages.incidents import Line, line_of
from sayso.web.shown.compare import Table, history, table
from sayso.web.shown.rows import Row, does, row_of
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.spots import LandRow, SpotRow, lands_of, spots_of
from sayso.web.shown.standing import Held, held, in_words, publishers_of
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk

router = APIRouter(tags=["views"])


class Asked(AsItWas):
    """Nothing more can be asked for."""


class Disagreement(Part):
    """A field whose values can't all be right."""

    field: Text
    label: Text
    values: list[Held]


class Step(Part):
    """A value that a field took on a day."""

    day: Text
    value: Text


class Change(Part):
    """How a field's value changed over time."""

    field: Text
    steps: list[Step]


class Stage(Part):
    """A day on which the status as told became another, and who told it so."""

    day: Text
    status: Text
    publisher: Text | None
    report_key: Text


class Origin(Part):
    """A story: who wrote it, how that is known, and which reports are copies of it."""

    id: Text | None
    reason: Text | None
    publishers: list[Text]
    reports: int


class Tie(Part):
    """Why two of its events are one happening."""

    one: Text
    other: Text
    points: float
    reasons: list[Text]
    by_hand: bool


class IncidentShown(Shown):
    """An incident, the events that tell of it, and their comparison."""

    line: Line
    spots: list[SpotRow]
    lands: list[LandRow]
    table: Table
    origins: list[Origin]
    disagreements: list[Disagreement]
    changes: list[Change]
    stages: list[Stage]
    days: list[tuple[Text, int]]
    ties: list[Tie]
    events: list[Row]

    def columns(self) -> Sequence[str]:
        """Of the comparison: the field, then a column a report."""
        return "field", "contested", *(f"{one.publisher or one.report_id} {one.published or ''}".strip() for one in self.table.columns)

    def rows(self) -> Iterable[Sequence[Cell]]:
        """A field a row."""
        for row in self.table.rows:
            yield [row.field, "yes" if row.contested else "no", *("; ".join(claim.values) for claim in row.claims)]


@view(router, "/incident/{id}", "incident.html", kept=True)
def incident(id: Annotated[str, StringConstraints(max_length=80)], _asked: Annotated[Asked, Query()], desk: AtDesk) -> IncidentShown:
    """One incident."""
    found = desk.view.ask(told(id))
    if found is None:
        raise Missing("There is no such incident in this database; it may have been put together anew under another name.")
    return shown(found, desk.codebook.countries)


def shown(found: Told, countries: Mapping[str, str]) -> IncidentShown:
    """What a page shows of an incident; `countries` are named by their codes."""
    body = found.incident
    names = {one["id"]: ", ".join(filter(None, [one.get("publisher") or one["report"], one.get("published")])) for one in body["events"]}
    publishers = publishers_of(body["events"])
    return IncidentShown(
        line=_line(found),
        spots=spots_of(found.tellings),
        lands=lands_of(found.tellings, countries),
        table=table(found.tellings, body["disagreements"]),
        origins=_origins(found),
        disagreements=[_disagreement(one, publishers) for one in body["disagreements"]],
        changes=[
            Change(field=one["field"], steps=[Step(day=day, value=in_words(value)) for day, value in one["values"]])
            for one in body.get("changes") or ()
        ],
        stages=[Stage(day=day, status=status, publisher=who, report_key=key) for day, status, who, key in history(found.tellings)],
        days=sorted(Counter(one.listed.event["report"]["published"] or "undated" for one in found.tellings).items()),
        ties=[_tie(one, names) for one in (body.get("links") or ())[:100]],
        events=[row_of(one.listed) for one in found.tellings],
    )


def _line(found: Told) -> Line:
    """The incident as lists show it, with what most of its events of its type say that the actor does."""
    line = line_of(found.incident, stale=found.stale)
    said = Counter(does(one.listed.event) for one in found.tellings if one.listed.event["type"] == line.type)
    return line.model_copy(update={"does": said.most_common(1)[0][0]}) if said else line


def _origins(found: Told) -> list[Origin]:
    """The stories, in the order in which they were first told."""
    stories: dict[str, list[Any]] = {}
    for one in found.tellings:
        stories.setdefault(one.origin or one.listed.report, []).append(one)
    return [
        Origin(
            id=story[0].origin,
            reason=story[0].origin_reason,
            publishers=list(dict.fromkeys(str(o.listed.event["report"]["publisher"] or o.listed.event["report"]["id"]) for o in story)),
            reports=len({o.listed.report for o in story}),
        )
        for story in stories.values()
    ]


def _disagreement(one: Mapping[str, Any], publishers: Mapping[str, str]) -> Disagreement:
    values = [held(value, publishers) for value in one["values"]]
    return Disagreement(field=one["field"], label=FIELDS.get(one["field"], one["field"]), values=values)


def _tie(link: Mapping[str, Any], names: Mapping[str, str]) -> Tie:
    one, other = (names.get(link[side], link[side]) for side in ("one", "other"))
    return Tie(one=one, other=other, points=link["points"], reasons=list(link["reasons"]), by_hand=link["by_hand"])
