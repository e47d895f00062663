"""A text of one's own, coded at once: what is in it, and why not the rest. Nothing is stored."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from pydantic import StringConstraints
from starlette.responses import RedirectResponse, Response

from sayso.model import AnnotatedReport
from sayso.store.found.listing import Listed
from sayso.web.asked.who import needs
from sayso.web.draw.answer import view
from sayso.web.draw.faults import Missing
from sayso.web.draw.render import drawn
from sayso.web.pages.report import sentence_rows
from sayso.web.shown.cards import Card, cards
from sayso.web.shown.sentences import Sentences, sentences
from sayso.web.shown.shape import Cell, Shown
from sayso.web.state.coding import LONGEST, Codes
from sayso.web.state.desk import AtDesk, Desk

router = APIRouter(tags=["views"])
PATH = "/paste"
PATIENCE = 1.5  # seconds: who waits so long sees what was found at once, and no page that asks for patience
NAME = r"^[A-Za-z0-9_-]{1,40}$"


DatedBy = Literal["given", "dateline", "today"]


class Pasted(Shown):
    """What was found in a pasted text; nothing yet while it is `waiting`, with `loading` when the parser has to be read first.

    `dated_by` tells where the day of publication comes from: whoever pasted it, the text's own dateline, or the clock for want of both.
    """

    name: str
    waiting: bool
    loading: bool
    published: str | None
    dated_by: DatedBy | None
    found: Sentences | None
    events: int
    cards: list[Card]

    def columns(self) -> Sequence[str]:
        """A sentence a row."""
        return "number", "sentence", "events", "reasons"

    def rows(self) -> Iterable[Sequence[Cell]]:
        """The sentences, once they are there."""
        return sentence_rows(self.found) if self.found else ()


@router.get(PATH, include_in_schema=False)
def box(request: Request, desk: AtDesk) -> Response:
    """The box to paste a text into; the parser is loaded while somebody fills it."""
    coding = _coding(desk)
    coding.begin_loading(lambda: _example(desk))
    return drawn(request, "paste.html", {"shown": None, "warm": coding.is_warm(), "longest": LONGEST})


@router.post(PATH, include_in_schema=False, dependencies=[Depends(needs("read"))])
def paste(
    desk: AtDesk,
    text: Annotated[str, Form(max_length=LONGEST, min_length=1)],
    published: Annotated[str, Form(max_length=10)] = "",
) -> RedirectResponse:
    """Begin to code a text; where there is none, the box is shown again."""
    coding = _coding(desk)
    if not text.strip():
        return RedirectResponse(PATH, 303)
    name = coding.begin(text.replace("\r\n", "\n"), _day(published), desk.today())
    coding.wait(name, PATIENCE)
    return RedirectResponse(f"/paste/{name}", 303)


@view(router, "/paste/{name}", "pasted.html")
def pasted(name: Annotated[str, StringConstraints(pattern=NAME)], desk: AtDesk) -> Pasted:
    """What was found in a text that somebody pasted; it is forgotten when the desk ends."""
    coding = _coding(desk)
    looked = coding.look(name)
    if looked is None:
        raise Missing("This text is forgotten; pasted texts are kept in memory only. Paste it again.")
    if looked.dropped:
        raise Missing("This text was not coded: too many came after it. Paste it again.")
    annotated, loading = looked.annotated, not coding.is_warm()
    if annotated is None:
        return Pasted(name=name, waiting=True, loading=loading, published=None, dated_by=None, found=None, events=0, cards=[])
    report = annotated.report
    listed = listed_of(annotated)
    met = desk.memo.told(("pasted", name), lambda: desk.meetings.of(annotated.report, [one.event for one in listed]))
    return Pasted(
        name=name,
        waiting=False,
        loading=False,
        published=report.published.isoformat() if report.published else None,
        dated_by="given" if looked.report.published else "dateline" if report.published_basis == "dateline" else "today",
        found=sentences(annotated, listed),
        events=len(listed),
        cards=cards(annotated, listed, met),
    )


def listed_of(annotated: AnnotatedReport) -> list[Listed]:
    """The events of a text that is in no database."""
    events = [event.to_dict() for event in annotated.events]
    return [Listed(n, one, "coded", (one["time"] or {}).get("start") or "", "", None, None) for n, one in enumerate(events)]


def _coding(desk: Desk) -> Codes:
    if desk.coding is None:
        raise HTTPException(404, "This desk has no coder, so it takes no texts.")
    return desk.coding


def _example(desk: Desk) -> str:
    """A text that makes the coder load all that it needs: an example out of the lexicon; what texts are held against is read too."""
    desk.meetings.read()
    return desk.codebook.example()


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise HTTPException(422, f"{given!r} is no day; write 2025-12-04, or leave it out") from error
