"""`sayso incident show`: one incident of a file, with the reason of every link."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from sayso.cli.options import Debug

SHOW_EXAMPLES = """\b
Examples:
  sayso incidents reports/ --format jsonl --out incidents.jsonl
  sayso incident show 3f9c incidents.jsonl
  sayso incident show 3f9c incidents.jsonl --why
"""

app = typer.Typer(help="Look at one incident.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _group() -> None:
    """Look at one incident."""


@app.command("show", epilog=SHOW_EXAMPLES)
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="The incident's id, or as much of its beginning as no other one has.")],
    file: Annotated[str, typer.Argument(metavar="INCIDENTS.jsonl", help="What `sayso incidents --format jsonl` wrote, or -.")] = "-",
    *,
    why: Annotated[bool, typer.Option("--why", help="Show why its events are one happening, link by link.")] = False,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Show an incident: who tells of it, what is agreed and contested, how the story changed."""
    from sayso.cli.incident_table import block, reasons
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import console, drawn, say, shown
    from sayso.errors import InputError

    tally = Tally(say)
    found = [incident for incident in _incidents(file, tally) if str(incident["id"]).startswith(name)]
    found = [incident for incident in found if incident["id"] == name] or found
    if len(found) != 1:
        raise InputError(f"{file}: {'no incident' if not found else f'{len(found)} incidents'} whose id begins with {name!r}")
    parts = [*block(found[0]), *(reasons(found[0]) if why else [])]
    shown(drawn(console(), parts).rstrip("\n"))
    raise typer.Exit(tally.exit_code)


def _incidents(file: str, tally: Any) -> Iterator[dict[str, Any]]:
    from sayso.cli.jsonl import objects
    from sayso.errors import InputError

    for where, value in objects(file, on_failure=tally.failure):
        if {"id", "type", "events", "disagreements"} <= value.keys():
            yield value
        else:
            tally.failure(InputError(f"{where}: is no incident"))
