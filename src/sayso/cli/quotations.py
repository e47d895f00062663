"""Whether an event's quotations stand in its report where it says that they do."""

from collections.abc import Iterator, Mapping
from typing import Any

SPANS = ("trigger", "evidence")
SPAN_LISTS = ("actors", "recipients", "says")
QUOTES = ("time", "place")


def mismatches(event: Mapping[str, Any], text: str) -> Iterator[str]:
    """Every field of the event (as JSON has it) that the text does not bear out, and how; nothing where all is well."""
    for field in SPANS:
        yield from _span(field, event.get(field), text)
    for field in SPAN_LISTS:
        for number, part in enumerate(_listed(event.get(field))):
            yield from _span(f"{field}[{number}]", part, text)
    for field in QUOTES:
        if event.get(field) is not None:
            yield from _quoted(field, event[field], text)
    for number, part in enumerate(_listed(event.get("quantities"))):
        yield from _quoted(f"quantities[{number}]", part, text)
    yield from _inside(event.get("trigger"), event.get("evidence"))


def _span(field: str, part: Any, text: str) -> Iterator[str]:
    if not _is_span(part):
        yield f"{field}: has no start, end and text"
        return
    start, end, quoted = part["start"], part["end"], part["text"]
    if not 0 <= start < end <= len(text):
        yield f"{field}: {start}..{end} is no stretch of a text of {len(text):,} characters"
    elif text[start:end] != quoted:
        yield f"{field}: at {start}..{end} stands {_short(text[start:end])}, not {_short(quoted)}"


def _quoted(field: str, part: Any, text: str) -> Iterator[str]:
    """A quotation without offsets need only stand somewhere; one that rests on no words (`text` null, or empty) has nothing to check."""
    quoted = part.get("text") if isinstance(part, dict) else part
    if quoted is None and isinstance(part, dict) and "text" in part:
        return
    if not isinstance(quoted, str) or isinstance(part, str):
        yield f"{field}: has no text"
    elif quoted not in text:
        yield f"{field}: {_short(quoted)} stands nowhere in the report"


def _inside(trigger: Any, evidence: Any) -> Iterator[str]:
    if _is_span(trigger) and _is_span(evidence) and not evidence["start"] <= trigger["start"] <= trigger["end"] <= evidence["end"]:
        yield f"trigger: {trigger['start']}..{trigger['end']} lies outside the evidence {evidence['start']}..{evidence['end']}"


def _is_span(part: Any) -> bool:
    return (
        isinstance(part, dict)
        and isinstance(part.get("text"), str)
        and all(isinstance(part.get(key), int) and not isinstance(part[key], bool) for key in ("start", "end"))
    )


def _listed(value: Any) -> list[Any]:
    """The items of a list; what should be one and isn't counts as one wrong item."""
    if isinstance(value, list):
        return value
    return [value]


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
