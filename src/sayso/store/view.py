"""The view: everything that is read from a database, by a connection that can't write."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import Connection, Select, func, select

from sayso.errors import StoreError
from sayso.model import AnnotatedReport, Event, Report, Version
from sayso.store.asked.condition import searched
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import hits, numbered_page
from sayso.store.counted.period import Frequency
from sayso.store.drawn.dyads import Dyad, series
from sayso.store.drawn.facets import FACETS, counted
from sayso.store.found.coded import uncoded_by
from sayso.store.found.intake import runs
from sayso.store.found.listing import Listed, listed
from sayso.store.found.snapshot import version_of
from sayso.store.gathered.decisions import decisions
from sayso.store.gathered.imported import coders, imported
from sayso.store.gathered.incidents import Link, links
from sayso.store.rows.report import COLUMNS, annotated_of, report_of
from sayso.store.rows.words import plain
from sayso.store.schema import tables as t
from sayso.store.schema.connect import address, reading, shown, told
from sayso.store.schema.migrate import readable
from sayso.store.schema.past import VERSION, version_shown

if TYPE_CHECKING:
    from sayso.store.counted.shelves import Shelves

TOGETHER = 500  # bodies fetched at a time
ASKED = 64  # reports looked up at a time, as they come in
STREAMED = {"yield_per": TOGETHER}
EVERYTHING = Filter()
Told = TypeVar("Told")
EFFECTIVE = func.coalesce(t.bodies.c.corrected, t.bodies.c.coded)


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the events that a filter leaves, as JSON lines, and where the next page begins (None at the end)."""

    lines: tuple[str, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a statement gives: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]


class View:
    """Reads a database; whatever it is asked, it can't change anything.

    Events are as they hold now: with their corrections, without those that were rejected. They come the newest first.
    """

    def __init__(self, name: str, *, keep: int = 0) -> None:
        """Open a database; `keep` so many connections for the next questions, where many are asked.

        Raises:
            StoreError: there is none, it is damaged, or it was written by another version.
        """
        self.url = address(name)
        self._shelves: Shelves | None = None
        self._version: int | None = None
        self._engine = reading(self.url, keep=keep)
        try:
            with self._connected() as connection:
                readable(connection, self.url)
        except BaseException:
            self._engine.dispose()
            raise

    def at(self, snapshot: str) -> "View":
        """The same database as it was at a snapshot (`v42`), whatever has changed since.

        Raises:
            StoreError: none is written like that; of one that is yet to come, questions say so.
        """
        then = copy(self)
        then._version, then._shelves = version_of(snapshot), None
        then._engine = reading(self.url, at=then._version)
        return then

    @property
    def file(self) -> Path | None:
        """The file of the database; None where a server has it."""
        return Path(str(self.url.database)).resolve() if self.url.get_backend_name() == "sqlite" else None

    def __enter__(self) -> Self:
        """The view itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the connections."""
        self._engine.dispose()

    def share(self, shelves: "Shelves") -> None:
        """Let those who read the same moment share the columns that they read."""
        self._shelves = shelves

    def let_go(self) -> None:
        """Close the connections that nobody uses, and forget what they have read; the next question opens another."""
        if self._shelves:
            self._shelves.forget()
        self._engine.dispose()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """A connection on which all that is read is of one moment."""
        with told(self.url), self._engine.connect() as connection, connection.begin():
            if self._version is not None:
                connection.execution_options(**{VERSION: self._version})
            if self._shelves:
                connection.execution_options(shelf=cache(partial(self._shelves.of, connection)))
            yield connection

    def lines(self, wanted: Filter = EVERYTHING, *, limit: int | None = None) -> Iterator[str]:
        """Events as lines of JSON, the same bytes as the coder wrote where nothing was corrected."""
        with self._connected() as connection:
            query = hits(connection, wanted).page(limit, None)
            with connection.execute(query, execution_options=STREAMED) as rows:
                for some in rows.partitions(TOGETHER):
                    yield from _bodies(connection, [row.event for row in some])

    def events(self, wanted: Filter = EVERYTHING, *, limit: int | None = None) -> Iterator[Event]:
        """Events, one at a time."""
        return (Event.from_dict(json.loads(line)) for line in self.lines(wanted, limit=limit))

    def listed(self, wanted: Filter = EVERYTHING, *, limit: int | None = None) -> Iterator[Listed]:
        """Events with what the database knows besides: the incident that each belongs to, and how many independent origins tell of it."""
        with self._connected() as connection:
            query = hits(connection, wanted).page(limit, None)
            with connection.execute(query, execution_options=STREAMED) as rows:
                for some in rows.partitions(TOGETHER):
                    found = {one.number: one for one in listed(connection, [row.event for row in some])}
                    yield from (found[row.event] for row in some)

    def page(self, wanted: Filter = EVERYTHING, *, limit: int = 50, after: str | None = None) -> Page:
        """Some events, from the one that follows those of the page before: its `after`.

        Raises:
            StoreError: `after` comes from no page.
        """
        with self._connected() as connection:
            numbers, following = numbered_page(connection, wanted, limit, after)
            return Page(tuple(_bodies(connection, numbers)), following)

    def count(self, wanted: Filter = EVERYTHING) -> int:
        """How many events there are."""
        with self._connected() as connection:
            return int(connection.execute(select(func.count()).select_from(hits(connection, wanted).query().subquery())).scalar_one())

    def facets(self, wanted: Filter = EVERYTHING, names: Sequence[str] = FACETS, *, top: int = 50) -> dict[str, list[tuple[Any, int]]]:
        """How many events there are by value of each facet, the commonest values first.

        Raises:
            StoreError: there is no such facet.
        """
        with self._connected() as connection:
            return counted(connection, wanted, names, top)

    def dyads(self, wanted: Filter = EVERYTHING, *, freq: Frequency = "M") -> Iterator[Dyad]:
        """Pairs of countries by period: how many events, incidents and reports, of which kinds, how friendly."""
        with self._connected() as connection:
            yield from series(connection, wanted, freq)

    def coded(self, event: str) -> Iterator[tuple[str, str | None, str | None]]:
        """State, JSON as coded and JSON as corrected of the events that go by an id; rejected ones too."""
        c = t.bodies.c
        with self._connected() as connection:
            found = connection.execute(select(c.state, c.coded, c.corrected).where(c.id == plain(event)).order_by(c.n))
            yield from ((row.state, row.coded, row.corrected) for row in found)

    def reports(
        self, *, id: str | None = None, publisher: str | None = None, text: str | None = None, limit: int | None = None
    ) -> Iterator[Report]:
        """Reports, the newest first: all, those that go by an id, of a publisher, with these words in title or text."""
        r = t.reports.c
        with self._connected() as connection:
            query = select(*COLUMNS).order_by(func.coalesce(r.published, "").desc(), r.n.desc()).limit(limit)
            query = query.where(r.id == plain(id)) if id is not None else query
            query = query.where(r.publisher == plain(publisher)) if publisher is not None else query
            query = (
                query.where(r.n.in_(searched(t.reports, text, connection.dialect.name, then=version_shown(connection)))) if text else query
            )
            with connection.execute(query, execution_options=STREAMED) as rows:
                yield from map(report_of, rows)

    def annotated(self, id: str, publisher: str | None = None) -> AnnotatedReport:
        """A report with all that the coder found in it.

        Raises:
            StoreError: there is none that goes by that id (and publisher).
        """
        r = t.reports.c
        with self._connected() as connection:
            query = select(*COLUMNS, t.annotations.c.body).join(t.annotations).where(r.id == plain(id)).order_by(r.n)
            row = connection.execute(query.where(r.publisher == plain(publisher)) if publisher is not None else query).first()
            if row is None:
                raise StoreError(f"{shown(self.url)}: there is no report {id!r}")
            c = t.bodies.c
            bodies = connection.execute(select(c.coded).where(c.report == row.n, c.coded.is_not(None)).order_by(c.position)).scalars()
            return annotated_of(report_of(row), row.body, tuple(Event.from_dict(json.loads(body)) for body in bodies))

    def uncoded(self) -> Iterator[Report]:
        """The reports that were stored and not coded; they may be written while they are read."""
        last, r = 0, t.reports.c
        while True:
            with self._connected() as connection:
                rows = connection.execute(select(*COLUMNS).where(r.coded == "", r.n > last).order_by(r.n).limit(TOGETHER)).all()
            if not rows:
                return
            last = rows[-1].n
            yield from map(report_of, rows)

    def uncoded_by(self, version: Version, reports: Iterable[Report]) -> Iterator[tuple[list[Report], int]]:
        """Some of the reports at a time: those that are not there as this version coded them, and how many of them are.

        They may be written while they are asked for.
        """
        rest = iter(reports)
        while some := list(islice(rest, ASKED)):
            with self._connected() as connection:
                found = uncoded_by(connection, some, version)
            yield found, len(some) - len(found)

    def incidents(
        self,
        *,
        id: str | None = None,
        type: str | None = None,
        min_origins: int | None = None,
        disagreement: bool = False,
        limit: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """Incidents by the JSON contract, the newest first; `id` is one's beginning."""
        c = t.incidents.c
        query = select(c.body).order_by(c.day.desc(), c.n.desc()).limit(limit)
        query = query.where(c.id.startswith(id, autoescape=True)) if id else query
        query = query.where(c.type == type) if type else query
        query = query.where(c.origins >= min_origins) if min_origins else query
        query = query.where(c.disagreements > 0) if disagreement else query
        with self._connected() as connection, connection.execute(query, execution_options=STREAMED) as rows:
            yield from (json.loads(row.body) for row in rows)

    def incident(self, id: str) -> tuple[dict[str, Any], list[Link]]:
        """An incident, and why each of its events belongs to it.

        Raises:
            StoreError: there is none that goes by that id.
        """
        with self._connected() as connection:
            row = connection.execute(select(t.incidents.c.n, t.incidents.c.body).where(t.incidents.c.id == id)).first()
            if row is None:
                raise StoreError(f"{shown(self.url)}: there is no incident {id!r}")
            return json.loads(row.body), links(connection, row.n)

    def decisions(self, *, undone: bool = False) -> list[dict[str, Any]]:
        """What people decided on which events are one happening, in the order in which they did."""
        with self._connected() as connection:
            return list(decisions(connection, undone=undone))

    def imported(self, coder: str) -> Iterator[Event]:
        """The events that another coder found, as they were imported; they have no evidence.

        Raises:
            StoreError: there are none of that coder; the message says whose there are.
        """
        with self._connected() as connection:
            if coder not in (known := coders(connection)):
                raise StoreError(f"{shown(self.url)}: holds no events of {coder!r}; imported are {', '.join(sorted(known)) or 'none'}")
            yield from (Event.from_dict(json.loads(line)) for line in imported(connection, coder))

    def runs(self) -> list[dict[str, Any]]:
        """What has been done with the database, the latest first."""
        with self._connected() as connection:
            return list(runs(None)(connection))

    def corrections(self, *, undone: bool = False) -> Iterator[dict[str, Any]]:
        """Corrections as they are exchanged, with what became of them, in the order they were made."""
        c = t.corrections.c
        query = select(c.body, c.outcome, c.undone_by, c.undone_at).order_by(c.at, c.n)
        with self._connected() as connection:
            for row in connection.execute(query if undone else query.where(c.undone_at.is_(None))):
                yield {**json.loads(row.body), "outcome": row.outcome, "undone_by": row.undone_by, "undone_at": row.undone_at}

    def reviewed(self) -> tuple[dict[str, str], dict[str, list[dict[str, Any]]]]:
        """The reports that corrections hang on, by key: their texts, and their events as coded."""
        r, b = t.reports.c, t.bodies.c
        with self._connected() as connection:
            keys = connection.execute(select(t.corrections.c.report_key).distinct()).scalars().all()
            texts = {row.key: report_of(row).text for row in connection.execute(select(*COLUMNS, r.key).where(r.key.in_(keys)))}
            joined = select(r.key, b.coded).join(t.bodies, b.report == r.n).where(r.key.in_(keys), b.coded.is_not(None))
            coded: dict[str, list[dict[str, Any]]] = {key: [] for key in texts}
            for key, body in connection.execute(joined.order_by(b.report, b.position)):
                coded[key].append(json.loads(body))
            return texts, coded

    def ask(self, question: Callable[[Connection], Told]) -> Told:
        """The answer to a question that a module of the store makes (`listing`, `snapshot` ...); all that it reads is of one moment."""
        with self._connected() as connection:
            return question(connection)

    def rows(self, query: Select[Any]) -> Sequence[Any]:
        """What a query of our own gives."""
        with self._connected() as connection:
            return connection.execute(query).all()

    def sql(self, statement: str, *, limit: int | None = None, seconds: float | None = None) -> Answer:
        """The answer to a SELECT of one's own; it is broken off after so many seconds.

        Raises:
            StoreError: the statement is wrong, tries to write, or takes too long.
        """
        from sayso.store.found.statement import answered

        with self._connected() as connection:
            columns, rows = answered(connection, statement, limit=limit, seconds=seconds)
        return Answer(columns, rows)


def _bodies(connection: Connection, numbers: Sequence[int]) -> Iterator[str]:
    """Events by their numbers, in this order, as JSON lines."""
    found = connection.execute(select(t.bodies.c.n, EFFECTIVE.label("body")).where(t.bodies.c.n.in_(numbers)))
    bodies: dict[int, str] = {row.n: row.body for row in found}
    return (bodies[n] for n in numbers)
