"""ICEWS (20 columns): tabs, a header with blanks in its names, countries and sectors in words, joint acts in both directions."""

from collections.abc import Iterable

from sayso.export.actor import country_name, first
from sayso.export.days import day, iso
from sayso.export.numbers import number
from sayso.export.table import Cell, Row, table
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place

NOTHING = "NA"


def _rows(event: Event, foreign: Foreign) -> Iterable[Row]:
    actor, recipient = first(event.actors), first(event.recipients)
    yield _row(event, actor, recipient, foreign)
    if actor and recipient and event.pattern in foreign.joint:
        yield _row(event, recipient, actor, foreign)


def _row(event: Event, actor: Party | None, recipient: Party | None, foreign: Foreign) -> Row:
    return {
        "Event ID": number(event.id),
        "Event Date": iso(day(event)),
        **_party("Source", actor, foreign),
        "Event Text": foreign.labels.get(event.cameo),
        "CAMEO Code": event.cameo,
        "Intensity": foreign.goldstein.get(event.cameo),
        **_party("Target", recipient, foreign),
        "Story ID": number(event.report.get("id") or ""),
        "Publisher": event.report.get("publisher"),
        **_place(event.place, foreign),
    }


def _party(role: str, party: Party | None, foreign: Foreign) -> dict[str, Cell]:
    if party is None:
        return {}
    sectors = dict.fromkeys(foreign.sectors[s].icews for s in party.sectors if s in foreign.sectors)
    return {
        f"{role} Name": party.name,
        f"{role} Sectors": ",".join(sectors),
        f"{role} Country": country_name(party.country, foreign),
    }


def _place(place: Place | None, foreign: Foreign) -> dict[str, Cell]:
    if place is None:
        return {}
    return {
        "City": place.name if place.precision in ("city", "site") else None,
        "Province": place.name if place.precision == "region" else None,
        "Country": country_name(place.country, foreign),
        "Latitude": place.lat,
        "Longitude": place.lon,
    }


ICEWS = table(
    "icews",
    "ICEWS",
    _rows,
    header=True,
    empty=NOTHING,
    carries=("place", "coordinates", "names of parties", "further sectors of a party"),
    missing=("date", "actor", "recipient", "country of the actor", "country of the recipient", "place", "coordinates"),
    remarks=(
        "Joint acts (talks, meetings, agreements) stand twice, once in each direction, under one Event ID, as ICEWS has them.",
        "Event ID and Story ID are made from Sayso's ids (52 bits). Event Text is Sayso's own label of the CAMEO code.",
        "Sectors are the broadest names that ICEWS has for them. Sentence Number and District are NA: events do not say them.",
        "Intensity is the Goldstein score of the CAMEO code.",
    ),
)
