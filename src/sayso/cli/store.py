"""`sayso store`: look after a database."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from sayso.cli.options import DB, Db, Debug, Quiet

CHECK_EXAMPLES = """\b
Examples:
  sayso store check
  sayso store check --db postgresql://me@server/news

\b
Exit codes: 0 the database is whole; 1 it is not, or can't be read; 2 wrong usage.
"""

RUNS_EXAMPLES = """\b
Examples:
  sayso store runs
  sayso store runs --db news.db --format csv > runs.csv      (with all digits of times and lexicons)
"""
LEXICON_DIGITS = 7


class Layout(StrEnum):
    """How rows are told."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


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


@app.command("runs", epilog=RUNS_EXAMPLES)
def runs(
    *,
    layout: Annotated[Layout, typer.Option("--format", help="How to write them.")] = Layout.table,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Show what was written into a database, and by which version, the latest first."""
    from sayso.cli.answer import lines
    from sayso.cli.output import opened
    from sayso.cli.terminal import data_stream, say, shown
    from sayso.store import View

    with View(db) as view:
        rows = view.runs()
    if not rows:
        say(f"sayso: nothing has been written into {db}")
    elif layout is Layout.table:
        shown("\n".join(_table(rows)))
    else:
        data_stream()
        with opened(None) as write:
            for piece in lines(list(rows[0]), [list(row.values()) for row in rows], layout.value):
                write(piece)


def _table(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A line a run, no wider than a terminal."""
    cells = [[name for name, _ in RUN_COLUMNS], *([told(row) for _, told in RUN_COLUMNS] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        yield "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")


def _ended(row: Mapping[str, Any]) -> str:
    """A run that was killed, or is under way, has no end; of one that ended on the day of its beginning the time will do."""
    begun, ended = _minute(row["begun"]), _minute(row["ended"] or "")
    return ended.removeprefix(begun[:11]) or "-"


def _version(row: Mapping[str, Any]) -> str:
    return "/".join(filter(None, (row["sayso"], (row["lexicon"] or "")[:LEXICON_DIGITS])))


RUN_COLUMNS: Sequence[tuple[str, Callable[[Mapping[str, Any]], str]]] = (
    ("n", lambda row: str(row["n"])),
    ("command", lambda row: str(row["command"])),
    ("begun (UTC)", lambda row: _minute(row["begun"])),
    ("ended", _ended),
    ("added", lambda row: f"{row['added']:,}"),
    ("replaced", lambda row: f"{row['replaced']:,}"),
    ("events", lambda row: f"{row['events']:,}"),
    ("version", _version),
)
