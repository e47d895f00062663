"""`sayso code`: reports in, events out."""

from typing import Annotated

import typer

from sayso.cli.options import AllowPrivate, Columns, Debug, Format, Knowledge, MaybeReports, Out, Published, Publisher, Quiet, Store

EXAMPLES = """\b
Examples:
  sayso code report.txt --published 2025-12-04
  sayso code reports/ more.jsonl --format jsonl --out events.jsonl
  sayso code reports/ --db sayso.db                    (stored; `sayso query` finds the events)
  sayso code --db sayso.db                             (what `sayso read --db` and `watch --db` have stored)
  curl -s https://example.org/feed.jsonl | sayso code - --format csv
"""


def code(
    context: typer.Context,
    reports: MaybeReports = None,
    *,
    layout: Annotated[
        Format | None, typer.Option("--format", help="How to write the events; a table by default, nothing with --db.", show_default=False)
    ] = None,
    out: Out = None,
    db: Store = None,
    published: Published = None,
    publisher: Publisher = None,
    knowledge: Knowledge = None,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Code the political events that reports tell of; without REPORTS those that the database holds uncoded."""
    from functools import partial

    from sayso.cli import layouts
    from sayso.cli.sources import Sources, Stored
    from sayso.cli.terminal import console, data_stream
    from sayso.cli.work import Work

    if not reports and db is None:
        raise typer.BadParameter("name reports, or a database (--db) that holds some", param_hint="REPORTS")
    given = Sources(paths=reports or [], published=published, publisher=publisher, columns=columns or (), allow_private=allow_private)
    sources = given if reports or db is None else Stored(db)
    work = Work(sources=sources, out=out, knowledge=knowledge, quiet=quiet, debug=debug, db=db, whole=db is not None)
    if layout is None and out is None and db is not None:
        work.run(context, layouts.silent)
    if layout in (None, Format.table):
        from sayso.cli.table import table

        work.run(context, partial(table, console=console(to_file=out is not None)))
    if out is None:
        data_stream()
    work.run(context, layouts.events_jsonl if layout is Format.jsonl else layouts.csv)
