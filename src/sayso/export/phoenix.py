"""Phoenix (26 columns): tabs, no header, actors parted into country, role and the rest, quad classes 0 to 4."""

from collections.abc import Iterable

from sayso.export.actor import CameoActor, cameo_actor, domain, first
from sayso.export.days import compact, day
from sayso.export.table import Cell, Row, table
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Place


def _rows(event: Event, foreign: Foreign) -> Iterable[Row]:
    on = compact(day(event))
    root = event.cameo[:2]
    quads = foreign.quads.get(root)
    yield {
        "EventID": f"{event.id}_sayso{event.version.sayso}",
        "Date": on,
        "Year": on[:4],
        "Month": on[4:6],
        "Day": on[6:],
        **_party("SourceActor", cameo_actor(first(event.actors), foreign)),
        **_party("TargetActor", cameo_actor(first(event.recipients), foreign)),
        "EventCode": event.cameo,
        "EventRootCode": root,
        "PentaClass": quads.phoenix if quads else event.quad,
        "GoldsteinScore": foreign.goldstein.get(event.cameo),
        "Issues": ";".join(f"{context.upper()},1" for context in event.contexts),
        **_place(event.place),
        "SentenceID": f"{event.report.get('id')}_{event.evidence.start}",
        "URLs": event.report.get("url"),
        "NewsSources": domain(event),
    }


def _party(role: str, actor: CameoActor) -> dict[str, Cell]:
    return {
        f"{role}Full": actor.code,
        f"{role}Entity": actor.country or actor.group,
        f"{role}Role": next(iter(actor.roles), ""),
        f"{role}Attribute": ";".join(part for part in (actor.group if actor.country else "", actor.religion, *actor.roles[1:]) if part),
    }


def _place(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    return {
        "Lat": place.lat,
        "Lon": place.lon,
        "LocationName": place.name if place.precision in ("city", "site") else None,
        "StateName": place.name if place.precision == "region" else place.admin1,
        "CountryCode": place.country,
    }


PHOENIX = table(
    "phoenix",
    "Phoenix",
    _rows,
    carries=("contexts", "place", "coordinates"),
    missing=("date", "actor", "recipient", "country of the actor", "country of the recipient", "place", "coordinates", "url"),
    remarks=(
        "SentenceID is the report's id and the offset of the quotation: events do not count sentences.",
        "Issues are Sayso's contexts, each counted once. StateName is a name for regions and a GeoNames admin1 code for cities.",
        "PentaClass and GoldsteinScore are those of the CAMEO code.",
    ),
)
