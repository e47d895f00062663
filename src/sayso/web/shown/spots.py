"""Places as the views show them, each as exactly as it is told, and no more; those where the reports of one incident have it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model.quad import FRIENDLY, HOSTILE
from sayso.store.found.tellings import Telling
from sayso.web.shown.calling import called
from sayso.web.shown.shape import Part
from sayso.web.shown.text import Text

COUNTRY = "country"


class SpotRow(Part):
    """A place of known position: a site, a city or a region."""

    place: Text
    country: Text | None
    admin1: Text | None
    precision: Text
    lat: float
    lon: float
    events: int
    incidents: int
    reports: int
    cooperation: int
    conflict: int


class LandRow(Part):
    """A country: all events in it, and those of which no more is known than the country."""

    country: Text
    name: Text
    events: int
    only_country: int


def spots_of(tellings: Sequence[Telling]) -> list[SpotRow]:
    """The sites, cities and regions, the one that most events name first."""
    found: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for one in tellings:
        place = one.listed.event["place"]
        if place and _is_point(place):
            at = (place["name"], place["country"], place["admin1"], place["precision"], place["lat"], place["lon"])
            found.setdefault(at, []).append(one.listed.event)
    rows = [_spot(at, events) for at, events in found.items()]
    return sorted(rows, key=lambda row: (-row.events, row.place))


def lands_of(tellings: Sequence[Telling], countries: Mapping[str, str]) -> list[LandRow]:
    """The countries, and how many events are known to be nowhere more exactly."""
    places = [place for one in tellings if (place := one.listed.event["place"]) and place["country"]]
    codes = dict.fromkeys(place["country"] for place in places)
    return [
        LandRow(
            country=code,
            name=called(code, countries),
            events=sum(place["country"] == code for place in places),
            only_country=sum(place["country"] == code and not _is_point(place) for place in places),
        )
        for code in codes
    ]


def _is_point(place: Mapping[str, Any]) -> bool:
    return place["lat"] is not None and place["precision"] != COUNTRY


def _spot(at: tuple[Any, ...], events: Sequence[Mapping[str, Any]]) -> SpotRow:
    name, country, admin1, precision, lat, lon = at
    return SpotRow(
        place=name,
        country=country,
        admin1=admin1,
        precision=precision,
        lat=lat,
        lon=lon,
        events=len(events),
        incidents=1,
        reports=len({one["report"]["id"] for one in events}),
        cooperation=sum(one["quad"] in FRIENDLY for one in events),
        conflict=sum(one["quad"] in HOSTILE for one in events),
    )
