"""`sayso query` and `sayso sql`: what a database holds."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import DB, Db, Debug, Out, Quiet, told_by

if TYPE_CHECKING:
    from sayso.model import AnnotatedReport, Event
    from sayso.store import Filter, View
    from sayso.store.found.listing import Listed

EXAMPLES = """\b
Examples:
  sayso query --actor RUS --recipient UKR --type SANCTION,COERCE --status occurred
  sayso query --says "Der Spiegel" --since 2025-01 --place IND --min-origins 2
  sayso query --text tariffs --format csv --out tariffs.csv
  sayso query --actor RUS:MIL --facets type,recipient

\b
Parties and speakers are countries (RUS or Russia), sectors (RUS:MIL, or :MIL of any country), ids of entities (rus-putin) or
words of a name ("Der Spiegel"); --says - asks for what reports say in their own voice. Several values, parted by
commas, are alternatives; several options must all hold.
"""
SQL_EXAMPLES = """\b
Examples:
  sayso sql "SELECT type, count(*) FROM events GROUP BY type ORDER BY 2 DESC"
  sayso sql "SELECT day, id FROM events WHERE status = 'denied'" --format jsonl --db postgresql://me@server/news

\b
Only what reads is allowed. docs/store.md lists the tables.
"""
SHOWN = 50  # events of a table that nobody asked to be longer
SEVERAL = ("actor", "recipient", "party", "mode", "status", "says", "publisher", "place", "report", "incident", "state")
BESIDES = ("incident", "origins")  # the incident of an event, and how many independent origins tell of it
ONE = ("quad", "since", "until", "published_since", "published_until", "min_origins", "min_confidence", "text")
Many = list[str] | None
Text = str | None


class Rows(StrEnum):
    """The layouts of an answer."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


def _option(name: str, what: str, metavar: str = "VALUES") -> Any:
    return typer.Option(name, help=what, metavar=metavar, show_default=False)


Layout = Annotated[Rows | None, typer.Option("--format", help="How to write the answer; by default as --out ends, else a table.")]


def query(
    context: typer.Context,
    *,
    actor: Annotated[Many, _option("--actor", "Who acts.", "WHO")] = None,
    recipient: Annotated[Many, _option("--recipient", "To whom.", "WHO")] = None,
    party: Annotated[Many, _option("--party", "Who, in either role.", "WHO")] = None,
    kind: Annotated[Many, _option("--type", "Event types.", "TYPES")] = None,
    mode: Annotated[Many, _option("--mode", "Modes of the types.", "MODES")] = None,
    quad: Annotated[list[int] | None, _option("--quad", "Quad class, 1 to 4.", "1-4")] = None,
    status: Annotated[Many, _option("--status", "occurred, planned, possible, denied.", "STATUS")] = None,
    says: Annotated[Many, _option("--says", "On whose say-so.", "WHO")] = None,
    about: Annotated[Many, _option("--context", "Contexts.", "CONTEXTS")] = None,
    publisher: Annotated[Many, _option("--publisher", "Who put the report out.", "NAMES")] = None,
    place: Annotated[Many, _option("--place", "Where: a country, or words of a place's name.", "PLACES")] = None,
    since: Annotated[Text, _option("--since", "From this day, month or year of the event on.", "DATE")] = None,
    until: Annotated[Text, _option("--until", "Up to and with it.", "DATE")] = None,
    published_since: Annotated[Text, _option("--published-since", "Of reports from this day on.", "DATE")] = None,
    published_until: Annotated[Text, _option("--published-until", "Of reports up to this day.", "DATE")] = None,
    min_origins: Annotated[int | None, _option("--min-origins", "Told by so many independent origins.", "N")] = None,
    min_confidence: Annotated[
        float | None, typer.Option("--min-confidence", metavar="0-1", min=0, max=1, help="Coded with at least this confidence.")
    ] = None,
    text: Annotated[Text, _option("--text", "Words of the evidence.", "WORDS")] = None,
    report: Annotated[Many, _option("--report", "Ids of reports.", "IDS")] = None,
    incident: Annotated[Many, _option("--incident", "Ids of incidents.", "IDS")] = None,
    state: Annotated[Many, _option("--state", "coded, accepted, corrected, added, kept.", "STATES")] = None,
    snapshot: Annotated[Text, _option("--snapshot", "As it was when it was cited: v42.", "SNAPSHOT")] = None,
    db: Db = DB,
    layout: Layout = None,
    out: Out = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many; a table shows 50.")] = None,
    count: Annotated[bool, typer.Option("--count", help="Only say how many there are.")] = False,
    incidents: Annotated[bool, typer.Option("--incidents", help="Add `incident` and `origins` to lines of JSONL, too.")] = False,
    facets: Annotated[str | None, typer.Option("--facets", metavar="FACETS", help="Count by type, status, actor ...")] = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Find stored events."""
    _answer(context.params)


def _answer(asked: dict[str, Any]) -> None:
    """Write what the options ask for, by their names."""
    from sayso.cli.output import apart
    from sayso.store import View

    apart(asked["out"], [asked["db"]])
    several = {name: _parted(asked[name]) for name in SEVERAL}
    wanted = _filter({**several, **{name: asked[name] for name in ONE}, "type": _parted(asked["kind"]), "context": _parted(asked["about"])})
    with View(asked["db"]) as present, present.at(asked["snapshot"]) if asked["snapshot"] else nullcontext(present) as view:
        if asked["count"]:
            found = view.count(wanted)
            _put(asked, ("events",), [(found,)], "{}\n")
        elif asked["facets"] is not None:
            rows = _facets(view, wanted, asked)
            _put(asked, ("facet", "value", "events"), rows, "{:<18} {:<30} {:>9,}\n")
            found = len(rows)
        else:
            found = _events(view, wanted, asked)
        if not found and not asked["quiet"]:
            _explain(view, wanted)


def sql(
    statement: Annotated[str, typer.Argument(metavar="SELECT", help="One statement that reads.")],
    *,
    db: Db = DB,
    layout: Layout = None,
    out: Out = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many rows.")] = None,
    debug: Debug = False,
) -> None:
    """Ask a database in SQL; nothing can be changed."""
    from sayso.cli.answer import lines, parquet
    from sayso.cli.output import apart, opened
    from sayso.cli.terminal import data_stream
    from sayso.store import View

    apart(out, [db])
    layout = layout or told_by(out, Rows) or Rows.table
    with View(db) as view:
        answer = view.sql(statement, limit=limit)
    if layout is Rows.parquet:
        parquet(answer.columns, answer.rows, out)
        return
    if layout is not Rows.table and out is None:
        data_stream()
    with opened(out) as write:
        for line in lines(answer.columns, answer.rows, layout.value):
            write(line)


def _filter(given: dict[str, Any]) -> "Filter":
    from sayso.store import Filter

    try:
        return Filter.of(**{name: value for name, value in given.items() if value not in (None, ())})
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _parted(values: Many) -> tuple[str, ...]:
    """Values given in several options, or in one with commas."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


def _explain(view: "View", wanted: "Filter") -> None:
    """Say why there is nothing."""
    from sayso.cli.absent import absent
    from sayso.cli.terminal import say

    for line in absent(view, wanted):
        say(f"sayso: {line}")


def _put(asked: dict[str, Any], columns: tuple[str, ...], rows: "list[tuple[Any, ...]]", told: str) -> None:
    """Write counts: as they are told, or as data where that is asked for."""
    from sayso.cli.answer import lines, parquet
    from sayso.cli.output import opened
    from sayso.cli.terminal import data_stream, shown

    out, layout = asked["out"], asked["layout"] or told_by(asked["out"], Rows) or Rows.table
    plain = [told.format(*row) for row in rows]
    if layout is Rows.parquet:
        parquet(columns, rows, out)
    elif layout is Rows.table and out is None:
        for line in plain:
            shown(line.rstrip("\n"))
    else:
        if out is None:
            data_stream()
        with opened(out) as write:
            for line in plain if layout is Rows.table else lines(columns, rows, layout.value):
                write(line)


def _facets(view: "View", wanted: "Filter", asked: dict[str, Any]) -> list[tuple[str, str, int]]:
    counts = view.facets(wanted, _parted([asked["facets"]]), top=asked["limit"] or SHOWN)
    return [(name, "-" if value is None else str(value), count) for name, found in counts.items() for value, count in found]


def _events(view: "View", wanted: "Filter", asked: dict[str, Any]) -> bool:
    """Write events; whether there were any."""
    from sayso.cli.output import opened
    from sayso.cli.terminal import data_stream

    out, limit = asked["out"], asked["limit"]
    layout = asked["layout"] or told_by(out, Rows) or Rows.table
    if layout is Rows.parquet:
        from sayso.cli.answer import parquet
        from sayso.export import COLUMNS

        parquet((*COLUMNS, *BESIDES), _cells(view, wanted, limit), out)
        return True
    if layout is not Rows.table and out is None:
        data_stream()
    with opened(out) as write:
        if layout is Rows.table:
            return _table(view, wanted, limit, out, write, quiet=asked["quiet"])
        return _written(write, _lines_of(view, wanted, layout, asked)) > (layout is Rows.csv)  # whose first line is the header


def _written(write: Callable[[str], object], lines: Iterable[str]) -> int:
    """Write lines; how many there were."""
    number = 0
    for line in lines:
        write(line)
        number += 1
    return number


def _lines_of(view: "View", wanted: "Filter", layout: Rows, asked: dict[str, Any]) -> "Iterator[str]":
    from sayso.export import COLUMNS, csv

    if layout is Rows.csv:
        return iter(csv.table((*COLUMNS, *BESIDES), _cells(view, wanted, asked["limit"])))
    return _lines(view, wanted, asked["limit"], incidents=asked["incidents"])


def _event(one: "Listed") -> "Event":
    from sayso.model import Event

    return Event.from_dict(one.event)


def _cells(view: "View", wanted: "Filter", limit: int | None) -> "Iterator[list[Any]]":
    """Events as rows of a table."""
    from sayso.export import cells

    return ([*cells(_event(one)), *_besides(one)] for one in view.listed(wanted, limit=limit))


def _besides(one: "Listed") -> list[str | int | None]:
    return [one.incident, one.origins]


def _lines(view: "View", wanted: "Filter", limit: int | None, *, incidents: bool) -> "Iterator[str]":
    """Events as they were coded, to the byte; with what the database knows besides where that is asked for."""
    from sayso.model.jsonl import line

    if not incidents:
        return view.lines(wanted, limit=limit)
    return (line({**one.event, **dict(zip(BESIDES, _besides(one), strict=True))}) for one in view.listed(wanted, limit=limit))


def _table(view: "View", wanted: "Filter", limit: int | None, out: str | None, write: Any, *, quiet: bool) -> bool:
    from sayso.cli.table import table
    from sayso.cli.terminal import console, say

    found = list(view.listed(wanted, limit=limit or SHOWN))
    events = [_event(one) for one in found]
    gathered = {id(event): (one.incident, one.origins) for event, one in zip(events, found, strict=True)}
    for chunk in table(_by_report(events), console(to_file=out is not None), lambda event: gathered.get(id(event))):
        write(chunk)
    total = view.count(wanted) if len(events) == (limit or SHOWN) else len(events)
    if total > len(events) and not quiet:
        say(f"sayso: {len(events):,} of {total:,} events shown; --limit shows more, --format jsonl gives all")
    return bool(events)


def _by_report(events: "list[Event]") -> "Iterator[AnnotatedReport]":
    """Events that follow each other and stand in one report, together."""
    from datetime import date
    from itertools import groupby

    from sayso.model import AnnotatedReport, Report

    for reference, group in groupby(events, key=lambda event: event.report):
        day = reference["published"]
        known = {name: reference[name] for name in ("publisher", "title", "url")}
        report = Report(str(reference["id"]), "", date.fromisoformat(day) if day else None, **known)
        yield AnnotatedReport(report, events=tuple(group))
