"""One event with the report it stands in, and all that is known of it."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from sayso.model import Report, SentenceNote
from sayso.store.rows.event import mark
from sayso.store.rows.report import COLUMNS, annotated_of, report_of
from sayso.store.rows.words import plain
from sayso.store.schema import tables as t

TWINS = 50  # reports with the same event that are told


@dataclass(frozen=True, slots=True)
class Detail:
    """An event as it holds now (of a rejected one: as it was coded), and as it was coded where that differs.

    `mark` tells whether it is still the same when somebody decides on it. `why` says why it belongs to its incident; `sentence` is the
    note of the sentence that its trigger stands in; `corrections` are those on events with its id, the latest first; `twins` are the keys
    and publishers of other reports that have the same event word for word.
    """

    event: Mapping[str, Any]
    coded: Mapping[str, Any] | None
    state: str
    mark: str
    report: Report
    key: str
    origin: str | None
    origin_reason: str | None
    incident: str | None
    origins: int | None
    why: str | None
    sentence: SentenceNote | None
    corrections: Sequence[Mapping[str, Any]]
    twins: Sequence[tuple[str, str | None]]


def detail(event: str, report: str | None = None) -> Callable[[Connection], Detail | None]:
    """The event that goes by an id, in the report with this key or in the first that has it; None where there is none."""

    def asked(connection: Connection) -> Detail | None:
        mine = connection.execute(_query(event, report)).first()
        if mine is None:
            return None
        return _detail(mine, _corrections(connection, event, mine.key), _twins(connection, event, mine.key))

    return asked


def _query(event: str, report: str | None) -> Select[Any]:
    b, r = t.bodies.c, t.reports.c
    joined = t.bodies.join(t.reports, r.n == b.report).join(t.annotations, t.annotations.c.report == r.n)
    joined = joined.outerjoin(t.links, t.links.c.event == b.n).outerjoin(t.incidents, t.incidents.c.n == t.links.c.incident)
    joined = joined.outerjoin(t.origins, t.origins.c.n == r.origin)
    more = (t.origins.c.id.label("origin_id"), t.incidents.c.id.label("incident"), t.incidents.c.origins, t.links.c.why)
    columns = (*COLUMNS, b.state, b.coded, b.corrected, r.key, r.origin_reason, t.annotations.c.body, *more)
    found = select(*columns).select_from(joined).where(b.id == plain(event)).order_by(b.n).limit(1)
    return found if report is None else found.where(r.key == report)


def _twins(connection: Connection, event: str, report: str) -> list[tuple[str, str | None]]:
    b, r = t.bodies.c, t.reports.c
    others = select(r.key, r.publisher).join(t.bodies, b.report == r.n).where(b.id == plain(event), r.key != report)
    return list({row.key: row.publisher for row in connection.execute(others.order_by(b.n).limit(TWINS))}.items())


def _detail(row: Any, corrections: Sequence[Mapping[str, Any]], twins: Sequence[tuple[str, str | None]]) -> Detail:
    coded = json.loads(row.coded) if row.coded else None
    event: dict[str, Any] = json.loads(row.corrected or row.coded)
    report = report_of(row)
    notes = annotated_of(report, row.body, ()).sentences
    return Detail(
        event=event,
        coded=coded if row.corrected else None,
        state=row.state,
        mark=mark(row.state, row.coded, row.corrected),
        report=report,
        key=row.key,
        origin=row.origin_id,
        origin_reason=row.origin_reason,
        incident=row.incident,
        origins=row.origins,
        why=row.why,
        sentence=next((note for note in notes if note.start <= event["trigger"]["start"] < note.end), None),
        corrections=corrections,
        twins=twins,
    )


def _corrections(connection: Connection, event: str, report: str) -> list[Mapping[str, Any]]:
    c = t.corrections.c
    query = select(c.body, c.outcome, c.undone_by, c.undone_at).where(c.event_id == plain(event), c.report_key == report)
    rows = connection.execute(query.order_by(c.n.desc()))
    return [{**json.loads(row.body), "outcome": row.outcome, "undone_by": row.undone_by, "undone_at": row.undone_at} for row in rows]
