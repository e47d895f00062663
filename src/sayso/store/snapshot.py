"""Snapshots: what a database held at a moment, as far as a citation needs it.

A database keeps reports and events as they are now: coding a report again writes over what was coded before. A snapshot can therefore
leave out the reports that came later, and tell how many of the others have been coded anew and how many corrections were made or undone
since. Where it tells of none, a filter gives exactly what it gave then.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from sqlalchemy import ColumnElement, Connection, Table, func, select

from sayso.errors import StoreError
from sayso.store import tables as t
from sayso.store.filter import SNAPSHOT


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A moment: the last run, report and correction there were, and how many corrections had been undone."""

    run: int
    report: int
    correction: int
    undone: int

    def __str__(self) -> str:
        """As it stands in an address: `r12.n3456.c7.u0`."""
        return f"r{self.run}.n{self.report}.c{self.correction}.u{self.undone}"

    @classmethod
    def of(cls, written: str) -> Self:
        """The snapshot that was written so.

        Raises:
            StoreError: none is written like that.
        """
        found = SNAPSHOT.fullmatch(written)
        if not found:
            raise StoreError(f"{written!r} names no snapshot; they look like r12.n3456.c7.u0")
        return cls(**{name: int(number) for name, number in found.groupdict().items()})


@dataclass(frozen=True, slots=True)
class Since:
    """What has happened since a snapshot: reports added (which it leaves out), coded anew, corrections made and undone."""

    added: int
    recoded: int
    corrected: int
    undone: int

    @property
    def exact(self) -> bool:
        """Whether what the snapshot shows is what it showed then."""
        return not (self.recoded or self.corrected or self.undone)


def now(connection: Connection) -> Snapshot:
    """The present moment: `view.ask(now)`."""
    r, n, c = (func.coalesce(func.max(table.c.n), 0) for table in (t.runs, t.reports, t.corrections))
    return Snapshot(_one(connection, r), _one(connection, n), _one(connection, c), _undone(connection))


def version(connection: Connection) -> tuple[object, ...]:
    """What changes whenever reports, corrections or incidents are written: equal versions, equal answers."""
    latest = select(t.runs.c.ended, t.runs.c.added, t.runs.c.replaced, t.runs.c.events).order_by(t.runs.c.n.desc()).limit(1)
    incidents = select(func.max(t.incidents.c.n), func.count())
    return str(now(connection)), *(connection.execute(latest).first() or ()), *connection.execute(incidents).one()


def since(snapshot: Snapshot) -> Callable[[Connection], Since]:
    """What has happened since: `view.ask(since(snapshot))`."""
    r, c = t.reports.c, t.corrections.c

    def asked(connection: Connection) -> Since:
        return Since(
            added=_count(connection, t.reports, r.n > snapshot.report),
            recoded=_count(connection, t.reports, (r.run > snapshot.run) & (r.n <= snapshot.report)),
            corrected=_count(connection, t.corrections, c.n > snapshot.correction),
            undone=max(0, _undone(connection) - snapshot.undone),
        )

    return asked


def _one(connection: Connection, value: ColumnElement[int]) -> int:
    return int(connection.execute(select(value)).scalar_one())


def _count(connection: Connection, table: Table, where: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(table).where(where)).scalar_one())


def _undone(connection: Connection) -> int:
    return _count(connection, t.corrections, t.corrections.c.undone_at.is_not(None))
