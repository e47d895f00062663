"""Logging in and out: a new key for every session, and patience that runs out."""

from fastapi import HTTPException, Request
from starlette.responses import Response

from sayso.store import Writer
from sayso.store.audit import noted
from sayso.store.people.keys import digest, end_key, find_key, make_key
from sayso.store.people.users import spelled
from sayso.store.people.users import user as user_of
from sayso.web.accounts.door import VISIT, Door, cookie_name, secure
from sayso.web.accounts.passwords import matches
from sayso.web.state.desk import Desk


def log_in(request: Request, desk: Desk, door: Door, name: str, password: str) -> str | None:
    """The key of a new session, if name and password fit.

    Raises:
        HTTPException: 429, it was tried too often.
    """
    keys = (door.users, f"user {spelled(name)}"), (door.addresses, f"address {request.client.host if request.client else ''}")
    if wait := max(limit.wait(key) for limit, key in keys):
        minutes = int(wait // 60) + 1
        raise HTTPException(429, f"Too many failures; try again in {minutes} minutes", {"Retry-After": str(int(wait) + 1)})
    found = user_of(desk.view, name)
    if not matches(password, found.password if found else None) or found is None:
        for limit, key in keys:
            limit.fail(key)
        with desk.writing() as writer:
            _refused(writer, desk.at(), spelled(name)[:64])
        return None
    door.users.forgive(keys[0][1])
    at = door.now()
    with desk.writing() as writer:
        end = (at + door.longest).isoformat(timespec="seconds")
        return make_key(writer, found.name, "session", at=desk.at(), ends_at=end, by=found.name)


def log_out(request: Request, desk: Desk) -> None:
    """End the session that a request came with."""
    key = request.cookies.get(cookie_name(request))
    found = find_key(desk.view, key, "session", at=desk.at()) if key else None
    if key and found:
        with desk.writing() as writer:
            end_key(writer, digest(key), user=found.user, by=found.user, at=desk.at())


def keep(request: Request, response: Response, key: str, door: Door) -> None:
    """Give the browser the key of its session."""
    response.set_cookie(cookie_name(request), key, int(door.longest.total_seconds()), path="/", secure=secure(request), httponly=True)
    response.delete_cookie(VISIT, path="/log-in", secure=secure(request), httponly=True, samesite="strict")


def forget(request: Request, response: Response) -> None:
    """Take the key from the browser."""
    response.delete_cookie(cookie_name(request), path="/", secure=secure(request), httponly=True)


def _refused(writer: Writer, at: str, name: str) -> None:
    writer.transaction(lambda connection: noted(connection, at=at, who=name or "-", action="log-in refused", target=name or "-"))
