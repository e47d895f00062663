"""`sayso export`: events in other people's formats, and a note of what these could not carry."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import Debug, Out, Quiet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.cli.output import WriteBytes
    from sayso.cli.tally import Tally
    from sayso.export.layout import Choice, Job, Layout
    from sayso.model import Event

EXAMPLES = """\b
Layouts:
  gdelt1 gdelt2 gdelt-mentions icews polecat phoenix petrarch2 plover
  acled ged (shaped like theirs) csv parquet jsonl geojson
  gexf graphml (networks) annotation (W3C) ftm (FollowTheMoney)

\b
Examples:
  sayso export events.jsonl --layout gdelt2 --out 20251204.export.CSV
  sayso export events.jsonl --layout icews --status occurred,planned --pairs --out icews.tab
  sayso export events.jsonl --layout parquet --out events.parquet
  sayso code reports/ --format jsonl | sayso export - --layout geojson --out events.geojson
  sayso export --db sayso.db --layout gexf --out actors.gexf
  sayso query --actor RUS --since 2025-01 --format jsonl | sayso export - --layout icews --out rus.tab

\b
Beside OUT stands OUT.notes.json: what was left out, changed, or has no column.
Layouts that know no status get only what occurred, unless --status says otherwise.

\b
Exit codes: 0 done; 1 some inputs failed; 2 wrong usage.
"""
STATUSES = ("occurred", "planned", "possible", "denied")
NOTES = ".notes.json"


def export(
    source: Annotated[
        str | None, typer.Argument(metavar="EVENTS.jsonl", help="What `code --format jsonl` or `annotate` wrote; - for standard input.")
    ] = None,
    *,
    layout: Annotated[str, typer.Option("--layout", metavar="LAYOUT", help="The format to write; see below.")],
    out: Out = None,
    db: Annotated[str | None, typer.Option("--db", metavar="URL", help="All events of a database, with their corrections.")] = None,
    status: Annotated[
        str | None, typer.Option("--status", metavar="LIST", help="Events to write: occurred, planned, possible, denied, or all.")
    ] = None,
    pairs: Annotated[bool, typer.Option("--pairs", help="A row for each actor with each recipient.")] = False,
    extras: Annotated[
        bool, typer.Option("--extras", help="Put status, speakers, quotation and more in columns of their own at the end.")
    ] = False,
    header: Annotated[bool, typer.Option("--header", help="Name the columns also where native files don't.")] = False,
    notes: Annotated[str | None, typer.Option("--notes", metavar="FILE", help="Write the notes here instead of beside OUT.")] = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Write events in other people's formats.

    Exact columns, order and codes of each, and a sidecar of notes that counts what the format could not carry.
    """
    from sayso.cli.output import apart, distinct
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import on_terminal, say
    from sayso.export.layout import Choice, Job
    from sayso.export.notes import Notes

    chosen = Choice(statuses=_statuses(status), pairs=pairs, extras=extras, header=header)
    form = _layout(layout, chosen)
    if layout == "parquet" and out in (None, "-") and on_terminal():
        raise typer.BadParameter("parquet is nothing to look at: give --out FILE", param_hint="--layout")
    tally = Tally(say, quiet=quiet)
    job = Job(_tables(), chosen, Notes())
    beside = notes or _beside(out)
    for written in (out, beside):
        apart(written, [source, db])
    distinct(out, notes)
    with _events(source, db, tally) as events:
        _write(form, job, events, out, beside, quiet=quiet)
    if not quiet:
        say(job.notes.told() + (f" · notes: {beside}" if beside else "") + (f" · {tally.failed} failed" if tally.failed else ""))
    raise typer.Exit(tally.exit_code)


@contextmanager
def _events(source: str | None, db: str | None, tally: "Tally") -> "Iterator[Iterable[Event]]":
    """The events of a file or of a database, one by one."""
    if (source is None) == (db is None):
        raise typer.BadParameter("give either EVENTS.jsonl or --db URL", param_hint="EVENTS.jsonl")
    if db is None:
        from sayso.cli.events import events

        yield events(source or "-", on_failure=tally.failure)
    else:
        from sayso.store import View

        with View(db) as view:
            yield view.events()


def _statuses(given: str | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    named = STATUSES if given == "all" else tuple(part.strip() for part in given.split(","))
    if strange := [name for name in named if name not in STATUSES]:
        raise typer.BadParameter(f"no status {strange[0]!r}: {', '.join(STATUSES)}, or all", param_hint="--status")
    return named


def _layout(name: str, choice: "Choice") -> "Layout":
    from sayso.export.layouts import LAYOUTS

    if name not in LAYOUTS:
        raise typer.BadParameter(f"no layout {name!r}: {', '.join(LAYOUTS)}", param_hint="--layout")
    layout = LAYOUTS[name]
    asked = [f"--{option}" for option in ("pairs", "extras", "header") if getattr(choice, option)]
    if asked and not layout.tabular:
        raise typer.BadParameter(f"{name} has no native columns, and no use for it", param_hint=asked[0])
    return layout


def _tables() -> Any:
    """The code tables, from the cache where they were read before."""
    import os

    from sayso.lexicon.foreign import load
    from sayso.settings import Settings

    return load(cache=Settings.from_environment(os.environ).cache)


def _beside(out: str | None) -> str | None:
    """Where the notes go: nowhere for standard output and devices."""
    from pathlib import Path

    if out is None or out == "-" or (Path(out).exists() and not Path(out).is_file()):
        return None
    return out + NOTES


def _write(form: "Layout", job: "Job", events: "Iterable[Event]", out: str | None, beside: str | None, *, quiet: bool) -> None:
    """The file, and its notes after it; neither is there before it is whole."""
    from contextlib import ExitStack

    from sayso.cli.output import opened, opened_binary

    with ExitStack() as stack:
        note = stack.enter_context(opened(beside)) if beside else None
        with opened_binary(out) as write:
            _pour(form, job, events, write, quiet=quiet)
        if note:
            note(job.notes.to_json(_head(form, job, out), form.remarks))


def _pour(form: "Layout", job: "Job", events: "Iterable[Event]", write: "WriteBytes", *, quiet: bool) -> None:
    from sayso.cli.progress import Bar, wanted
    from sayso.export.chosen import chosen

    bar = Bar(lambda: None, shown=wanted(quiet=quiet), doing="exporting")
    with bar:
        for piece in form.write(_counted(chosen(events, form, job), bar, job), job):
            write(piece)


def _counted(events: "Iterable[Event]", bar: Any, job: "Job") -> "Iterator[Event]":
    """The same events; the bar counts reports by their ids as they change."""
    reports, last = 0, None
    for event in events:
        if event.report.get("id") != last:
            reports, last = reports + 1, event.report.get("id")
            bar.done(reports=reports, events=job.notes.read)
        yield event


def _head(form: "Layout", job: "Job", out: str | None) -> dict[str, Any]:
    from importlib.metadata import PackageNotFoundError, version

    try:
        program = version("sayso")
    except PackageNotFoundError:
        program = None
    choice = job.choice
    return {
        "layout": form.name,
        "label": form.label,
        "out": out,
        "sayso": program,
        "statuses": list(choice.statuses or form.statuses),
        "options": {"pairs": choice.pairs, "extras": choice.extras, "header": choice.header},
    }
