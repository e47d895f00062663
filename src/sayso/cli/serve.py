"""`sayso serve`: the desk in the browser."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import Debug, Knowledge, NamedDb, PlacedDb, Quiet, database

if TYPE_CHECKING:
    from sayso.store import View
    from sayso.web.asked.who import Who
    from sayso.web.serving.keeper import Keeper

EXAMPLES = """\b
Examples:
  sayso code reports/ --db sayso.db && sayso serve
  sayso serve news.db --port 8080 --open
  sayso serve postgresql://me@server/news
  sayso users add anna --role admin && sayso serve --host 0.0.0.0       # for a team, behind HTTPS
  sayso serve --host 10.0.0.7 --proxy 10.0.0.5 --proxy-user-header X-Forwarded-User
"""
PORT = 8318
CALM = 2.0  # seconds: counts may be so old while somebody else writes
CONNECTIONS = 8  # that are kept open for reading: opening one costs more than most questions


def serve(
    placed: PlacedDb = None,
    *,
    named: NamedDb = None,
    host: Annotated[str, typer.Option("--host", metavar="NAME", help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port to listen at; 0: any.")] = PORT,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            metavar="N",
            min=1,
            max=64,
            help="Processes that answer; by default one a processor, at most 4.",
            show_default=False,
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the desk in the browser.")] = False,
    reviewer: Annotated[
        str | None, typer.Option("--reviewer", metavar="NAME", help="Your name in corrections; your login name by default.")
    ] = None,
    proxy: Annotated[
        list[str] | None, typer.Option("--proxy", metavar="ADDRESS", help="A reverse proxy, which is believed whom requests come from.")
    ] = None,
    proxy_user_header: Annotated[
        str | None, typer.Option("--proxy-user-header", metavar="NAME", help="The header in which that proxy names the user.")
    ] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Send to webhooks in the own network too.")] = False,
    knowledge: Knowledge = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Look at a database in the browser, and correct it.

    Without accounts only this machine can reach it, and whoever sits here may do everything. With accounts (`sayso users`) everybody
    logs in.
    """
    import os
    from functools import partial

    from sayso.ingest.fetch.post import poster
    from sayso.run.coder import Coder
    from sayso.settings import Settings
    from sayso.store import View
    from sayso.web import desk
    from sayso.web.accounts.door import by_address, by_user
    from sayso.web.accounts.proxy import networks
    from sayso.web.serving.keeper import keeping
    from sayso.web.serving.serve import Loads, address, listening
    from sayso.web.serving.serve import serve as run
    from sayso.web.serving.several import several
    from sayso.web.serving.upkeep import Beside
    from sayso.web.serving.warming import loaded

    settings = Settings.from_environment(os.environ, debug=debug, knowledge=knowledge or ())
    if proxy_user_header and not proxy:
        raise typer.BadParameter("say with --proxy which proxy names users", param_hint="--proxy-user-header")
    many, send, coder = _processes(workers), poster(allow_private=allow_private), Coder(settings)
    with View(existing(database(placed, named)), keep=CONNECTIONS) as view, keeping(wanted=many > 1) as keeper:
        who, hosts = _doors(view, host, reviewer, keeper)
        app = desk(
            view, settings=settings, coder=coder, hosts=hosts, who=who, proxies=networks(proxy or ()), proxy_header=proxy_user_header,
            send=send, calm=CALM, keeper=keeper, warm=True,
        )  # fmt: skip
        beside = Beside(keeper, app.state.desk, coder, by_user(), by_address(), send) if keeper else None
        with listening(host, port) as listener:
            _tell(address(listener), quiet=quiet, browser=open_)
            if beside is None:
                run(app, listener)
            else:
                loaded(app.state.desk)  # once, for all of them
                loads = Loads(many)
                several([*(partial(run, app, listener, loads, process) for process in range(many)), beside])


def _tell(address: str, *, quiet: bool, browser: bool) -> None:
    """Say where the desk is, and show it to the browser."""
    import webbrowser

    from sayso.cli.terminal import say

    if not quiet:
        say(f"sayso: the desk is at {address} (Ctrl-C ends it)")
    if browser:
        webbrowser.open(address)


def _processes(given: int | None) -> int:
    """How many processes answer."""
    from sayso.run.many import processors
    from sayso.web.serving.several import MOST, possible

    if given is None:
        return min(processors(), MOST) if possible() else 1
    if given > 1 and not possible():
        raise typer.BadParameter("several processes are possible on Linux only; leave it out, or say 1", param_hint="--workers")
    return given


def _doors(view: "View", host: str, reviewer: str | None, keeper: "Keeper | None") -> "tuple[Who, tuple[str, ...]]":
    """Who is let in, and the names that the desk answers to; a keeper counts who failed.

    Raises:
        StoreError: others could reach it, and nobody has an account.
    """
    from getpass import getuser

    from sayso.errors import StoreError
    from sayso.store.people.users import users
    from sayso.web.accounts.door import local, opened
    from sayso.web.asked.guard import LOOPBACK
    from sayso.web.serving.keeper import KeptLimit

    if users(view):
        kept = (KeptLimit(keeper, "users"), KeptLimit(keeper, "addresses")) if keeper else (None, None)
        return opened(view, users=kept[0], addresses=kept[1]), ("*",)
    if host not in LOOPBACK:
        raise StoreError(
            f"--host {host}: others could reach this desk, and nobody has an account; first `sayso users add NAME --role admin`"
        )
    return local(reviewer or getuser()), LOOPBACK


def existing(db: str) -> str:
    """The database, if it can be one; else what to do about it."""
    from pathlib import Path

    from sayso.errors import StoreError

    if "://" not in db and not Path(db).expanduser().exists():
        raise StoreError(f"{db}: there is no such database; make one with `sayso code REPORTS --db {db}`")
    return db
