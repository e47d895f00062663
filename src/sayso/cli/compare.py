"""`sayso compare`: what a change gains and loses, event by event."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import Debug

if TYPE_CHECKING:
    from sayso.cli.tally import Tally

EXAMPLES = """\b
Examples:
  sayso code reports/ --format jsonl --out base.jsonl
  (change the lexicon)
  sayso code reports/ --format jsonl --out new.jsonl
  sayso compare base.jsonl new.jsonl
"""


def compare(
    base: Annotated[str, typer.Argument(metavar="BASE.jsonl", help="Events as they were coded before.")],
    new: Annotated[str, typer.Argument(metavar="NEW.jsonl", help="Events of the same reports as they are coded now.")],
    *,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Show what a change gains and loses.

    Events that NEW has gained (+), lost (-) and changed (~) against BASE.
    """
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import say, shown
    from sayso.evaluate.compare import compare as compared

    tally = Tally(say)
    shown(str(compared(_events(base, tally), _events(new, tally))))
    raise typer.Exit(tally.exit_code)


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
