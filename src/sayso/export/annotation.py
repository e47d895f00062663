"""Web Annotations (W3C, JSON-LD): each event as an annotation of the passage of its report that tells it."""

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.features import EVERYTHING
from sayso.export.jsonl import line
from sayso.export.layout import Job, Layout
from sayso.model import Event, Span

HEAD = b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[\n'
TAIL = b"]}\n"
FORMAT = "application/json"
DETAILS = ("actors", "recipients", "says", "time", "place", "quantities", "contexts", "pattern", "confidence")


def _write(events: Iterable[Event], job: Job) -> Iterator[bytes]:
    yield HEAD
    between = b""
    for event in events:
        job.notes.rows += 1
        yield between + line(_annotation(event)).encode()
        between = b","
    yield TAIL


def _annotation(event: Event) -> dict[str, Any]:
    report = event.report
    source = report.get("url") or f"urn:sayso:report:{report.get('id')}"
    value = event.to_dict()
    parts = {name: value[name] for name in DETAILS}
    return {
        "id": f"urn:sayso:event:{event.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"type": "Software", "name": "Sayso", "schema:softwareVersion": f"{event.version.sayso} {event.version.lexicon}"},
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": event.type},
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": event.status},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": str(event)},
            {"type": "TextualBody", "purpose": "describing", "format": FORMAT, "value": line(parts).rstrip("\n")},
        ],
        "target": {"source": source, "selector": _selectors(event.evidence)},
    }


def _selectors(span: Span) -> list[dict[str, Any]]:
    """The same passage by its words and by its characters."""
    return [
        {"type": "TextQuoteSelector", "exact": span.text},
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


ANNOTATION = Layout(
    name="annotation",
    label="Web Annotation, JSON-LD",
    write=_write,
    carries=EVERYTHING,
    missing=("url",),
    remarks=(
        "Positions count Unicode code points of the text as given to Sayso, which may differ from a web page's own.",
        "Reports without an address are targets under urn:sayso:report:. Quotations have no prefix and suffix: events do not hold them.",
        "Type and status are bodies of their own; parties, speakers, time, place and numbers are a body of JSON.",
    ),
)
