"""What reviewers are shown: one event after another, what was said of it, and what they did last."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, case, exists, func, select

from sayso.model import Report
from sayso.store.asked.filter import Filter
from sayso.store.found.listing import listing
from sayso.store.rows.event import mark
from sayso.store.rows.report import COLUMNS, report_of
from sayso.store.rows.words import plain
from sayso.store.schema import tables as t

WAITING = ("coded",)


@dataclass(frozen=True, slots=True)
class Case:
    """An event to be judged, in its report: as it is now, as it was coded (None where it was added), and the mark of what is shown."""

    key: str  # the report's
    report: Report
    event: dict[str, Any]
    coded: dict[str, Any] | None
    state: str
    mark: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The case at hand, and where the queue goes on after it (None at its end)."""

    case: Case | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of an event, as it is exchanged, and what became of it."""

    correction: dict[str, Any]
    key: str
    outcome: str
    undone_by: str | None
    undone_at: str | None


def case_of(event: str, key: str | None = None) -> Callable[[Connection], Case | None]:
    """An event by its id, in the report of a key; rejected ones too. None where there is none."""

    def asked(connection: Connection) -> Case | None:
        b = t.bodies.c
        joined = select(*COLUMNS, t.reports.c.key, b.state, b.coded, b.corrected).join(t.bodies, b.report == t.reports.c.n)
        query = joined.where(b.id == plain(event)).order_by(b.n).limit(1)
        row = connection.execute(query if key is None else query.where(t.reports.c.key == key)).first()
        if row is None:
            return None
        coded = json.loads(row.coded) if row.coded else None
        now = json.loads(row.corrected or row.coded)
        return Case(row.key, report_of(row), now, coded, row.state, mark(row.state, row.coded, row.corrected))

    return asked


def turn(wanted: Filter, after: str | None) -> Callable[[Connection], Turn]:
    """The next event of a filter on which nobody has said anything, after a place in the queue.

    Raises:
        StoreError: `after` comes from no queue.
    """

    def asked(connection: Connection) -> Turn:
        page = listing(replace(wanted, state=WAITING), limit=1, after=after)(connection)
        if not page.events:
            return Turn(None, None)
        one = page.events[0]
        return Turn(case_of(one.event["id"], one.report)(connection), page.after)

    return asked


def second_look(who: str, after: int) -> Callable[[Connection], tuple[Case | None, int | None]]:
    """The next event that others have judged and this reviewer has not; it is to be shown as it was coded. And where to go on."""

    def asked(connection: Connection) -> tuple[Case | None, int | None]:
        c, b, r = t.corrections.c, t.bodies.c, t.reports.c
        mine = func.sum(case((c.who == plain(who), 1), else_=0))
        judged = select(func.min(c.n).label("first"), c.report_key, c.event_id).where(c.undone_at.is_(None))
        left = judged.group_by(c.report_key, c.event_id).having(mine == 0, func.min(c.n) > after).subquery()
        coded = select(1).join(t.reports, r.n == b.report).where(b.coded.is_not(None))
        there = exists(coded.where(b.id == left.c.event_id, r.key == left.c.report_key))
        found = select(left).where(there).order_by(left.c.first).limit(2)
        rows = connection.execute(found).all()
        one = case_of(rows[0].event_id, rows[0].report_key)(connection) if rows else None
        return one, rows[0].first if len(rows) > 1 else None

    return asked


def last_of(who: str) -> Callable[[Connection], Said | None]:
    """What a reviewer said last and has not taken back."""

    def asked(connection: Connection) -> Said | None:
        c = t.corrections.c
        row = connection.execute(
            select(t.corrections).where(c.who == plain(who), c.undone_at.is_(None)).order_by(c.n.desc()).limit(1)
        ).first()
        return _said(row) if row else None

    return asked


def history(event: str, key: str) -> Callable[[Connection], Sequence[Said]]:
    """All that was said of an event, in that order; what was taken back too."""

    def asked(connection: Connection) -> Sequence[Said]:
        c = t.corrections.c
        found = select(t.corrections).where(c.report_key == key, c.event_id == plain(event)).order_by(c.n)
        return [_said(row) for row in connection.execute(found)]

    return asked


def said(correction: str) -> Callable[[Connection], Said | None]:
    """A correction by its id."""

    def asked(connection: Connection) -> Said | None:
        row = connection.execute(select(t.corrections).where(t.corrections.c.id == plain(correction))).first()
        return _said(row) if row else None

    return asked


def all_said(after: int, limit: int) -> Callable[[Connection], tuple[Sequence[Said], int | None]]:
    """Corrections in the order they were made, after a number; and the number to go on after (None at the end)."""

    def asked(connection: Connection) -> tuple[Sequence[Said], int | None]:
        c = t.corrections.c
        rows = connection.execute(select(t.corrections).where(c.n > after).order_by(c.n).limit(limit + 1)).all()
        return [_said(row) for row in rows[:limit]], rows[limit - 1].n if len(rows) > limit else None

    return asked


def reviewers(connection: Connection) -> list[tuple[str, int]]:
    """Who has judged how many events, the busiest first."""
    c = t.corrections.c
    count = func.count(func.distinct(c.report_key + c.event_id))
    judged = select(c.who, count.label("events")).where(c.undone_at.is_(None)).group_by(c.who)
    return [(row.who, row.events) for row in connection.execute(judged.order_by(count.desc(), c.who))]


def _said(row: Any) -> Said:
    return Said(json.loads(row.body), row.report_key, row.outcome, row.undone_by, row.undone_at)
