"""The writer: reports and what was found in them go in, whole or not at all."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from types import MappingProxyType, TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from sayso.errors import InputError, StoreError
from sayso.model import AnnotatedReport, Event, Report
from sayso.store import audit
from sayso.store.corrected.correction import Correction
from sayso.store.corrected.seen import unchanged
from sayso.store.gathered.copies import Copies
from sayso.store.gathered.decisions import Decision, decide, take_back
from sayso.store.gathered.draft import Draft
from sayso.store.gathered.gathering import Gathering
from sayso.store.gathered.imported import put_imported
from sayso.store.gathered.incidents import Incident, put_incidents, put_origins
from sayso.store.recorded.corrections import add, renewed, undo
from sayso.store.recorded.recording import Recording, Written
from sayso.store.rows.words import key
from sayso.store.schema import tables as t
from sayso.store.schema.connect import address, broken_off, reading, told, writing
from sayso.store.schema.migrate import migrated
from sayso.store.schema.versions import dated
from sayso.store.view import View

TOGETHER = 64  # reports written in one transaction
PORTION = 2000  # imported events
PAUSE = 0.02  # seconds in which others may write
WAITS = (0.5, 1, 2, 4, 8, 15, 30)  # seconds between attempts when a server has gone away
NOTHING_SEEN: Mapping[str, str] = MappingProxyType({})
Clock = Callable[[], str]
Made = TypeVar("Made")
Result = TypeVar("Result")


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def moment() -> str:
    """The same to the millisecond, which tells apart what one person says in a row."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Writer:
    """Writes reports into a database, some at a time; each is there with all its events, or as it was before.

    >>> with Writer("sayso.db") as writer:  # doctest: +SKIP
    ...     writer.add(annotated)
    """

    def __init__(self, name: str, *, command: str = "code", clock: Clock = now, together: int = TOGETHER, packs: bool = True) -> None:
        """Open a database, make it where there is none, and bring an older one up to date.

        At the end it `packs` what it has changed, for counting, unless somebody else is to do so.

        Raises:
            StoreError: it can't be opened or written, was written by a newer version, or is not ours.
        """
        self.url: URL = address(name)
        self.written = Written()
        self._clock, self._together, self._packs = clock, together, packs
        self._engine: Engine = writing(self.url)
        self._reader: Engine | None = None
        self._recording = Recording(command, clock)
        self._wrote = False
        self._waiting: list[AnnotatedReport] = []
        self._uncoded: list[Report] = []
        self._seen: dict[str, str] = {}
        try:
            migrated(self._engine, self.url)
        except BaseException:
            self._engine.dispose()
            raise

    @classmethod
    def beside(cls, view: View, *, command: str, clock: Clock = now, packs: bool = True) -> Self:
        """A writer of the database that a view reads.

        Raises:
            StoreError: it can't be written.
        """
        url = view.url
        return cls(
            str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=False),
            command=command,
            clock=clock,
            packs=packs,
        )

    def __enter__(self) -> Self:
        """The writer itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Write what waits, also when something else has failed; then close."""
        try:
            if not isinstance(error, StoreError):
                self.flush()
            if self._wrote and self._packs and error is None:
                self.pack()
        finally:
            self._engine.dispose()
            if self._reader:
                self._reader.dispose()

    def add(self, annotated: AnnotatedReport) -> None:
        """Write a report and what was found in it, now or with the next ones.

        A report is known by its id and publisher. One that was coded before is replaced, its corrections kept; with nothing changed it is
        left alone.

        Raises:
            InputError: another text came under the same id and publisher during this run; this one is passed over.
            StoreError: the database fails.
        """
        self._new(annotated.report)
        self._waiting.append(annotated)
        if len(self._waiting) >= self._together:
            self.flush()

    def keep(self, report: Report) -> None:
        """Write a report that was not coded, now or with the next ones; one whose text and day are there already is left alone.

        Raises:
            InputError, StoreError: as of `add`.
        """
        self._new(report)
        self._uncoded.append(report)
        if len(self._uncoded) >= self._together:
            self.flush()

    def _new(self, report: Report) -> None:
        known = self._seen.setdefault(key(report.id, report.publisher), report.digest)
        if known != report.digest:
            raise InputError(f"{report.id}: not stored: another text of this run has the same id and publisher; give each its own id")

    def flush(self) -> None:
        """Write what waits, in one transaction.

        Raises:
            StoreError: the database fails; nothing of what waited is written.
        """
        if coded := self._waiting:
            self.written.add(self._version(lambda connection: self._recording.coded(connection, coded)))
            coded.clear()
        if uncoded := self._uncoded:
            self.written.add(self._version(lambda connection: self._recording.uncoded(connection, uncoded)))
            uncoded.clear()

    def settle(self) -> None:
        """Let the database look at its own contents, so that it plans its answers well; worth its seconds after much was written."""
        self.transaction(lambda connection: connection.exec_driver_sql("ANALYZE").close())

    def pack(self) -> None:
        """Make the columns that questions about many events are answered from, where they are missing; some in each transaction."""
        from sayso.store.counted.slabs import pack  # NumPy takes a tenth of a second

        while self.transaction(pack):
            time.sleep(PAUSE)

    def originate(self, origins: Iterable[tuple[str, str | None, str, str]]) -> int:
        """Say which origin reports have: report id, publisher, id of the origin, and the reason. Gives how many reports were found."""
        listed = list(origins)
        return self._version(lambda connection: put_origins(connection, listed))

    def assemble(self, incidents: Iterable[Incident], *, gone: Iterable[str] = ()) -> int:
        """Keep incidents with their links, over those with the same ids; `gone` names those that no longer are. Gives how many links hold.

        Raises:
            StoreError: an incident lacks a part of its contract, or the database fails.
        """
        listed, ids = list(incidents), list(gone)
        return self._version(lambda connection: put_incidents(connection, listed, ids))

    def drafted(self, work: Callable[[Gathering], Result]) -> Draft[Result]:
        """Prepare finding incidents, by reading alone: others may write meanwhile. See `sayso.run.gather`."""
        return self._reading(lambda connection: Draft.of(connection, lambda notes: work(Gathering(connection, notes))))

    def kept(self, draft: Draft[Made], work: Callable[[Gathering, Made], Result]) -> tuple[Result | None, bool]:
        """Write what was drafted, in one transaction; None where it no longer holds. Besides, whether nobody else has written meanwhile."""

        def keep(connection: Connection) -> tuple[Result | None, bool]:
            alone = draft.undisturbed(connection)
            return work(Gathering(connection), draft.made) if draft.holds(connection) else None, alone

        return self._version(keep)

    def gathering(self, work: Callable[[Gathering], Result]) -> Result:
        """Find incidents in one transaction; see `sayso.run.gather`."""
        return self._version(lambda connection: work(Gathering(connection)))

    def copying(self, work: Callable[[Copies], Result]) -> Result:
        """Find origins in one transaction; see `sayso.run.originate`."""
        return self._version(lambda connection: work(Copies(connection)))

    def copied(self, work: Callable[[Copies], Result]) -> Result:
        """Prepare finding origins, by reading alone: others may write meanwhile."""
        return self._reading(lambda connection: work(Copies(connection)))

    def take_in(self, coder: str, events: Iterable[Event]) -> int:
        """Keep events that somebody else has coded, beside our own; how many were new. Those that are there already are passed over."""
        return sum(self._take_in(coder, some) for some in _portions(events))

    def _take_in(self, coder: str, events: list[Event]) -> int:
        return self.transaction(lambda connection: put_imported(connection, coder, events))

    def decide(self, decision: Decision) -> None:
        """Keep what a person decided: that events are one happening, or are not."""

        def work(connection: Connection) -> None:
            decide(connection, decision)
            self._noted(connection, decision.who, f"incident {decision.kind}", decision.id, **decision.body)

        self._version(work)

    def take_back(self, decision: str, *, who: str) -> None:
        """Take a decision back.

        Raises:
            StoreError: there is none with that id, or it was taken back already.
        """

        def work(connection: Connection) -> None:
            take_back(connection, decision, who=who, at=self._clock())
            self._noted(connection, who, "incident undo", decision)

        self._version(work)

    def correct(self, corrections: Iterable[Correction], *, seen: Mapping[str, str] = NOTHING_SEEN) -> Mapping[str, str]:
        """Keep corrections and put them on their events. Gives what became of those that are new, by id.

        Those whose report is not here wait for it. `seen` holds, by the id of a correction, the mark of its event as it was shown.

        Raises:
            ChangedError: an event no longer has the mark that was seen; none of the corrections is kept.
        """
        listed = list(corrections)

        def work(connection: Connection) -> Mapping[str, str]:
            for one in listed:
                if one.id in seen:
                    unchanged(connection, one, seen[one.id])
            new = add(connection, listed)
            for c in new:
                self._noted(connection, c.who, f"correction {c.action}", c.event["id"], correction=c.id, changes=dict(c.changes))
            keys = [key(str(c.report["id"]), c.report["publisher"]) for c in new]
            outcomes = renewed(connection, self._recording.derivation, keys)
            return {c.id: outcomes.get(c.id, "waiting") for c in new}

        return self._version(work)

    def undo(self, correction: str, *, who: str) -> None:
        """Take a correction back; the others of its report stay.

        Raises:
            StoreError: there is none with that id, or it is undone already.
        """

        def work(connection: Connection) -> None:
            full, report = undo(connection, correction, who=who, at=self._clock())
            renewed(connection, self._recording.derivation, [report])
            event = connection.execute(select(t.corrections.c.event_id).where(t.corrections.c.id == full)).scalar_one()
            self._noted(connection, who, "correction undo", event, correction=full)

        self._version(work)

    def _noted(self, connection: Connection, who: str, action: str, target: str, **detail: Any) -> None:
        audit.noted(connection, at=self._clock(), who=who, action=action, target=target, **detail)

    def _version(self, work: Callable[[Connection], Result]) -> Result:
        """Do some work in one transaction, which makes a version of the data if it changes them."""
        return self.transaction(lambda connection: dated(connection, self._clock, work))

    def transaction(self, work: Callable[[Connection], Result]) -> Result:
        """Do some work in one transaction; again, after a while, where a server went away meanwhile.

        Raises:
            StoreError: the database fails; nothing of the work is left.
        """
        self._wrote = True
        return self._insisting(lambda: self._attempt(work))

    def _reading(self, work: Callable[[Connection], Result]) -> Result:
        """Read in one transaction, which keeps nobody from writing."""
        reader = self._reader = self._reader or reading(self.url)

        def attempt() -> Result:
            with reader.connect() as connection, connection.begin():
                return work(connection)

        return self._insisting(attempt)

    def _insisting(self, attempt: Callable[[], Result]) -> Result:
        """Try something; again, after a while, where a server went away meanwhile."""
        with told(self.url):
            for wait in WAITS:
                try:
                    return attempt()
                except SQLAlchemyError as error:
                    if not broken_off(error):
                        raise
                    time.sleep(wait)
            return attempt()

    def _attempt(self, work: Callable[[Connection], Result]) -> Result:
        run = self._recording.run
        try:
            with self._engine.begin() as connection:
                return work(connection)
        except BaseException:
            self._recording.back(run)
            raise


def _portions(events: Iterable[Event]) -> Iterator[list[Event]]:
    waiting = iter(events)
    while some := list(islice(waiting, PORTION)):
        yield some
