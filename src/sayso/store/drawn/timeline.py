"""Events over time: how many passages, happenings and reports in each period, and how friendly they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import CTE, Connection, Select, case, func, select, union

from sayso.model.quad import FRIENDLY, HOSTILE
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import hits
from sayso.store.counted.breadth import broad
from sayso.store.counted.days import Days, FewDays
from sayso.store.counted.figures import mean
from sayso.store.counted.period import Frequency, period
from sayso.store.schema import tables as t


@dataclass(frozen=True, slots=True)
class Tally:
    """What is told of one period.

    `events` are passages, `incidents` happenings (0 where none were put together), `reports` texts. `cooperation` and `conflict` are
    events of quad classes 1 and 2, and 3 and 4; `score` is their mean from -10 (most hostile) to 10.
    """

    period: str
    events: int
    incidents: int
    reports: int
    cooperation: int
    conflict: int
    score: float


def timeline(connection: Connection, wanted: Sequence[Filter], freq: Frequency) -> list[Tally]:
    """The periods in which any of some filters leaves events, in their order; an event counts once. Those without a day are left out.

    Raises:
        StoreError: there is no such frequency.
    """
    if any(broad(connection, one) for one in wanted):
        from sayso.store.counted.masks import united  # NumPy takes a tenth of a second
        from sayso.store.counted.surveys import periods

        return [Tally(*row) for row in periods(united(connection, wanted), freq)]
    found = together(connection, wanted).subquery()
    e = t.events.c
    when = period(connection.dialect.name, freq, found.c.day)
    counts = (func.count(), func.count(e.incident.distinct()), func.count(e.report.distinct()))
    quads = [func.sum(case((e.quad.in_(quads), 1), else_=0)) for quads in (FRIENDLY, HOSTILE)]
    query = select(when, *counts, *quads, func.avg(e.score)).select_from(found).join(t.events, e.n == found.c.event)
    rows = connection.execute(query.where(found.c.day != "").group_by(when).order_by(when))
    return [Tally(row[0], row[1], row[2], row[3], int(row[4]), int(row[5]), mean(row[6])) for row in rows]


def strip(connection: Connection, wanted: Sequence[Filter]) -> Days:
    """How many events there are of each day that any of some filters leaves."""
    if any(broad(connection, one) for one in wanted):
        from sayso.store.counted.masks import united  # NumPy takes a tenth of a second
        from sayso.store.counted.tallies import days

        chosen = united(connection, wanted)
        return chosen.columns.kept(("days", *wanted), lambda: days(chosen))
    found = together(connection, wanted).subquery()
    return FewDays({row[0]: row[1] for row in connection.execute(select(found.c.day, func.count()).group_by(found.c.day))})


def together(connection: Connection, wanted: Sequence[Filter]) -> Select[str, int]:
    """Day and number of each event that any of some filters leaves, once."""
    queries = [hits(connection, one).query() for one in wanted]
    if len(queries) == 1:
        return queries[0]
    either = union(*queries).subquery()
    return select(either.c.day, either.c.event)


def gathered(connection: Connection, wanted: Sequence[Filter]) -> CTE:
    """The same, found before anything is joined to it: else a database may walk all rows of what is joined."""
    return together(connection, wanted).cte("hits").prefix_with("MATERIALIZED")
