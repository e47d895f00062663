"""Making the rows of reports' events: from what was coded and corrected to all that is found and counted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, insert, select, update

from sayso.model.jsonl import line
from sayso.store import tables as t
from sayso.store.correction import Held
from sayso.store.dictionary import Dictionary, following
from sayso.store.rows import Numbers, Row, Rows, name_row, names, place_key, place_row
from sayso.store.words import plain

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
        """Make the rows of one report's events anew where only corrections have changed: those as coded keep their numbers."""
        before = connection.execute(_linked(report["n"])).all()
        old = {row.position: row for row in before}
        if [(r.state, r.corrected) for r in before] == [(one.state, _line(one.corrected)) for one in held]:
            return
        connection.execute(delete(t.events).where(t.events.c.report == report["n"]))
        connection.execute(delete(t.passages).where(t.passages.c.report == report["n"]))
        _stale(connection, select(t.bodies.c.n).where(t.bodies.c.report == report["n"]))
        connection.execute(delete(t.bodies).where(t.bodies.c.report == report["n"], t.bodies.c.coded.is_(None)))
        numbers, rows, body = self._numbers(connection, [(report, held)]), Rows(), following(connection, t.bodies)
        for position, one in enumerate(held):
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
    connection.execute(delete(t.passages).where(t.passages.c.report.in_(listed)))


def _stale(connection: Connection, events: Select[tuple[int]]) -> None:
    touched = select(t.links.c.incident).where(t.links.c.event.in_(events))
    connection.execute(update(t.incidents).where(t.incidents.c.n.in_(touched)).values(stale=1))


def _loosened(connection: Connection, events: Sequence[int]) -> None:
    """Take events that say something else now out of their incidents."""
    connection.execute(delete(t.links).where(t.links.c.event.in_(events)))


def _linked(report: int) -> Select[Any]:
    """A report's bodies, and the incidents they are linked to."""
    joined = t.bodies.outerjoin(t.links, t.links.c.event == t.bodies.c.n).outerjoin(t.incidents, t.incidents.c.n == t.links.c.incident)
    columns = (t.bodies.c.n, t.bodies.c.position, t.bodies.c.state, t.bodies.c.corrected, t.links.c.incident, t.incidents.c.origins)
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
    """Rows for the sentences that events stand in, one for all events of a sentence."""
    spans = {(report, event["evidence"]["start"], event["evidence"]["end"]): event["evidence"]["text"] for report, event in events}
    first = following(connection, t.passages)
    numbers = dict(zip(spans, range(first, first + len(spans)), strict=True))
    if spans:
        listed = [
            {"n": numbers[span], "report": span[0], "starts": span[1], "ends": span[2], "text": plain(text)} for span, text in spans.items()
        ]
        connection.execute(insert(t.passages), listed)
    return numbers
