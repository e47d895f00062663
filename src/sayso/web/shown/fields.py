"""The fields of an event as its page shows them: each with its value, what is known of it, and the words that it stands on."""

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.model import told_days
from sayso.web.shown.rows import beside
from sayso.web.shown.shape import Part
from sayso.web.shown.text import Text

Item = Mapping[str, Any]
BASIS = {
    "name": "by its name",
    "descriptor": "by a description",
    "metonym": "by a place that stands for it",
    "reference": "by a word that points back",
    "context": "from what the report is about",
    "text": "not identified",
}
TIME_BASIS = {
    "stated": "the time is stated",
    "relative": "counted from the day of publication",
    "published": "no day is told: that of publication",
    "unknown": "no day can be told",
}
PRECISION = {
    "site": "a site",
    "city": "a town",
    "region": "somewhere in a region",
    "country": "somewhere in a country: no point on a map",
}
KINDS = {"quote": "word for word", "paraphrase": "in other words", "document": "a document"}
OF_UNITS = ("money", "other")  # the rest count people, which their kind says


class Field(Part):
    """A field: its mark in the text goes by the same `id`; `link` finds other events that have the value too.

    A speaker `beside` the one before speaks together with him.
    """

    id: Text
    kind: Text
    value: Text
    code: Text
    detail: list[Text]
    words: Text | None
    link: Text | None
    entity: Text | None = None
    country: Text | None = None
    beside: bool = False


def fields_of(event: Item) -> list[Field]:
    """The fields of an event of the JSON contract, as they stand on its page."""
    roles = [*_parties(event, "actors", "actor"), *_parties(event, "recipients", "recipient")]
    return [*roles, *_says(event), *_time(event), *_place(event), *_numbers(event)]


def amount(quantity: Item) -> str:
    """`11`, `11 to 14`, `at least 11`, `at most 14`, or nothing."""
    low, high = quantity.get("low"), quantity.get("high")
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        return _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    return f"at least {_number(low)}" if low is not None else f"at most {_number(high)}"


def counted(quantity: Item) -> str:
    """`11 deaths`, `5,000,000 USD`."""
    unit = quantity.get("unit") if quantity["kind"] in OF_UNITS else None
    return " ".join(filter(None, [amount(quantity) or str(quantity.get("text") or ""), unit or quantity["kind"]]))


def span_of(time: Item) -> str:
    """A day, a month, a year, or the first and the last day."""
    return told_days(time.get("start"), time.get("end"))


def _parties(event: Item, listed: str, kind: str) -> Iterator[Field]:
    for i, one in enumerate(event[listed]):
        wanted = one["entity"] or one["country"]
        yield Field(
            id=f"{kind}-{i}",
            kind=kind,
            value=one["name"],
            code=_code(one),
            detail=[BASIS.get(one["basis"], one["basis"])],
            words=one["text"],
            link=f"{kind}={wanted}" if wanted else None,
            entity=one["entity"],
            country=one["country"],
        )


def _says(event: Item) -> Iterator[Field]:
    together = beside(event)
    for i, one in enumerate(event["says"]):
        order = "says so" if all(together[i + 1 :]) else "says that somebody says so"
        yield Field(
            id=f"says-{i}",
            kind="says",
            value=one["name"],
            code=_code(one),
            detail=[order, KINDS.get(one["kind"], one["kind"]), *([f"“{one['cue']}”"] if one["cue"] else [])],
            words=one["text"],
            link=f"says={one['entity'] or one['country']}" if one["entity"] or one["country"] else None,
            entity=one["entity"],
            country=one["country"],
            beside=together[i],
        )


def _time(event: Item) -> Iterator[Field]:
    time = event["time"]
    if time:
        value = span_of(time) or time["text"] or "unknown"
        link = f"since={time['start']}&until={time['end'] or time['start']}" if time["start"] else None
        yield Field(id="time-0", kind="time", value=value, code="", detail=[TIME_BASIS[time["basis"]]], words=time["text"], link=link)


def _place(event: Item) -> Iterator[Field]:
    place = event["place"]
    if place:
        detail = [PRECISION[place["precision"]]]
        detail += [f"{place['lat']:.2f}, {place['lon']:.2f}"] if place["lat"] is not None and place["precision"] != "country" else []
        yield Field(
            id="place-0",
            kind="place",
            value=place["name"],
            code=" ".join(filter(None, [place["country"], place["admin1"]])),
            detail=detail,
            words=place["text"],
            link=f"place={place['country']}" if place["country"] else None,
            country=place["country"],
        )


def _numbers(event: Item) -> Iterator[Field]:
    for i, one in enumerate(event["quantities"]):
        yield Field(id=f"number-{i}", kind="number", value=counted(one), code="", detail=[], words=one["text"], link=None)


def _code(one: Item) -> str:
    return " ".join(filter(None, [one["country"], *one["sectors"]]))


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"
