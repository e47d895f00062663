"""How a report stands among those that tell of the same happening: on which fields others contradict it, and who they are."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sayso.web.asked.ask import FIELDS
from sayso.web.shown.fields import counted, span_of
from sayso.web.shown.shape import Part
from sayso.web.shown.text import Text


class Held(Part):
    """A value of a contested field, the publishers that hold it, and how many independent origins they have."""

    value: Text
    publishers: list[Text]
    origins: int


class Against(Part):
    """A field in which others contradict a report: what it says, what they say, and how many of them there are."""

    field: Text
    label: Text
    mine: Text
    others: list[Held]
    count: int


def held(value: Mapping[str, Any], publishers: Mapping[str, str]) -> Held:
    """A value of a disagreement, with the publishers of the reports that hold it."""
    names = list(dict.fromkeys(publishers.get(report, report) for report in value["reports"]))
    return Held(value=in_words(value["value"]), publishers=names, origins=value["origins"])


def against(disagreements: Iterable[Mapping[str, Any]], report: str, publishers: Mapping[str, str]) -> list[Against]:
    """What others say otherwise than the report of an id, field by field."""
    found = []
    for one in disagreements:
        mine = [value for value in one["values"] if report in value["reports"]]
        others = [value for value in one["values"] if report not in value["reports"]]
        if mine and others:
            count = len({name for value in others for name in value["reports"]})
            shown = [held(value, publishers) for value in others]
            label = FIELDS.get(one["field"], one["field"])
            found.append(Against(field=one["field"], label=label, mine=in_words(mine[0]["value"]), others=shown, count=count))
    return found


def publishers_of(events: Collection[Mapping[str, Any]]) -> dict[str, str]:
    """The publishers of an incident's events, by the ids of their reports."""
    return {one["report"]: str(one.get("publisher") or one["report"]) for one in events}


def in_words(value: Any) -> str:
    """A value of any field of an incident, in a few words."""
    if not value:
        return "left open"
    if isinstance(value, list):
        return "; ".join(str(one.get("name") or one.get("country") or "—") for one in value)
    if not isinstance(value, Mapping):
        return str(value)
    if "kind" in value:
        return counted(value)
    return span_of(value) if "start" in value else ", ".join(filter(None, [value.get("name"), value.get("country")]))
