"""Annotated reports as lines of data."""

from collections.abc import Iterable, Iterator

from sayso.cli.terminal import harmless, on_terminal
from sayso.export import header, line, row
from sayso.model import AnnotatedReport


def events_jsonl(annotated: Iterable[AnnotatedReport]) -> Iterator[str]:
    """One event a line."""
    return (line(event.to_dict()) for one in annotated for event in one.events)


def silent(annotated: Iterable[AnnotatedReport]) -> Iterator[str]:
    """Nothing, one report after the other."""
    return ("" for _ in annotated)


def reports_jsonl(annotated: Iterable[AnnotatedReport]) -> Iterator[str]:
    """One annotated report a line."""
    return (line(one.to_dict()) for one in annotated)


def csv(annotated: Iterable[AnnotatedReport]) -> Iterator[str]:
    """One event a row under a header; without control characters where it is only looked at, on a terminal."""
    seen = harmless if on_terminal() else str
    yield header()
    yield from (seen(row(event)) for one in annotated for event in one.events)
