"""Rows of GDELT 2.0 events."""

from typing import Literal

from sayso.ingest.coded.codes import Codes, Row, day, imported, number, party
from sayso.model import Event, Party, Place

FORM = "gdelt2"
PRECISION: dict[str, Literal["country", "region", "city"]] = {"1": "country", "2": "region", "3": "city", "4": "city", "5": "region"}
PARTS = ("Religion1Code", "Type1Code", "Type2Code", "Type3Code")


def event(row: Row, codes: Codes) -> Event | str:
    """The event of a row, or the reason for which we have no word for it."""
    cameo = row.get("EventCode", "")
    kind = codes.kind(cameo)
    if kind is None:
        return f"no type for CAMEO {cameo[:2] or 'nothing'}"
    url = row.get("SOURCEURL") or None
    return imported(
        FORM,
        row.get("GLOBALEVENTID") or row.get("GlobalEventID") or "",
        report={"id": url or "", "url": url, "publisher": None, "title": None, "published": day(row.get("DATEADDED", ""))},
        kind=kind,
        mode=None,
        contexts=(),
        cameo=cameo,
        codes=codes,
        actors=_party(row, "Actor1", codes),
        recipients=_party(row, "Actor2", codes),
        on=day(row.get("SQLDATE") or row.get("Day", "")),
        place=_place(row, codes),
    )


def _party(row: Row, role: str, codes: Codes) -> tuple[Party, ...]:
    sectors = tuple(dict.fromkeys(codes.roles[code] for part in PARTS if (code := row.get(role + part, "")) in codes.roles))
    return party(
        row.get(f"{role}Name", ""),
        codes.cameo.get(row.get(f"{role}CountryCode", "")),
        sectors,
        codes.groups.get(row.get(f"{role}KnownGroupCode", "")),
    )


def _place(row: Row, codes: Codes) -> Place | None:
    name = row.get("ActionGeo_FullName") or row.get("ActionGeo_Fullname", "")
    precision = PRECISION.get(row.get("ActionGeo_Type", ""))
    if not name or precision is None:
        return None
    country = codes.fips.get(row.get("ActionGeo_CountryCode", ""))
    lat, lon = number(row.get("ActionGeo_Lat", "")), number(row.get("ActionGeo_Long", ""))
    if precision == "country":
        lat = lon = None  # a whole country is no point
    return Place(name.partition(",")[0], "", country, None, lat, lon, None, precision)
