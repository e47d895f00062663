"""`sayso compare`: what a change gains and loses, event by event; or two coders side by side."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import Debug

if TYPE_CHECKING:
    from sayso.cli.tally import Tally
    from sayso.lexicon.foreign import Foreign
    from sayso.model import Event

EXAMPLES = """\b
Examples:
  sayso code reports/ --format jsonl --out base.jsonl
  (change the lexicon)
  sayso code reports/ --format jsonl --out new.jsonl
  sayso compare base.jsonl new.jsonl
  sayso compare events.jsonl --with 20251204.export.CSV --from gdelt2 > beside.csv
"""


def compare(
    base: Annotated[str, typer.Argument(metavar="BASE.jsonl", help="Events as they were coded before.")],
    new: Annotated[str | None, typer.Argument(metavar="NEW.jsonl", help="Events of the same reports as they are coded now.")] = None,
    *,
    beside: Annotated[str | None, typer.Option("--with", metavar="FILE", help="Events of another coder, counted beside these.")] = None,
    form: Annotated[str, typer.Option("--from", metavar="FORMAT", help="What FILE is: jsonl, gdelt2 or polecat.")] = "jsonl",
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Show what a change gains and loses.

    Events that NEW has gained (+), lost (-) and changed (~) against BASE. With --with, a CSV of how many events BASE and another
    coder's FILE have in each month, dyad and type: what occurred or is planned, plans as agreements and threats.
    """
    if (new is None) == (beside is None):
        raise typer.BadParameter("give either NEW.jsonl or --with FILE", param_hint="NEW.jsonl")
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import say, shown
    from sayso.evaluate.compare import compare as compared

    tally = Tally(say)
    if new is None:
        _beside(base, beside or "-", form, tally)
        raise typer.Exit(tally.exit_code)
    shown(str(compared(_events(base, tally), _events(new, tally))))
    raise typer.Exit(tally.exit_code)


def _beside(base: str, other: str, form: str, tally: "Tally") -> None:
    """The table of two coders, and a line on what it holds."""
    import csv
    import os
    import sys

    from sayso.cli.events import events
    from sayso.cli.terminal import data_stream, say
    from sayso.evaluate.beside import Cell, beside, counted
    from sayso.ingest.coded import FORMATS
    from sayso.lexicon.foreign import load
    from sayso.settings import Settings

    if form not in ("jsonl", *FORMATS):
        raise typer.BadParameter(f"no format {form!r}: jsonl, {', '.join(FORMATS)}", param_hint="--from")
    foreign = load(cache=Settings.from_environment(os.environ).cache)
    ours = counted(events(base, on_failure=tally.failure), foreign)
    theirs = counted(_others(other, form, foreign, tally), foreign)
    data_stream()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*Cell._fields, "ours", "theirs"])
    writer.writerows([*cell, mine, yours] for cell, mine, yours in beside(ours, theirs))
    say(f"{len(ours | theirs):,} cells · {len(ours & theirs):,} in both · {ours.total():,} ours · {theirs.total():,} theirs")


def _others(name: str, form: str, foreign: "Foreign", tally: "Tally") -> "Iterator[Event]":
    """Another coder's events, in our terms."""
    from collections import Counter

    from sayso.cli.events import events
    from sayso.cli.terminal import say
    from sayso.ingest.coded import read

    left_out = Counter[str]()
    if form == "jsonl":
        yield from events(name, on_failure=tally.failure)
    else:
        yield from read(name, form, foreign, on_failure=tally.failure, left_out=left_out)
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
