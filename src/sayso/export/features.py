"""The features of an event that a layout may have a place for, and whether an event has them."""

from collections.abc import Callable, Mapping

from sayso.model import Event, Party

Has = Callable[[Event], object]

FEATURES: Mapping[str, Has] = {
    "status": lambda e: e.status != "occurred",
    "says": lambda e: e.says,
    "mode": lambda e: e.mode,
    "contexts": lambda e: e.contexts,
    "further actors": lambda e: len(e.actors) > 1,
    "further recipients": lambda e: len(e.recipients) > 1,
    "further sectors of a party": lambda e: any(len(p.sectors) > 3 for p in _all(e)),
    "identifiers of entities": lambda e: any(p.entity for p in _all(e)),
    "names of parties": lambda e: any(p.name for p in _all(e)),
    "stretch of days": lambda e: e.time is not None and e.time.start != e.time.end,
    "how the date is known": lambda e: e.time is not None and e.time.basis != "stated",
    "place": lambda e: e.place,
    "coordinates": lambda e: e.place is not None and e.place.lat is not None,
    "precision of the place": lambda e: e.place,
    "numbers": lambda e: e.quantities,
    "quotation": lambda e: e.evidence.text,
    "offsets of the quotation": lambda e: e.evidence.end > e.evidence.start,
    "pattern": lambda e: e.pattern,
    "confidence": lambda e: e.confidence is not None,
    "version": lambda e: e.version.sayso,
}
EVERYTHING = frozenset(FEATURES)

LACKS: Mapping[str, Has] = {
    "date": lambda e: day_missing(e),
    "actor": lambda e: not e.actors,
    "recipient": lambda e: not e.recipients,
    "country of the actor": lambda e: e.actors and not e.actors[0].country,
    "country of the recipient": lambda e: e.recipients and not e.recipients[0].country,
    "place": lambda e: e.place is None,
    "coordinates": lambda e: e.place is None or e.place.lat is None,
    "url": lambda e: not e.report.get("url"),
}


def day_missing(event: Event) -> bool:
    """Whether neither the event nor its report has a date."""
    return not (event.time and event.time.start) and not event.report.get("published")


def _all(event: Event) -> tuple[Party, ...]:
    return (*event.actors, *event.recipients)
