"""Whether a database is whole: its file, its tables, and that every report gives back to the byte what was coded of it."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from sayso.model import Event
from sayso.model.jsonl import line
from sayso.store.asked.filter import Filter
from sayso.store.people.users import ROLES
from sayso.store.rows.report import COLUMNS, annotated_of, report_of
from sayso.store.rows.words import digest, plain
from sayso.store.schema import desk_tables as d
from sayso.store.schema import tables as t
from sayso.store.schema.connect import address, reading, told
from sayso.store.schema.migrate import readable
from sayso.store.schema.slab_tables import SHIFT

TOGETHER = 200
SHOWN = 20  # problems of one kind that are told one by one
SAME = ("id", "type", "mode", "status", "cameo", "quad", "score")


def problems(name: str) -> Iterator[str]:
    """What is wrong with a database, one line each; nothing where it is whole.

    Raises:
        StoreError: it can't be read at all, or was written by another version.
    """
    url = address(name)
    engine = reading(url)
    try:
        with told(url), engine.connect() as connection, connection.begin():
            readable(connection, url)
            for look in (_file, _searched, _loose, _counted, _reports, _people):
                try:
                    yield from look(connection)
                except DBAPIError as error:  # a damaged page stops one look, not the others
                    yield f"the file is damaged: {' '.join(str(error.orig).split())}"
    finally:
        engine.dispose()


def notices(name: str) -> Iterator[str]:
    """What is worth knowing, though nothing is wrong: corrections that have lost their text, and what is still to be done."""
    url, c = address(name), t.corrections.c
    engine = reading(url)
    try:
        with told(url), engine.connect() as connection, connection.begin():
            query = select(c.id, c.report_id, c.outcome).where(c.undone_at.is_(None), c.outcome.in_(list(TOLD))).order_by(c.n)
            yield from (f"correction {row.id} of report {row.report_id} {TOLD[row.outcome]}" for row in connection.execute(query))
            counts = ((connection.execute(count).scalar_one(), notice) for count, notice in WAITING)
            yield from (notice.format(number=number) for number, notice in counts if number)
    finally:
        engine.dispose()


TOLD = {
    "lost": "no longer finds its text",
    "kept": "alone holds its event: the coder no longer finds it",
    "waiting": "waits for its report, which is not here",
}


WAITING = (
    (select(func.count()).where(t.reports.c.coded == ""), "{number} reports are stored and not coded; `sayso code --db` codes them"),
    (select(func.count()).where(t.reports.c.origin.is_(None)), "{number} reports have no origin yet; `sayso store gather` finds it"),
    (select(func.count()).where(t.events.c.incident.is_(None)), "{number} events have no incident yet; `sayso store gather` finds it"),
    (
        select(func.count()).where(t.incidents.c.stale == 1),
        "{number} incidents are to be put together anew, for their events have changed; `sayso store gather` does so",
    ),
)


def _file(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds; PostgreSQL keeps its own house."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql(f"PRAGMA integrity_check({SHOWN})").scalars().all()
        yield from (f"the file is damaged: {told}" for told in found if told != "ok")
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        yield from (f"row {row[1]} of {row[0]} belongs to a row of {row[2]} that is gone" for row in loose[:SHOWN])


def _searched(connection: Connection) -> Iterator[str]:
    """Whether full-text search knows as many texts as there are."""
    if connection.dialect.name == "sqlite":
        for table in ("reports", "passages"):
            counts = (f"SELECT count(*) FROM {name}" for name in (table, f"{table}_search_docsize"))
            rows, known = (connection.exec_driver_sql(count).scalar_one() for count in counts)
            if rows != known:
                yield f"full-text search knows {known} of {rows} {table}"


def _loose(connection: Connection) -> Iterator[str]:
    """Events without a row, and rows of rejected events."""
    joined = select(t.bodies.c.id, t.bodies.c.state).outerjoin(t.events, t.events.c.n == t.bodies.c.n)
    missing = joined.where(t.events.c.n.is_(None), t.bodies.c.state != "rejected").limit(SHOWN)
    yield from (f"event {row.id} can't be found by any filter" for row in connection.execute(missing))
    shown = joined.where(t.events.c.n.is_not(None), t.bodies.c.state == "rejected").limit(SHOWN)
    yield from (f"event {row.id} was rejected and is found all the same" for row in connection.execute(shown))


def _counted(connection: Connection) -> Iterator[str]:
    """Whether the columns that many events are counted over say what the events say."""
    from sayso.store.counted.slabs import wrong  # NumPy takes a tenth of a second

    for block, names in islice(wrong(connection), SHOWN):
        yield f"events {block << SHIFT} to {((block + 1) << SHIFT) - 1} are counted wrongly: {', '.join(names)} are not what they say"


def _reports(connection: Connection) -> Iterator[str]:
    """Each report: its text by its digest, all that was coded by its own, its events by their rows."""
    last = 0
    while rows := connection.execute(_following(last)).all():
        last = rows[-1].n
        bodies: dict[int, list[Any]] = {row.n: [] for row in rows}
        for body in connection.execute(_events(list(bodies))):
            bodies[body.report].append(body)
        for row in rows:
            yield from _report(row, bodies[row.n])


def _people(connection: Connection) -> Iterator[str]:
    """Users without a role that there is, or without anybody to look after them; watchlists whose filter is none."""
    roles = connection.execute(select(d.users.c.name, d.users.c.role)).all()
    yield from (f"user {row.name} has the role {row.role!r}, which there isn't" for row in roles if row.role not in ROLES)
    if roles and ROLES[-1] not in {row.role for row in roles}:
        yield f"there are users and none of them is {ROLES[-1]}; `sayso users role NAME {ROLES[-1]}` makes somebody so"
    for row in connection.execute(select(d.watchlists.c.id, d.watchlists.c.wanted)):
        try:
            Filter.of(**json.loads(row.wanted))
        except (ValueError, TypeError) as error:
            yield f"watchlist {row.id}: its filter is none ({error})"


def _following(last: int) -> Any:
    r = t.reports.c
    joined = select(*COLUMNS, r.digest, r.coded, t.annotations.c.body).outerjoin(t.annotations)
    return joined.where(r.n > last).order_by(r.n).limit(TOGETHER)


def _events(reports: list[int]) -> Any:
    b, e = t.bodies.c, t.events.c
    joined = select(b.report, b.coded, b.corrected, e.id, e.type, e.mode, e.status, e.cameo, e.quad, e.score, e.n)
    return joined.outerjoin(t.events, e.n == b.n).where(b.report.in_(reports)).order_by(b.report, b.position)


def _report(row: Any, bodies: list[Any]) -> Iterator[str]:
    report = report_of(row)
    if report.digest != row.digest:
        yield f"report {report.id}: its text is not what was stored"
    if not row.coded:
        return
    try:
        events = tuple(Event.from_dict(json.loads(body.coded)) for body in bodies if body.coded)
        whole = digest(line(annotated_of(report, row.body, events).to_dict())) == row.coded
        yield from (told for body in bodies if body.n is not None for told in _row(body))
    except (ValueError, TypeError, KeyError):
        whole = False
    if not whole:
        yield f"report {report.id}: what was coded is not what was stored; code it again"


def _row(body: Any) -> Iterator[str]:
    event: Mapping[str, Any] = json.loads(body.corrected or body.coded)
    if wrong := [name for name in SAME if _stored(event[name]) != getattr(body, name)]:
        yield f"event {event['id']}: {', '.join(wrong)} found by filters is not what the event says"


def _stored(value: Any) -> Any:
    return plain(value) if isinstance(value, str) else value
