"""Incidents laid out for reading: the best-supported reading, who tells of it, what is contested, what changed, and why."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sayso.cli.table import STATUS_STYLES, number
from sayso.cli.terminal import drawn, indented, safe
from sayso.model import told_days

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from sayso.model.incident import Incident

Item = Mapping[str, Any]


def table(found: "Iterable[Incident]", console: "Console") -> Iterator[str]:
    """One block of text an incident, then a summary."""
    incidents = events = 0
    for incident in found:
        incidents, events = incidents + 1, events + len(incident.events)
        yield drawn(console, block(incident.to_dict()))
    yield drawn(console, [_text((f"{_count(incidents, 'incident')} of {_count(events, 'event')}", "bold"))])


def block(incident: Item) -> "list[RenderableType]":
    """An incident as lines."""
    tellers = ", ".join(_count(incident[key], key.removesuffix("s")) for key in ("reports", "publishers", "origins"))
    days = incident["first"] or "undated"
    days += f" to {incident['last']}" if incident["last"] != incident["first"] else ""
    parts: list[RenderableType] = [
        _text(("── ", "dim"), (safe(incident["id"]), "bold"), (f" · told {days} · {tellers}", "dim")),
        indented(_reading(incident), 2),
    ]
    parts += [indented(_text((f"{d['field']}: ", "yellow"), (_contested(d), "")), 4) for d in incident["disagreements"]]
    parts += [indented(_text((f"{c['field']} over time: ", "cyan"), (_changed(c), "")), 4) for c in incident.get("changes") or ()]
    parts += [indented(told, 4) for told in _once(map(_telling, incident["events"]))]
    return [*parts, _text()]


def reasons(incident: Item) -> "list[RenderableType]":
    """Why its events are one happening, link by link."""
    names = {event["id"]: _name(event) for event in incident["events"]}
    if not incident.get("links"):
        return [_text(("one passage, or passages that say the same: nothing had to be linked", "dim"))]
    return [
        _text(
            (f"{safe(names.get(link['one'], link['one']))} ~ {safe(names.get(link['other'], link['other']))}", "bold"),
            ("" if link["by_hand"] else f" ({link['points']:g} points)", "dim"),
            (": " + safe("; ".join(link["reasons"])), ""),
        )
        for link in incident["links"]
    ]


def _reading(incident: Item) -> "Text":
    status = incident["status"]
    pieces = [(f"{shown(incident['actors'])} → ", ""), (incident["type"], "bold"), (f" → {shown(incident['recipients'])}", "")]
    pieces += [(f" · {status}", STATUS_STYLES.get(status, ""))]
    rest = [incident["time"], incident["place"], *incident["quantities"]]
    return _text(*pieces, *((f" · {shown(value)}", "") for value in rest if value))


def shown(value: Any) -> str:
    """A value of any field, in a few words."""
    if not value:
        return "—"
    if isinstance(value, list | tuple):
        return ", ".join(safe(str(party.get("name") or "—")) for party in value)
    if not isinstance(value, Mapping):
        return safe(str(value))
    if "kind" in value:
        return _quantity(value)
    if "start" in value:
        return safe(told_days(value["start"], value["end"]))
    return safe(", ".join(filter(None, [value.get("name"), value.get("country")])))


def _quantity(value: Item) -> str:
    low, high = ("" if bound is None else number(bound) for bound in (value.get("low"), value.get("high")))
    amount = low if low and low == high else f"{low}..{high}"
    return safe(f"{value['kind']} {amount}")


def _contested(disagreement: Item) -> str:
    """`11 (a, b; 2 origins) or 14 (c; 1 origin)`; a role left open says so."""
    return " or ".join(
        f"{shown(held['value']) if held['value'] else 'left open'} ({_of(held['reports'])}; {_count(held['origins'], 'origin')})"
        for held in disagreement["values"]
    )


def _of(reports: Iterable[str]) -> str:
    return safe(", ".join(reports))


def _changed(change: Item) -> str:
    return ", then ".join(f"{shown(value)} ({day})" for day, value in change["values"])


def _once(lines: "Iterable[Text]") -> "list[Text]":
    """Lines without those that say the same: a sentence may tell of one happening twice, as "fired on" and "killing" do."""
    return list({line.plain: line for line in lines}.values())


def _telling(event: Item) -> "Text":
    return _text(
        (f"{_name(event)} ", "dim"), (f"{event['status']} ", STATUS_STYLES.get(event["status"], "")), (f"“{safe(event['quote'])}”", "dim")
    )


def _name(event: Item) -> str:
    """An event by who put it out, and when."""
    return safe(", ".join(filter(None, [event.get("publisher") or event["report"], event.get("published")])))


def _text(*pieces: tuple[str, str]) -> "Text":
    from rich.text import Text

    return Text.assemble(*((text, style) for text, style in pieces if text))


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
