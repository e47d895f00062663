"""Events that others have coded: kept beside our own, in a table that no filter, facet or series looks at."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Connection, Index, Table, Text, func, insert, select

from sayso.model import Event
from sayso.model.jsonl import line
from sayso.store.gathered.incidents import pieces
from sayso.store.rows.dictionary import following
from sayso.store.rows.words import plain
from sayso.store.schema.versions import Number, metadata

table = Table(
    "imported",
    metadata,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("coder", Text, nullable=False),  # gdelt2, polecat
    Column("id", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("imported_id", "coder", "id", unique=True),
    Index("imported_day", "coder", "day", "n"),
)


def put_imported(connection: Connection, coder: str, events: Iterable[Event]) -> int:
    """Keep events of a coder; those that are there already are passed over. How many were new."""
    listed = {plain(event.id): event for event in events}
    c, known = table.c, set[str]()
    for some in pieces(list(listed)):
        known.update(connection.execute(select(c.id).where(c.coder == coder, c.id.in_(some))).scalars())
    first = following(connection, table)
    new = [(id, event) for id, event in listed.items() if id not in known]
    rows = [
        {"n": first + i, "coder": coder, "id": id, "day": _day(event), "type": event.type, "body": line(event.to_dict())}
        for i, (id, event) in enumerate(new)
    ]
    if rows:
        connection.execute(insert(table), rows)
    return len(rows)


def imported(connection: Connection, coder: str) -> Iterator[str]:
    """The events of a coder as lines of JSON, by day."""
    c = table.c
    with connection.execute(select(c.body).where(c.coder == coder).order_by(c.day, c.n), execution_options={"yield_per": 500}) as rows:
        yield from rows.scalars()


def coders(connection: Connection) -> dict[str, int]:
    """Whose events there are, and how many."""
    c = table.c
    return {row.coder: row.many for row in connection.execute(select(c.coder, func.count().label("many")).group_by(c.coder))}


def _day(event: Event) -> str:
    return (event.time.start if event.time else None) or event.report["published"] or ""
