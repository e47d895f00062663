"""The nouns of the program: what a report, an event, a party and a speaker are. Standard library only."""

from sayso.model.event import Event, Party, Place, Quantity, Speaker, Version, When, told_days
from sayso.model.report import AnnotatedReport, Report, SentenceNote
from sayso.model.span import Span

__all__ = [
    "AnnotatedReport",
    "Event",
    "Party",
    "Place",
    "Quantity",
    "Report",
    "SentenceNote",
    "Span",
    "Speaker",
    "Version",
    "When",
    "told_days",
]
