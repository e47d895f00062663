"""Who stands before the desk: by a session, a token, a proxy's word; or, at one's own machine, whoever sits there."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from fastapi import HTTPException, Request
from starlette.concurrency import run_in_threadpool

from sayso.errors import StoreError
from sayso.store import View, Writer
from sayso.store.people.keys import Key, find_key, touch_key
from sayso.store.people.users import user as user_of
from sayso.web.accounts.limit import Limit, Limits
from sayso.web.accounts.proxy import VOUCHED
from sayso.web.asked.forms import by_browser, token_of
from sayso.web.asked.guard import LOOPBACK, named
from sayso.web.asked.who import EVERYTHING, FEEDS, OPEN, Right, User, Who

LOG = logging.getLogger(__name__)
RIGHTS: dict[str, frozenset[Right]] = {
    "reader": frozenset({"read"}),
    "reviewer": frozenset({"read", "review"}),
    "admin": EVERYTHING,
}
VISIT = "sayso-visit"  # the cookie of somebody who has not logged in yet
Touch = Callable[[Key], None]


def local(name: str) -> Who:
    """Whoever sits at this machine, under a name, with all rights."""
    secret = secrets.token_urlsafe(32)

    async def who(request: Request) -> User:
        request.state.form_token = token_of(secret) if request.method == "GET" or by_browser(request) else None
        return User(name, EVERYTHING)

    return who


def opened(
    view: View,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    *,
    users: Limits | None = None,
    addresses: Limits | None = None,
) -> "Door":
    """The door of a desk with accounts; who failed to log in how often is counted by itself, or where others count with it."""

    def touch(key: Key) -> None:
        try:
            with Writer.beside(view, command="desk") as writer:
                touch_key(writer, key.digest, at=now().isoformat(timespec="seconds"))
        except StoreError as error:  # who only reads is let in all the same; the next request notes it
            LOG.warning("when a session was used could not be noted: %s", error)

    return Door(view, now, touch, users=users or by_user(), addresses=addresses or by_address())


def by_user() -> Limit:
    """Failures to log in, by name."""
    return Limit(10, 900)


def by_address() -> Limit:
    """Failures to log in, by where they come from."""
    return Limit(30, 900)


@dataclass(frozen=True, slots=True)
class Door:
    """Lets in those who have an account. `idle` ends a session that nobody uses, `longest` every one."""

    view: View
    now: Callable[[], datetime]
    touch: Touch  # notes that a session was used
    idle: timedelta = timedelta(hours=12)
    longest: timedelta = timedelta(days=7)
    noted: timedelta = timedelta(minutes=5)  # how exactly is kept when a session was used
    users: Limits = field(default_factory=by_user)
    addresses: Limits = field(default_factory=by_address)
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    async def __call__(self, request: Request) -> User:
        """The user of a request.

        Raises:
            HTTPException: 303 to the log-in page for a browser, 401 for a program, 403 for somebody without an account.
        """
        request.state.form_token, request.state.accounts = None, True
        user = await run_in_threadpool(self._user, request)
        if user is None:
            raise refused(request)
        return user

    def key(self, given: str | None) -> Key | None:
        """The session of a cookie, if it holds."""
        at = self.now()
        found = find_key(self.view, given, "session", at=at.isoformat(timespec="seconds")) if given else None
        if found is None or datetime.fromisoformat(found.used_at) + self.idle < at:
            return None
        if datetime.fromisoformat(found.used_at) + self.noted < at:
            self.touch(found)
        return found

    def _user(self, request: Request) -> User | None:
        return self._by_token(request) or self._by_session(request) or self._by_proxy(request) or self._nobody(request)

    def _by_token(self, request: Request) -> User | None:
        """By a key that a program sends along; readers of feeds, which can't, have it in the address, and may only read."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer":
            token = request.query_params.get("token", "") if request.method == "GET" and FEEDS.fullmatch(request.url.path) else ""
        if not token:
            return None
        found = find_key(self.view, token.strip(), "token", at=self.now().isoformat(timespec="seconds"))
        if found is None:
            raise HTTPException(401, "This token opens nothing, or no longer", {"WWW-Authenticate": "Bearer"})
        return User(found.user, RIGHTS["reader" if kind.lower() != "bearer" else found.role])

    def _by_session(self, request: Request) -> User | None:
        cookie = request.cookies.get(cookie_name(request))
        found = self.key(cookie)
        if found is None or cookie is None:
            return None
        request.state.form_token = token_of(cookie)
        return User(found.user, RIGHTS[found.role])

    def _by_proxy(self, request: Request) -> User | None:
        name = request.scope.get(VOUCHED)
        if not name:
            return None
        found = user_of(self.view, name)
        if found is None:
            raise HTTPException(403, f"{name} has no account here; an admin can add one")
        request.state.form_token = token_of(f"{self.secret} {found.name}")
        return User(found.name, RIGHTS[found.role])

    def _nobody(self, request: Request) -> User | None:
        """Nobody yet, where that is enough: at the log-in page."""
        if request.url.path not in OPEN:
            return None
        request.state.visit = request.cookies.get(VISIT) or secrets.token_urlsafe(32)
        request.state.form_token = token_of(self.secret + request.state.visit)
        return User(None, frozenset())


def refused(request: Request) -> HTTPException:
    """What somebody is told who is nobody: browsers are led to the log-in page, and back from there."""
    path = request.url.path
    if request.method != "GET" or path.startswith("/api/") or path.endswith((".json", ".csv")) or FEEDS.fullmatch(path):
        return HTTPException(401, "Log in first, or send a token: `Authorization: Bearer ...`", {"WWW-Authenticate": "Bearer"})
    asked = path + (f"?{request.url.query}" if request.url.query else "")
    return HTTPException(303, "Log in first", {"Location": "/log-in" + ("?" + urlencode({"next": asked}) if asked != "/" else "")})


def secure(request: Request) -> bool:
    """Whether cookies are to travel over HTTPS only: everywhere but on one's own machine."""
    return request.url.scheme == "https" or named(request.headers.get("host", "")) not in LOOPBACK


def cookie_name(request: Request) -> str:
    """The name of the session's cookie; the prefix has browsers keep it from other hosts of the domain."""
    return "__Host-sayso" if secure(request) else "sayso"
