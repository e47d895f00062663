"""A table shaped like ACLED's (31 columns, CSV). Only what ACLED has a name for; its two actors have no direction."""

from collections.abc import Iterable

from sayso.export.actor import country_name, first
from sayso.export.days import day, iso, last_day, published
from sayso.export.sides import STATE, against_civilians, deaths, side
from sayso.export.table import Cell, Row, table
from sayso.lexicon.foreign import AcledKind, Foreign
from sayso.model import Event, Party, Place

PRECISE = {"site": 1, "city": 1, "region": 2, "country": 3}


def _kind(event: Event, foreign: Foreign) -> AcledKind | None:
    civilians = against_civilians(event, foreign)
    return next(
        (
            entry
            for entry in foreign.acled
            if entry.type == event.type and entry.mode in (None, event.mode) and entry.civilians in (None, civilians)
        ),
        None,
    )


def _why_not(event: Event, foreign: Foreign) -> str | None:
    return None if _kind(event, foreign) else f"no ACLED event: {event.type}"


def _rows(event: Event, foreign: Foreign) -> Iterable[Row]:
    kind = _kind(event, foreign)
    if kind is None:
        return
    on, told = day(event), published(event)
    died = deaths(event)
    inters = [_inter(first(event.actors), foreign, kind.crowd), _inter(first(event.recipients), foreign)]
    yield {
        "event_id_cnty": f"{(event.place.country if event.place else None) or ''}{event.id}",
        "event_date": iso(on),
        "year": on.year if on else None,
        "time_precision": _time_precision(event),
        "disorder_type": kind.disorder,
        "event_type": kind.event,
        "sub_event_type": kind.sub,
        "actor1": _name(event.actors),
        "assoc_actor_1": "; ".join(p.name for p in event.actors[1:]),
        "inter1": inters[0],
        "actor2": _name(event.recipients),
        "assoc_actor_2": "; ".join(p.name for p in event.recipients[1:]),
        "inter2": inters[1],
        "interaction": "-".join(part for part in inters if part),
        "civilian_targeting": "Civilian targeting" if event.recipients and against_civilians(event, foreign) else "",
        **_place(event.place, foreign),
        "source": event.report.get("publisher"),
        "notes": event.evidence.text,
        "fatalities": died[1] if died else 0,
        "tags": "" if died else "fatalities not told",
        "timestamp": iso(told),
    }


def _name(parties: tuple[Party, ...]) -> str:
    return parties[0].name if parties else ""


def _inter(party: Party | None, foreign: Foreign, crowd: str | None = None) -> str:
    if crowd and side(party, foreign) != STATE:
        return crowd
    if party is None:
        return ""
    named = next((foreign.sectors[s].acled for s in party.sectors if s in foreign.sectors), None)
    return named or (next(s.acled for s in foreign.sectors.values() if s.side == STATE) if party.country else "")


def _time_precision(event: Event) -> int | None:
    """1 the day is known, 2 the week, 3 the month or less."""
    begin, end = day(event), last_day(event)
    if begin is None or end is None:
        return None
    days = (end - begin).days
    return 1 if days < 1 else 2 if days <= 7 else 3


def _place(place: Place | None, foreign: Foreign) -> dict[str, Cell]:
    if place is None:
        return {}
    codes = foreign.countries.get(place.country or "")
    return {
        "iso": codes.numeric if codes else None,
        "country": country_name(place.country, foreign),
        "admin1": place.name if place.precision == "region" else place.admin1,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": PRECISE[place.precision],
    }


ACLED = table(
    "acled",
    "a table shaped like ACLED's",
    _rows,
    comma=True,
    header=True,
    folds=False,
    why_not=_why_not,
    carries=(
        "further actors",
        "further recipients",
        "names of parties",
        "stretch of days",
        "place",
        "coordinates",
        "precision of the place",
        "quotation",
    ),
    missing=("date", "actor", "recipient", "place", "coordinates"),
    remarks=(
        "Not ACLED data: Sayso's events in ACLED's columns. actor1 acts and actor2 is acted upon, but readers of these columns "
        "take neither for granted: the direction is lost.",
        "fatalities is 0 also where the passage tells no number; `tags` says so.",
        "region, admin2, admin3 and source_scale stay empty; admin1 is a name for regions and a GeoNames code for cities.",
        "Numbers other than the dead, and a range of dead, are not carried.",
    ),
)
