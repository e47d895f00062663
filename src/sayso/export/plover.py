"""PLOVER's interchange JSON, one event a line: entities, modes, contexts, size, and the characters that an event rests on."""

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.actor import plover_country, plover_sectors
from sayso.export.days import day, iso, last_day
from sayso.export.features import EVERYTHING
from sayso.export.jsonl import line
from sayso.export.layout import Job, Layout
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place, Quantity

SIZES = {"deaths": "dead", "injured": "injured", "arrested": "arrested"}
AUXILIARY = {"denied": "negation", "possible": "hypothetical", "planned": "future"}
RESOLUTION = {"site": 5, "city": 4, "region": 2, "country": 1}


def _write(events: Iterable[Event], job: Job) -> Iterator[bytes]:
    for event in events:
        job.notes.rows += 1
        yield line(_kept(_record(event, job.foreign))).encode()


def _record(event: Event, foreign: Foreign) -> dict[str, Any]:
    joint = event.pattern in foreign.joint
    actors, recipients = ((*event.actors, *event.recipients), ()) if joint else (event.actors, event.recipients)
    report = event.report
    return {
        "id": event.id,
        "has_event": True,
        "date": iso(day(event)),
        "enddate": iso(last_day(event)) if last_day(event) != day(event) else None,
        "actor": [_entity(party, foreign) for party in actors],
        "recipient": [_entity(party, foreign) for party in recipients],
        "event": [event.type],
        "event_loc": _place(event.place, foreign),
        "event_text": [event.trigger.text],
        "quad_code": event.quad,
        "event_scale": event.score,
        "mode": [mode for mode in (event.mode, AUXILIARY.get(event.status)) if mode],
        "context": list(event.contexts),
        "size": {SIZES[q.kind]: _size(q) for q in event.quantities if q.kind in SIZES},
        "text": event.evidence.text,
        "text_info": {"sequence": 1, "start": event.evidence.start, "end": event.evidence.end},
        "cite_info": {
            "citation": report.get("id"),
            "url": report.get("url"),
            "title": report.get("title"),
            "language": "en",
            "publication": report.get("publisher"),
            "coder": "sayso",
            "codebook": "plover-base-0.8",
            "version": f"{event.version.sayso} {event.version.lexicon}",
        },
        "coder": "sayso",
        "comment": f"says: {event.chain()}" if event.says else None,
    }


def _entity(party: Party, foreign: Foreign) -> dict[str, Any]:
    return {
        "code": plover_country(party, foreign),
        "sector": plover_sectors(party, foreign),
        "entity_text": party.text,
        "identifier_text": party.name,
        **({"identifier_id": f"sayso:{party.entity}"} if party.entity else {}),
    }


def _place(place: Place | None, foreign: Foreign) -> dict[str, Any] | None:
    if place is None:
        return None
    codes = foreign.countries.get(place.country or "")
    return {
        "extracted_place": place.text,
        "resolved_place": place.name,
        "geonameid": place.geonames_id,
        "lat": place.lat,
        "lon": place.lon,
        "city": place.name if place.precision in ("city", "site") else None,
        "province": place.name if place.precision == "region" else None,
        "country": foreign.names.get(place.country or ""),
        "country_code": codes.plover if codes else None,
        "resolution": RESOLUTION[place.precision],
    }


def _size(quantity: Quantity) -> int | None:
    value = quantity.low if quantity.low is not None else quantity.high
    return int(value) if value is not None else None


def _kept(value: dict[str, Any]) -> dict[str, Any]:
    """Without the optional fields that nothing is known for; what PLOVER requires stays, even if empty."""
    required = ("id", "date", "actor", "event")
    return {k: _kept(v) if isinstance(v, dict) else v for k, v in value.items() if k in required or v not in (None, "", [], {})}


PLOVER = Layout(
    name="plover",
    label="PLOVER JSONL",
    write=_write,
    folds=True,
    carries=EVERYTHING - {"how the date is known", "pattern", "confidence"},
    missing=("date", "actor", "recipient", "coordinates"),
    remarks=(
        "Plans are AGREE or THREATEN with the auxiliary mode `future`; `denied` is `negation`, `possible` is `hypothetical`.",
        "Joint acts have all parties as actors and no recipient. identifier_id is Sayso's identifier (`sayso:`), not Wikidata's.",
        "The chain of speakers stands in `comment`. Of ranges the lower bound is written; money, troops and the like are not.",
    ),
)
