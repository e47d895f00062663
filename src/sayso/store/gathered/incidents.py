"""Incidents, their links to events, and origins of reports: kept, not made, here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from sayso.errors import StoreError
from sayso.model.jsonl import line
from sayso.store.rows.dictionary import Dictionary, following
from sayso.store.rows.words import key, plain
from sayso.store.schema import tables as t
from sayso.store.schema.versions import NEXT

MANY = 500
REQUIRED = ("id", "type", "status", "events", "reports", "publishers", "origins", "first", "last", "time", "disagreements")


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident by the JSON contract, and why its events belong to it: a reason for each of `body["events"]`, in their order."""

    body: Mapping[str, Any]
    why: Sequence[str] = field(default=())


@dataclass(frozen=True, slots=True)
class Link:
    """That an event belongs to an incident, and why."""

    report: str
    publisher: str | None
    event: str
    why: str | None


def put_origins(connection: Connection, origins: Sequence[tuple[str, str | None, str, str]]) -> int:
    """Set origin and reason of reports (report id, publisher, origin id, reason); how many reports there are of them."""
    numbers = Dictionary(t.origins, "id").numbers(connection, [plain(origin) for _, _, origin, _ in origins], lambda one: {"id": one})
    rows = [
        {"which": key(report, publisher), "of": numbers[plain(origin)], "because": plain(reason)}
        for report, publisher, origin, reason in origins
    ]
    statement = update(t.reports).where(t.reports.c.key == bindparam("which"))
    statement = statement.values(origin=bindparam("of"), origin_reason=bindparam("because"), placed=NEXT)
    return connection.execute(statement, rows).rowcount if rows else 0


def put_incidents(connection: Connection, incidents: Sequence[Incident], gone: Iterable[str]) -> int:
    """Insert incidents over those with the same ids, link their events, and count origins on these; how many links were made."""
    for one in incidents:
        if missing := [name for name in REQUIRED if name not in one.body]:
            raise StoreError(f"incident {one.body.get('id')!r} lacks {', '.join(missing)}")
    events = _events(connection, incidents)
    members = [[events.get((told["report"], told["id"]), ()) for told in one.body["events"]] for one in incidents]
    return replace(connection, [Placed(one, numbers) for one, numbers in zip(incidents, members, strict=True)], gone)


@dataclass(frozen=True, slots=True)
class Placed:
    """An incident, the numbers that each of its events goes by, in their order, and the part that it belongs to."""

    incident: Incident
    members: Sequence[Sequence[int]]
    part: int | None = None


def replace(connection: Connection, placed: Sequence[Placed], gone: Iterable[str]) -> int:
    """Put incidents in the place of those that are gone or have the same ids; how many events are linked to them."""
    _drop(connection, [*gone, *(plain(one.incident.body["id"]) for one in placed)])
    first = following(connection, t.incidents)
    rows = [{**_row(first + i, one.incident.body), "part": one.part} for i, one in enumerate(placed)]
    if rows:
        connection.execute(insert(t.incidents), rows)
    found = [
        (row, {"event": n, "incident": row["n"], "why": plain(why) if why else None})
        for row, one in zip(rows, placed, strict=True)
        for numbers, why in _told(one)
        for n in numbers
    ]
    linked = {link["event"]: (row, link) for row, link in found}  # an event belongs to one incident
    _link(connection, linked)
    return len(linked)


def links(connection: Connection, incident: int) -> list[Link]:
    """The events of an incident, and why they belong to it."""
    joined = t.links.join(t.bodies, t.bodies.c.n == t.links.c.event).join(t.reports, t.reports.c.n == t.bodies.c.report)
    query = select(t.reports.c.id, t.reports.c.publisher, t.bodies.c.id, t.links.c.why).select_from(joined)
    return [Link(*row) for row in connection.execute(query.where(t.links.c.incident == incident).order_by(t.links.c.event))]


def _drop(connection: Connection, ids: Sequence[str]) -> None:
    for some in pieces(ids):
        old = select(t.incidents.c.n).where(t.incidents.c.id.in_(some))
        connection.execute(update(t.events).where(t.events.c.incident.in_(old)).values(incident=None, origins=None, linked=NEXT))
        connection.execute(delete(t.incidents).where(t.incidents.c.id.in_(some)))


def _row(n: int, body: Mapping[str, Any]) -> dict[str, Any]:
    time = body["time"] or {}
    return {
        "n": n,
        **{name: plain(body[name]) for name in ("id", "type", "status")},
        **{name: body[name] for name in ("reports", "publishers", "origins", "first", "last")},
        "day": time.get("start") or body["first"] or "",
        "disagreements": len(body["disagreements"]),
        "stale": 0,
        "body": line(body),
    }


def _told(one: Placed) -> Iterator[tuple[Sequence[int], str | None]]:
    """The events of an incident, each with the reason why it belongs to it."""
    why = one.incident.why
    return zip(one.members, [*why, *[None] * (len(one.members) - len(why))], strict=False)


def _events(connection: Connection, incidents: Sequence[Incident]) -> Mapping[tuple[str, str], list[int]]:
    """The numbers of events by the ids of report and event."""
    ids = list(dict.fromkeys(plain(event["id"]) for one in incidents for event in one.body["events"]))
    found: dict[tuple[str, str], list[int]] = {}
    for some in pieces(ids):
        query = select(t.reports.c.id, t.bodies.c.id, t.bodies.c.n).join(t.reports, t.reports.c.n == t.bodies.c.report)
        for report, event, n in connection.execute(query.where(t.bodies.c.id.in_(some))):
            found.setdefault((report, event), []).append(n)
    return found


def _link(connection: Connection, linked: Mapping[int, tuple[Mapping[str, Any], Mapping[str, Any]]]) -> None:
    for some in pieces(list(linked)):
        connection.execute(delete(t.links).where(t.links.c.event.in_(some)))
    if linked:
        connection.execute(insert(t.links), [dict(link) for _, link in linked.values()])
        statement = update(t.events).where(t.events.c.n == bindparam("which"))
        statement = statement.values(incident=bindparam("of"), origins=bindparam("many"), linked=NEXT)
        connection.execute(statement, [{"which": n, "of": row["n"], "many": row["origins"]} for n, (row, _) in linked.items()])


def stale(connection: Connection, incidents: Select[int]) -> None:
    """Say of incidents that an event of theirs has changed since they were put together."""
    c = t.incidents.c
    connection.execute(update(t.incidents).where(c.n.in_(incidents), c.stale == 0).values(stale=1, staled=NEXT))


def pieces(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Values in portions that one statement can take."""
    return (values[i : i + MANY] for i in range(0, len(values), MANY))
