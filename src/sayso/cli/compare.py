"""`sayso compare`: what a change gains and loses, event by event; or two coders side by side."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import Debug

if TYPE_CHECKING:
    from sayso.cli.tally import Tally
    from sayso.lexicon.foreign import Foreign
    from sayso.model import Event
    from sayso.store import View

EXAMPLES = """\b
Examples:
  sayso code reports/ --format jsonl --out base.jsonl
  (change the lexicon)
  sayso code reports/ --format jsonl --out new.jsonl
  sayso compare base.jsonl new.jsonl
  sayso compare events.jsonl --with 20251204.export.CSV --from gdelt2 > beside.csv
  sayso compare --db sayso.db --from gdelt2 > beside.csv     (what `sayso import --db` has stored)
"""


def compare(
    base: Annotated[str | None, typer.Argument(metavar="BASE.jsonl", help="Events as they were coded before.")] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW.jsonl", help="Events of the same reports as they are coded now.")] = None,
    *,
    beside: Annotated[str | None, typer.Option("--with", metavar="FILE", help="Events of another coder, counted beside these.")] = None,
    form: Annotated[str, typer.Option("--from", metavar="FORMAT", help="What FILE is: jsonl, gdelt2 or polecat.")] = "jsonl",
    db: Annotated[str | None, typer.Option("--db", metavar="URL", help="Events of a database, beside FILE or what was imported.")] = None,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Show what a change gains and loses.

    Events that NEW has gained (+), lost (-) and changed (~) against BASE. With --with, a CSV of how many events BASE and another
    coder's FILE have in each month, dyad and type: what occurred or is planned, plans as agreements and threats.
    """
    if (base is None) == (db is None):
        raise typer.BadParameter("give either BASE.jsonl or --db URL", param_hint="BASE.jsonl")
    if db is None and (new is None) == (beside is None):
        raise typer.BadParameter("give either NEW.jsonl or --with FILE", param_hint="NEW.jsonl")
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import say, shown
    from sayso.evaluate.compare import compare as compared

    tally = Tally(say)
    if base is None or new is None:
        with _ours(base, db, tally) as (ours, view):
            _beside(ours, view.imported(form) if view and beside is None else _others(beside or "-", form, tally), form)
        raise typer.Exit(tally.exit_code)
    shown(str(compared(_events(base, tally), _events(new, tally))))
    raise typer.Exit(tally.exit_code)


@contextmanager
def _ours(base: str | None, db: str | None, tally: "Tally") -> "Iterator[tuple[Iterator[Event], View | None]]":
    """Our own events: of a file, or of a database, which comes with them."""
    if db is None:
        from sayso.cli.events import events

        yield events(base or "-", on_failure=tally.failure), None
        return
    from sayso.store import View

    with View(db) as view:
        yield view.events(), view


def _beside(ours: "Iterator[Event]", theirs: "Iterator[Event]", form: str) -> None:
    """The table of two coders, and a line on what it holds."""
    import csv
    import sys

    from sayso.cli.terminal import data_stream, say
    from sayso.evaluate.beside import Cell, beside, counted
    from sayso.ingest.coded import FORMATS

    if form not in ("jsonl", *FORMATS):
        raise typer.BadParameter(f"no format {form!r}: jsonl, {', '.join(FORMATS)}", param_hint="--from")
    foreign = _foreign()
    mine, others = counted(ours, foreign), counted(theirs, foreign)
    data_stream()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*Cell._fields, "ours", "theirs"])
    writer.writerows([*cell, one, other] for cell, one, other in beside(mine, others))
    say(f"{len(mine | others):,} cells · {len(mine & others):,} in both · {mine.total():,} ours · {others.total():,} theirs")


def _foreign() -> "Foreign":
    import os

    from sayso.lexicon.foreign import load
    from sayso.settings import Settings

    return load(cache=Settings.from_environment(os.environ).cache)


def _others(name: str, form: str, tally: "Tally") -> "Iterator[Event]":
    """Another coder's events, in our terms."""
    from collections import Counter

    from sayso.cli.events import events
    from sayso.cli.terminal import say
    from sayso.ingest.coded import read

    left_out = Counter[str]()
    if form == "jsonl":
        yield from events(name, on_failure=tally.failure)
    else:
        yield from read(name, form, _foreign(), on_failure=tally.failure, left_out=left_out)
    if left_out:
        say(f"{name}: {left_out.total():,} rows left out: they have no type of ours")


def _events(name: str, tally: "Tally") -> Iterator[dict[str, Any]]:
    from sayso.cli.jsonl import objects
    from sayso.errors import InputError

    for where, value in objects(name, on_failure=tally.failure):
        report, trigger = value.get("report"), value.get("trigger")
        if (
            isinstance(report, dict)
            and "id" in report
            and isinstance(trigger, dict)
            and {"start", "end", "text"} <= set(trigger)
            and "type" in value
        ):
            yield value
        else:
            tally.failure(InputError(f"{where}: is no event (it lacks report, type or trigger)"))
