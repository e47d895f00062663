"""Corrections in the tables: made, undone, read; and the events of their report made anew each time."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from sayso.errors import StoreError
from sayso.model.jsonl import line
from sayso.store.asked.condition import begins
from sayso.store.corrected.correction import Correction, held
from sayso.store.recorded.derive import Derivation
from sayso.store.rows.dictionary import following
from sayso.store.rows.report import COLUMNS, report_of
from sayso.store.rows.words import key, plain
from sayso.store.schema import tables as t


def standing(connection: Connection, reports: Sequence[str]) -> Mapping[str, list[Correction]]:
    """The corrections of reports, by the reports' keys, in the order they were made; undone ones left out."""
    found: dict[str, list[Correction]] = defaultdict(list)
    c = t.corrections.c
    rows = connection.execute(select(c.report_key, c.body).where(c.report_key.in_(reports), c.undone_at.is_(None)).order_by(c.at, c.n))
    for report, body in rows:
        found[report].append(Correction.from_dict(json.loads(body)))
    return found


def noted(connection: Connection, outcomes: Mapping[str, str]) -> None:
    """Write down what became of corrections."""
    if outcomes:
        c = t.corrections.c
        other = c.outcome != bindparam("became")
        statement = update(t.corrections).where(c.id == bindparam("which"), other).values(outcome=bindparam("became"))
        connection.execute(statement, [{"which": one, "became": outcome} for one, outcome in outcomes.items()])


def add(connection: Connection, corrections: Iterable[Correction]) -> list[Correction]:
    """Add corrections; those that are there already are passed over. Gives the new ones."""
    listed = list(corrections)
    ids = connection.execute(select(t.corrections.c.id).where(t.corrections.c.id.in_([c.id for c in listed]))).scalars()
    known, first = set(ids), following(connection, t.corrections)
    new = list({c.id: c for c in listed if c.id not in known}.values())
    rows = [{"n": first + i, "outcome": "waiting", **_row(c)} for i, c in enumerate(new)]
    if rows:
        connection.execute(insert(t.corrections), rows)
    return new


def undo(connection: Connection, correction: str, *, who: str, at: str) -> tuple[str, str]:
    """Take a correction back; it stays on record. Gives its id, of which `correction` may be the beginning, and the key of its report.

    Raises:
        StoreError: there is none with that id, or it is undone already.
    """
    c = t.corrections.c
    rows = connection.execute(select(c.n, c.id, c.report_key, c.undone_at).where(begins(c.id, correction))).all()
    row = next((row for row in rows if row.id == correction), rows[0] if len(rows) == 1 else None)
    if row is None:
        several = f"{correction!r} is the beginning of several corrections; give more of the id"
        raise StoreError(several if rows else f"there is no correction {correction!r}; `sayso correct list` shows all")
    if row.undone_at:
        raise StoreError(f"correction {row.id} was undone already, on {row.undone_at}")
    connection.execute(update(t.corrections).where(c.n == row.n).values(undone_by=plain(who), undone_at=at))
    return row.id, row.report_key


def renewed(connection: Connection, derivation: Derivation, reports: Iterable[str]) -> Mapping[str, str]:
    """Make the events of reports (by key) anew from what was coded and corrected; each correction's outcome by its id."""
    keys = sorted(set(reports))
    corrections, outcomes = standing(connection, keys), dict[str, str]()
    columns = (*COLUMNS, t.reports.c.key, t.reports.c.publisher_name)
    for row in connection.execute(select(*columns).where(t.reports.c.key.in_(keys))).all():
        events, became = held(report_of(row).text, _coded(connection, row.n), corrections.get(row.key, []))
        outcomes.update(became)
        derivation.renew(connection, dict(row._mapping), events)
    noted(connection, outcomes)
    return outcomes


def _coded(connection: Connection, report: int) -> list[dict[str, Any]]:
    c = t.bodies.c
    rows = connection.execute(select(c.coded).where(c.report == report, c.coded.is_not(None)).order_by(c.position)).scalars()
    return [json.loads(body) for body in rows]


def _row(correction: Correction) -> dict[str, Any]:
    report = correction.report
    return {
        "id": plain(correction.id),
        "action": correction.action,
        "report_id": plain(str(report["id"])),
        "report_key": key(str(report["id"]), report["publisher"]),
        "event_id": plain(correction.event["id"]),
        "body": line(correction.to_dict()),
        "who": plain(correction.who),
        "at": correction.at,
    }
