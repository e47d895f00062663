"""What finding copies reads and writes: reports whose origin is open, what they may copy, and what is known of those."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from sayso.model import Report
from sayso.store.gathered.incidents import pieces, stale
from sayso.store.rows.dictionary import Dictionary
from sayso.store.rows.report import COLUMNS, report_of
from sayso.store.rows.words import plain
from sayso.store.schema import tables as t
from sayso.store.schema.versions import NEXT, last

HOLDERS = (
    8  # reports that a key is kept for, the latest: copies come one after the other, and a line that stands under every page tells nothing
)
NEAR = 8  # days


@dataclass(frozen=True, slots=True)
class Wording:
    """What is known of a report: its number and id, the day of publication, digest and length of its wording, and whose word it is."""

    number: int
    id: str
    published: str | None
    digest: str
    length: int
    voice: str | None
    writer: str | None


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that are one story, by number: whether the one is a part of the other, how strong the link is, and why."""

    one: int
    other: int
    cut: bool
    strength: float
    reason: str


class Copies:
    """Reads and writes in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection of a transaction that may write."""
        self._connection = connection

    def version(self) -> int:
        """The version of the data that is read."""
        return last(self._connection)

    def waiting(self, limit: int) -> tuple[dict[int, Report], set[int]]:
        """Some reports whose origin is open, by number: those that were never looked at, and the numbers of all."""
        r = t.reports.c
        query = select(*COLUMNS, t.wordings.c.report.label("known")).outerjoin(t.wordings, t.wordings.c.report == r.n)
        rows = self._connection.execute(query.where(r.origin.is_(None)).order_by(r.n).limit(limit)).all()
        return {row.n: report_of(row) for row in rows if row.known is None}, {row.n for row in rows}

    def reports(self, numbers: Collection[int]) -> dict[int, Report]:
        """Reports by number."""
        found = (
            row for some in pieces(sorted(numbers)) for row in self._connection.execute(select(*COLUMNS).where(t.reports.c.n.in_(some)))
        )
        return {row.n: report_of(row) for row in found}

    def credited(self, names: Collection[str]) -> set[str]:
        """Which of the names were credited before."""
        c = t.credits.c.name
        return {name for some in pieces(sorted(names)) for name in self._connection.execute(select(c).where(c.in_(some))).scalars()}

    def credit(self, names: Collection[str]) -> None:
        """Keep names that are credited for the first time."""
        if names:
            self._connection.execute(insert(t.credits), [{"name": name} for name in sorted(names)])

    def written_by(self, writer: str, around: tuple[str, str] | None) -> set[int]:
        """The numbers of reports of a publisher, as others credit it: from one day to another, or those without a day."""
        r = t.reports.c
        query = select(r.n).join(t.wordings, t.wordings.c.report == r.n).where(t.wordings.c.writer == writer)
        query = query.where(r.published.between(*around)) if around else query.where(r.published.is_(None))
        return set(self._connection.execute(query).scalars())

    def holders(self, keys: Collection[int]) -> dict[int, list[int]]:
        """The reports that hold keys, by key."""
        c, found = t.samples.c, defaultdict[int, list[int]](list)
        for some in pieces(sorted(keys)):
            for key, report in self._connection.execute(select(c.key, c.report).where(c.key.in_(some)).order_by(c.key, c.report)):
                found[key].append(report)
        return found

    def hold(self, keys: Mapping[int, Collection[int]], holders: Mapping[int, Collection[int]]) -> None:
        """Keep keys of reports; of those that hold one key the latest stay, `holders` being those that do so far."""
        new: dict[int, set[int]] = defaultdict(set)
        for report, held in keys.items():
            for key in held:
                new[key].add(report)
        rows, gone = [], []
        for key, reports in new.items():
            before = set(holders.get(key, ()))
            kept = set(sorted(before | reports)[-HOLDERS:])
            rows += [{"key": key, "report": report} for report in kept - before]
            gone += [{"which": key, "of": report} for report in before - kept]
        s = t.samples.c
        if gone:
            self._connection.execute(delete(t.samples).where(s.key == bindparam("which"), s.report == bindparam("of")), gone)
        if rows:
            self._connection.execute(insert(t.samples), rows)

    def lengths(self, numbers: Collection[int]) -> dict[int, int]:
        """The lengths of wordings in runs."""
        w = t.wordings.c
        queries = (select(w.report, w.length).where(w.report.in_(some)) for some in pieces(sorted(numbers)))
        return {row.report: row.length for query in queries for row in self._connection.execute(query)}

    def know(self, wordings: Sequence[Wording], copies: Sequence[Copy]) -> None:
        """Keep what was found out about reports, and which are copies of which."""
        if wordings:
            names = ("digest", "length", "voice", "writer")
            known = [{"report": one.number, **{name: getattr(one, name) for name in names}} for one in wordings]
            self._connection.execute(insert(t.wordings), known)
        if copies:
            self._connection.execute(insert(t.copies), [{**asdict(one), "cut": int(one.cut)} for one in copies])

    def hanging_together(self, numbers: Iterable[int]) -> set[int]:
        """All reports that links lead to."""
        c, found, new = t.copies.c, set[int](), set(numbers)
        while new:
            found |= new
            near = set[int]()
            for some in pieces(sorted(new)):
                near.update(self._connection.execute(select(c.other).where(c.one.in_(some))).scalars())
                near.update(self._connection.execute(select(c.one).where(c.other.in_(some))).scalars())
            new = near - found
        return found

    def known(self, numbers: Collection[int]) -> tuple[list[Wording], list[Copy]]:
        """What is known of reports, and the links between them."""
        r, w, c = t.reports.c, t.wordings.c, t.copies.c
        joined = select(r.n, r.id, r.published, w.digest, w.length, w.voice, w.writer).join(t.wordings, w.report == r.n)
        wordings, copies = list[Wording](), list[Copy]()
        for some in pieces(sorted(numbers)):
            wordings += [Wording(*row) for row in self._connection.execute(joined.where(r.n.in_(some)))]
            rows = self._connection.execute(select(c.one, c.other, c.cut, c.strength, c.reason).where(c.one.in_(some)))
            copies += [Copy(row.one, row.other, bool(row.cut), row.strength, row.reason) for row in rows]
        return wordings, copies

    def keep(self, origins: Mapping[int, tuple[str, str]]) -> int:
        """Set the origins (id and reason) of reports by number; incidents that rest on one of another id are to be put together anew."""
        before = self._origins(origins)
        changed = {n: origin for n, origin in origins.items() if before.get(n) != origin}
        ids = Dictionary(t.origins, "id").numbers(self._connection, [plain(id) for id, _ in changed.values()], lambda one: {"id": one})
        rows = [{"which": n, "of": ids[plain(id)], "because": plain(reason)} for n, (id, reason) in changed.items()]
        if rows:
            statement = update(t.reports).where(t.reports.c.n == bindparam("which"))
            self._connection.execute(statement.values(origin=bindparam("of"), origin_reason=bindparam("because"), placed=NEXT), rows)
        moved = [n for n, (id, _) in changed.items() if n not in before or before[n][0] != id]
        for some in pieces(moved):
            told = select(t.links.c.incident).join(t.bodies, t.bodies.c.n == t.links.c.event).where(t.bodies.c.report.in_(some))
            stale(self._connection, told)
        return len(moved)

    def _origins(self, numbers: Collection[int]) -> dict[int, tuple[str, str]]:
        r = t.reports.c
        query = select(r.n, t.origins.c.id, r.origin_reason).join(t.origins, t.origins.c.n == r.origin)
        found: Iterable[Any] = (row for some in pieces(sorted(numbers)) for row in self._connection.execute(query.where(r.n.in_(some))))
        return {row.n: (row.id, row.origin_reason) for row in found}


def forgotten(connection: Connection, reports: Sequence[int]) -> None:
    """Forget all that was found out about the wording of reports; the origins of all that hung together with them are open."""
    near = Copies(connection).hanging_together(reports)
    for some in pieces(sorted(near)):
        connection.execute(update(t.reports).where(t.reports.c.n.in_(some)).values(origin=None, origin_reason=None, placed=NEXT))
    for some in pieces(list(reports)):
        for table, columns in ((t.wordings, ("report",)), (t.samples, ("report",)), (t.copies, ("one", "other"))):
            for column in columns:
                connection.execute(delete(table).where(table.c[column].in_(some)))
