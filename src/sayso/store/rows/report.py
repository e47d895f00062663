"""Reports as rows, and back again, to the character."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, case, insert, or_, update

from sayso.model import AnnotatedReport, Event, Report, SentenceNote
from sayso.model.jsonl import line
from sayso.store.rows.event import Row
from sayso.store.rows.words import maybe
from sayso.store.schema import tables as t
from sayso.store.schema.versions import NEXT

TEXTS = ("id", "publisher", "title", "url", "language", "byline", "agency", "published_basis", "text")
LAYERS = ("entities", "places", "times", "layout")
UNSEEN = ("n", "at", "key", "digest", "coded", "run")  # what no view shows of a report
COLUMNS = tuple(t.reports.c[name] for name in ("n", *TEXTS, "published", "exact"))


def report_row(report: Report) -> Row:
    """What a report's row holds of the report itself."""
    given = {name: getattr(report, name) for name in TEXTS}
    stored = {name: maybe(text) for name, text in given.items()}
    published = report.published.isoformat() if report.published else None
    exact = None if stored == given else line(given)
    return {**stored, "published": published, "digest": report.digest, "exact": exact}


def put_reports(connection: Connection, rows: Mapping[str, Row], known: set[str]) -> None:
    """Insert new reports, and write over those that are there already."""
    if new := [row for key, row in rows.items() if key not in known]:
        connection.execute(insert(t.reports), new)
    if old := [{**row, "at": row["n"]} for key, row in rows.items() if key in known]:
        changed: dict[str, Any] = {name: bindparam(name) for name in old[0] if name not in ("n", "at")}
        others = (t.reports.c[name].is_distinct_from(bindparam(name)) for name in old[0] if name not in UNSEEN)
        changed["since"] = case((or_(*others), NEXT), else_=t.reports.c.since)
        connection.execute(update(t.reports).where(t.reports.c.n == bindparam("at")).values(changed), old)


def report_of(row: Any) -> Report:
    """The report of a row that has all of `COLUMNS`."""
    given = json.loads(row.exact) if row.exact else {name: getattr(row, name) for name in TEXTS}
    return Report(**given, published=date.fromisoformat(row.published) if row.published else None)


def annotation(one: AnnotatedReport) -> str:
    """What was found in a report besides events, as JSON; sentences by their place, for the report has their words."""
    text = one.report.text
    sentences = [[n.start, n.end, None if text[n.start : n.end] == n.text else n.text, n.events, n.reasons] for n in one.sentences]
    layers = {name: [*getattr(one, name)] for name in LAYERS}
    return line({**layers, "sentences": sentences})


def annotated_of(report: Report, body: str, events: tuple[Event, ...]) -> AnnotatedReport:
    """The report with all that was found in it."""
    found = json.loads(body)
    notes = tuple(
        SentenceNote(start, end, report.text[start:end] if text is None else text, tuple(ids), tuple(reasons))
        for start, end, text, ids, reasons in found["sentences"]
    )
    layers = {name: tuple(found.get(name, ())) for name in LAYERS}
    return AnnotatedReport(report, events=events, sentences=notes, **layers)
