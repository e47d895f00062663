"""`sayso read`: whatever holds reports in, the reports out."""

from collections import deque
from collections.abc import Callable
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import AllowPrivate, Columns, Debug, Out, Published, Publisher, Quiet, Reports, Store, told_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from sayso.cli.progress import Bar
    from sayso.cli.tally import Tally
    from sayso.model import Report

    Keep = Callable[[Iterator[Report]], Iterator[Report]]

EXAMPLES = """\b
Examples:
  sayso read pages/ crawl.warc.gz --out reports.jsonl
  sayso read export.csv --columns text=Body,published=Day --out reports.parquet
  sayso read https://example.org/feed.xml
  sayso read archive/ --no-origins | sayso code - --format jsonl
  sayso read addresses.txt --out reports.jsonl     (a list of addresses, one a line)
  sayso read archive/ --db sayso.db                (stored; `sayso code --db sayso.db` codes them)

\b
Read are text, Markdown, HTML, PDF, mail, RSS, Atom and JSON feeds, NewsML-G2, ninjs, JSON, JSONL, CSV, Parquet, WARC and WACZ,
and ZIP, tar, gzip, bzip2, xz and zstd of these; each is known by its content.
"""


class ReportFormat(StrEnum):
    """The layouts in which reports are written."""

    jsonl = "jsonl"
    parquet = "parquet"


def read(
    reports: Reports,
    *,
    layout: Annotated[
        ReportFormat | None, typer.Option("--format", help="How to write the reports; by default as the ending of --out says, else jsonl.")
    ] = None,
    out: Out = None,
    db: Store = None,
    published: Published = None,
    publisher: Publisher = None,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    origins: Annotated[
        bool, typer.Option(help="Tell which reports are copies of one story; all are read before the first comes out.")
    ] = True,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Read reports out of files, archives, feeds and pages.

    With --db they are stored, and written only where --out or --format asks for it.
    """
    import time
    from contextlib import nullcontext

    from sayso.cli.output import apart
    from sayso.cli.progress import Bar, wanted
    from sayso.cli.sources import Sources
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import data_stream, say

    kind = layout or told_by(out, ReportFormat) or ReportFormat.jsonl
    if kind is ReportFormat.parquet and out is None:
        raise typer.BadParameter("Parquet needs a file to be written to: --out FILE", param_hint="--format")
    apart(out, [*reports, db])
    silent = db is not None and out is None and layout is None
    if not silent:
        data_stream()
    begun = time.monotonic()
    sources = Sources(paths=reports, published=published, publisher=publisher, columns=columns or (), allow_private=allow_private)
    bar = Bar(sources.expected, shown=wanted(quiet=quiet), doing="reading")
    tally = Tally(lambda text: _said(bar, text), quiet=quiet)
    with bar, _stored(db, tally) if db else nullcontext(_as_they_are) as keep:
        found = keep(_shown(sources.readable(tally), tally, bar))
        if silent:
            deque(found, maxlen=0)
        else:
            _write(kind, out, _with_origins(found) if origins else (report.to_dict() for report in found), bar)
    if not quiet:
        say(tally.closing(time.monotonic() - begun, coded=False))
    raise typer.Exit(tally.exit_code)


@contextmanager
def _stored(db: str, tally: "Tally") -> "Iterator[Keep]":
    """A function that stores reports and hands them on; at the end their origins are found."""
    from sayso.cli.gathered import gathered
    from sayso.cli.keep import shelved, told
    from sayso.store import Writer

    with Writer(db, command="read") as writer:
        yield lambda reports: shelved(writer, reports, tally)
        writer.flush()
        found = gathered(writer, quiet=tally.quiet)
    told(writer, db, found, tally)


def _as_they_are(reports: "Iterator[Report]") -> "Iterator[Report]":
    return reports


def _write(layout: ReportFormat, out: str | None, reports: "Iterator[Mapping[str, Any]]", bar: "Bar") -> None:
    from pathlib import Path

    from sayso.cli.output import opened, replaced, told_as
    from sayso.export import line
    from sayso.export.report_table import write_reports

    if layout is ReportFormat.parquet and out is not None:
        with replaced(Path(out).resolve(), out) as part, told_as(out):
            write_reports(part, reports)
        return
    with opened(out) as write:
        for report in reports:
            with _aside(bar, out):
                write(line(report))


def _with_origins(reports: "Iterable[Report]") -> "Iterator[Mapping[str, Any]]":
    import os

    from sayso.cli.origins import told
    from sayso.settings import Settings

    for report, origin in told(reports, Settings.from_environment(os.environ)):
        yield {**report.to_dict(), "origin": origin.to_dict()}


def _shown(reports: "Iterable[Report]", tally: "Tally", bar: "Bar") -> "Iterator[Report]":
    for report in reports:
        tally.reports += 1
        bar.done(reports=tally.reports, events=0)
        yield report


def _aside(bar: "Bar", out: str | None) -> "AbstractContextManager[None]":
    """The bar out of the way, where reports go to the same terminal."""
    from contextlib import nullcontext

    from sayso.cli.terminal import on_terminal

    return bar.paused() if out is None and on_terminal() else nullcontext()


def _said(bar: "Bar", text: str) -> None:
    from sayso.cli.terminal import say

    with bar.paused():
        say(text)
