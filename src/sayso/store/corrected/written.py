"""An event's fields as people write them: what `amend` reads, so that a form can show what there is and take what was changed."""

from collections.abc import Mapping
from typing import Any

NOTHING = "none"


def written(event: Mapping[str, Any]) -> dict[str, str]:
    """Each field that can be corrected, as it would be written after `--set FIELD=`; empty where there is nothing."""
    return {
        "type": event["type"],
        "mode": event["mode"] or "",
        "status": event["status"],
        **{role: "; ".join(map(_party, event[role])) for role in ("actors", "recipients", "says")},
        "time": _time(event["time"]),
        "place": _place(event["place"]),
        "quantities": "; ".join(map(_quantity, event["quantities"])),
        "contexts": ", ".join(event["contexts"]),
    }


def settings(event: Mapping[str, Any], given: Mapping[str, str]) -> list[str]:
    """Of some fields as written, those that say something else than the event does, as `FIELD=VALUE`.

    A new type comes first: it says which modes there are. A mode that was left as it was is not one of them.
    """
    now = written(event)
    changed = {name: " ".join(value.split()) for name, value in given.items() if name in now and " ".join(value.split()) != now[name]}
    return [f"{name}={changed[name] or NOTHING}" for name in now if name in changed]


def _party(party: Mapping[str, Any]) -> str:
    sectors = ":" + "+".join(party["sectors"]) if party["sectors"] else ""
    return f"{party['country'] or ''}{sectors}@{' '.join(party['text'].split())}"


def _time(time: Mapping[str, Any] | None) -> str:
    if not time or not time["start"]:
        return ""
    return str(time["start"]) if time["end"] in (None, time["start"]) else f"{time['start']}..{time['end']}"


def _place(place: Mapping[str, Any] | None) -> str:
    if not place:
        return ""
    return f"{place['name']}, {place['country']}" if place["country"] and place["country"] != place["name"] else str(place["name"])


def _number(bound: float) -> str:
    """All its digits, without an exponent."""
    return f"{bound:f}".rstrip("0").rstrip(".")


def _quantity(one: Mapping[str, Any]) -> str:
    low, high = ("" if bound is None else _number(bound) for bound in (one["low"], one["high"]))
    return f"{one['kind']}={low}" if low == high else f"{one['kind']}={low}..{high}"
