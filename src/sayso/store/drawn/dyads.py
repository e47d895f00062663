"""Time series of pairs of countries: who did how much to whom, by day, week, month, quarter or year."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, select

from sayso.model.quad import QUADS
from sayso.store.asked.condition import days
from sayso.store.asked.countries import is_country
from sayso.store.asked.filter import Filter
from sayso.store.asked.hits import hits
from sayso.store.counted.breadth import broad
from sayso.store.counted.period import Frequency, period
from sayso.store.schema import tables as t

FEW = 10_000  # pairs that are counted sooner one by one than over columns


class Dyad(NamedTuple):  # of which there can be half a million: made ten times as fast as a frozen dataclass
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
    named = period(connection.dialect.name, freq, t.dyads.c.day)
    if broad(connection, wanted, FEW):
        yield from _of_many(connection, wanted, freq)
        return
    d, when = t.dyads.c, named
    shares = [func.avg(case((d.quad == quad, 1.0), else_=0.0)) for quad in QUADS]
    counts = (func.count(), func.count(t.events.c.incident.distinct()), func.count(d.report.distinct()))
    query = select(when, d.actor, d.recipient, *counts, *shares, func.avg(d.score)).join(t.events, t.events.c.n == d.event)
    for row in connection.execute(
        query.where(d.day != "", *asked(connection, wanted)).group_by(when, d.actor, d.recipient).order_by(when, d.actor, d.recipient)
    ):
        yield Dyad(*row[:6], *(float(value) for value in row[6:]))


def _of_many(connection: Connection, wanted: Filter, freq: Frequency) -> Iterator[Dyad]:
    """The same, counted over columns."""
    from sayso.store.counted.masks import selection  # NumPy takes a tenth of a second, and most commands do without
    from sayso.store.counted.pairs import series as counted

    roles = countries_of(wanted)
    rest: dict[str, Any] = dict.fromkeys(roles, ())
    return map(Dyad._make, counted(selection(connection, replace(wanted, **rest)), freq, roles))


def asked(connection: Connection, wanted: Filter) -> list[ColumnElement[bool]]:
    """A filter as conditions on the rows of pairs: by their own columns where they have them, else through the events that it leaves."""
    d, rest = t.dyads.c, _rest(wanted)
    where = [*days(wanted, d.day), *(d[name].in_(values) for name, values in countries_of(wanted).items())]
    where += [d[name].in_(values) for name in ("type", "status", "quad") if (values := getattr(wanted, name))]
    return [*where, d.event.in_(select(hits(connection, rest).query().subquery().c.event))] if rest.given() else where


def countries_of(wanted: Filter) -> dict[str, tuple[str, ...]]:
    """The roles that are asked for by countries alone."""
    asked = {"actor": wanted.actor, "recipient": wanted.recipient}
    return {name: values for name, values in asked.items() if values and all(map(is_country, values))}


def _rest(wanted: Filter) -> Filter:
    """What of a filter the pairs' own columns can't answer."""
    answered: dict[str, Any] = dict.fromkeys(("type", "status", "quad", *countries_of(wanted)), ())
    return replace(wanted, **answered, since=None, until=None)
