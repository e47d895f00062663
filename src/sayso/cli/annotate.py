"""`sayso annotate`: reports in, the same reports out with all that was found in them."""

from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.options import (
    AllowPrivate,
    Columns,
    Debug,
    Knowledge,
    Out,
    Patience,
    Published,
    Publisher,
    Quiet,
    Reports,
    Resume,
    Workers,
    told_by,
)

EXAMPLES = """\b
Examples:
  sayso annotate report.txt --published 2025-12-04
  sayso annotate reports/ --out annotated.jsonl
"""


class AnnotatedFormat(StrEnum):
    """The layouts in which annotated reports are written."""

    jsonl = "jsonl"


def annotate(
    context: typer.Context,
    reports: Reports,
    *,
    layout: Annotated[AnnotatedFormat | None, typer.Option("--format", help="How to write the reports: as JSON lines.")] = None,
    out: Out = None,
    published: Published = None,
    publisher: Publisher = None,
    knowledge: Knowledge = None,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    workers: Workers = None,
    patience: Patience = 60.0,
    resume: Resume = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Write reports with all that was found in them.

    As JSONL: mentions, places, times, speakers, events, and why each sentence was or was not coded.
    """
    from sayso.cli.sources import Sources
    from sayso.cli.terminal import data_stream
    from sayso.cli.work import Work
    from sayso.export import rendering

    if layout is None:
        told_by(out, AnnotatedFormat)  # which refuses the names of what is not written
    if out is None:
        data_stream()
    sources = Sources(paths=reports, published=published, publisher=publisher, columns=columns or (), allow_private=allow_private)
    if resume and out is None:
        raise typer.BadParameter("only a file can be gone on with: give --out FILE", param_hint="--resume")
    work = Work(sources=sources, out=out, knowledge=knowledge, quiet=quiet, debug=debug, workers=workers, patience=patience, resume=resume)
    work.write(context, rendering.REPORTS)
