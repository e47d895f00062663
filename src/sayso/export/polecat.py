"""POLECAT (40 columns): tabs, a header, PLOVER's types, modes and contexts; several values in a cell parted by "; "."""

from collections.abc import Iterable

from sayso.export.actor import country_name, first, plover_country, plover_sectors
from sayso.export.days import day, iso, published
from sayso.export.table import Cell, Row, table
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place

NOTHING = "None"
BETWEEN = "; "
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


def _rows(event: Event, foreign: Foreign) -> Iterable[Row]:
    yield {
        "Event ID": event.id,
        "Event Date": iso(day(event)),
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": event.score,
        "Quad Code": QUADS[event.quad],
        "Contexts": BETWEEN.join(event.contexts),
        **_parties("Actor", event.actors, foreign),
        **_parties("Recipient", event.recipients, foreign),
        **_place(event.place, foreign),
        "Source": event.report.get("publisher"),
        "Publication Date": iso(published(event)),
        "Language": "en",
        "Version": f"sayso {event.version.sayso} {event.version.lexicon}",
    }


def _parties(role: str, parties: tuple[Party, ...], foreign: Foreign) -> dict[str, Cell]:
    """All parties of a role, in the same order in each of its columns; what one of them lacks stands as `None`."""
    main = first(parties)
    if main is None:
        return {}
    sectors = [plover_sectors(p, foreign) for p in parties]
    codes = [foreign.countries.get(p.country or "") for p in parties]
    return {
        f"{role} Name": _joined(p.name for p in parties),
        f"{role} Country": _joined(plover_country(p, foreign) for p in parties),
        f"{role} COW": _joined(str(c.cow) if c and c.cow else "" for c in codes),
        f"Primary {role} Sector": next(iter(sectors[0]), ""),
        f"{role} Sectors": BETWEEN.join(dict.fromkeys(code for one in sectors for code in one)),
        f"{role} Name Raw": _joined(p.text for p in parties),
    }


def _joined(texts: Iterable[str]) -> str:
    kept = list(texts)
    return BETWEEN.join(text or NOTHING for text in kept) if any(kept) else ""


def _place(place: Place | None, foreign: Foreign) -> dict[str, Cell]:
    if place is None:
        return {}
    return {
        "Placename": place.name,
        "City": place.name if place.precision in ("city", "site") else None,
        "Province": place.name if place.precision == "region" else None,
        "Country": country_name(place.country, foreign),
        "Latitude": place.lat,
        "Longitude": place.lon,
        "GeoNames ID": place.geonames_id,
        "Raw Placename": place.text,
        "Feature Type": place.precision,
    }


POLECAT = table(
    "polecat",
    "POLECAT",
    _rows,
    header=True,
    empty=NOTHING,
    carries=(
        "mode",
        "contexts",
        "further actors",
        "further recipients",
        "further sectors of a party",
        "names of parties",
        "place",
        "coordinates",
        "precision of the place",
        "version",
    ),
    missing=("date", "actor", "recipient", "country of the actor", "country of the recipient", "place", "coordinates"),
    remarks=(
        "Feature Type holds Sayso's precision (site, city, region, country), not a GeoNames feature.",
        "Sectors are PLOVER's codes: JRN for media and MED for health. COW is the numeric state number.",
        "Titles, Wikipedia ids, District and the story's people, organisations and locations are None: events do not say them.",
        "Quad Code is written in words.",
    ),
)
