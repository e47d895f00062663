"""`sayso incidents`: reports in, incidents out."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import AllowPrivate, Columns, Debug, Knowledge, Out, Patience, Published, Publisher, Quiet, Reports, Workers, told_by

if TYPE_CHECKING:
    from sayso.assemble import Edit
    from sayso.cli.tally import Tally
    from sayso.model import AnnotatedReport
    from sayso.model.incident import Incident
    from sayso.settings import Settings

    Origins = dict[tuple[str, str | None], str]
    Show = Callable[[Iterable[Incident]], Iterator[str]]

EXAMPLES = """\b
Examples:
  sayso incidents reports/
  sayso incidents reports/ --format jsonl --out incidents.jsonl
  sayso incidents reports/ --edits merges.jsonl --format jsonl
  sayso incidents --events events.jsonl
  sayso incident show 3f9c incidents.jsonl --why

\b
A line of --edits is {"merge": [event ids]} or {"split": [[event ids], [event ids]]}; later lines overrule earlier ones.
"""


class IncidentFormat(StrEnum):
    """The layouts in which incidents are written."""

    table = "table"
    jsonl = "jsonl"


def incidents(
    context: typer.Context,
    reports: Reports,
    *,
    layout: Annotated[
        IncidentFormat | None, typer.Option("--format", help="How to write the incidents; by default as --out ends, else a table.")
    ] = None,
    events: Annotated[bool, typer.Option("--events", help="REPORTS are events, as `sayso code --format jsonl` writes them.")] = False,
    edits: Annotated[str | None, typer.Option("--edits", metavar="FILE", help="Merges and splits by hand, one a line.")] = None,
    out: Out = None,
    published: Published = None,
    publisher: Publisher = None,
    knowledge: Knowledge = None,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    workers: Workers = None,
    patience: Patience = 60.0,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Gather the events that tell of one happening.

    Who tells of it, how many independent origins they have, what they agree and disagree on, and how the story changed.
    """
    from functools import partial

    from sayso.cli.sources import Sources
    from sayso.cli.terminal import console, data_stream
    from sayso.cli.work import Work

    show: Show = _lines
    layout = layout or told_by(out, IncidentFormat) or IncidentFormat.table
    if layout is IncidentFormat.table:
        from sayso.cli.incident_table import table

        show = partial(table, console=console(to_file=out is not None))
    elif out is None:
        data_stream()
    sources = Sources(paths=reports, published=published, publisher=publisher, columns=columns or (), allow_private=allow_private)
    work = Work(sources=sources, out=out, knowledge=knowledge, whole=False, quiet=quiet, debug=debug, workers=workers, patience=patience)
    made = _edits(edits) if edits else []
    if events:
        _from_events(work, made, show)
    _from_reports(context, work, made, show)


def _from_reports(context: typer.Context, work: Any, edits: "list[Edit]", show: "Show") -> None:
    from functools import partial

    from sayso.cli.origins import passing

    origins: Origins = {}
    settings = _settings(work)

    def layout(annotated: "Iterator[AnnotatedReport]") -> "Iterator[str]":
        found = [event.to_dict() for one in annotated for event in one.events]
        return _assembled(found, origins, edits, settings, show)

    work.run(context, layout, through=partial(passing, settings=settings, known=origins))


def _from_events(work: Any, edits: "list[Edit]", show: "Show") -> None:
    from sayso.cli.output import apart, opened
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import say

    apart(work.out, work.sources.paths)
    tally = Tally(say, quiet=work.quiet)
    found = [event for name in work.sources.paths for event in _events(name, tally)]
    with opened(work.out) as write:
        for chunk in _assembled(found, {}, edits, _settings(work), show):
            write(chunk)
    raise typer.Exit(tally.exit_code)


def _events(name: str, tally: "Tally") -> Iterator[dict[str, Any]]:
    from sayso.cli.jsonl import objects
    from sayso.errors import InputError

    for where, value in objects(name, on_failure=tally.failure):
        if {"id", "report", "type", "status", "trigger", "evidence", "actors", "recipients"} <= value.keys():
            yield value
        else:
            tally.failure(InputError(f"{where}: is no event as `sayso code --format jsonl` writes it"))


def _assembled(
    events: Iterable[dict[str, Any]], origins: "Origins", edits: "list[Edit]", settings: "Settings", show: "Show"
) -> Iterator[str]:
    from sayso.assemble import incidents as assembled
    from sayso.lexicon.incident import rules

    return show(assembled(events, rules(cache=settings.cache, knowledge=settings.knowledge), origins=origins, edits=edits))


def _edits(name: str) -> "list[Edit]":
    """The merges and splits of a file.

    Raises:
        InputError: a line is none; nothing is assembled, as what was decided by hand must not be lost in silence.
    """
    from sayso.assemble import edit
    from sayso.cli.jsonl import objects
    from sayso.errors import InputError

    made = []
    for where, value in objects(name, on_failure=_raised):
        try:
            made.append(edit(value))
        except ValueError as error:
            raise InputError(f"{where}: {error}") from error
    return made


def _raised(error: Exception) -> None:
    raise error


def _lines(found: "Iterable[Incident]") -> Iterator[str]:
    from sayso.export import line

    return (line(incident.to_dict()) for incident in found)


def _settings(work: Any) -> "Settings":
    import os

    from sayso.settings import Settings

    return Settings.from_environment(os.environ, debug=work.debug, knowledge=work.knowledge or ())
