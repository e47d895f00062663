"""Incidents: what happened, as often as it happened, the newest first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from sayso.store.found.tellings import Wanted, acts, incident_page
from sayso.web.asked.ask import Paged
from sayso.web.draw.answer import view
from sayso.web.shown.fields import counted, span_of
from sayso.web.shown.rows import Named, does, named
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk

router = APIRouter(tags=["views"])


class Asked(Paged):
    """Which incidents: those that an event of the filter tells of."""

    contested: bool = Field(False, description="Only those whose reports disagree.")
    min_reports: int | None = Field(None, ge=0, le=1_000_000, description="Told by so many reports.")


class Line(Part):
    """An incident in a list."""

    id: Text
    type: Text
    does: Text
    status: Text
    actors: list[Named]
    recipients: list[Named]
    time: Text | None
    place: Text | None
    place_country: Text | None
    numbers: list[Text]
    first: Text | None
    last: Text | None
    events: int
    reports: int
    publishers: int
    origins: int
    disagreements: list[Text]
    stale: bool
    quote: Text | None


COLUMNS = (
    "id", "type", "status", "actors", "recipients", "time", "place", "place_country", "numbers", "first", "last", "events", "reports",
    "publishers", "origins", "disagreements", "stale", "quote",
)  # fmt: skip


class Incidents(Shown):
    """A page of incidents, and where the next one begins."""

    incidents: list[Line]
    after: str | None

    def columns(self) -> Sequence[str]:
        """Those of a line."""
        return COLUMNS

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One incident a row."""
        return ([_cell(getattr(one, name)) for name in COLUMNS] for one in self.incidents)


@view(router, "/incidents", "incidents.html", kept=True)
def incidents(asked: Annotated[Asked, Query()], desk: AtDesk) -> Incidents:
    """The incidents that events of a filter tell of, the newest first."""
    wanted = Wanted(events=asked.wanted, contested=asked.contested, min_reports=asked.min_reports)
    found, after = desk.view.ask(incident_page(wanted, limit=asked.limit, after=asked.after))
    said = desk.view.ask(acts([str(body["id"]) for body, _ in found]))
    return Incidents(incidents=[line_of({**body, **said.get(body["id"], {})}, stale=stale) for body, stale in found], after=after)


def line_of(body: Mapping[str, Any], *, stale: bool) -> Line:
    """An incident of the JSON contract as a list shows it."""
    place, time = body.get("place"), body["time"]
    return Line(
        **{name: body[name] for name in ("id", "type", "status", "first", "last", "reports", "publishers", "origins")},
        **{role: [named(one) for one in body.get(role) or ()] for role in ("actors", "recipients")},
        does=does(body),
        time=span_of(time) if time else None,
        place=place["name"] if place else None,
        place_country=place["country"] if place else None,
        numbers=[counted(one) for one in body.get("quantities") or ()],
        events=len(body["events"]),
        disagreements=[one["field"] for one in body["disagreements"]],
        stale=stale,
        quote=next((str(one["quote"])[:200] for one in body["events"] if one.get("quote")), None),
    )


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return "; ".join(one.name if isinstance(one, Named) else str(one) for one in value)
    found: Cell = value
    return found
