"""`sayso annotate`: reports in, the same reports out with all that was found in them."""

from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.options import AllowPrivate, Columns, Debug, Knowledge, Out, Published, Publisher, Quiet, Reports

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
    layout: Annotated[AnnotatedFormat, typer.Option("--format", help="How to write the reports.")] = AnnotatedFormat.jsonl,  # noqa: ARG001 - one so far
    out: Out = None,
    published: Published = None,
    publisher: Publisher = None,
    knowledge: Knowledge = None,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Write reports with all that was found in them.

    As JSONL: mentions, places, times, speakers, events, and why each sentence was or was not coded.
    """
    from sayso.cli.layouts import reports_jsonl
    from sayso.cli.sources import Sources
    from sayso.cli.terminal import data_stream
    from sayso.cli.work import Work

    if out is None:
        data_stream()
    sources = Sources(paths=reports, published=published, publisher=publisher, columns=columns or (), allow_private=allow_private)
    work = Work(sources=sources, out=out, knowledge=knowledge, quiet=quiet, debug=debug)
    work.run(context, reports_jsonl)
