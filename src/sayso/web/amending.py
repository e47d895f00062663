"""Corrections made at the desk, by pages and programs alike: checked, signed, kept, and refused where somebody was quicker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import HTTPException
from pydantic import StringConstraints

from sayso.errors import ChangedError, StoreError
from sayso.store.corrected.correction import Correction
from sayso.store.corrected.propose import Signed
from sayso.store.corrected.review import Case, case_of, said
from sayso.store.corrected.written import settings as of_form
from sayso.web.asked.who import User
from sayso.web.draw.faults import Missing
from sayso.web.state.desk import Desk

Verdict = Literal["set", "accept", "reject"]
Id = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00]*$")]
Key = Annotated[str, StringConstraints(max_length=64, pattern=r"^[0-9a-f]*$")]
Written = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")]
Address = Annotated[str, StringConstraints(max_length=100_000, pattern=r"^[^\x00]*$")]  # of this desk: as long as filters get
FIELDS = ("type", "mode", "status", "actors", "recipients", "says", "time", "place", "quantities", "contexts")


@dataclass(frozen=True, slots=True)
class Done:
    """A correction that is kept: its id, and what became of it (applied, kept, lost, waiting)."""

    correction: str
    outcome: str


def found(desk: Desk, event: str, key: str | None) -> Case:
    """An event by its id, in the report of a key.

    Raises:
        Missing: there is none.
    """
    one = desk.view.ask(case_of(event, key))
    if one is None:
        raise Missing("There is no such event in this database; it may have been coded anew, and be found among the events of its report.")
    return one


def changed(case: Case, given: Mapping[str, str]) -> list[str]:
    """What fields as written in a form change of an event."""
    return of_form(case.event, {name: value for name, value in given.items() if name in FIELDS})


def amend(
    desk: Desk, user: User, case: Case, verdict: Verdict, changes: Sequence[str], *, why: str, seen: str | None, blind: bool = False
) -> Done:
    """Correct, accept or reject an event; `blind` if it was shown as coded, whatever has been said of it.

    Raises:
        HTTPException: 409, it is no longer what was `seen`; 422, a field can't be so.
    """
    if verdict == "set" and not changes:
        raise HTTPException(422, "Nothing was changed; to say that the event is right, accept it")
    try:
        proposer = desk.checks.proposer(desk.view)
        correction = proposer.of_event(
            case.event["id"], verdict, changes if verdict == "set" else (), _signed(desk, user, why), key=case.key, blind=blind
        )
    except StoreError as error:
        raise HTTPException(422, str(error)) from error
    return _kept(desk, correction, seen)


def add(
    desk: Desk, user: User, report: str, trigger: tuple[int, int], evidence: tuple[int, int], kind: str, changes: Sequence[str], why: str
) -> tuple[Done, str]:
    """Add an event that was missed, at places (code points) in the report of a key; its id besides.

    Raises:
        HTTPException: 422, there is no such report or place, or a field can't be so.
    """
    try:
        proposer = desk.checks.proposer(desk.view)
        correction = proposer.added_at(report, trigger, evidence, kind, changes, _signed(desk, user, why))
    except StoreError as error:
        raise HTTPException(422, str(error)) from error
    return _kept(desk, correction, None), str(correction.event["id"])


def undo(desk: Desk, user: User, correction: str) -> None:
    """Take a correction back.

    Raises:
        Missing: there is none of that id.
        HTTPException: 409, it was taken back already.
    """
    one = desk.view.ask(said(correction))
    if one is None:
        raise Missing("There is no such correction.")
    if one.undone_at:
        raise HTTPException(409, f"This was taken back already, by {one.undone_by}")
    with desk.writing() as writer:
        writer.undo(correction, who=name_of(user))


def name_of(user: User) -> str:
    """The name that corrections bear."""
    return user.name or "reviewer"


def _kept(desk: Desk, correction: Correction, seen: str | None) -> Done:
    try:
        with desk.writing() as writer:
            outcomes = writer.correct([correction], seen={correction.id: seen} if seen else {})
    except ChangedError as error:
        raise HTTPException(409, "Somebody has said something else of this event since it was shown to you; look at it again") from error
    return Done(correction.id, outcomes.get(correction.id, "applied"))


def _signed(desk: Desk, user: User, why: str) -> Signed:
    """Signed to the millisecond: what one reviewer says twice in a second is not the same."""
    return Signed(who=name_of(user), why=" ".join(why.split()), at=desk.now().isoformat(timespec="milliseconds"))
