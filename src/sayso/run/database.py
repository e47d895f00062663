"""A database from Python: what is in it as iterators, and as tables of pandas, polars or Arrow."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from os import PathLike, fspath
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from sayso.export import COLUMNS, cells, frames
from sayso.model import AnnotatedReport, Event, Report
from sayso.store import Dyad, Filter, View
from sayso.store.counted.period import Frequency

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

One = TypeVar("One")
REPORT = ("id", "publisher", "published", "title", "url", "language", "text")
INCIDENT = ("id", "type", "status", "first", "last", "reports", "publishers", "origins", "actors", "recipients", "disagreements")
DYAD = Dyad._fields


class Rows(Generic[One]):
    """An answer: to be walked through, as often as wanted, or taken as a table.

    >>> for event in rows: ...  # doctest: +SKIP
    >>> rows.pandas()  # doctest: +SKIP
    """

    def __init__(self, ask: Callable[[], Iterable[One]], columns: Sequence[str], row: Callable[[One], Sequence[Any]]) -> None:
        """Take how to ask, and what a table's columns and rows are; nothing is read yet."""
        self._ask, self._columns, self._row = ask, columns, row

    def __repr__(self) -> str:
        """What it has and what to do with it, as a notebook shows it: nothing is read for that."""
        return f"<rows of {', '.join(self._columns)}: walk through them, or take .pandas(), .polars() or .arrow()>"

    def __iter__(self) -> Iterator[One]:
        """One at a time, read as they are asked for."""
        return iter(self._ask())

    def pandas(self) -> "pandas.DataFrame":
        """All of it as a pandas DataFrame."""
        return frames.to_pandas(self._columns, self._rows())

    def polars(self) -> "polars.DataFrame":
        """All of it as a polars DataFrame."""
        return frames.to_polars(self._columns, self._rows())

    def arrow(self) -> "pyarrow.Table":
        """All of it as an Arrow table."""
        return frames.to_arrow(self._columns, self._rows())

    def _rows(self) -> Iterator[Sequence[Any]]:
        return map(self._row, self)


class Database:
    """A database, to be read; it can't be changed through this.

    >>> db = Database("sayso.db")  # doctest: +SKIP
    >>> db.events(actor="RUS", status="occurred", since="2025-01").pandas()  # doctest: +SKIP
    >>> db.dyads(freq="M", actor="RUS", recipient="UKR").pandas()  # doctest: +SKIP
    """

    def __init__(self, name: str | PathLike[str], *, snapshot: str | None = None) -> None:
        """Open a file or the database at a URL; with a snapshot (`v42`), as it was then.

        Raises:
            StoreError: there is none, it is damaged, or it was written by another version; no snapshot is called so.
        """
        view = View(fspath(name))
        self.view = view if snapshot is None else view.at(snapshot)

    def __enter__(self) -> Self:
        """The database itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.view.__exit__(kind, error, trace)

    def events(self, *, limit: int | None = None, **filters: Any) -> Rows[Event]:
        """Events, the newest first; filters are those of `Filter` (actor="RUS", type=("SANCTION", "COERCE"), text="tariffs" ...)."""
        wanted = Filter.of(**filters)
        return Rows(lambda: self.view.events(wanted, limit=limit), COLUMNS, cells)

    def count(self, **filters: Any) -> int:
        """How many events there are."""
        return self.view.count(Filter.of(**filters))

    def incidents(self, **filters: Any) -> Rows[dict[str, Any]]:
        """Incidents, the newest first; filters: type, min_origins, disagreement=True, limit."""
        return Rows(lambda: self.view.incidents(**filters), INCIDENT, _incident)

    def reports(self, **filters: Any) -> Rows[Report]:
        """Reports, the newest first; filters: id, publisher, text, limit."""
        return Rows(lambda: self.view.reports(**filters), REPORT, _report)

    def annotated(self, id: str, publisher: str | None = None) -> AnnotatedReport:
        """A report with all that was found in it."""
        return self.view.annotated(id, publisher)

    def dyads(self, *, freq: Frequency = "M", **filters: Any) -> Rows[Dyad]:
        """Who did how much to whom by day, week, month, quarter or year (D, W, M, Q, Y), with the filters of events."""
        wanted = Filter.of(**filters)
        return Rows(lambda: self.view.dyads(wanted, freq=freq), DYAD, lambda dyad: dyad)

    def sql(self, statement: str) -> Rows[tuple[Any, ...]]:
        """The answer to a SELECT of one's own."""
        answer = self.view.sql(statement)
        return Rows(lambda: answer.rows, answer.columns, list)


def _report(report: Report) -> list[Any]:
    return [getattr(report, name) for name in REPORT]


def _incident(incident: dict[str, Any]) -> list[Any]:
    """An incident in a row: of parties the names, of disagreements the fields."""
    parties = {role: "; ".join(str(p.get("name") or p.get("country")) for p in incident[role]) for role in ("actors", "recipients")}
    shown = {**incident, **parties, "disagreements": "; ".join(str(d["field"]) for d in incident["disagreements"])}
    return [shown[name] for name in INCIDENT]


def open(
    name: str | PathLike[str], *, snapshot: str | None = None
) -> Database:  # shadows the builtin on purpose: people call it sayso.open
    """Open a database for reading: a file (`sayso.db`) or a URL (`postgresql://user@host/name`); as it was at a snapshot (`v42`)."""
    return Database(name, snapshot=snapshot)
