"""FollowTheMoney: events as `Event`, their parties as `LegalEntity`, their reports as `Article`; one entity a line."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.days import day, iso, last_day, published
from sayso.export.jsonl import line
from sayso.export.layout import Job, Layout
from sayso.export.network import label, node
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party

Entity = dict[str, Any]


def _write(events: Iterable[Event], job: Job) -> Iterator[bytes]:
    """Parties and reports are written once, before the first event that needs them; their ids are all that is held."""
    told = set[str]()
    for event in events:
        for entity in _entities(event, job.foreign):
            if entity["id"] not in told:
                if entity["schema"] != "Event":
                    told.add(entity["id"])
                job.notes.rows += 1
                yield line(entity).encode()


def _entities(event: Event, foreign: Foreign) -> Iterator[Entity]:
    for party in (*event.actors, *event.recipients):
        yield _party(party, foreign)
    yield _article(event)
    yield _event(event, foreign)


def _party(party: Party, foreign: Foreign) -> Entity:
    return _entity(
        _id(party), "LegalEntity", name=[label(party, foreign)], country=_country(party.country, foreign), keywords=list(party.sectors)
    )


def _article(event: Event) -> Entity:
    report = event.report
    return _entity(
        f"sayso-report-{_digest(report.get('id') or '')}",
        "Article",
        title=[report.get("title") or report.get("id")],
        fileName=[report.get("id")],
        sourceUrl=[report.get("url")],
        publisher=[report.get("publisher")],
        publishedAt=[iso(published(event))],
        language=["eng"],
    )


def _event(event: Event, foreign: Foreign) -> Entity:
    place = event.place
    return _entity(
        f"sayso-event-{event.id}",
        "Event",
        name=[str(event)],
        summary=[event.evidence.text],
        startDate=[iso(day(event))],
        endDate=[iso(last_day(event))],
        location=[place.name if place else None],
        country=_country(place.country if place else None, foreign),
        organizer=[_id(party) for party in event.actors],
        involved=[_id(party) for party in event.recipients],
        proof=[f"sayso-report-{_digest(event.report.get('id') or '')}"],
        keywords=[event.type, *([event.mode] if event.mode else []), event.status, *event.contexts],
        notes=[f"says: {event.chain()}"] if event.says else [],
        sourceUrl=[event.report.get("url")],
        publisher=[event.report.get("publisher")],
    )


def _entity(identifier: str, schema: str, **properties: list[str | None]) -> Entity:
    """Without properties that hold nothing."""
    kept = {name: list(dict.fromkeys(v for v in values if v)) for name, values in properties.items()}
    return {"id": identifier, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _country(code: str | None, foreign: Foreign) -> list[str | None]:
    return [foreign.alpha2.get(code or "", "").lower()]


def _id(party: Party) -> str:
    return f"sayso-party-{_digest(node(party))}"


def _digest(text: str) -> str:
    return hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()


FOLLOWTHEMONEY = Layout(
    name="ftm",
    label="FollowTheMoney",
    write=_write,
    carries=frozenset(
        {
            "status",
            "says",
            "mode",
            "contexts",
            "further actors",
            "further recipients",
            "identifiers of entities",
            "names of parties",
            "stretch of days",
            "place",
            "quotation",
        }
    ),
    missing=("date", "actor", "recipient", "url"),
    remarks=(
        "Actors are `organizer` and recipients `involved`: FollowTheMoney's Event has no actor and no recipient.",
        "Parties are `LegalEntity`, whether persons or bodies; those that are no listed entity are one by country and sectors, or by name.",
        "Type, mode, status and contexts are keywords; the chain of speakers stands in `notes`.",
    ),
)
