"""Making the rows of reports' events: from what was coded and corrected to all that is found and counted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, insert, select, update

from sayso.model.jsonl import line
from sayso.store.corrected.correction import Held
from sayso.store.gathered.incidents import pieces, stale
from sayso.store.rows.dictionary import Dictionary, following
from sayso.store.rows.event import Numbers, Row, Rows, name_row, names, place_key, place_row
from sayso.store.rows.words import plain
from sayso.store.schema import tables as t

ORDER = (t.bodies, t.events, t.parties, t.countries, t.sectors, t.dyads, t.says, t.contexts, t.quantities)


class Derivation:
    """Inserts events; remembers the numbers of names and places."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.names, self._places = Dictionary(t.names, "name"), Dictionary(t.places, "key")

    def forget(self) -> None:
        """Forget numbers that may have been rolled back."""
        self.names.forget()
        self._places.forget()

    def insert(self, connection: Connection, reports: Sequence[tuple[Row, Sequence[Held]]]) -> int:
        """Insert the events of reports that have none yet; how many hold."""
        rows = Rows()
        numbers = self._numbers(connection, reports)
        body = following(connection, t.bodies)
        for report, held in reports:
            for position, one in enumerate(held):
                rows.of[t.bodies].append(_body(body, report, position, one))
                if one.state != "rejected":
                    rows.event(body, report, one.state, one.event, numbers)
                body += 1
        put(connection, rows.of)
        return len(rows.of[t.events])

    def renew(self, connection: Connection, report: Row, held: Sequence[Held]) -> None:
        """Make rows of one report's events anew where corrections have changed what holds: those as coded keep their numbers."""
        old = {row.position: row for row in connection.execute(_linked(report["n"]))}
        new = [(position, one) for position, one in enumerate(held) if not _same(old.get(position), one)]
        stay = set(range(len(held))) - {position for position, _ in new}
        gone = [row.n for position, row in old.items() if position not in stay]
        if not gone and not new:
            return
        _taken(connection, gone)
        numbers, rows, body = self._numbers(connection, [(report, [one for _, one in new])]), Rows(), following(connection, t.bodies)
        for position, one in new:
            kept = old.get(position) if one.coded else None
            n = kept.n if kept else body + position
            row = _body(n, report, position, one)
            if kept:
                connection.execute(update(t.bodies).where(t.bodies.c.n == n).values(row))
            else:
                rows.of[t.bodies].append(row)
            if one.state != "rejected":
                rows.event(n, report, one.state, one.event, numbers)
                same = kept if kept and kept.corrected == row["corrected"] else None
                rows.of[t.events][-1] |= {"incident": same.incident, "origins": same.origins} if same else {}
        put(connection, rows.of)
        _loosened(connection, [row["n"] for row in rows.of[t.events] if row["incident"] is None])

    def _numbers(self, connection: Connection, reports: Sequence[tuple[Row, Sequence[Held]]]) -> Numbers:
        events = [(report["n"], one.event) for report, held in reports for one in held]
        places = {place_key(event["place"]): event["place"] for _, event in events if event["place"]}
        return Numbers(
            self.names.numbers(connection, (name for _, event in events for name in names(event)), name_row),
            self._places.numbers(connection, places, lambda key: place_row(places[key])),
            _passages(connection, events),
        )


def cleared(connection: Connection, reports: Iterable[int]) -> None:
    """Take away all events of reports; incidents that they were part of are marked as stale."""
    listed = list(reports)
    _stale(connection, select(t.bodies.c.n).where(t.bodies.c.report.in_(listed)))
    connection.execute(delete(t.bodies).where(t.bodies.c.report.in_(listed)))


def _stale(connection: Connection, events: Select[tuple[int]]) -> None:
    stale(connection, select(t.links.c.incident).where(t.links.c.event.in_(events)))


def _taken(connection: Connection, events: Sequence[int]) -> None:
    """Take away what is found and counted of events, and those that were added by hand."""
    for some in pieces(events):
        _stale(connection, select(t.bodies.c.n).where(t.bodies.c.n.in_(some)))
        connection.execute(delete(t.events).where(t.events.c.n.in_(some)))
        connection.execute(delete(t.bodies).where(t.bodies.c.n.in_(some), t.bodies.c.coded.is_(None)))


def _same(row: Any, one: Held) -> bool:
    """Whether an event is already there as it holds."""
    return row is not None and (row.state, row.corrected, row.by_hand) == (one.state, _line(one.corrected), one.coded is None)


def _loosened(connection: Connection, events: Sequence[int]) -> None:
    """Take events that say something else now out of their incidents."""
    connection.execute(delete(t.links).where(t.links.c.event.in_(events)))


def _linked(report: int) -> Select[Any]:
    """A report's bodies, and the incidents they are linked to."""
    joined = t.bodies.outerjoin(t.links, t.links.c.event == t.bodies.c.n).outerjoin(t.incidents, t.incidents.c.n == t.links.c.incident)
    b = t.bodies.c
    columns = (b.n, b.position, b.state, b.corrected, b.coded.is_(None).label("by_hand"), t.links.c.incident, t.incidents.c.origins)
    return select(*columns).select_from(joined).where(t.bodies.c.report == report).order_by(t.bodies.c.position)


def put(connection: Connection, rows: Mapping[Table, list[Row]]) -> None:
    """Insert rows, what is referred to first."""
    for table in ORDER:
        if rows[table]:
            connection.execute(insert(table), rows[table])


def _body(n: int, report: Row, position: int, one: Held) -> Row:
    return {
        "n": n,
        "report": report["n"],
        "position": position,
        "id": plain(one.event["id"]),
        "state": one.state,
        "coded": _line(one.coded),
        "corrected": _line(one.corrected),
    }


def _line(event: Mapping[str, Any] | None) -> str | None:
    return line(event) if event else None


def _passages(connection: Connection, events: Sequence[tuple[int, Mapping[str, Any]]]) -> dict[tuple[int, int, int], int]:
    """Rows for the sentences that events stand in, one for all of a sentence. They stay when these go: snapshots show them."""
    spans = {(report, event["evidence"]["start"], event["evidence"]["end"]): plain(event["evidence"]["text"]) for report, event in events}
    p, numbers = t.passages.c, dict[tuple[int, int, int], int]()
    for some in pieces(list({report for report, *_ in spans})):
        for row in connection.execute(select(p.n, p.report, p.starts, p.ends, p.text).where(p.report.in_(some))):
            if spans.get(span := (row.report, row.starts, row.ends)) == row.text:
                numbers[span] = row.n
    new = [span for span in spans if span not in numbers]
    first = following(connection, t.passages)
    numbers.update(zip(new, range(first, first + len(new)), strict=True))
    if new:
        listed = [{"n": numbers[span], "report": span[0], "starts": span[1], "ends": span[2], "text": spans[span]} for span in new]
        connection.execute(insert(t.passages), listed)
    return numbers
