"""`sayso watchlists`: filters that the desk keeps, and sending what is new to their webhooks."""

from typing import Annotated

import typer

from sayso.cli.options import Debug, NamedDb, PlacedDb, Quiet, database

EXAMPLES = """\b
Examples:
  sayso watchlists list news.db
  sayso watchlists deliver news.db
  sayso code reports/ --db news.db && sayso watchlists deliver news.db

\b
A running desk delivers by itself, half a minute after new events have come in.
Exit codes: 0 all was taken; 1 some webhooks failed, and are tried again later; 2 wrong usage.
"""

app = typer.Typer(help="Follow what comes in.", epilog=EXAMPLES, no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def listed(placed: PlacedDb = None, *, named: NamedDb = None, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Show all watchlists with their webhooks."""
    from sayso.cli.terminal import say, shown
    from sayso.store import View
    from sayso.store.people.watchlists import watchlists
    from sayso.store.people.webhooks import webhooks

    with View(database(placed, named)) as view:
        hooks = webhooks(view)
        found = watchlists(view)
        for one in found:
            shown(f"{one.id}  {one.name}  (kept by {one.owner} on {one.made_at[:10]})")
            for hook in hooks:
                if hook.watchlist == one.id:
                    shown(f"    to {hook.url}" + (f"  failed {hook.failures} times: {hook.trouble}" if hook.trouble else ""))
    if not found:
        say("sayso: there are no watchlists; the desk keeps the filter of a list of events as one")


@app.command("deliver")
def deliver(
    placed: PlacedDb = None,
    *,
    named: NamedDb = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Send to addresses of the own network too.")] = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Send what is new to the webhooks of all watchlists."""
    import os
    from datetime import UTC, datetime

    from sayso.cli.terminal import say
    from sayso.ingest.fetch.post import poster
    from sayso.settings import Settings
    from sayso.store import View, Writer
    from sayso.web.serving.deliver import Courier

    failures, db = 0, database(placed, named)
    with View(db) as view:
        key = Settings.from_environment(os.environ).key_of(view.file)
        courier = Courier(
            view, lambda: Writer(db, command="watchlists"), poster(allow_private=allow_private), lambda: datetime.now(UTC), key
        )
        for done in courier.deliver():
            failures += bool(done.trouble)
            if done.trouble:
                say(f"sayso: {done.trouble}; it is tried again later")
            elif not quiet:
                say(f"sayso: {done.hook.url}: {done.events:,} new events")
    raise typer.Exit(1 if failures else 0)
