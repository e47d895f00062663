"""Corrections over the JSON interface: by the same rules as at the desk."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from sayso.store.corrected.review import all_said
from sayso.web.amending import FIELDS, Id, Key, Verdict, Written, add, amend, found, undo
from sayso.web.asked.who import Asker, needs
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk

router = APIRouter(prefix="/api/v1", tags=["corrections"])
REVIEW = [Depends(needs("review"))]
REFUSALS: dict[int | str, dict[str, Any]] = {
    401: {"description": "Nobody is known by this token"},
    403: {"description": "This takes the right to review"},
    404: {"description": "There is no such thing"},
    409: {"description": "Somebody else has changed it meanwhile"},
}
Name = Literal["type", "mode", "status", "actors", "recipients", "says", "time", "place", "quantities", "contexts"]
Changes = dict[Name, Written]
Offset = Annotated[int, Field(ge=0, le=2**31)]


class Sent(BaseModel):
    """What a program sends: nothing that is not asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Judgement(Sent):
    """What is said of an event."""

    action: Verdict = Field(description="set: with changes; accept: right as it is; reject: the report does not say this.")
    changes: Changes = Field({}, description="For `set`: fields as `sayso correct --set` takes them.")
    why: Written = ""
    report: Key | None = Field(None, description="The key of its report, where copies have the same event.")
    seen: Key | None = Field(None, description="The event's `mark` as it was shown; refused where it has changed since.")


class Missed(Sent):
    """An event that was missed: where it stands (code points of the report's text, end excluded), its type, and its fields."""

    trigger: tuple[Offset, Offset]
    evidence: tuple[Offset, Offset]
    type: Written
    changes: Changes = Field({}, description="Fields as `sayso correct --set` takes them.")
    why: Written = ""


class Kept(BaseModel):
    """A correction that is kept, and what became of it."""

    id: Text
    outcome: Text
    event: Text


class Corrections(BaseModel):
    """Corrections as they are exchanged, and where the next page begins."""

    corrections: list[dict[str, Any]]
    after: int | None


class Which(Sent):
    """Which page of corrections."""

    after: int = Field(0, ge=0, le=2**53)
    limit: int = Field(100, ge=1, le=1000)


@router.get("/corrections")
def listed(asked: Annotated[Which, Query()], desk: AtDesk) -> Corrections:
    """Who corrected what, in the order it was done; what was taken back too."""
    some, after = desk.view.ask(all_said(asked.after, asked.limit))
    told = [{**one.correction, "outcome": one.outcome, "undone_by": one.undone_by, "undone_at": one.undone_at} for one in some]
    return Corrections(corrections=told, after=after)


@router.post("/events/{event}/corrections", status_code=201, dependencies=REVIEW, responses=REFUSALS)
def judge(event: Id, given: Judgement, desk: AtDesk, user: Asker) -> Kept:
    """Correct, accept or reject an event."""
    case = found(desk, event, given.report)
    changes = [f"{name}={value}" for name, value in sorted(given.changes.items(), key=lambda one: FIELDS.index(one[0]))]
    done = amend(desk, user, case, given.action, changes, why=given.why, seen=given.seen)
    return Kept(id=done.correction, outcome=done.outcome, event=case.event["id"])


@router.post("/reports/{report}/events", status_code=201, dependencies=REVIEW, responses=REFUSALS)
def missed(report: Key, given: Missed, desk: AtDesk, user: Asker) -> Kept:
    """Add an event that the coder missed to the report of a key."""
    changes = [f"{name}={value}" for name, value in sorted(given.changes.items(), key=lambda one: FIELDS.index(one[0]))]
    done, event = add(desk, user, report, given.trigger, given.evidence, given.type, changes, given.why)
    return Kept(id=done.correction, outcome=done.outcome, event=event)


@router.post("/corrections/{correction}/undo", status_code=204, dependencies=REVIEW, responses=REFUSALS)
def take_back(correction: Id, desk: AtDesk, user: Asker) -> None:
    """Take a correction back; it stays on record."""
    undo(desk, user, correction)
