"""Which reports need not be coded again."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from sayso.model import Report, Version
from sayso.store.rows.report import report_row
from sayso.store.rows.words import key
from sayso.store.schema import tables as t

SAME = ("digest", "published", "agency")  # by which a report is the one that is there


def uncoded_by(connection: Connection, reports: Sequence[Report], version: Version) -> list[Report]:
    """Those that are not there as this version of program and lexicon coded them."""
    r = t.reports.c
    query = select(r.key, *(r[name] for name in SAME)).join(t.runs, t.runs.c.n == r.run)
    query = query.where(r.coded != "", t.runs.c.sayso == version.sayso, t.runs.c.lexicon == version.lexicon)
    keys = {key(report.id, report.publisher): report for report in reports}
    there = {row.key: tuple(row[1:]) for row in connection.execute(query.where(r.key.in_(list(keys))))}
    return [report for report in reports if there.get(key(report.id, report.publisher)) != _same(report)]


def _same(report: Report) -> tuple[str | None, ...]:
    row = report_row(report)
    return tuple(row[name] for name in SAME)
