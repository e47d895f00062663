"""Rows of POLECAT's events."""

from typing import Literal

from sayso.ingest.coded.codes import Codes, Row, day, imported, number, party
from sayso.model import Event, Party, Place

FORM = "polecat"
BETWEEN = ";"
NOTHING = ("None", "NA", "")


def event(row: Row, codes: Codes) -> Event | str:
    """The event of a row, or the reason for which we have no word for it."""
    kind = _cell(row, "Event Type").upper()
    if kind not in codes.foreign.kinds:
        return f"no type {kind or 'nothing'}"
    identifier = _cell(row, "Event ID")
    publisher = _cell(row, "Source") or None
    published = day(_cell(row, "Publication Date"))
    return imported(
        FORM,
        identifier,
        report={"id": f"{FORM}-{identifier}", "url": None, "publisher": publisher, "title": None, "published": published},
        kind=kind,
        mode=_cell(row, "Event Mode").lower() or None,
        contexts=tuple(_several(row, "Contexts")),
        cameo="",
        codes=codes,
        actors=_parties(row, "Actor", codes),
        recipients=_parties(row, "Recipient", codes),
        on=day(_cell(row, "Event Date")),
        place=_place(row, codes),
    )


def _cell(row: Row, name: str) -> str:
    text = row.get(name, "").strip()
    return "" if text in NOTHING else text


def _several(row: Row, name: str) -> list[str]:
    """The values of a cell, in order; empty where one stands for nothing."""
    parts = [part.strip() for part in _cell(row, name).split(BETWEEN)] if _cell(row, name) else []
    return ["" if part in NOTHING else part for part in parts]


def _parties(row: Row, role: str, codes: Codes) -> tuple[Party, ...]:
    """A party a name; sectors belong to all of them together, so they are those of the first."""
    names, countries = _several(row, f"{role} Name"), _several(row, f"{role} Country")
    sectors = tuple(dict.fromkeys(codes.sectors[code] for code in _several(row, f"{role} Sectors") if code in codes.sectors))
    found: tuple[Party, ...] = ()
    for n in range(max(len(names), len(countries))):
        country = countries[n] if n < len(countries) else ""
        ours = codes.plover.get(country) or codes.names.get(country)
        found += party(names[n] if n < len(names) else "", ours, () if n else sectors)
    return found


def _place(row: Row, codes: Codes) -> Place | None:
    city, province, country = (_cell(row, name) for name in ("City", "Province", "Country"))
    name = _cell(row, "Placename") or city or province or country
    if not name:
        return None
    precision: Literal["city", "region", "country"] = "city" if city else "region" if province else "country"
    lat, lon = number(_cell(row, "Latitude")), number(_cell(row, "Longitude"))
    if precision == "country":
        lat = lon = None  # a whole country is no point
    geonames = _cell(row, "GeoNames ID")
    ours = codes.names.get(country) or codes.plover.get(country)
    return Place(name, "", ours, None, lat, lon, int(geonames) if geonames.isdigit() else None, precision)
