"""An event as lists show it: the model of a row."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import Field

from sayso.lexicon.phrases import Phrases, phrases
from sayso.model import Span, told_days
from sayso.model.chain import together
from sayso.store.found.listing import Listed
from sayso.web.shown.shape import Cell, Part
from sayso.web.shown.text import Text

AROUND = 140  # characters of a passage shown on either side of its trigger


class Named(Part):
    """A party or a speaker, with what is known of it."""

    name: Text
    entity: Text | None = None
    country: Text | None = None
    sectors: list[Text] = Field(default_factory=list)

    @property
    def code(self) -> str:
        """Country and sectors as they are written together: `RUS GOV`."""
        return " ".join([*([self.country] if self.country else []), *self.sectors])


class Speaking(Named):
    """A link of a chain of speakers; one `beside` the one before speaks together with him."""

    beside: bool = False


class Quote(Part):
    """A passage around its trigger; `cut_before` and `cut_after` say that it goes on."""

    before: Text
    trigger: Text
    after: Text
    cut_before: bool
    cut_after: bool


class Row(Part):
    """An event in a list."""

    id: Text
    report_key: Text
    day: Text
    days: Text
    time_basis: Text | None
    type: Text
    mode: Text | None
    quad: int
    does: Text
    status: Text
    actors: list[Named]
    recipients: list[Named]
    says: list[Speaking]
    place: Text | None
    place_country: Text | None
    quote: Quote
    publisher: Text | None
    published: Text | None
    title: Text | None
    confidence: float
    state: Text
    incident: Text | None
    origins: int | None
    contested: int


COLUMNS = (
    "day", "type", "mode", "status", "actors", "actor_countries", "recipients", "recipient_countries", "says", "place", "place_country",
    "evidence", "publisher", "published", "title", "confidence", "state", "incident", "origins", "id", "report_key",
)  # fmt: skip


def row_of(listed: Listed) -> Row:
    """The row of an event: made in one go, its parts with it, which takes a third of the time."""
    event, report = listed.event, listed.event["report"]
    time, place = event["time"], event["place"]
    return Row.model_validate(
        {
            **event,
            "says": [{**one, "beside": also} for one, also in zip(event["says"], beside(event), strict=True)],
            "publisher": report["publisher"],
            "published": report["published"],
            "title": report["title"],
            "does": does(event),
            "report_key": listed.report,
            "day": listed.day,
            "days": told_days(time["start"], time["end"]) if time and time["start"] else listed.day,
            "time_basis": time["basis"] if time else None,
            "place": place["name"] if place else None,
            "place_country": place["country"] if place else None,
            "quote": quote_of(event),
            "state": listed.state,
            "incident": listed.incident,
            "origins": listed.origins,
            "contested": listed.contested,
        }
    )


def beside(event: Mapping[str, Any]) -> list[bool]:
    """For each speaker of an event of the JSON contract, whether he speaks together with the one before."""
    return together([(one["start"], one["end"]) for one in event["says"]], Span(**event["evidence"]))


@cache
def _phrases() -> Phrases:
    return phrases()


def does(event: Mapping[str, Any]) -> str:
    """What an event of the JSON contract, or an incident, says its actor does: `sells arms`."""
    return _phrases().of(event["type"], event.get("mode"), event.get("pattern"))


def named(party: Mapping[str, Any]) -> Named:
    """A party or speaker of the JSON contract."""
    return Named(name=party["name"], entity=party.get("entity"), country=party.get("country"), sectors=party.get("sectors") or [])


def quote_of(event: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a `Quote`: the evidence of an event of the JSON contract, cut where it is long."""
    evidence, trigger = event["evidence"], event["trigger"]
    start, end = (trigger[side] - evidence["start"] for side in ("start", "end"))
    text = evidence["text"]
    first, last = max(0, start - AROUND), end + AROUND
    return {
        "before": text[first:start],
        "trigger": text[start:end][:AROUND],
        "after": text[end:last],
        "cut_before": first > 0,
        "cut_after": last < len(text),
    }


def cells(row: Row) -> list[Cell]:
    """The cells of `COLUMNS`."""
    quote = row.quote
    return [
        *(row.day, row.type, row.mode, row.status),
        *(together for side in (row.actors, row.recipients) for together in (_names(side), "; ".join(one.country or "" for one in side))),
        *(_names(row.says), row.place, row.place_country),
        f"{'… ' if quote.cut_before else ''}{quote.before}{quote.trigger}{quote.after}{' …' if quote.cut_after else ''}",
        *(row.publisher, row.published, row.title, row.confidence, row.state, row.incident, row.origins, row.id, row.report_key),
    ]


def _names(parties: Sequence[Named]) -> str:
    return "; ".join(one.name for one in parties)
