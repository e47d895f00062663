"""`sayso incident`: one incident, with the reason of every link; and what people decide on which events are one happening."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import DB, Db, Debug

if TYPE_CHECKING:
    pass

SHOW_EXAMPLES = """\b
Examples:
  sayso incident show 3f9c --why                 (from the database sayso.db)
  sayso incident show 3f9c --db postgresql://me@server/news
  sayso incident show 3f9c incidents.jsonl --why
"""
DECIDE_EXAMPLES = """\b
Examples:
  sayso incident merge 3f9c 77ab --why "one raid, told with two dates"
  sayso incident split 3f9c --events 1d2e3f4a5b6c7d8e,9f8e7d6c5b4a3f2e
  sayso incident decisions
  sayso incident undo 77ab01cd23ef

\b
Decisions hang on events: they hold whatever is coded or added later, a later one over an earlier one, until they are taken back.
"""
NAMED = 5  # events of an incident that a merge names: one is enough, the others stand in for it where it is no longer coded

Id = Annotated[str, typer.Argument(metavar="ID", help="The incident's id, or as much of its beginning as no other one has.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who says so; your login name by default.", show_default=False)]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why.")]

app = typer.Typer(help="Look at one incident, or decide on it.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _group() -> None:
    """Look at one incident, or decide on it."""


@app.command("show", epilog=SHOW_EXAMPLES)
def show(
    name: Id,
    file: Annotated[
        str | None, typer.Argument(metavar="INCIDENTS.jsonl", help="What `sayso incidents --format jsonl` wrote, or -.")
    ] = None,
    *,
    why: Annotated[bool, typer.Option("--why", help="Show why its events are one happening, link by link.")] = False,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Show an incident: who tells of it, what is agreed and contested, how the story changed."""
    from sayso.cli.incident_table import block, reasons
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import console, drawn, say, shown

    tally = Tally(say)
    if file is None:
        found = _stored(db, name)
    else:
        found = _one([incident for incident in _incidents(file, tally) if str(incident["id"]).startswith(name)], name, file)
    parts = [*block(found), *(reasons(found) if why else [])]
    shown(drawn(console(), parts).rstrip("\n"))
    raise typer.Exit(tally.exit_code)


@app.command("merge", epilog=DECIDE_EXAMPLES)
def merge(
    one: Id,
    others: Annotated[list[str], typer.Argument(metavar="ID...", help="The incidents that are the same.")],
    *,
    who: Who = None,
    why: Why = "",
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Say that incidents are one happening."""
    found = [_stored(db, name) for name in (one, *others)]
    if len({incident["id"] for incident in found}) < len(found):
        raise typer.BadParameter("name each incident once", param_hint="ID")
    decided = _decided(db)
    _decide(db, "merge", (tuple(id for incident in found for id in _named(incident, decided)),), who, why)


@app.command("split", epilog=DECIDE_EXAMPLES)
def split(
    name: Id,
    *,
    events: Annotated[list[str], typer.Option("--events", metavar="IDS", help="Ids of the events that are another happening.")],
    who: Who = None,
    why: Why = "",
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Say that some events of an incident are another happening than the rest."""
    asked = {part.strip() for one in events for part in one.split(",") if part.strip()}
    told = list(dict.fromkeys(event["id"] for event in _stored(db, name)["events"]))
    strange = sorted(part for part in asked if not any(id.startswith(part) for id in told))
    if strange:
        raise typer.BadParameter(f"incident {name} has no event {strange[0]!r}", param_hint="--events")
    mine = tuple(id for id in told if any(id.startswith(part) for part in asked))
    rest = tuple(id for id in told if id not in mine)
    if not rest or not mine:
        raise typer.BadParameter("name some of its events, not all", param_hint="--events")
    _decide(db, "split", (mine, rest), who, why)


@app.command("undo", epilog=DECIDE_EXAMPLES)
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Its id, as `sayso incident decisions` shows it.")],
    *,
    who: Who = None,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Take a decision back; it stays on record."""
    from sayso.cli.correct import signed
    from sayso.cli.gathered import gathered
    from sayso.cli.terminal import say
    from sayso.store import Writer

    with Writer(db, command="incident") as writer:
        writer.take_back(decision, who=signed(who, "").who)
        gathered(writer, quiet=True)
    say(f"sayso: decision {decision} is taken back")


@app.command("decisions")
def listed(
    *,
    undone: Annotated[bool, typer.Option("--undone", help="Those that were taken back too.")] = False,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Write decisions as JSONL, in the order in which they were made; `sayso incidents --edits` reads them."""
    from sayso.cli.terminal import shown
    from sayso.model.jsonl import line
    from sayso.store import View

    with View(db) as view:
        for one in view.decisions(undone=undone):
            shown(line(one).rstrip("\n"))


def _named(incident: dict[str, Any], decided: Collection[str]) -> Iterator[str]:
    """The events by which a merge names an incident: some, and all that an earlier decision, which it overrules, is about."""
    told = dict.fromkeys(event["id"] for event in incident["events"])
    return (id for at, id in enumerate(told) if at < NAMED or id in decided)


def _decided(db: str) -> frozenset[str]:
    """The ids of all events that decisions are about."""
    from sayso.store import View

    with View(db) as view:
        groups = [group for one in view.decisions() for group in (one.get("merge", ()), *one.get("split", ()))]
    return frozenset(id for group in groups for id in group)


def _decide(db: str, kind: "Any", groups: tuple[tuple[str, ...], ...], who: str | None, why: str) -> None:
    from sayso.cli.correct import signed
    from sayso.cli.gathered import gathered
    from sayso.cli.terminal import say
    from sayso.store import Decision, Writer

    by = signed(who, why)
    decision: Decision = Decision.made(kind, groups, who=by.who, why=by.why, at=by.at)
    with Writer(db, command="incident") as writer:
        writer.decide(decision)
        told = gathered(writer, quiet=True)
    say(f"sayso: {told or 'nothing changed'}; `sayso incident undo {decision.id}` takes it back")


def _stored(db: str, name: str) -> dict[str, Any]:
    from sayso.store import View

    with View(db) as view:
        return _one(list(view.incidents(id=name, limit=3)), name, db)


def _one(found: list[dict[str, Any]], name: str, where: str) -> dict[str, Any]:
    """The incident that is meant.

    Raises:
        InputError: there is none, or more than one.
    """
    from sayso.errors import InputError

    found = [incident for incident in found if incident["id"] == name] or found
    if len(found) != 1:
        raise InputError(f"{where}: {'no incident' if not found else 'more than one incident'} whose id begins with {name!r}")
    return found[0]


def _incidents(file: str, tally: Any) -> Iterator[dict[str, Any]]:
    from sayso.cli.jsonl import objects
    from sayso.errors import InputError

    for where, value in objects(file, on_failure=tally.failure):
        if {"id", "type", "events", "disagreements"} <= value.keys():
            yield value
        else:
            tally.failure(InputError(f"{where}: is no incident"))
