"""What finding incidents reads and writes: events that belong to none yet, what they may join, and what they come to."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, TextClause, bindparam, delete, func, insert, select, text, update

from sayso.model.jsonl import line
from sayso.store.gathered.decisions import decisions
from sayso.store.gathered.draft import Notes
from sayso.store.gathered.incidents import Incident, Placed, pieces, replace
from sayso.store.rows.dictionary import following
from sayso.store.rows.words import number, plain
from sayso.store.schema import tables as t

Event = dict[str, Any]
Stretch = tuple[str, int, int]  # a block, and the first and last day on which an event may meet others of it
EFFECTIVE = func.coalesce(t.bodies.c.corrected, t.bodies.c.coded).label("body")


@dataclass(frozen=True, slots=True)
class Said:
    """What some events say, all the same: its key, their numbers, and where they meet others."""

    key: str
    events: Sequence[int]
    stretches: Collection[Stretch]


@dataclass(frozen=True, slots=True)
class Portion:
    """What hangs together: all that is said, and its incidents with the numbers that each of their events goes by."""

    said: Sequence[Said]
    incidents: Sequence[tuple[Incident, Sequence[Sequence[int]]]]


class Gathering:
    """Reads and writes in one transaction."""

    def __init__(self, connection: Connection, notes: Notes | None = None) -> None:
        """Take the connection of a transaction, which must be able to write for `keep`; `notes` ask what incidents stand on, if given."""
        self._connection = connection
        self._reads: Any = notes or connection

    def loose(self) -> Sequence[str]:
        """Incidents of which events have changed, and which belong to no part."""
        c = t.incidents.c
        return self._connection.execute(select(c.id).where(c.stale == 1, c.part.is_(None))).scalars().all()

    def let_go(self, incidents: Sequence[str]) -> None:
        """Take incidents away; their events belong to none."""
        replace(self._connection, [], incidents)

    def stale(self, limit: int) -> set[int]:
        """Some parts with an incident whose events have changed since it was put together."""
        c = t.incidents.c
        return set(self._connection.execute(select(c.part).where(c.stale == 1).distinct().limit(limit)).scalars())

    def waiting(self, limit: int) -> dict[int, Event]:
        """Some events that belong to no incident, by number, those of earlier days first."""
        e = t.events.c
        found = select(e.n).where(e.incident.is_(None)).order_by(e.day, e.n).limit(limit)
        numbers = self._connection.execute(found).scalars().all()
        for some in pieces(numbers):
            self._reads.execute(select(e.n).where(e.n.in_(some), e.incident.is_(None)).order_by(e.n))  # these, whoever else waits by then
        return self.events(numbers)

    def anything(self) -> bool:
        """Whether anything is left to be done: for an origin, an event, or an incident."""
        left = (
            select(t.reports.c.n).where(t.reports.c.origin.is_(None)),
            select(t.events.c.n).where(t.events.c.incident.is_(None)),
            select(t.incidents.c.n).where(t.incidents.c.stale == 1),
        )
        return any(self._connection.execute(query.limit(1)).first() for query in left)

    def decisions(self) -> list[dict[str, Any]]:
        """What people decided and have not taken back, in that order."""
        return list(decisions(self._reads))

    def events(self, numbers: Iterable[int]) -> dict[int, Event]:
        """Events as they hold now, by number."""
        return {n: event for some in pieces(list(numbers)) for n, event in self._bodies(select(t.bodies.c.n, EFFECTIVE), some)}

    def members(self, parts: Collection[int]) -> dict[int, Event]:
        """The events of parts that still hold, by number."""
        found: dict[int, Event] = {}
        for some in pieces(sorted(parts)):
            joined = t.incidents.join(t.events, t.events.c.incident == t.incidents.c.n).join(t.bodies, t.bodies.c.n == t.events.c.n)
            query = select(t.bodies.c.n, EFFECTIVE).select_from(joined).where(t.incidents.c.part.in_(some))
            found.update((row.n, json.loads(row.body)) for row in self._reads.execute(query))
        return found

    def saying(self, keys: Iterable[str]) -> set[int]:
        """The parts in which just this is said already."""
        c = t.tellings.c
        return {part for some in pieces(list(keys)) for part in self._reads.execute(select(c.part).where(c.key.in_(some))).scalars()}

    def near(self, stretches: Iterable[Stretch], longest: int) -> dict[int, tuple[int, Event]]:
        """What shares a day of a block with one of the stretches, none longer than so many days: its part and an event of it."""
        numbers: set[int] = set()
        for some in pieces(sorted((number(block), first, last) for block, first, last in stretches)):
            numbers.update(self._reads.execute(_meeting(some, longest)).scalars())
        found: dict[int, tuple[int, Event]] = {}
        joined = select(t.tellings.c.n, t.tellings.c.part, EFFECTIVE).join(t.bodies, t.bodies.c.n == t.tellings.c.event)
        for some in pieces(sorted(numbers)):
            rows = self._reads.execute(joined.where(t.tellings.c.n.in_(some)))
            found.update((row.n, (row.part, json.loads(row.body))) for row in rows)
        return found

    def named(self, ids: Iterable[str]) -> set[int]:
        """The parts that hold events by these ids."""
        joined = t.events.join(t.incidents, t.incidents.c.n == t.events.c.incident)
        query = select(t.incidents.c.part).select_from(joined).where(t.incidents.c.part.is_not(None))
        some = [plain(one) for one in ids]
        return set(self._reads.execute(query.where(t.events.c.id.in_(some))).scalars()) if some else set()

    def origins(self, events: Collection[int]) -> dict[int, str]:
        """The ids of the origins of events' reports, by the events' numbers."""
        joined = t.bodies.join(t.reports, t.reports.c.n == t.bodies.c.report).join(t.origins, t.origins.c.n == t.reports.c.origin)
        query = select(t.bodies.c.n, t.origins.c.id).select_from(joined)
        found = (row for some in pieces(sorted(events)) for row in self._reads.execute(query.where(t.bodies.c.n.in_(some))))
        return {row.n: row.id for row in found}

    def keep(self, before: Collection[int], portions: Sequence[Portion]) -> tuple[int, int]:
        """Put portions in the place of parts; what has not changed is left alone. How many incidents were written, and how many gone."""
        said, known = self._said(before), self._incidents(before)
        free = iter(range(self._following(), self._following() + len(portions)))
        taken: set[int] = set()
        placed: list[Placed] = []
        told: list[tuple[int, Said]] = []
        for portion in portions:
            old = (said[one.key].part for one in portion.said if one.key in said)
            part = next((n for n in old if n not in taken), None) or next(free)
            taken.add(part)
            told += [(part, one) for one in portion.said]
            placed += [Placed(one, members, part) for one, members in portion.incidents]
        self._tell(told, said)
        self._forget(said, {one.key for portion in portions for one in portion.said})
        return self._renew(placed, known)

    def _bodies(self, query: Select[int, str], numbers: Sequence[int]) -> Iterator[tuple[int, Event]]:
        rows = {row.n: row.body for row in self._reads.execute(query.where(t.bodies.c.n.in_(numbers)))}
        return ((n, json.loads(rows[n])) for n in numbers)

    def _following(self) -> int:
        parts = self._connection.execute(select(func.coalesce(func.max(t.tellings.c.part), 0))).scalar_one()
        others = self._connection.execute(select(func.coalesce(func.max(t.incidents.c.part), 0))).scalar_one()
        return int(max(parts, others)) + 1

    def _said(self, parts: Collection[int]) -> Mapping[str, Any]:
        query = select(t.tellings)
        rows = (row for some in pieces(sorted(parts)) for row in self._connection.execute(query.where(t.tellings.c.part.in_(some))))
        return {row.key: row for row in rows}

    def _incidents(self, parts: Collection[int]) -> Mapping[str, Any]:
        c = t.incidents.c
        query = select(c.n, c.id, c.body, c.part, c.stale)
        rows = (row for some in pieces(sorted(parts)) for row in self._connection.execute(query.where(c.part.in_(some))))
        return {row.id: row for row in rows}

    def _tell(self, told: Sequence[tuple[int, Said]], said: Mapping[str, Any]) -> None:
        """Keep what is said in parts, and where it meets others."""
        new = [(part, one) for part, one in told if one.key not in said]
        first = following(self._connection, t.tellings)
        rows = [{"n": first + i, "key": one.key, "part": part, "event": min(one.events)} for i, (part, one) in enumerate(new)]
        if rows:
            self._connection.execute(insert(t.tellings), rows)
            stays = ((row["n"], *stay) for row, (_, one) in zip(rows, new, strict=True) for stay in _merged(one.stretches))
            listed = [{"telling": n, "block": block, "first": begin, "last": end} for n, block, begin, end in stays]
            self._connection.execute(insert(t.blocks), listed)
        moved = [_moved(part, one, row) for part, one in told if (row := said.get(one.key))]
        if changed := [row for row in moved if row]:
            statement = update(t.tellings).where(t.tellings.c.n == bindparam("which"))
            self._connection.execute(statement.values(part=bindparam("to"), event=bindparam("of")), changed)

    def _forget(self, said: Mapping[str, Any], still: Collection[str]) -> None:
        for some in pieces([row.n for key, row in said.items() if key not in still]):
            self._connection.execute(delete(t.tellings).where(t.tellings.c.n.in_(some)))

    def _renew(self, placed: Sequence[Placed], known: Mapping[str, Any]) -> tuple[int, int]:
        new = []
        for one in placed:
            row = known.get(one.incident.body["id"])
            if row is None or row.stale or row.body != line(one.incident.body):  # events written anew make theirs stale
                new.append(one)
            elif row.part != one.part:
                self._connection.execute(update(t.incidents).where(t.incidents.c.n == row.n).values(part=one.part))
        gone = known.keys() - {one.incident.body["id"] for one in placed}
        replace(self._connection, new, gone)
        return len(new), len(gone)


def _moved(part: int, one: Said, row: Any) -> dict[str, int] | None:
    """What has changed of a telling: its part, or the event that stands for it; None where nothing has."""
    event = row.event if row.event in one.events else min(one.events)
    return None if (row.part, row.event) == (part, event) else {"which": row.n, "to": part, "of": event}


def _meeting(stretches: Sequence[tuple[int, int, int]], longest: int) -> TextClause:
    """What has a day of a block in common with one of the stretches; as text, as it is quicker written than built up for each portion."""
    asked = ", ".join(f"({block:d}, {first:d}, {last:d})" for block, first, last in stretches)
    meeting = f"b.block = a.column1 AND b.first BETWEEN a.column2 - {longest:d} AND a.column3 AND b.last >= a.column2"
    return text(f"WITH a AS (VALUES {asked}) SELECT DISTINCT b.telling FROM a JOIN {t.blocks.name} b ON {meeting}")


def _merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Blocks by number; of one block that is met from the same day on, the longest stretch."""
    longest: dict[tuple[int, int], int] = {}
    for block, first, last in stretches:
        at = number(block), first
        longest[at] = max(last, longest.get(at, last))
    return ((block, first, last) for (block, first), last in longest.items())  # type: ignore[misc]
