"""`sayso store`: look after a database."""

import typer

from sayso.cli.options import DB, Db, Debug, Quiet

CHECK_EXAMPLES = """\b
Examples:
  sayso store check
  sayso store check --db postgresql://me@server/news

\b
Exit codes: 0 the database is whole; 1 it is not, or can't be read; 2 wrong usage.
"""

app = typer.Typer(help="Look after a database.", no_args_is_help=True, rich_markup_mode=None)


@app.command("check", epilog=CHECK_EXAMPLES)
def check(*, db: Db = DB, quiet: Quiet = False, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Check that a database is whole; each problem is named on a line.

    The file and its indexes, and for every report that its text and all that was coded come back to the byte.
    """
    from sayso.cli.terminal import say, shown
    from sayso.store.check import notices, problems

    found = 0
    for problem in problems(db):
        found += 1
        shown(problem)
    for notice in () if quiet else notices(db):
        say(f"sayso: {notice}")
    if not quiet:
        say(f"{found} problem{'' if found == 1 else 's'} in {db}")
    raise typer.Exit(1 if found else 0)


@app.command("upgrade")
def upgrade(*, db: Db = DB, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Bring a database of an older version up to date, in one step that either happens or doesn't."""
    from sayso.cli.terminal import say
    from sayso.store import Writer

    with Writer(db, command="upgrade") as writer:
        writer.pack()
        say(f"sayso: {db} is up to date")


@app.command("gather")
def gather(*, db: Db = DB, quiet: Quiet = False, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Find the origins and incidents that are still open: after a kill, or where another program has written.

    `sayso code --db` and all other commands that write do so at their end.
    """
    from sayso.cli.gathered import gathered
    from sayso.cli.terminal import say
    from sayso.store import Writer

    with Writer(db, command="gather") as writer:
        told = gathered(writer, quiet=quiet)
    if not quiet:
        say(f"sayso: {db}: {told or 'nothing was left to be done'}")


@app.command("runs")
def runs(*, db: Db = DB, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Show what was written into a database, and by which version, the latest first."""
    from sayso.cli.answer import lines
    from sayso.cli.terminal import shown
    from sayso.store import View

    with View(db) as view:
        rows = view.runs()
    columns = list(rows[0]) if rows else []
    shown("".join(lines(columns, [list(row.values()) for row in rows], "table")))
