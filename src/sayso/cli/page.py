"""`sayso page`: the desk's views as one file to send."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import Debug, Knowledge, NamedDb, PlacedDb, Quiet, database

if TYPE_CHECKING:
    from sayso.store import View

EXAMPLES = """\b
Examples:
  sayso page --out page.html
  sayso page news.db --actor RUS --recipient UKR --since 2025 --out russia-ukraine.html
  sayso page news.db --select "?type=PROTEST&level=entity&since=2024-06" --views events,map --out protests.html

\b
The file holds its styles, scripts, data and map; it opens from disk, in any browser, without a network.
--select takes what stands after the ? of an address in the desk.
"""
Many = list[str] | None
LIMIT, LARGEST = 500, 10
NUMBERS = ("quad", "min_origins", "min_confidence")


def page(
    placed: PlacedDb = None,
    *,
    named: NamedDb = None,
    out: Annotated[str | None, typer.Option("--out", metavar="FILE", help="Write here, in one step when all is done.")] = None,
    select: Annotated[str, typer.Option("--select", metavar="QUERY", help="What is shown, as an address of the desk says it.")] = "",
    actor: Annotated[Many, typer.Option("--actor", metavar="WHO", help="Who acts.")] = None,
    recipient: Annotated[Many, typer.Option("--recipient", metavar="WHO", help="To whom.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to and with it.")] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="WORDS", help="Words of the evidence.")] = None,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="What the page is called.")] = "Events",
    views: Annotated[str, typer.Option("--views", metavar="VIEWS", help="Of events, incidents, dyads, actors, map and says.")] = "",
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=500, help="At most so many events in the list.")] = LIMIT,
    max_size: Annotated[int, typer.Option("--max-size", metavar="MB", min=1, help="At most so large.")] = LARGEST,
    knowledge: Knowledge = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Write the desk's views for a selection as one file.

    It needs no server and asks nobody for anything: for a colleague, an editor, an archive.
    """
    import os
    from urllib.parse import parse_qs

    from sayso.cli.output import opened
    from sayso.cli.serve import existing
    from sayso.cli.terminal import say
    from sayso.settings import Settings
    from sayso.store import View
    from sayso.web import at_desk
    from sayso.web.still import SECTIONS, still

    chosen = [part.strip() for part in views.split(",") if part.strip()] or list(SECTIONS)
    if unknown := sorted(set(chosen) - set(SECTIONS)):
        raise typer.BadParameter(f"no view is called {', '.join(unknown)}; there are {', '.join(SECTIONS)}", param_hint="--views")
    given = parse_qs(select.lstrip("?"))
    options = {"actor": actor, "recipient": recipient, "since": [since], "until": [until], "text": [text]}
    given |= {name: [one for one in values if one] for name, values in options.items() if values and any(values)}
    settings = Settings.from_environment(os.environ, debug=debug, knowledge=knowledge or ())
    with View(existing(database(placed, named))) as view:
        try:
            html = still(at_desk(view, settings), given, title=title, sections=chosen, rows=limit, largest=max_size)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
        nothing = [] if quiet else list(_nothing(view, given))
    with opened(out) as write:
        write(html)
    for line in nothing:
        say(f"sayso: {line}")
    if not quiet and out:
        say(f"sayso: {out}: {len(html.encode()) / 1e6:,.1f} MB")


def _nothing(view: "View", given: Mapping[str, list[str]]) -> Iterator[str]:
    """Why the page is empty, where it is."""
    from dataclasses import fields

    from sayso.cli.absent import absent
    from sayso.store import Filter

    several = {field.name: isinstance(field.default, tuple) for field in fields(Filter) if field.name not in NUMBERS}
    wanted = Filter.of(**{name: values if several[name] else values[0] for name, values in given.items() if name in several})
    if not view.count(wanted):
        yield "no event meets all of this: the page shows none"
        yield from absent(view, wanted)
