"""Review: one event after another, accepted, rejected or corrected; what is skipped comes back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.responses import RedirectResponse, Response

from sayso.store.corrected.review import WAITING, Case, last_of, second_look, turn
from sayso.store.corrected.written import written
from sayso.store.drawn.facets import chosen
from sayso.store.found.detail import detail
from sayso.web.amending import FIELDS, Address, Id, Key, Verdict, Written, amend, changed, found, name_of, undo
from sayso.web.asked.ask import Asked
from sayso.web.asked.forms import within
from sayso.web.asked.who import Asker, User, needs
from sayso.web.draw.answer import view
from sayso.web.draw.render import drawn
from sayso.web.pages.event import EventShown
from sayso.web.pages.event import shown as event_shown
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk, Desk

router = APIRouter(tags=["review"], dependencies=[Depends(needs("review"))])
ANY_EVENT = {"event": None, "key": None}
Place = Annotated[str, StringConstraints(max_length=40, pattern=r"^[0-9-]{0,10}_\d{1,18}$")]


class ReviewAsked(Asked):
    """Which events are to be judged, and where in the queue to go on."""

    after: Place | None = Field(None, description="After this place in the queue.")
    look: Literal["first", "second"] = Field("first", description="first: events that wait; second: those that others have judged.")
    skip: int = Field(0, ge=0, le=2**53, description="In the second look: after this correction.")
    event: Id | None = Field(None, description="This event, wherever it stands in the queue.")
    key: Key | None = Field(None, description="In the report of this key.")


class Kind(Part):
    """A type of event that can be picked."""

    type: Text
    label: Text
    definition: Text
    modes: list[Text]


class Last(Part):
    """What the reviewer did last, and can take back."""

    id: Text
    action: Text
    event: Text
    key: Text
    words: Text


class ReviewShown(Shown):
    """The event at hand, as it would be written; where the queue goes on; how many wait; what was done last."""

    event: EventShown | None
    written: dict[str, Text]
    mark: str
    left: int | None
    next: str | None
    kinds: list[Kind]
    last: Last | None
    who: Text

    def columns(self) -> Sequence[str]:
        """The event's fields."""
        return "event", "report", "field", "value"

    def rows(self) -> Iterable[Sequence[Cell]]:
        """A field a row."""
        if self.event:
            yield from ((self.event.id, self.event.report_key, name, value) for name, value in self.written.items())


class Judged(BaseModel):
    """What a form says of an event."""

    model_config = ConfigDict(extra="ignore")

    key: Key
    verdict: Verdict = "set"
    pick: Written = Field("", description="A type that is set at once.")
    why: Written = ""
    seen: Key = ""
    back: Address = "/review"
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

    def given(self) -> Mapping[str, str]:
        """The fields of a form that has them: it always has a type. Those left empty say that there is nothing."""
        return {name: getattr(self, name) for name in FIELDS} if self.type else {}


@view(router, "/review", "review.html")
def review(asked: Annotated[ReviewAsked, Query()], desk: AtDesk, user: Asker) -> ReviewShown:
    """The next event to be judged."""
    who = name_of(user)
    at, following, blind = _at(desk, asked, who)
    one = desk.view.ask(detail(*at)) if at else None
    if one and blind and one.coded:
        one = replace(one, event=one.coded, coded=None, state="coded", mark="", corrections=())
    case = found(desk, *at) if at else None
    last = desk.view.ask(last_of(who))
    return ReviewShown(
        event=event_shown(one, desk.codebook.pattern(one.event["pattern"])) if one else None,
        written=written(one.event) if one else {},
        mark="" if case is None or blind else case.mark,
        left=waiting(desk, asked) if asked.look == "first" else None,
        next=following,
        kinds=kinds_of(desk),
        last=_last(last.correction, last.key) if last else None,
        who=who,
    )


@router.post("/review/undo", include_in_schema=False)
def take_back(desk: AtDesk, user: Asker, correction: Annotated[Id, Form()], back: Annotated[Address, Form()] = "/review") -> Response:
    """Take a correction back, and go on where one was."""
    undo(desk, user, correction)
    return RedirectResponse(within(back), 303)


@router.post("/event/{event}/judgement", include_in_schema=False)
def judge(request: Request, event: Id, desk: AtDesk, user: Asker, given: Annotated[Judged, Form()]) -> Response:
    """Say something of an event, and go on."""
    case, asked = found(desk, event, given.key), _asked_at(given.back, event, given.key)
    blind = asked.look == "second"
    changes = [f"type={given.pick}"] if given.pick else changed(as_coded(case) if blind else case, given.given())
    verdict: Verdict = "set" if given.pick else given.verdict
    try:
        amend(desk, user, case, verdict, changes, why=given.why, seen=given.seen or None, blind=blind)
    except HTTPException as error:
        return _again(request, desk, user, asked, given, error)
    return RedirectResponse(within(given.back), 303)


def as_coded(case: Case) -> Case:
    """An event as a second reviewer sees it, whatever has been said of it."""
    return replace(case, event=case.coded) if case.coded else case


def _asked_at(back: str, event: str, key: str) -> ReviewAsked:
    """An event where a form stood, which goes on at an address: the same filter, and the same look at it."""
    path, _, query = back.partition("?")
    try:
        return ReviewAsked.read(query if path == "/review" else "", event=event, key=key)
    except ValidationError:
        return ReviewAsked(event=event, key=key)


def _again(request: Request, desk: Desk, user: User, asked: ReviewAsked, given: Judged, error: HTTPException) -> Response:
    """The event again, with what is wrong and what was written."""
    shown = review(asked, desk, user)
    told = {"asked": asked, "shown": shown, "desk": desk, "user": user, "problem": error.detail, "given": given}
    return drawn(request, "review.html", told, status=error.status_code)


def _at(desk: Desk, asked: ReviewAsked, who: str) -> tuple[tuple[str, str] | None, str | None, bool]:
    """The event at hand (id, key of its report), the address that goes on after it, and whether it is to be shown as coded."""
    first, going, blind = _next(desk, asked, who)
    if not asked.event:
        return first, going, blind
    case = found(desk, asked.event, asked.key)
    here = case.event["id"], case.key
    return here, going if here == first else f"/review{asked.query(**ANY_EVENT)}", blind


def _next(desk: Desk, asked: ReviewAsked, who: str) -> tuple[tuple[str, str] | None, str | None, bool]:
    """The same for the event whose turn it is in the queue."""
    if asked.look == "second":
        one, skip = desk.view.ask(second_look(who, asked.skip))
        going = f"/review{asked.query(skip=skip or 0, **ANY_EVENT) or '?'}" if one else None
        return ((one.event["id"], one.key) if one else None), going, True
    here = desk.view.ask(turn(asked.wanted, asked.after))
    if here.case is None and asked.after:  # the end: those that were skipped come back
        here = desk.view.ask(turn(asked.wanted, None))
    going = f"/review{asked.query(after=here.after, **ANY_EVENT)}" if here.case else None
    return ((here.case.event["id"], here.case.key) if here.case else None), going, False


def kinds_of(desk: Desk) -> list[Kind]:
    """The types that can be picked, in the order of the lexicon."""
    kinds = desk.checks.kinds
    return [Kind(type=name, label=one["label"], definition=one["definition"], modes=list(one["modes"])) for name, one in kinds.items()]


def waiting(desk: Desk, asked: ReviewAsked) -> int:
    """How many events of the filter wait."""
    wanted = replace(asked.wanted, state=WAITING)
    return desk.memo.told(("waiting", wanted), lambda: desk.view.ask(chosen(wanted, (), 1))[0])


def _last(correction: Mapping[str, Any], key: str) -> Last:
    words = correction["target"]["trigger"]["exact"]
    return Last(id=correction["id"], action=correction["action"], event=correction["event"]["id"], key=key, words=words)
