"""Events as lists show them: each with its state, its report's key, and the incident that it belongs to."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import numbered_page
from sayso.store.counted.breadth import broad
from sayso.store.schema import tables as t

Question = Callable[[Connection], "Listing"]


@dataclass(frozen=True, slots=True)
class Listed:
    """An event by the JSON contract as it holds now, and what the database knows besides.

    `report` is the report's key, `number` the event's own in this database; `origins` counts the independent origins of the incident,
    `contested` the fields on which its reports disagree.
    """

    number: int
    event: Mapping[str, Any]
    state: str
    day: str
    report: str
    incident: str | None
    origins: int | None
    contested: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """Some events, and where the next page begins (None at the end)."""

    events: Sequence[Listed]
    after: str | None


def listing(wanted: Filter, *, limit: int = 50, after: str | None = None) -> Question:
    """A page of the events that a filter leaves, the newest first: `view.ask(listing(wanted))`.

    Raises:
        StoreError: `after` comes from no page.
    """

    def asked(connection: Connection) -> Listing:
        numbers, following = numbered_page(connection, wanted, limit, after)
        found = {one.number: one for one in listed(connection, numbers)}
        return Listing([found[n] for n in numbers], following)

    return asked


def newest(connection: Connection, wanted: Sequence[Filter], limit: int) -> list[Listed]:
    """The newest events that any of some filters leaves, each once."""
    if any(broad(connection, one) for one in wanted):
        from sayso.store.counted.masks import latest, united  # NumPy takes a tenth of a second

        numbers = latest(united(connection, wanted), limit)
    else:
        pages = (numbered_page(connection, one, limit, None)[0] for one in wanted)
        numbers = list({number for page in pages for number in page})
    return sorted(listed(connection, numbers), key=lambda one: (one.day, one.number), reverse=True)[:limit]


def listed(connection: Connection, numbers: Sequence[int]) -> list[Listed]:
    """Events by their numbers, in no order."""
    return [listed_of(row) for row in connection.execute(events().where(t.events.c.n.in_(numbers)))]


def events() -> Select[Any]:
    """The rows that `listed_of` reads."""
    e, b = t.events.c, t.bodies.c
    joined = t.events.join(t.bodies, b.n == e.n).join(t.reports, t.reports.c.n == e.report)
    joined = joined.outerjoin(t.incidents, t.incidents.c.n == e.incident)
    body = func.coalesce(b.corrected, b.coded).label("body")
    told = (t.incidents.c.id.label("incident"), e.origins, t.incidents.c.disagreements)
    return select(e.n, body, e.state, e.day, t.reports.c.key, *told).select_from(joined)


def listed_of(row: Any) -> Listed:
    """An event of a row of `events()`."""
    return Listed(row.n, json.loads(row.body), row.state, row.day, row.key, row.incident, row.origins, row.disagreements or 0)
