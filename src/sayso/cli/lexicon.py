"""`sayso lexicon`: look at what Sayso knows, and check it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.options import Debug

CHECK_EXAMPLES = """\b
Examples:
  sayso lexicon check
  sayso lexicon check path/to/my/lexicon

\b
Exit codes: 0 the lexicon is coherent; 1 it is not; 2 wrong usage.
"""
SHOW_EXAMPLES = """\b
Examples:
  sayso lexicon show
  sayso lexicon show COERCE
  sayso lexicon show coerce/arrest
"""

Folder = Annotated[Path | None, typer.Argument(metavar="FOLDER", help="A lexicon of your own; Sayso's by default.", show_default=False)]

app = typer.Typer(help="Look at what Sayso knows, and check it.", no_args_is_help=True, rich_markup_mode=None)


@app.command("check", epilog=CHECK_EXAMPLES)
def check(folder: Folder = None, *, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Check shape and coherence; each problem is named on a line."""
    from sayso.cli.terminal import say, shown
    from sayso.lexicon.check import problems

    if folder is not None and not (folder / "events").is_dir():
        raise typer.BadParameter(f"{folder}: is no lexicon, it has no folder `events`; see docs/lexicon.md", param_hint="FOLDER")
    found = list(problems(folder))
    for problem in found:
        shown(problem)
    say(f"{len(found)} problem{'' if len(found) == 1 else 's'} in the lexicon")
    raise typer.Exit(1 if found else 0)


@app.command("show", epilog=SHOW_EXAMPLES)
def show(
    what: Annotated[
        str | None, typer.Argument(metavar="TYPE or PATTERN", help="An event type, or the beginning of a pattern's id.")
    ] = None,
    *,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """List the event types, or the modes and patterns of one."""
    import os

    from sayso.cli.terminal import shown
    from sayso.lexicon.read import read
    from sayso.settings import Settings

    kinds = read(cache=Settings.from_environment(os.environ).cache)["events"]
    lines = list(_overview(kinds)) if what is None else [line for kind in kinds for line in _matching(kind, what.lower())]
    if not lines:
        raise typer.BadParameter(
            f"there is no type or pattern {what!r}; `sayso lexicon show` lists the types", param_hint="TYPE or PATTERN"
        )
    shown("\n".join(lines))


def _overview(kinds: list[dict[str, Any]]) -> Iterator[str]:
    yield f"{'type':<12} {'quad':>4} {'score':>6} {'patterns':>8}  definition"
    for kind in kinds:
        yield f"{kind['type']:<12} {kind['quad']:>4} {kind['score']:>6g} {len(kind['patterns']):>8}  {kind['definition']}"


def _matching(kind: dict[str, Any], what: str) -> Iterator[str]:
    """All of a type, or those of its patterns whose id begins so."""
    whole = kind["type"].lower() == what
    patterns = [p for p in kind["patterns"] if whole or _id(kind, p).startswith(what)]
    if whole:
        yield f"{kind['type']} ({kind['label']}): {kind['definition']}"
        yield f"quad {kind['quad']}, score {kind['score']:g}, CAMEO {kind['cameo']}"
        yield from (f"  mode {name}: {mode['definition']}" for name, mode in kind["modes"].items())
    for pattern in patterns:
        yield f"  {_id(kind, pattern)}"
        for part in ("verbs", "nouns", "adjectives"):
            if pattern[part]:
                yield f"      {part}: {', '.join(pattern[part])}"
        yield from (f"      e.g. {example if isinstance(example, str) else example['text']}" for example in pattern["examples"])


def _id(kind: dict[str, Any], pattern: dict[str, Any]) -> str:
    return f"{kind['type'].lower()}/{pattern['mode'] or '-'}/{pattern['name']}"
