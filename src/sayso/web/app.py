"""The desk put together: who is let in, what binds the browser, and the views."""

from collections.abc import AsyncIterator, Callable, Collection, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.staticfiles import StaticFiles

from sayso.settings import Settings
from sayso.store import View
from sayso.web import faults
from sayso.web.api import drawn, reading, v1
from sayso.web.codebook import Codebook
from sayso.web.coding import Annotator, Coding
from sayso.web.guard import LOOPBACK, Bound, KnownHosts, OwnForms
from sayso.web.memo import Memo
from sayso.web.pages import (
    actor,
    actors,
    cite,
    dyads,
    event,
    events,
    facets,
    home,
    incident,
    incidents,
    paste,
    places,
    publishers,
    report,
    reports,
    says,
)
from sayso.web.render import FOLDER, templates
from sayso.web.state import Desk
from sayso.web.who import Who, let_in, whoever

ROUTERS: tuple[APIRouter, ...] = (
    home.router,
    events.router,
    facets.router,
    event.router,
    incidents.router,
    incident.router,
    reports.router,
    paste.router,
    report.router,
    publishers.router,
    dyads.router,
    actors.router,
    actor.router,
    places.router,
    says.router,
    cite.router,
    v1.router,
    reading.router,
    drawn.router,
)


def desk(
    view: View,
    *,
    settings: Settings,
    db: str | None = None,
    coder: Annotator | None = None,
    hosts: Collection[str] = LOOPBACK,
    who: Who = whoever,
    today: Callable[[], date] = lambda: datetime.now(UTC).date(),
) -> FastAPI:
    """The desk over a database.

    `db` is what the database is called on pages: its file's name, or its address without the password. `hosts` are the names that the desk
    answers to; `who` tells the user of a request; without a `coder` no text can be pasted.
    """
    found = at_desk(view, settings, db=db, coder=coder, today=today)
    app = FastAPI(
        lifespan=_living(found),
        title="Sayso",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(let_in)],
        default_response_class=v1.Json,
    )
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=FOLDER.parent / "static"), name="static")
    app.state.desk = found
    app.state.who = who
    app.state.paths = frozenset(paths())
    faults.installed(app)
    app.add_middleware(OwnForms)
    app.add_middleware(KnownHosts, hosts=hosts)
    app.add_middleware(Bound)
    return app


def at_desk(
    view: View,
    settings: Settings,
    *,
    db: str | None = None,
    coder: Annotator | None = None,
    today: Callable[[], date] = lambda: datetime.now(UTC).date(),
) -> Desk:
    """What the views are handed; see `desk`."""
    coding = Coding(coder) if coder else None
    return Desk(db or _name(view), view, settings, templates(), Codebook(settings), coding, Memo(view), today)


def paths() -> Iterator[str]:
    """The paths that are served, as they are written in the routers."""
    return (route.path for router in ROUTERS for route in router.routes if isinstance(route, APIRoute))


def _living(desk: Desk) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Read the words of the lexicon before somebody needs them; let go of waiting texts at the end."""

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        Thread(target=desk.codebook.read, name="codebook", daemon=True).start()
        yield
        if desk.coding:
            desk.coding.end()

    return living


def _name(view: View) -> str:
    return Path(str(view.url.database)).name if view.url.get_backend_name() == "sqlite" else view.url.render_as_string(hide_password=True)
