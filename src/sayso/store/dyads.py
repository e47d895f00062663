"""Time series of pairs of countries: who did how much to whom, by day, week, month, quarter or year."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Integer, case, cast, func, select

from sayso.errors import StoreError
from sayso.store import tables as t
from sayso.store.condition import COUNTRY, days
from sayso.store.filter import Filter
from sayso.store.hits import hits

Frequency = Literal["D", "W", "M", "Q", "Y"]
QUADS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Dyad:
    """What one country did to another in one period.

    `period` is a day, the Monday of a week, a month, a quarter (2025-Q1) or a year. `events` are passages, `incidents` happenings (0 where
    none were put together), `reports` texts. `quad1` to `quad4` are shares of the events; `score` is their mean on the scale from -10
    (most hostile) to 10.
    """

    period: str
    actor: str
    recipient: str
    events: int
    incidents: int
    reports: int
    quad1: float
    quad2: float
    quad3: float
    quad4: float
    score: float


def series(connection: Connection, wanted: Filter, freq: Frequency) -> Iterator[Dyad]:
    """The dyads of the events that a filter leaves, by period, actor and recipient; events without a day are left out.

    Countries asked for as actor or recipient are those of the pair itself. Several frequent pairs make an event count in each.

    Raises:
        StoreError: there is no such frequency.
    """
    d, period = t.dyads.c, _period(connection.dialect.name, freq)
    where = [d.day != "", *days(wanted, d.day)]
    where += [d[name].in_(values) for name, values in _countries(wanted).items()]
    rest = _rest(wanted)
    where += [d.event.in_(select(hits(connection, rest).query().subquery().c.event))] if rest.given() else []
    where += [d[name].in_(values) for name in ("type", "status", "quad") if (values := getattr(wanted, name))]
    shares = [func.avg(case((d.quad == quad, 1.0), else_=0.0)) for quad in QUADS]
    counts = (func.count(), func.count(t.events.c.incident.distinct()), func.count(d.report.distinct()))
    query = select(period, d.actor, d.recipient, *counts, *shares, func.avg(d.score)).join(t.events, t.events.c.n == d.event)
    for row in connection.execute(query.where(*where).group_by(period, d.actor, d.recipient).order_by(period, d.actor, d.recipient)):
        yield Dyad(*row[:6], *(float(value) for value in row[6:]))


def _countries(wanted: Filter) -> dict[str, tuple[str, ...]]:
    """The roles that are asked for by countries alone."""
    asked = {"actor": wanted.actor, "recipient": wanted.recipient}
    return {name: values for name, values in asked.items() if values and all(COUNTRY.fullmatch(value) for value in values)}


def _rest(wanted: Filter) -> Filter:
    """What of a filter the pairs' own columns can't answer."""
    answered: dict[str, Any] = dict.fromkeys(("type", "status", "quad", *_countries(wanted)), ())
    return replace(wanted, **answered, since=None, until=None)


def _period(dialect: str, freq: str) -> ColumnElement[str]:
    day = t.dyads.c.day
    if freq == "W":
        monday = func.date(day, "weekday 0", "-6 days")
        return monday if dialect == "sqlite" else func.to_char(func.date_trunc("week", func.to_date(day, "YYYY-MM-DD")), "YYYY-MM-DD")
    if freq == "Q":
        quarter = (cast(func.substr(day, 6, 2), Integer) + 2) // 3
        return func.substr(day, 1, 4) + "-Q" + cast(quarter, t.events.c.type.type)
    if freq not in LENGTHS:
        raise StoreError(f"no frequency is called {freq!r}; there are D, W, M, Q and Y")
    return func.substr(day, 1, LENGTHS[freq])


LENGTHS = {"D": 10, "M": 7, "Y": 4}
