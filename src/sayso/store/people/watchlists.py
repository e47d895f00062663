"""Watchlists: filters kept under a name, and the events that came in for them, the latest first."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select

from sayso.errors import StoreError
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import hits
from sayso.store.audit import noted
from sayso.store.rows.dictionary import following
from sayso.store.rows.words import plain
from sayso.store.schema import tables as t
from sayso.store.schema.desk_tables import watchlists as table
from sayso.store.view import EFFECTIVE, View
from sayso.store.writer import Writer

LONGEST = 200  # characters of a name
RECENT = 20_000  # events among which the latest of a filter are sought first


@dataclass(frozen=True, slots=True)
class Watchlist:
    """A filter that somebody keeps."""

    id: str
    name: str
    owner: str
    wanted: Filter
    made_at: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """An event that came in: its number, its JSON, when the run began that coded its report, and when it was corrected last."""

    n: int
    body: dict[str, Any]
    at: str
    corrected_at: str | None

    @property
    def updated(self) -> str:
        """When it changed last."""
        return max(self.at, self.corrected_at or "")


def watchlists(view: View) -> list[Watchlist]:
    """All watchlists, by name."""
    return [kept(row) for row in view.rows(select(table).order_by(table.c.name, table.c.n))]


def watchlist(view: View, id: str) -> Watchlist:
    """The watchlist of an id.

    Raises:
        StoreError: there is none.
    """
    rows = view.rows(select(table).where(table.c.id == plain(id)))
    if not rows:
        raise StoreError(f"there is no watchlist {id!r}")
    return kept(rows[0])


def add_watchlist(writer: Writer, name: str, wanted: Filter, *, by: str, at: str) -> str:
    """Keep a filter under a name; gives the watchlist's id.

    Raises:
        StoreError: the name is empty or too long.
    """
    name = " ".join(plain(name).split())
    if not name or len(name) > LONGEST:
        raise StoreError(f"a watchlist's name has one to {LONGEST} characters")
    id = secrets.token_hex(6)

    def work(connection: Connection) -> None:
        told = plain(json.dumps(wanted.given(), ensure_ascii=False))
        row = {"n": following(connection, table), "id": id, "name": name, "owner": plain(by), "wanted": told, "made_at": at}
        connection.execute(insert(table), [row])
        noted(connection, at=at, who=by, action="watchlist add", target=id, name=name, wanted=dict(wanted.given()))

    writer.transaction(work)
    return id


def remove_watchlist(writer: Writer, id: str, *, by: str, at: str) -> None:
    """Take a watchlist away, its webhooks too.

    Raises:
        StoreError: there is none.
    """

    def work(connection: Connection) -> None:
        found = connection.execute(select(table).where(table.c.id == plain(id))).first()
        if found is None:
            raise StoreError(f"there is no watchlist {id!r}")
        connection.execute(delete(table).where(table.c.n == found.n))
        noted(connection, at=at, who=by, action="watchlist remove", target=id, name=found.name)

    writer.transaction(work)


def arrivals(view: View, wanted: Filter, *, limit: int = 50) -> list[Arrival]:
    """The events of a filter that came in last, the latest first."""

    def asked(connection: Connection) -> list[Arrival]:
        recent = _latest(connection) - RECENT
        found = _numbers(connection, wanted, recent, limit)
        if len(found) < limit and recent > 0:
            found = _numbers(connection, wanted, 0, limit)
        return arrived(connection, found)

    return view.ask(asked)


def arrived(connection: Connection, numbers: Sequence[int]) -> list[Arrival]:
    """Events by their numbers, the latest first."""
    return [Arrival(row.n, json.loads(row.body), row.at, row.corrected_at) for row in connection.execute(_told(numbers))]


def _latest(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(t.events.c.n), 0))).scalar_one())


def _numbers(connection: Connection, wanted: Filter, after: int, limit: int) -> Sequence[int]:
    found = hits(connection, wanted)
    event = found.first.event
    return [row.event for row in connection.execute(found.query().where(event > after).order_by(event.desc()).limit(limit))]


def _told(numbers: Sequence[int]) -> Select[Any]:
    """Events by their numbers, the latest first; with the time that their report was coded, and their last correction's."""
    b, c = t.bodies.c, t.corrections.c
    mine = (c.report_key == t.reports.c.key, c.event_id == b.id, c.undone_at.is_(None))
    corrected = select(func.max(c.at)).where(*mine).correlate(t.reports, t.bodies).scalar_subquery()
    joined = t.bodies.join(t.reports, t.reports.c.n == b.report).join(t.runs, t.runs.c.n == t.reports.c.run)
    columns = (b.n, EFFECTIVE.label("body"), t.runs.c.begun.label("at"), corrected.label("corrected_at"))
    return select(*columns).select_from(joined).where(b.n.in_(numbers)).order_by(b.n.desc())


def kept(row: Row[Any]) -> Watchlist:
    """The watchlist of a row."""
    return Watchlist(row.id, row.name, row.owner, Filter.of(**json.loads(row.wanted)), row.made_at)
