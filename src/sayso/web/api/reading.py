"""What else can be read over the JSON interface: one event, incidents, reports, counts, publishers and runs."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, StringConstraints

from sayso.store.found.detail import detail
from sayso.store.found.reports import whole_report
from sayso.store.found.tellings import Wanted, incident_page, told
from sayso.web.asked.ask import AsItWas
from sayso.web.draw.faults import Missing
from sayso.web.pages import facets, incidents, publishers, reports
from sayso.web.pages.event import Asked as EventAsked
from sayso.web.pages.event import Key
from sayso.web.state.desk import AtDesk

router = APIRouter(prefix="/api/v1", tags=["api"])
Name = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00/]*$")]


class EventAnswer(BaseModel):
    """An event by its contract, as it holds now; what became of it by hand, and its incident.

    Who sends back its `mark` as `seen` with a correction is told where it has changed since.
    """

    event: dict[str, Any]
    coded: dict[str, Any] | None
    state: str
    mark: str
    report: str
    incident: str | None
    origins: int | None
    reasons: list[str]


class IncidentPage(BaseModel):
    """Incidents by the JSON contract, and where the next page begins."""

    incidents: list[dict[str, Any]]
    after: str | None


class IncidentAnswer(BaseModel):
    """An incident by its contract, its events as they hold now, and whether one has changed since it was put together."""

    incident: dict[str, Any]
    events: list[dict[str, Any]]
    stale: bool


class ReportAnswer(BaseModel):
    """A report with all that was found in it, by the contract of annotated reports; events as they hold now."""

    key: str
    report: dict[str, Any]
    events: list[dict[str, Any]]
    origin: str | None
    origin_reason: str | None


@router.get("/events/{id}")
def event(id: Name, asked: Annotated[EventAsked, Query()], desk: AtDesk) -> EventAnswer:
    """One event."""
    found = desk.view.ask(detail(id, asked.report or None))
    if found is None:
        raise Missing("There is no such event in this database.")
    return EventAnswer(
        event=dict(found.event),
        coded=dict(found.coded) if found.coded else None,
        state=found.state,
        mark=found.mark,
        report=found.key,
        incident=found.incident,
        origins=found.origins,
        reasons=list(found.sentence.reasons) if found.sentence else [],
    )


@router.get("/incidents")
def incidents_(asked: Annotated[incidents.Asked, Query()], desk: AtDesk) -> IncidentPage:
    """The incidents that events of a filter tell of, the newest first."""
    wanted = Wanted(events=asked.wanted, contested=asked.contested, min_reports=asked.min_reports)
    found, after = desk.view.ask(incident_page(wanted, limit=asked.limit, after=asked.after))
    return IncidentPage(incidents=[dict(body) for body, _ in found], after=after)


@router.get("/incidents/{id}")
def incident(id: Name, _asked: Annotated[AsItWas, Query()], desk: AtDesk) -> IncidentAnswer:
    """One incident."""
    found = desk.view.ask(told(id))
    if found is None:
        raise Missing("There is no such incident in this database.")
    events = [dict(one.listed.event) for one in found.tellings]
    return IncidentAnswer(incident=dict(found.incident), events=events, stale=found.stale)


@router.get("/reports")
def reports_(asked: Annotated[reports.Asked, Query()], desk: AtDesk) -> reports.Reports:
    """The reports that have these words, the newest first."""
    return reports.reports(asked, desk)


@router.get("/reports/{key}")
def report(key: Key, _asked: Annotated[AsItWas, Query()], desk: AtDesk) -> ReportAnswer:
    """One report with all that was found in it."""
    found = desk.view.ask(whole_report(key))
    if found is None:
        raise Missing("There is no such report in this database.")
    annotated = {**found.annotated.to_dict(), "events": []}
    events = [dict(one.event) for one in found.events]
    return ReportAnswer(key=key, report=annotated, events=events, origin=found.origin, origin_reason=found.origin_reason)


@router.get("/facets")
def facets_(asked: Annotated[facets.FacetsAsked, Query()], desk: AtDesk) -> facets.Facets:
    """How many events a filter leaves, and of each value how many."""
    return facets.facets(asked, desk)


@router.get("/publishers")
def publishers_(asked: Annotated[publishers.Asked, Query()], desk: AtDesk) -> publishers.Publishers:
    """What came in, and what was done with it."""
    return publishers.publishers(asked, desk)
