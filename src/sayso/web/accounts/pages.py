"""The pages of accounts: logging in, one's own account, all users, and the audit."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from pydantic import BaseModel, Field, StringConstraints
from starlette.responses import RedirectResponse, Response

from sayso.errors import SaysoError
from sayso.store.people.keys import end_key, keys_of, make_key
from sayso.store.people.users import ROLES, add_user, remove_user, set_password, set_role, users
from sayso.store.people.users import user as user_of
from sayso.web.accounts.door import VISIT, Door, secure
from sayso.web.accounts.entry import forget, keep, log_in, log_out
from sayso.web.accounts.passwords import LONGEST, SHORTEST, hashed, matches
from sayso.web.asked.forms import within
from sayso.web.asked.who import Asker, User, needs
from sayso.web.draw.faults import Missing
from sayso.web.draw.render import drawn
from sayso.web.state.desk import AtDesk, Desk

READ, ADMINISTER = [Depends(needs("read"))], [Depends(needs("administer"))]
Name = Annotated[str, StringConstraints(max_length=200)]
Secret = Annotated[str, StringConstraints(max_length=LONGEST)]
Address = Annotated[str, StringConstraints(max_length=8000)]


class Credentials(BaseModel):
    """What is asked for at the log-in page."""

    name: Name = ""
    password: Secret = Field("", repr=False)
    next: Address = "/"


class NewUser(BaseModel):
    """An account to be made."""

    name: Name = ""
    role: Name = ROLES[0]
    password: Secret = Field("", repr=False)


class NewPassword(BaseModel):
    """A password to be changed by its owner."""

    old: Secret = Field("", repr=False)
    new: Secret = Field("", repr=False)


class NewToken(BaseModel):
    """A token to be made."""

    name: Name = ""
    role: Name = ROLES[0]


def door_of(request: Request) -> Door:
    """The door, where there are accounts.

    Raises:
        Missing: there are none.
    """
    who = request.app.state.who
    if not isinstance(who, Door):
        raise Missing("This desk has no accounts: whoever sits at this machine may use it. `sayso users add` makes one")
    return who


AtDoor = Annotated[Door, Depends(door_of)]
router = APIRouter(include_in_schema=False, dependencies=[Depends(door_of)])


@router.get("/log-in")
def entry(request: Request, next: Annotated[Address, Query()] = "/") -> Response:
    """Ask who somebody is."""
    return _entry(request, Credentials(next=next))


@router.post("/log-in")
def enter(request: Request, door: AtDoor, desk: AtDesk, given: Annotated[Credentials, Form()]) -> Response:
    """Let somebody in, under a new key."""
    key = log_in(request, desk, door, given.name, given.password)
    if key is None:
        return _entry(request, given, "Name or password is wrong.")
    log_out(request, desk)
    response = RedirectResponse(within(given.next), 303)
    keep(request, response, key, door)
    return response


@router.post("/log-out", dependencies=READ)
def leave(request: Request, desk: AtDesk) -> Response:
    """End the session."""
    log_out(request, desk)
    response = RedirectResponse("/log-in", 303)
    forget(request, response)
    return response


@router.get("/account")
def account(request: Request, desk: AtDesk, user: Asker) -> Response:
    """One's own account."""
    return _account(request, desk, user)


@router.post("/account/password", dependencies=READ)
def change_password(request: Request, door: AtDoor, desk: AtDesk, user: Asker, given: Annotated[NewPassword, Form()]) -> Response:
    """Change one's own password; all one's sessions end."""
    name = user.name or ""
    if door.users.wait(f"user {name}"):
        return _account(request, desk, user, "Too many failures; try again in a quarter of an hour.", status=429)
    mine = user_of(desk.view, name)
    if mine is None or not matches(given.old, mine.password):
        door.users.fail(f"user {name}")
        return _account(request, desk, user, "The old password is wrong.", status=422)
    try:
        kept = hashed(given.new)
    except SaysoError as error:
        return _account(request, desk, user, str(error), status=422)
    with desk.writing() as writer:
        set_password(writer, name, kept, by=name, at=desk.at())
    response = RedirectResponse("/log-in", 303)
    forget(request, response)
    return response


@router.post("/account/tokens", dependencies=READ)
def add_token(request: Request, desk: AtDesk, user: Asker, given: Annotated[NewToken, Form()]) -> Response:
    """Make a token; this page alone shows it."""
    name = " ".join(given.name.split()) or "unnamed"
    try:
        with desk.writing() as writer:
            token = make_key(
                writer, user.name or "", "token", at=desk.at(), ends_at=None, by=user.name or "", name=name[:64], role=given.role
            )
    except SaysoError as error:
        return _account(request, desk, user, str(error), status=422)
    return _account(request, desk, user, token=token)


@router.post("/account/tokens/{digest}/end", dependencies=READ)
def end_token(digest: Name, desk: AtDesk, user: Asker) -> Response:
    """Take a token back."""
    with desk.writing() as writer:
        end_key(writer, digest, user=user.name or "", by=user.name or "", at=desk.at())
    return RedirectResponse("/account", 303)


@router.get("/users", dependencies=ADMINISTER)
def everybody(request: Request, desk: AtDesk) -> Response:
    """All users."""
    return _users(request, desk)


@router.post("/users", dependencies=ADMINISTER)
def add(request: Request, desk: AtDesk, user: Asker, given: Annotated[NewUser, Form()]) -> Response:
    """Make an account; without a password a proxy must vouch for its user."""
    try:
        kept = hashed(given.password) if given.password else None
        with desk.writing() as writer:
            add_user(writer, given.name, given.role, kept, by=user.name or "", at=desk.at())
    except SaysoError as error:
        return _users(request, desk, str(error), given)
    return RedirectResponse("/users", 303)


@router.post("/users/{name}/role", dependencies=ADMINISTER)
def role(request: Request, name: Name, desk: AtDesk, user: Asker, role: Annotated[Name, Form()]) -> Response:
    """Give a user another role."""
    try:
        with desk.writing() as writer:
            set_role(writer, name, role, by=user.name or "", at=desk.at())
    except SaysoError as error:
        return _users(request, desk, str(error))
    return RedirectResponse("/users", 303)


@router.post("/users/{name}/password", dependencies=ADMINISTER)
def password(request: Request, name: Name, desk: AtDesk, user: Asker, password: Annotated[Secret, Form()]) -> Response:
    """Give a user another password; their sessions end."""
    try:
        kept = hashed(password)
        with desk.writing() as writer:
            set_password(writer, name, kept, by=user.name or "", at=desk.at())
    except SaysoError as error:
        return _users(request, desk, str(error))
    return RedirectResponse("/users", 303)


@router.post("/users/{name}/remove", dependencies=ADMINISTER)
def remove(request: Request, name: Name, desk: AtDesk, user: Asker) -> Response:
    """Take an account away."""
    try:
        with desk.writing() as writer:
            remove_user(writer, name, by=user.name or "", at=desk.at())
    except SaysoError as error:
        return _users(request, desk, str(error))
    return RedirectResponse("/users", 303)


def _entry(request: Request, given: Credentials, problem: str = "") -> Response:
    response = drawn(request, "log-in.html", {"given": given, "problem": problem}, status=401 if problem else 200)
    if visit := getattr(request.state, "visit", None):
        response.set_cookie(VISIT, visit, path="/log-in", secure=secure(request), httponly=True, samesite="strict")
    return response


def _account(request: Request, desk: Desk, user: User, problem: str = "", *, token: str = "", status: int = 200) -> Response:
    tokens = keys_of(desk.view, user.name or "", "token")
    mine = user_of(desk.view, user.name or "")
    told = {"tokens": tokens, "mine": mine, "roles": ROLES, "problem": problem, "token": token, "shortest": SHORTEST}
    return drawn(request, "account.html", told, status=status)


def _users(request: Request, desk: Desk, problem: str = "", given: NewUser | None = None) -> Response:
    told = {"users": users(desk.view), "roles": ROLES, "problem": problem, "given": given or NewUser(), "shortest": SHORTEST}
    return drawn(request, "users.html", told, status=422 if problem else 200)
