"""`sayso evaluate`: scores on a gold set, and the gate that keeps them from sinking."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import Debug, Knowledge, coder_for

if TYPE_CHECKING:
    from sayso.run.step import Annotator

EXAMPLES = """\b
Examples:
  sayso evaluate gold/reports-dev.jsonl
  sayso evaluate gold/reports-dev.jsonl --misses
  sayso evaluate gold/ --gate
  sayso evaluate gold/ --gate --update

\b
Exit codes: 0 done, or the gate is passed; 1 it is not, or the set can't be read; 2 wrong usage.
"""
FLOORS = "floors.json"


def evaluate(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A gold set (JSONL); with --gate the folder of them.")],
    *,
    misses: Annotated[bool, typer.Option("--misses", help="Show every miss on standard error.")] = False,
    gate: Annotated[bool, typer.Option("--gate", help="Hold the scores against the committed floors.")] = False,
    floors: Annotated[Path | None, typer.Option("--floors", metavar="FILE", help="The floors; GOLD/floors.json by default.")] = None,
    update: Annotated[bool, typer.Option("--update", help="With --gate: pin the sets and raise the floors.")] = False,
    allow_regression: Annotated[bool, typer.Option("--allow-regression", help="With --update: lower floors too.")] = False,
    knowledge: Knowledge = None,
    debug: Debug = False,
) -> None:
    """Score the coder on annotated material."""
    if (update and not gate) or (allow_regression and not update) or (floors and not gate) or (misses and gate):
        raise typer.BadParameter("--update and --floors go with --gate, --allow-regression with --update, --misses without --gate")
    coder = coder_for(context, debug=debug, knowledge=knowledge)
    if gate:
        _gate(coder, gold, floors or gold / FLOORS, update=update, allow_regression=allow_regression)
    else:
        _score(coder, gold, misses=misses)


def _gate(coder: "Annotator", folder: Path, floors: Path, *, update: bool, allow_regression: bool) -> None:
    from sayso.cli.terminal import shown
    from sayso.evaluate.gate import check

    result = check(floors, folder, coder, update=update, allow_regression=allow_regression)
    for line in result.lines:
        shown(line)
    raise typer.Exit(0 if result.passed else 1)


def _score(coder: "Annotator", gold: Path, *, misses: bool) -> None:
    from sayso.cli.terminal import say, shown
    from sayso.evaluate.gold import read
    from sayso.evaluate.score import scored

    result = scored(read(gold), coder)
    for miss in result.misses if misses else ():
        say(str(miss))
    for name, value in _flat(result.figures):
        shown(f"{name:<40} {value}")


def _flat(figures: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Figures by dotted name, in order."""
    for key, value in figures.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield before + str(key), "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
