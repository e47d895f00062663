"""`sayso serve`: the desk in the browser."""

from typing import Annotated

import typer

from sayso.cli.options import DB, Debug, Knowledge, Quiet

EXAMPLES = """\b
Examples:
  sayso code reports/ --db sayso.db && sayso serve
  sayso serve news.db --port 8080 --open
  sayso serve postgresql://me@server/news
"""
PORT = 8318


def serve(
    db: Annotated[str, typer.Argument(metavar="[DB]", help="The database: a file, or postgresql://user@host/name.")] = DB,
    *,
    host: Annotated[str, typer.Option("--host", metavar="NAME", help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port to listen at; 0: any.")] = PORT,
    open_: Annotated[bool, typer.Option("--open", help="Open the desk in the browser.")] = False,
    knowledge: Knowledge = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Look at a database in the browser.

    Only this machine can reach it, and nobody is asked who they are.
    """
    import os

    from sayso.cli.terminal import say
    from sayso.run.coder import Coder
    from sayso.settings import Settings
    from sayso.store import View
    from sayso.web import desk
    from sayso.web.serve import address, listening
    from sayso.web.serve import serve as run

    settings = Settings.from_environment(os.environ, debug=debug, knowledge=knowledge or ())
    with View(existing(db)) as view, listening(host, port) as listener:
        if not quiet:
            say(f"sayso: the desk is at {address(listener)} (Ctrl-C ends it)")
        if open_:
            import webbrowser

            webbrowser.open(address(listener))
        run(desk(view, settings=settings, coder=Coder(settings)), listener)


def existing(db: str) -> str:
    """The database, if it can be one; else what to do about it."""
    from pathlib import Path

    from sayso.errors import StoreError

    if "://" not in db and not Path(db).expanduser().exists():
        raise StoreError(f"{db}: there is no such database; make one with `sayso code REPORTS --db {db}`")
    return db
