"""An event that the coder missed, pointed at in the text of its report."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from sayso.model import SentenceNote
from sayso.store.found.reports import whole_report
from sayso.web.amending import FIELDS, Key, Written, add
from sayso.web.asked.who import Asker, User, needs
from sayso.web.draw.answer import view
from sayso.web.draw.faults import Missing
from sayso.web.draw.render import drawn
from sayso.web.pages.review import Kind, kinds_of
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.text import UNSEEN, Text
from sayso.web.state.desk import AtDesk, Desk

router = APIRouter(tags=["review"], dependencies=[Depends(needs("review"))])
PAGE = 20_000  # characters of a report on a page
APART = re.compile(f"(\\r|{UNSEEN.pattern})")  # what a browser shows otherwise than it stands: each by itself


class Where(BaseModel):
    """Which report, and from which of its characters on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    report: Key
    start: int = Field(0, ge=0, le=2**31)


class Run(Part):
    """Some characters, where they begin, and whether anybody sees them: in a run that is seen a browser shows all as they are."""

    start: int
    text: Text
    seen: bool


class Report(Shown):
    """A report's text, or a part of it, as runs; and what may be said of a passage in it."""

    key: Text
    title: Text | None
    publisher: Text | None
    published: Text | None
    runs: list[Run]
    start: int
    next: int | None
    kinds: list[Kind]

    def columns(self) -> Sequence[str]:
        """The text."""
        return "start", "text"

    def rows(self) -> Iterable[Sequence[Cell]]:
        """Its runs."""
        return ((run.start, run.text) for run in self.runs)


class Passage(BaseModel):
    """What a form says of an event that was missed; offsets in code points, or else the words themselves."""

    report: Key
    start: int | None = Field(None, ge=0, le=2**31)
    end: int | None = Field(None, ge=0, le=2**31)
    trigger: Written = ""
    type: Written = ""
    mode: Written = ""
    status: Written = ""
    actors: Written = ""
    recipients: Written = ""
    says: Written = ""
    time: Written = ""
    place: Written = ""
    quantities: Written = ""
    contexts: Written = ""
    why: Written = ""


@view(router, "/review/add", "missed.html")
def missed(asked: Annotated[Where, Query()], desk: AtDesk) -> Report:
    """A report in which words can be selected."""
    found = desk.view.ask(whole_report(asked.report))
    if found is None:
        raise Missing("There is no such report in this database.")
    one = found.annotated.report
    end = asked.start + PAGE
    return Report(
        key=found.key,
        title=one.title,
        publisher=one.publisher,
        published=one.published.isoformat() if one.published else None,
        runs=list(runs(one.text, asked.start, end)),
        start=asked.start,
        next=end if end < len(one.text) else None,
        kinds=kinds_of(desk),
    )


@router.post("/review/add", include_in_schema=False)
def put(request: Request, desk: AtDesk, user: Asker, given: Annotated[Passage, Form()]) -> Response:
    """Add an event that was missed."""
    try:
        event = _put(desk, user, given)
    except HTTPException as error:
        asked = Where(report=given.report, start=max(0, (given.start or 0) // PAGE * PAGE))
        told: dict[str, Any] = {"asked": asked, "shown": missed(asked, desk), "desk": desk, "problem": error.detail, "given": given}
        return drawn(request, "missed.html", told, status=error.status_code)
    return RedirectResponse(f"/event/{event}?report={given.report}", 303)


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The characters of a text between two places, cut so that a browser counts each run as we do."""
    at = start
    for part in APART.split(text[start:end]):
        if part:
            yield Run(start=at, text=part, seen=not APART.fullmatch(part))
            at += len(part)


def around(sentences: Sequence[SentenceNote], text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that a stretch stands in; where there are none, its line."""
    over = [note for note in sentences if note.start < end and start < note.end]
    if over:
        return min(start, over[0].start), max(end, over[-1].end)
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text)


def _put(desk: Desk, user: User, given: Passage) -> str:
    found = desk.view.ask(whole_report(given.report))
    if found is None:
        raise Missing("There is no such report in this database.")
    text, notes = found.annotated.report.text, found.annotated.sentences
    start, end = given.start, given.end
    if start is None or end is None or text[start:end] == "":
        start = text.find(given.trigger) if given.trigger.strip() else -1
        end = start + len(given.trigger)
    if start < 0:
        raise HTTPException(422, "Say which words tell of the event: select them in the text, or write them as they stand there")
    if not given.type:
        raise HTTPException(422, "Say what happened: pick a type")
    changes = [f"{name}={value}" for name in FIELDS if name != "type" and (value := getattr(given, name).strip())]
    evidence = around(notes, text, start, end)
    _, event = add(desk, user, given.report, (start, end), evidence, given.type, changes, given.why)
    return event
