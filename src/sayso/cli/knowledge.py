"""`sayso knowledge`: persons and bodies of the user's own: check, show, import, refresh."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import imports, refresh
from sayso.cli.options import Debug, Knowledge, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.knowledge.show import Answer, Owner

CHECK_EXAMPLES = """\b
Examples:
  sayso knowledge check my-knowledge/
  sayso knowledge check shared/ my-knowledge/

\b
Exit codes: 0 all in order; 1 something is wrong; 2 wrong usage.
"""
SHOW_EXAMPLES = """\b
Examples:
  sayso knowledge show Putin --on 2010-06-01
  sayso knowledge show "Ana Quispe" --knowledge my-knowledge/
"""

app = typer.Typer(help="Persons and bodies of your own: check, show, import, refresh.", no_args_is_help=True, rich_markup_mode=None)


app.command("import", epilog=imports.EXAMPLES)(imports.import_)
app.command("refresh", epilog=refresh.EXAMPLES)(refresh.refresh)


@app.command("check", epilog=CHECK_EXAMPLES)
def check(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR", help="Folders of YAML or CSV files, later ones over those before them.")],
    *,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Check knowledge of your own; each fault is named with file, line and what to do.

    Shape, dates, countries, names that are common words or that somebody else owns on the same day.
    """
    import os

    from sayso.cli.terminal import say, shown
    from sayso.lexicon.knowledge import overlaid
    from sayso.lexicon.read import read
    from sayso.settings import Settings

    found = overlaid(read(cache=Settings.from_environment(os.environ).cache), folders)
    for fault in found.faults:
        shown(str(fault))
    entries, faults = len(found.own), len(found.faults)
    say(f"{entries:,} entr{'y' if entries == 1 else 'ies'} read · {faults:,} fault{'' if faults == 1 else 's'}")
    raise typer.Exit(1 if found.faults else 0)


@app.command("show", epilog=SHOW_EXAMPLES)
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, surname, acronym or metonym.")],
    *,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day of publication.")] = None,
    knowledge: Knowledge = None,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Show who goes by a name on a day, why, and why not others.

    With terms of office, sectors, the file and line that say so, and what a report would have to name to change it.
    """
    import os

    from sayso.cli.terminal import say, shown
    from sayso.lexicon.knowledge.show import who
    from sayso.lexicon.lexicon import gathered
    from sayso.settings import Settings

    day = day_of(on, "--on")
    settings = Settings.from_environment(os.environ, knowledge=knowledge or ())
    stamp, data = gathered(cache=settings.cache, knowledge=settings.knowledge)
    answer = who(name, day.isoformat() if day else None, data, settings.knowledge)
    lines = list(_told(name, day.isoformat() if day else None, answer))
    if not lines:
        near = f"; near are {', '.join(answer.near)}" if answer.near else ""
        say(f"nobody goes by {name!r} in lexicon {stamp}{near}")
        raise typer.Exit(1)
    shown("\n".join(lines))


def _told(name: str, day: str | None, answer: "Answer") -> "Iterator[str]":
    if answer.countries:
        yield f"{name}: left open between {', '.join(answer.countries)}; the country that a report names most settles it"
    if answer.sectors:
        yield f"{name}: describes {' '.join(answer.sectors)}, names nobody; whose it is stands in the report"
    if answer.ministry:
        yield f"{answer.ministry[0]}  {answer.ministry[1]} · made from a template (entities/ministries.yaml)"
    for number, owner in enumerate(answer.owners):
        if number == 1:
            yield "not:"
        yield from _owner(owner, day)


USES = {
    "short": "by a short form",
    "adjective": "by nationality",
    "people": "as its people",
    "capital": "as its capital",
    "metonym": "by a metonym",
}


def _owner(owner: "Owner", day: str | None) -> "Iterator[str]":
    who = owner.name.entity
    country, sectors = who.country_on(day), " ".join(who.on(day))
    yield f"{who.id or '-'}  {who.name} · {' '.join(part for part in (who.group or who.kind, country, sectors) if part)}"
    if owner.why:
        yield f"    {owner.why}"
    if use := USES.get(owner.name.use):
        yield f"    {use}, {owner.name.text!r}"
    if not owner.listed:
        yield f"    {owner.name.text!r} is spelled by rule (cues/spelling.yaml)"
    yield from _terms(owner, day)
    if owner.path:
        yield f"    {owner.path}:{owner.line}"


def _terms(owner: "Owner", day: str | None) -> "Iterator[str]":
    from sayso.lexicon.entity import FAR, SINCE

    who = owner.name.entity
    if (who.start, who.end) != (SINCE, FAR):
        yield f"    from {who.start if who.start != SINCE else 'unknown'} to {who.end if who.end != FAR else 'today'}"
    held = who.term(day)
    for term in who.terms:
        end = f"to {term.end}" if term.end != FAR else f"still so in {who.asof}"
        start = f"from {term.start} " if term.start != SINCE else ""
        place = f" {term.country}" if term.country else ""
        yield f"    {'*' if term is held else ' '} {term.role}{place} {' '.join(term.sectors)} {start}{end}"
    if who.terms and held is None:
        yield "    in no office on that day: a former official or notable (ELI)"
    if who.doubtful(day):
        yield f"    doubtful: nothing is known of this office after {who.asof}; it counts half"
