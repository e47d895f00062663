"""Watchlists: filters kept under a name, their feeds, and where new events are sent."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import Annotated, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from pydantic import ValidationError
from starlette.responses import RedirectResponse, Response

from sayso.errors import StoreError
from sayso.store import Filter
from sayso.store.people.watchlists import Watchlist, add_watchlist, arrivals, remove_watchlist, watchlist, watchlists
from sayso.store.people.webhooks import add_webhook, remove_webhook, webhooks
from sayso.web.amending import Address, Written, name_of
from sayso.web.asked.ask import Asked
from sayso.web.asked.who import Asker, needs
from sayso.web.draw.answer import view
from sayso.web.draw.faults import Missing
from sayso.web.draw.render import drawn
from sayso.web.shown.feeds import LAYOUTS, feed
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk, Desk
from sayso.web.state.signing import made_key, secret_of

router = APIRouter(tags=["watchlists"])
REVIEW, ADMINISTER = [Depends(needs("review"))], [Depends(needs("administer"))]
LABEL = 63  # letters at most of a part of a host's name


class Hook(Part):
    """Where the events of a watchlist are sent, and what was wrong last."""

    id: Text
    url: Text
    failures: int
    trouble: Text | None
    next_at: Text | None


class Kept(Part):
    """A watchlist: its name, whose it is, the query string of its filter, and its webhooks."""

    id: Text
    name: Text
    owner: Text
    query: Text
    made_at: Text
    hooks: list[Hook]


class Watchlists(Shown):
    """All watchlists, by name."""

    watchlists: list[Kept]

    def columns(self) -> Sequence[str]:
        """A watchlist a row."""
        return "id", "name", "owner", "filter", "made_at", "webhooks"

    def rows(self) -> Iterable[Sequence[Cell]]:
        """The watchlists."""
        return ((one.id, one.name, one.owner, one.query, one.made_at, len(one.hooks)) for one in self.watchlists)


@view(router, "/watchlists", "watchlists.html")
def everything(desk: AtDesk) -> Watchlists:
    """All watchlists."""
    return shown(desk)


@router.get("/watchlists/new", include_in_schema=False, dependencies=REVIEW)
def box(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """What to call a filter that is to be kept."""
    return drawn(request, "watchlist.html", {"asked": asked, "name": "", "problem": ""})


@router.post("/watchlists", include_in_schema=False, dependencies=REVIEW)
def keep(
    request: Request, desk: AtDesk, user: Asker, name: Annotated[Written, Form()] = "", query: Annotated[Address, Form()] = ""
) -> Response:
    """Keep a filter under a name."""
    asked = read(query)
    try:
        with desk.writing() as writer:
            add_watchlist(writer, name, asked.wanted, by=name_of(user), at=desk.at())
    except StoreError as error:
        return drawn(request, "watchlist.html", {"asked": asked, "name": name, "problem": str(error)}, status=422)
    return RedirectResponse("/watchlists", 303)


@router.post("/watchlists/{id}/remove", include_in_schema=False, dependencies=REVIEW)
def remove(id: str, desk: AtDesk, user: Asker) -> Response:
    """Keep a filter no longer."""
    _there(desk, id)
    with desk.writing() as writer:
        remove_watchlist(writer, id, by=name_of(user), at=desk.at())
    return RedirectResponse("/watchlists", 303)


@router.post("/watchlists/{id}/webhooks", include_in_schema=False, dependencies=ADMINISTER)
def hook(request: Request, id: str, desk: AtDesk, user: Asker, url: Annotated[Written, Form()] = "") -> Response:
    """Send new events of a watchlist to an address; this page alone shows what they are signed with."""
    _there(desk, id)
    if not web_address(url):
        told = {"shown": shown(desk), "problem": f"{url!r} is no address of the web: write https://example.org/in", "new": None}
        return drawn(request, "watchlists.html", told, status=422)
    key = made_key(desk.key)
    with desk.writing() as writer:
        made = add_webhook(writer, id, url, by=name_of(user), at=desk.at())
    new = {"url": made.url, "secret": secret_of(key, made.id)}
    return drawn(request, "watchlists.html", {"shown": shown(desk), "problem": "", "new": new})


@router.post("/webhooks/{id}/remove", include_in_schema=False, dependencies=ADMINISTER)
def unhook(id: str, desk: AtDesk, user: Asker) -> Response:
    """Send no more."""
    if id not in {one.id for one in webhooks(desk.view)}:
        raise Missing("There is no such webhook.")
    with desk.writing() as writer:
        remove_webhook(writer, id, by=name_of(user), at=desk.at())
    return RedirectResponse("/watchlists", 303)


@router.get("/watchlists/{id}.{layout}", include_in_schema=False)
def as_feed(request: Request, id: str, layout: Literal["rss", "atom", "json"], desk: AtDesk) -> Response:
    """The latest events of a watchlist; nothing where the reader has them already."""
    kept = _there(desk, id)
    home = str(request.base_url).rstrip("/")
    given = feed(kept, arrivals(desk.view, kept.wanted), home, f"{home}{request.url.path}")
    media, write = LAYOUTS[layout]
    body, changed = write(given), given.updated.astimezone(UTC).replace(microsecond=0)
    headers = {"ETag": f'"{sha256(body).hexdigest()[:32]}"', "Last-Modified": format_datetime(changed, usegmt=True)}
    wanted, since = request.headers.get("if-none-match"), _time(request.headers.get("if-modified-since"))
    known = headers["ETag"] in wanted if wanted is not None else since is not None and changed <= since
    return Response(status_code=304, headers=headers) if known else Response(body, media_type=f"{media}; charset=utf-8", headers=headers)


def shown(desk: Desk) -> Watchlists:
    """All watchlists with their webhooks."""
    hooks = webhooks(desk.view)
    return Watchlists(
        watchlists=[
            Kept(
                **{name: getattr(one, name) for name in ("id", "name", "owner", "made_at")},
                query=query_of(one.wanted),
                hooks=[Hook.model_validate(hook, from_attributes=True) for hook in hooks if hook.watchlist == one.id],
            )
            for one in watchlists(desk.view)
        ]
    )


def query_of(wanted: Filter) -> str:
    """The query string of a filter, `?...`, or nothing."""
    return Asked(**{name: list(value) if isinstance(value, tuple) else value for name, value in wanted.given().items()}).carried()


def read(query: str) -> Asked:
    """The filter of a query string.

    Raises:
        HTTPException: 422, it asks for what does not exist.
    """
    try:
        return Asked.read(query)
    except ValidationError as error:
        raise HTTPException(422, f"This filter can't be kept: {error.errors()[0]['msg']}") from error


def web_address(url: str) -> bool:
    """Whether something can be sent there."""
    try:
        parts = urlsplit(url)
        labels = (parts.hostname or "").removesuffix(".").split(".")
        named = all(0 < len(label) <= LABEL for label in labels) and parts.port != 0  # asking for a port refuses one that can't be
        return parts.scheme in ("http", "https") and named and not parts.username
    except ValueError:
        return False


def _there(desk: Desk, id: str) -> Watchlist:
    try:
        return watchlist(desk.view, id)
    except StoreError as error:
        raise Missing("There is no such watchlist.") from error


def _time(told: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(told) if told else None
    except ValueError:
        return None
    return found.astimezone(UTC) if found else None
