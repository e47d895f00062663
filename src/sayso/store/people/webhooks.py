"""Webhooks of watchlists: where new events are sent, and which have been.

What is new is told by events' ids, not by their numbers or runs: they stay the same when a report is coded again.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, literal, select, update

from sayso.errors import StoreError
from sayso.store.asked.hits import hits
from sayso.store.audit import noted
from sayso.store.people.watchlists import Arrival, arrived, kept
from sayso.store.rows.dictionary import following
from sayso.store.rows.words import plain
from sayso.store.schema import tables as t
from sayso.store.schema.desk_tables import deliveries, watchlists
from sayso.store.schema.desk_tables import webhooks as table
from sayso.store.view import View
from sayso.store.writer import Writer

HELD = 300.0  # seconds for which a server has a webhook to itself, counted from its last delivery
BACKOFF = 60.0  # seconds after the first failure, twice as many after each that follows
LONGEST_WAIT = 86_400.0
STEPS = 12  # doublings after which the longest wait is reached


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where the events of a watchlist go; `seen` is how the database was when all had been sent."""

    id: str
    watchlist: str
    url: str
    seen: str
    failures: int
    trouble: str | None
    next_at: str | None


def webhooks(view: View, watchlist: str | None = None) -> list[Webhook]:
    """All webhooks, or those of a watchlist, in the order they were made."""
    query = select(table, watchlists.c.id.label("list")).join(watchlists, watchlists.c.n == table.c.watchlist).order_by(table.c.n)
    return [_webhook(row) for row in view.rows(query.where(watchlists.c.id == plain(watchlist)) if watchlist else query)]


def add_webhook(writer: Writer, watchlist: str, url: str, *, by: str, at: str) -> Webhook:
    """Send what comes in from now on to an address.

    Raises:
        StoreError: there is no such watchlist.
    """
    hook = {"id": secrets.token_hex(6), "url": plain(url)}

    def work(connection: Connection) -> Webhook:
        owner = connection.execute(select(watchlists).where(watchlists.c.id == plain(watchlist))).first()
        if owner is None:
            raise StoreError(f"there is no watchlist {watchlist!r}")
        n = following(connection, table)
        row = {"n": n, "watchlist": owner.n, **hook, "seen": "", "failures": 0, "made_at": at}
        connection.execute(insert(table), [row])
        there = select(literal(n), t.events.c.id, literal(at)).distinct().where(_found(connection, owner))
        connection.execute(insert(deliveries).from_select(["webhook", "event", "at"], there))
        noted(connection, at=at, who=by, action="webhook add", target=hook["id"], watchlist=watchlist, url=url)
        return Webhook(hook["id"], watchlist, hook["url"], "", 0, None, None)

    return writer.transaction(work)


def remove_webhook(writer: Writer, id: str, *, by: str, at: str) -> None:
    """Send no more.

    Raises:
        StoreError: there is none of that id.
    """

    def work(connection: Connection) -> None:
        found = connection.execute(select(table.c.n, table.c.url).where(table.c.id == plain(id))).first()
        if found is None:
            raise StoreError(f"there is no webhook {id!r}")
        connection.execute(delete(table).where(table.c.n == found.n))
        noted(connection, at=at, who=by, action="webhook remove", target=id, url=found.url)

    writer.transaction(work)


def state(view: View) -> str:
    """What changes whenever an event may have come in: the last run and what it has written, the last correction."""
    r, c = t.runs.c, t.corrections.c
    written: list[Any] = [r.n, r.ended, r.added, r.replaced, r.events]
    corrected: list[Any] = [func.count(), func.count(c.undone_at)]
    queries = (select(*written).order_by(r.n.desc()).limit(1), select(*corrected).select_from(t.corrections))
    return repr([tuple(row) for query in queries for row in view.rows(query)])


def undelivered(view: View, hook: Webhook, *, limit: int) -> list[Arrival]:
    """Events of a webhook's watchlist that it has not had, in the order they came."""

    def asked(connection: Connection) -> list[Arrival]:
        joined = select(watchlists, table.c.n.label("hook")).join(table, table.c.watchlist == watchlists.c.n).where(table.c.id == hook.id)
        owner = connection.execute(joined).first()
        if owner is None:  # taken away meanwhile
            return []
        d, e = deliveries.c, t.events.c
        had = select(d.event).where(d.webhook == owner.hook, d.event == e.id).exists()
        query = select(e.n).where(_found(connection, owner), ~had).order_by(e.n).limit(limit)
        return arrived(connection, connection.execute(query).scalars().all())[::-1]

    return view.ask(asked)


def claimed(writer: Writer, hook: Webhook, *, at: str) -> bool:
    """Keep a webhook to oneself for a while; whether nobody else has done so since it was read: of several servers one delivers."""
    c = table.c
    same = c.next_at.is_(None) if hook.next_at is None else c.next_at == hook.next_at
    query = update(table).where(c.id == hook.id, c.seen == hook.seen, same).values(next_at=_after(at, HELD))
    return writer.transaction(lambda connection: connection.execute(query).rowcount == 1)


def delivered(writer: Writer, hook: Webhook, events: Iterable[str], *, seen: str, at: str) -> None:
    """Note that a webhook has had events (ids); `seen` is the state of a database of which it then has all, or empty: more is to come."""
    ids = sorted({plain(id) for id in events})
    due = None if seen else _after(at, HELD)

    def work(connection: Connection) -> None:
        n = connection.execute(select(table.c.n).where(table.c.id == hook.id)).scalar()
        if n is None:  # taken away meanwhile
            return
        had = select(deliveries.c.event).where(deliveries.c.webhook == n, deliveries.c.event.in_(ids))
        known = set(connection.execute(had).scalars())
        rows = [{"webhook": n, "event": id, "at": at} for id in ids if id not in known]
        if rows:
            connection.execute(insert(deliveries), rows)
        connection.execute(update(table).where(table.c.n == n).values(seen=seen, failures=0, trouble=None, next_at=due))

    writer.transaction(work)


def failed(writer: Writer, hook: Webhook, trouble: str, *, at: str) -> None:
    """Note that a delivery failed; the next is due after a while that doubles each time."""
    wait = min(BACKOFF * 2 ** min(hook.failures, STEPS), LONGEST_WAIT)
    told = {"failures": hook.failures + 1, "trouble": plain(trouble), "next_at": _after(at, wait)}
    writer.transaction(lambda connection: connection.execute(update(table).where(table.c.id == hook.id).values(told)))


def _after(at: str, seconds: float) -> str:
    return (datetime.fromisoformat(at) + timedelta(seconds=seconds)).isoformat(timespec="seconds")


def _found(connection: Connection, watchlist: Row[Any]) -> ColumnElement[bool]:
    """That an event is one of a watchlist's."""
    found = hits(connection, kept(watchlist).wanted).query().subquery()
    return t.events.c.n.in_(select(found.c.event))


def _webhook(row: Row[Any]) -> Webhook:
    return Webhook(row.id, row.list, row.url, row.seen, row.failures, row.trouble, row.next_at)
