"""GDELT's event tables, 1.0 (58 columns) and 2.0 (61): tabs, no header, FIPS places, CAMEO actors."""

from collections.abc import Iterable

from sayso.export.actor import cameo_actor, first
from sayso.export.days import compact, day, fraction, published
from sayso.export.numbers import number
from sayso.export.table import Cell, Row, table
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place

COUNTRY, USSTATE, USCITY, WORLDCITY, WORLDSTATE = range(1, 6)
USA = "US"  # in FIPS
TYPED = {  # precision of a place -> type in the United States, elsewhere
    "country": (COUNTRY, COUNTRY),
    "region": (USSTATE, WORLDSTATE),
    "city": (USCITY, WORLDCITY),
    "site": (USCITY, WORLDCITY),
}
CARRIES = ("place", "coordinates", "precision of the place", "names of parties")
MISSING = ("date", "actor", "recipient", "country of the actor", "country of the recipient", "place", "coordinates", "url")
REMARKS = (
    "GLOBALEVENTID is made from Sayso's id (52 bits) and has nothing to do with GDELT's numbers.",
    "IsRootEvent, AvgTone, the ethnic columns and Actor1Geo_*/Actor2Geo_* stay empty: Sayso does not know them.",
    "NumMentions, NumSources and NumArticles are 1: a row is what one passage of one report says.",
    "ADM1 codes are given for the United States only; elsewhere they are the country's code. ADM2 and GNS/GNIS feature ids stay empty.",
    "QuadClass and GoldsteinScale are those of the CAMEO code, not Sayso's quad and score. No point is given for a whole country.",
    "DATEADDED is the day of the report, not of a download.",
)


def _rows2(event: Event, foreign: Foreign) -> Iterable[Row]:
    added = compact(published(event))
    yield {**_both(event, foreign), "ActionGeo_ADM2Code": "", "DATEADDED": f"{added}000000" if added else ""}


def _rows1(event: Event, foreign: Foreign) -> Iterable[Row]:
    yield {**_both(event, foreign), "DATEADDED": compact(published(event))}


def _both(event: Event, foreign: Foreign) -> dict[str, Cell]:
    """What both versions say."""
    on = day(event)
    quads = foreign.quads.get(event.cameo[:2])
    return {
        "GLOBALEVENTID": number(event.id),
        "SQLDATE": compact(on),
        "MonthYear": compact(on)[:6],
        "Year": compact(on)[:4],
        "FractionDate": fraction(on) if on else None,
        **_party("Actor1", first(event.actors), foreign),
        **_party("Actor2", first(event.recipients), foreign),
        "EventCode": event.cameo,
        "EventBaseCode": event.cameo[:3],
        "EventRootCode": event.cameo[:2],
        "QuadClass": quads.gdelt if quads else event.quad,
        "GoldsteinScale": foreign.goldstein.get(event.cameo),
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
        **_place(event.place, foreign),
        "SOURCEURL": event.report.get("url") or event.report.get("id"),
    }


def _party(role: str, party: Party | None, foreign: Foreign) -> dict[str, Cell]:
    actor = cameo_actor(party, foreign)
    return {
        f"{role}Code": actor.code,
        f"{role}Name": party.name.upper() if party else "",
        f"{role}CountryCode": actor.country,
        f"{role}KnownGroupCode": actor.group,
        f"{role}Religion1Code": actor.religion,
        **{f"{role}Type{n}Code": role_code for n, role_code in enumerate(actor.roles, 1)},
    }


def _place(place: Place | None, foreign: Foreign) -> dict[str, Cell]:
    if place is None:
        return {}
    codes = foreign.countries.get(place.country or "")
    fips = (codes.fips if codes else None) or ""
    american = fips == USA
    kind = TYPED[place.precision][0 if american else 1]
    state = fips + place.admin1 if american and place.admin1 and kind != COUNTRY else fips
    country = foreign.names.get(place.country or "", "")
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": ", ".join(dict.fromkeys(part for part in (place.name, country) if part)),
        "ActionGeo_CountryCode": fips,
        "ActionGeo_ADM1Code": state,
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
        "ActionGeo_FeatureID": state if kind in (COUNTRY, USSTATE) else "",
    }


GDELT2 = table("gdelt2", "GDELT 2.0 events", _rows2, carries=CARRIES, missing=MISSING, remarks=REMARKS)
GDELT1 = table("gdelt1", "GDELT 1.0 events", _rows1, carries=CARRIES, missing=MISSING, remarks=REMARKS)
