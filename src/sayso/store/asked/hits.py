"""The events that a filter leaves: the condition that leaves fewest is asked first, the others of what it finds."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Select, and_, func, or_, select

from sayso.errors import StoreError
from sayso.store.asked.condition import Condition, Told, Where, conditions, days
from sayso.store.asked.filter import Filter
from sayso.store.schema import tables as t

FEW = 2_000  # events that are asked one by one whether a word is in their evidence
ENOUGH = 20_000  # rows counted to tell which of two conditions leaves fewer


@dataclass(frozen=True, slots=True)
class Hits:
    """How the events that a filter leaves are found: through `first`, which the others are asked of."""

    wanted: Filter
    first: Condition
    others: tuple[Condition, ...]
    size: int  # how many rows the first one leaves, counted up to ENOUGH

    def query(self) -> Select[str, int]:
        """Day and number of each event, once."""
        where = [self.first.where, *days(self.wanted, self.first.day), *_asked(self.others, self.first, probing=self.size < FEW)]
        found = select(self.first.day.label("day"), self.first.event.label("event")).select_from(self.first.table).where(*where)
        return found if self.first.once else found.group_by(self.first.day, self.first.event)

    def page(self, limit: int | None, after: tuple[str, int] | None) -> Select[str, int]:
        """The same, the newest first, from the one that follows another."""
        if not self.first.ordered and self.size >= ENOUGH:  # the newest are found sooner by going through all events by day
            return Hits(self.wanted, EVERY, (self.first, *self.others), 0).page(limit, after)
        day, event = self.first.day, self.first.event
        found = replace(self, size=0).query() if limit else self.query()
        if after is not None:
            found = found.where(and_(day <= after[0], or_(day < after[0], event < after[1])))
        return found.order_by(day.desc(), event.desc()).limit(limit)


def hits(connection: Connection, wanted: Filter) -> Hits:
    """The quickest way to the events that a filter leaves."""
    found = conditions(wanted, connection.dialect.name)
    if not found:
        return Hits(wanted, EVERY, (), ENOUGH)
    sizes = {id(one): size(connection, wanted, one) for one in found if len(found) > 1 or not one.ordered}
    ordered = sorted(found, key=lambda one: sizes.get(id(one), 0))
    return Hits(wanted, ordered[0], tuple(ordered[1:]), sizes.get(id(ordered[0]), 0))


EVERY = Condition(t.events, lambda columns: columns.n.is_not(None), once=True)


def _asked(others: tuple[Condition, ...], first: Condition, *, probing: bool) -> list[Where]:
    """The other conditions, of an event that the first one finds; those on the events' own table in one go.

    `probing` where few events will be asked: a condition may then have a form that looks at each instead of listing all that meet it.
    """
    own = [one for one in others if one.table is t.events]
    rows = [one.of(first.event) for one in others if one.table is not t.events]
    if first.table is t.events:
        return [*(_form(one, probing=probing)(t.events.c) for one in own), *rows]
    asked = Condition(t.events, lambda c: and_(*(_form(one, probing=probing)(c) for one in own)), once=True)
    together = [asked.of(first.event)] if own else []
    return [*together, *rows]


def _form(one: Condition, *, probing: bool) -> Told:
    return one.probe if one.probe and probing else one.told


def numbered_page(connection: Connection, wanted: Filter, limit: int, after: str | None) -> tuple[list[int], str | None]:
    """The numbers of some events, the newest first, from the one that follows another page's; and where the next page begins.

    Raises:
        StoreError: `after` comes from no page.
    """
    rows = connection.execute(hits(connection, wanted).page(limit + 1, _cursor(after))).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return [row.event for row in rows[:limit]], f"{last.day}_{last.event}" if last else None


def _cursor(after: str | None) -> tuple[str, int] | None:
    day, _, number = (after or "").partition("_")
    if after is not None and not number.isdecimal():
        raise StoreError(f"{after!r} is no place to go on from; use the one that the page before gave")
    return (day, int(number)) if after is not None else None


def size(connection: Connection, wanted: Filter, one: Condition, bound: int = ENOUGH) -> int:
    """How many rows a condition leaves, counted up to a bound."""
    rows = one.sample if one.sample is not None else select(one.event).select_from(one.table).where(one.where, *days(wanted, one.day))
    some = rows.limit(bound).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())
