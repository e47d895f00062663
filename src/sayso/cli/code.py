"""`sayso code`: reports in, events out."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import (
    AllowPrivate,
    Columns,
    Debug,
    Format,
    Knowledge,
    MaybeReports,
    Out,
    Patience,
    Published,
    Publisher,
    Quiet,
    ResumeAny,
    Store,
    Workers,
    told_by,
)

if TYPE_CHECKING:
    from sayso.cli.sources import Stored

EXAMPLES = """\b
Examples:
  sayso code report.txt --published 2025-12-04
  sayso code reports/ more.jsonl --format jsonl --out events.jsonl
  sayso code reports/ --db sayso.db --resume           (stored, but for what was; `sayso query` finds the events)
  sayso code --db sayso.db                             (what `sayso read --db` and `watch --db` have stored)
  sayso code crawl/*.warc.gz --out events.parquet      (the ending tells the format)
  sayso code crawl/*.warc.gz --out events.jsonl --workers 8 --resume   (go on where it was killed)
  sayso code s3://bucket/crawl/ --engine ray --address head:6379 --out s3://bucket/events/
  curl -s https://example.org/feed.jsonl | sayso code - --format csv
"""


class Engine(StrEnum):
    """What codes."""

    local = "local"
    ray = "ray"


def code(
    context: typer.Context,
    reports: MaybeReports = None,
    *,
    layout: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="How to write the events; by default as --out ends, else a table.",
            show_default=False,
        ),
    ] = None,
    out: Out = None,
    db: Store = None,
    published: Published = None,
    publisher: Publisher = None,
    knowledge: Knowledge = None,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    least: Annotated[
        float,
        typer.Option("--min-confidence", metavar="0-1", min=0, max=1, help="Leave out events that are less sure.", show_default=False),
    ] = 0.0,
    workers: Workers = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="What codes: processes of this machine, or a Ray cluster; see docs/scale.md.")
    ] = Engine.local,
    address: Annotated[
        str | None, typer.Option("--address", metavar="HOST:PORT", help="The Ray cluster; else Ray on this machine.")
    ] = None,
    shard_size: Annotated[float, typer.Option("--shard-size", metavar="MB", min=0.000001, help="Pieces of work on a cluster.")] = 16,
    patience: Patience = 60.0,
    resume: ResumeAny = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Code the political events that reports tell of.

    Without REPORTS those that the database holds uncoded. Beside a file of data stands its receipt, FILE.manifest.json: what went in and
    came out, what failed, and why. `sayso verify` checks it.
    """
    from functools import partial

    from sayso.cli.layouts import harmlessly, silent
    from sayso.cli.sources import Sources
    from sayso.cli.terminal import console, data_stream, on_terminal
    from sayso.cli.work import Work
    from sayso.export import rendering

    if not reports and db is None:
        raise typer.BadParameter("name reports, or a database (--db) that holds some", param_hint="REPORTS")
    given = Sources(paths=reports or [], published=published, publisher=publisher, columns=columns or (), allow_private=allow_private)
    if engine is Engine.ray:
        if out is None or out == "-" or db is not None or layout not in (None, Format.parquet):
            raise typer.BadParameter("Ray writes Parquet into a folder: --out FOLDER, its address, and no --db", param_hint="--engine")
        from sayso.cli.cluster import ClusterWork

        ClusterWork(
            sources=given, out=out, address=address, shard_size=shard_size, patience=patience, knowledge=knowledge,
            resume=resume, least=least, quiet=quiet, debug=debug,
        ).run(context)  # fmt: skip
    layout = layout or told_by(out, Format)
    _check(layout, out, resume=resume and not (db is not None and layout is None and out is None))
    if resume and not reports:
        raise typer.BadParameter("what a database holds uncoded is gone on with by the same command; leave it out", param_hint="--resume")
    sources = given if reports or db is None else _stored(db)
    work = Work(
        sources=sources, out=out, knowledge=knowledge, quiet=quiet, debug=debug, db=db, whole=db is not None,
        workers=workers, patience=patience, resume=resume, least=least,
    )  # fmt: skip
    if layout is None and out is None and db is not None:
        work.run(context, silent)
    if layout is None or layout is Format.table:
        from sayso.cli.table import table

        work.run(context, partial(table, console=console(to_file=out is not None)))
    if out is None:
        data_stream()
    chosen = {Format.jsonl: rendering.EVENTS, Format.csv: rendering.CSV, Format.parquet: rendering.PARQUET}[layout]
    work.write(context, harmlessly(chosen) if layout is Format.csv and out is None and on_terminal() else chosen)


def _stored(db: str) -> "Stored":
    """What a database holds uncoded; one that is not there is told, not made."""
    from sayso.cli.sources import Stored

    found = Stored(db)
    found.expected()
    return found


def _check(layout: Format | None, out: str | None, *, resume: bool) -> None:
    from sayso.cli.output import is_file

    to_file = out is not None and is_file(out)
    if layout is Format.parquet and not to_file:
        raise typer.BadParameter("Parquet needs a file to be written to: --out FILE", param_hint="--format")
    if resume and (not to_file or layout in (None, Format.table)):
        raise typer.BadParameter(
            "give --out FILE and --format, or --db alone: nothing else can be gone on with",
            param_hint="--resume",
        )
