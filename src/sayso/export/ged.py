"""A table shaped like UCDP's GED (49 columns, CSV): violence in which somebody died, with low, best and high counts."""

from collections.abc import Iterable

from sayso.export.actor import country_name, first
from sayso.export.days import day, iso, last_day, published
from sayso.export.numbers import number
from sayso.export.sides import CIVILIAN, STATE, against_civilians, deaths, side
from sayso.export.table import Cell, Row, table
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place
from sayso.model.quad import FORCE

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
PRECISE = {"site": 1, "city": 1, "region": 4, "country": 6}


def _why_not(event: Event, _foreign: Foreign) -> str | None:
    died = deaths(event)
    if event.quad != FORCE:
        return "no violence"
    if died is None:
        return "no deaths told"
    return None if died[2] >= 1 else "nobody died"


def _violence(event: Event, foreign: Foreign) -> int | None:
    """Which of the three sorts; None where the actor is unknown, or its recipient to a state."""
    actor, recipient = side(first(event.actors), foreign), side(first(event.recipients), foreign)
    if against_civilians(event, foreign) and actor not in (None, CIVILIAN):
        return ONE_SIDED
    if actor is None or recipient is None:
        return None
    return STATE_BASED if STATE in (actor, recipient) else NON_STATE


def _rows(event: Event, foreign: Foreign) -> Iterable[Row]:
    died = deaths(event)
    if died is None:
        return
    low, best, high = died
    on = day(event)
    civilians = against_civilians(event, foreign)
    yield {
        "id": number(event.id),
        "relid": event.id,
        "year": on.year if on else None,
        "type_of_violence": _violence(event, foreign),
        "dyad_name": " - ".join(p.name for p in (first(event.actors), first(event.recipients)) if p),
        **_side("a", first(event.actors), foreign),
        **_side("b", first(event.recipients), foreign),
        "number_of_sources": 1,
        "source_article": event.evidence.text,
        "source_office": event.report.get("publisher"),
        "source_date": iso(published(event)),
        "source_headline": event.report.get("title"),
        "source_original": event.chain(),
        **_place(event.place, foreign),
        "date_prec": _date_precision(event),
        "date_start": iso(on),
        "date_end": iso(last_day(event)),
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": best if civilians else 0,
        "deaths_unknown": 0 if civilians else best,
        "best": best,
        "high": high,
        "low": low,
    }


def _side(letter: str, party: Party | None, foreign: Foreign) -> dict[str, Cell]:
    if party is None:
        return {}
    codes = foreign.countries.get(party.country or "")
    governs = side(party, foreign) == STATE
    return {f"side_{letter}": party.name, f"gwno{letter}": codes.gw if codes and governs else None}


def _date_precision(event: Event) -> int | None:
    """1 the day is known, 2 within six days, 3 the week, 4 the month, 5 longer."""
    begin, end = day(event), last_day(event)
    if begin is None or end is None:
        return None
    days = (end - begin).days
    return next((precision for precision, most in ((1, 0), (2, 5), (3, 7), (4, 31)) if days <= most), 5)


def _place(place: Place | None, foreign: Foreign) -> dict[str, Cell]:
    if place is None:
        return {}
    codes = foreign.countries.get(place.country or "")
    return {
        "where_prec": PRECISE[place.precision],
        "where_coordinates": place.name,
        "where_description": place.text,
        "adm_1": place.name if place.precision == "region" else place.admin1,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if place.lat is not None else None,
        "country": country_name(place.country, foreign),
        "country_id": codes.gw if codes else None,
    }


GED = table(
    "ged",
    "a table shaped like UCDP's GED",
    _rows,
    comma=True,
    header=True,
    folds=False,
    why_not=_why_not,
    carries=("says", "names of parties", "stretch of days", "place", "coordinates", "precision of the place", "quotation"),
    missing=("date", "actor", "recipient", "place", "coordinates"),
    remarks=(
        "Not UCDP data: Sayso's events in GED's columns. Only acts of material conflict in which the passage tells of a death.",
        "best is the lower bound of what the passage says. Dead of civilian recipients are deaths_civilians, others deaths_unknown.",
        "Conflict, dyad and actor numbers, active_year, code_status, event_clarity, priogrid_gid and region stay empty.",
        "type_of_violence is empty where one side is unknown. A row is what one passage says: the same deaths may be told in several rows.",
    ),
)
