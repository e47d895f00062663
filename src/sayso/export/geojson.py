"""GeoJSON (RFC 7946): a feature an event, without a point where none is known - a country is no point."""

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.days import day, iso, last_day
from sayso.export.features import EVERYTHING
from sayso.export.jsonl import line
from sayso.export.layout import Job, Layout
from sayso.model import Event

HEAD = b'{"type":"FeatureCollection","features":[\n'
TAIL = b"]}\n"


def _write(events: Iterable[Event], job: Job) -> Iterator[bytes]:
    yield HEAD
    between = b""
    for event in events:
        job.notes.rows += 1
        yield between + line(_feature(event)).encode()
        between = b","
    yield TAIL


def _feature(event: Event) -> dict[str, Any]:
    place = event.place
    known = place is not None and place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and known else None,
        "properties": _properties(event),
    }


def _properties(event: Event) -> dict[str, Any]:
    place = event.place
    return {
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "quad": event.quad,
        "score": event.score,
        "status": event.status,
        "says": [s.name for s in event.says],
        "actors": [p.name for p in event.actors],
        "actor_countries": [p.country for p in event.actors],
        "recipients": [p.name for p in event.recipients],
        "recipient_countries": [p.country for p in event.recipients],
        "start": iso(day(event)) or None,
        "end": iso(last_day(event)) or None,
        "date_basis": event.time.basis if event.time else None,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "precision": place.precision if place else None,
        "geonames_id": place.geonames_id if place else None,
        "quantities": [{"kind": q.kind, "low": q.low, "high": q.high, "unit": q.unit} for q in event.quantities],
        "quote": event.evidence.text,
        "confidence": event.confidence,
        **{name: event.report.get(name) for name in ("publisher", "published", "title", "url")},
        "report": event.report.get("id"),
    }


GEOJSON = Layout(
    name="geojson",
    label="GeoJSON",
    write=_write,
    carries=EVERYTHING - {"identifiers of entities", "offsets of the quotation", "pattern", "version"},
    missing=("date", "place", "coordinates"),
    remarks=("Events without coordinates are features whose geometry is null.",),
)
