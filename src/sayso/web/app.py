"""The desk put together: who is let in, what binds the browser, and the views."""

from collections.abc import AsyncIterator, Callable, Collection, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from threading import Event, Thread

from anyio.to_thread import current_default_thread_limiter
from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.staticfiles import StaticFiles

from sayso.ingest.fetch.post import Send
from sayso.settings import Settings
from sayso.store import View
from sayso.store.counted.shelves import Shelves
from sayso.store.pulse import Pulse
from sayso.web.accounts import audit
from sayso.web.accounts import pages as accounts
from sayso.web.accounts.door import local
from sayso.web.accounts.proxy import Network, Proxied
from sayso.web.api import corrections, drawn, entities, reading, v1
from sayso.web.asked.guard import LOOPBACK, Bound, KnownHosts, OwnForms, Turns
from sayso.web.asked.who import Who, let_in
from sayso.web.draw import faults
from sayso.web.draw.render import FOLDER, templates
from sayso.web.memo import Calm, Memo
from sayso.web.pages import (
    actor,
    actors,
    agreement,
    cite,
    dyads,
    event,
    events,
    facets,
    home,
    incident,
    incidents,
    missed,
    paste,
    places,
    publishers,
    report,
    reports,
    review,
    says,
    watchlists,
)
from sayso.web.serving.keeper import Keeper, KeptCoding
from sayso.web.serving.upkeep import upkeep
from sayso.web.serving.warming import warmed
from sayso.web.shown.codebook import Codebook
from sayso.web.shown.meeting import Meetings
from sayso.web.state.checks import Checks
from sayso.web.state.coding import Annotator, Coding
from sayso.web.state.desk import Desk

HEAVY = 2  # answers over many events that are made at once; more would only take turns at the processors
LARGE = 250_000  # bytes of an answer: what is larger is made anew each time
THREADS = 4  # requests that are worked on at once: with more, each is slower, and none is done sooner
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
    agreement.router,
    missed.router,
    review.router,
    watchlists.router,
    accounts.router,
    audit.router,
    corrections.router,
    v1.router,
    reading.router,
    entities.router,
    drawn.router,
)


def desk(
    view: View,
    *,
    settings: Settings,
    db: str | None = None,
    coder: Annotator | None = None,
    hosts: Collection[str] = LOOPBACK,
    who: Who | None = None,
    proxies: Collection[Network] = (),
    proxy_header: str | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    today: Callable[[], date] | None = None,
    send: Send | None = None,
    every: float = 30.0,
    calm: float = 0.0,
    keeper: Keeper | None = None,
    warm: bool = False,
) -> FastAPI:
    """The desk over a database.

    `db` is what the database is called on pages: its file's name, or its address without the password. `hosts` are the names that the desk
    answers to; `who` tells the user of a request, and lets whoever asks do everything where it is not given; `proxies` are believed what
    they say of a request, and `proxy_header` is where they name its user. Without a `coder` no text can be pasted;
    with `send` new events of watchlists are posted to their webhooks, which is looked after `every` so many seconds while the desk runs.
    Answers may be `calm` seconds old where others write all the time; what is changed at the desk itself is seen at once.
    With a `keeper` this is one of several processes: what is to be done once is done beside it (`upkeep.Beside`).
    A `warm` one begins with what is asked first, before somebody asks.
    """
    found = at_desk(view, settings, db=db, coder=coder, today=today, now=now, calm=calm, keeper=keeper)
    app = FastAPI(
        lifespan=_living(found, send, every, alone=keeper is None, warm=warm),
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
    app.state.who = who or local("reviewer")
    app.state.paths = frozenset(path for path in paths() if found.coding or path != paste.PATH)
    faults.installed(app)
    app.add_middleware(Turns)
    app.add_middleware(OwnForms)
    app.add_middleware(KnownHosts, hosts=hosts)
    app.add_middleware(Bound)
    app.add_middleware(Proxied, proxies=proxies, header=proxy_header)
    return app


def at_desk(
    view: View,
    settings: Settings,
    *,
    db: str | None = None,
    coder: Annotator | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    today: Callable[[], date] | None = None,
    calm: float = 0.0,
    keeper: Keeper | None = None,
) -> Desk:
    """What the views are handed; see `desk`."""
    exact = Pulse(view)
    view.share(Shelves())
    pulse = Calm(exact, calm, stirs=keeper.stirs if keeper else None)
    coding = (KeptCoding(keeper) if keeper else Coding(coder)) if coder else None
    days = today or (lambda: now().date())
    return Desk(
        db or _name(view),
        view,
        settings,
        templates(),
        Codebook(settings),
        coding,
        Memo(pulse, at_once=HEAVY),
        Memo(pulse, large=lambda answer: len(answer.body) > LARGE),
        days,
        now,
        Checks(settings),
        Meetings(view, settings),
        pulse.stir,
    )


def paths() -> Iterator[str]:
    """The paths that are served, as they are written in the routers."""
    return (route.path for router in ROUTERS for route in router.routes if isinstance(route, APIRoute))


def _living(
    desk: Desk, send: Send | None, every: float, *, alone: bool, warm: bool
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Read what answers need before somebody needs it, and see to the rest, if `alone`; let go of waiting texts at the end."""

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        ended = Event()
        current_default_thread_limiter().total_tokens = THREADS
        Thread(target=partial(warmed, desk, ended) if warm else desk.codebook.read, name="warming", daemon=True).start()
        if alone:
            upkeep(desk, send, every, ended)
        yield
        ended.set()
        if desk.coding:
            desk.coding.end()

    return living


def _name(view: View) -> str:
    return Path(str(view.url.database)).name if view.url.get_backend_name() == "sqlite" else view.url.render_as_string(hide_password=True)
