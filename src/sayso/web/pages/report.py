"""One report: all that was coded in it, and sentence by sentence why not the rest."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from sayso.store.found.reports import whole_report
from sayso.web.asked.ask import AsItWas
from sayso.web.draw.answer import view
from sayso.web.draw.faults import Missing
from sayso.web.pages.event import Key
from sayso.web.pages.reports import Line
from sayso.web.shown.sentences import Sentences, sentences
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk

router = APIRouter(tags=["views"])


class Asked(AsItWas):
    """From which sentence on."""

    sentence: int = Field(1, ge=1, le=10_000_000, description="The first sentence to show.")


class Rejected(Part):
    """An event that somebody took out."""

    id: Text
    type: Text
    evidence: Text


class ReportShown(Shown):
    """A report with its sentences."""

    key: Text
    id: Text
    title: Text | None
    publisher: Text | None
    published: Text | None
    url: Text | None
    language: Text | None
    characters: int
    origin: Text | None
    origin_reason: Text | None
    copies: list[Line]
    found: Sentences
    events: int
    rejected: list[Rejected]

    def columns(self) -> Sequence[str]:
        """A sentence a row."""
        return "number", "sentence", "events", "reasons"

    def rows(self) -> Iterable[Sequence[Cell]]:
        """The sentences that are shown."""
        return sentence_rows(self.found)


@view(router, "/report/{key}", "report.html", kept=True)
def report(key: Key, asked: Annotated[Asked, Query()], desk: AtDesk) -> ReportShown:
    """One report."""
    found = desk.view.ask(whole_report(key))
    if found is None:
        raise Missing("There is no such report in this database.")
    one = found.annotated.report
    return ReportShown(
        **{name: getattr(one, name) for name in ("id", "title", "publisher", "url", "language")},
        published=one.published.isoformat() if one.published else None,
        key=found.key,
        characters=len(one.text),
        origin=found.origin,
        origin_reason=found.origin_reason,
        copies=[Line.model_validate(line, from_attributes=True) for line in found.copies],
        found=sentences(found.annotated, found.events, first=asked.sentence),
        events=len(found.events),
        rejected=[_rejected(event) for event in found.rejected],
    )


def sentence_rows(found: Sentences) -> Iterable[Sequence[Cell]]:
    """Sentences as rows of CSV."""
    for one in found.sentences:
        text = "".join(part.text for part in one.text)
        yield one.number, text, "; ".join(f"{e.type} {e.id}" for e in one.events), "; ".join(one.reasons)


def _rejected(event: Mapping[str, Any]) -> Rejected:
    return Rejected(id=event["id"], type=event["type"], evidence=event["evidence"]["text"][:500])
