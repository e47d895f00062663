"""Sentences with what was coded in them and why, laid out for reading."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.cli.marks import marked
from sayso.cli.terminal import drawn, indented, safe
from sayso.model import AnnotatedReport, Event, SentenceNote

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text


def reasons(annotated: Iterable[AnnotatedReport], console: "Console") -> Iterator[str]:
    """One block of text a report."""
    for one in annotated:
        yield drawn(console, _parts(one))


def _parts(one: AnnotatedReport) -> "Iterator[RenderableType]":
    from rich.text import Text

    coded = sum(1 for note in one.sentences if note.events)
    told = f" · {coded} of {len(one.sentences)} sentences coded"
    yield Text.assemble(("── ", "dim"), (safe(one.report.id), "bold"), (told, "dim"))
    events = {event.id: event for event in one.events}
    for number, note in enumerate(one.sentences, 1):
        yield from _sentence(number, note, [events[key] for key in note.events if key in events])
    yield Text()


def _sentence(number: int, note: SentenceNote, events: list[Event]) -> "Iterator[RenderableType]":
    from rich.text import Text

    yield Text()
    yield _numbered(number, Text(safe(note.text), "" if events else "dim"))
    for event in events:
        yield indented(Text.assemble(("✓ ", "green"), (safe(str(event)), "bold")), 5)
        yield indented(Text(f"by {safe(event.pattern)}, confidence {event.confidence:.2f}", "dim"), 7)
        yield indented(marked(event), 7)
    for reason in note.reasons:
        yield indented(Text.assemble(("· ", "dim"), safe(reason)), 5)


def _numbered(number: int, text: "Text") -> "RenderableType":
    from rich.table import Table

    row = Table.grid(padding=(0, 2, 0, 0))
    row.add_column(justify="right", min_width=3, style="dim")
    row.add_column()
    row.add_row(str(number), text)
    return row
