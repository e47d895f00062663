"""A filter put to columns: which of all events it leaves. What columns can't tell (words, names) is asked of the other tables."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

import numpy as np
from sqlalchemy import Connection

from sayso.store.asked.condition import OWN_VOICE, SECTOR
from sayso.store.asked.countries import is_country
from sayso.store.asked.filter import Filter, last_day
from sayso.store.asked.hits import hits
from sayso.store.counted.columns import Columns, Mask
from sayso.store.counted.slabs import Array

DAYS = ("since", "until")
TERMS = ("type", "mode", "status", "state")
WHO = {"actor": ("actor",), "recipient": ("recipient",), "party": ("actor", "recipient")}
NOTHING: dict[str, Any] = {f: getattr(Filter(), f) for f in Filter.__dataclass_fields__}


@dataclass(frozen=True, slots=True)
class Selection:
    """The events that a filter leaves: columns of all, and which of them; None where it is all of them."""

    columns: Columns
    mask: Mask | None

    def __len__(self) -> int:
        """How many there are."""
        return len(self.columns) if self.mask is None else int(np.count_nonzero(self.mask))

    def among(self, events: Sequence[int]) -> list[bool]:
        """Whether events, by their numbers, are among those that are left."""
        if self.mask is None:
            return [True] * len(events)
        found: list[bool] = self.mask[np.searchsorted(self.columns.numbers(), np.array(events, dtype=np.int64))].tolist()
        return found

    def of(self, name: str) -> Any:
        """A column of the events that are left."""
        return self.columns[name] if self.mask is None else self.columns[name].take(self.columns.places(self.mask))

    def rows(self, layer: str, *held: Mask) -> Array | None:
        """The places of the rows of a layer that belong to events that are left, and hold; None where these are all."""
        masks = [*([] if self.mask is None else [self.mask.take(self.columns[f"{layer}.event"])]), *held]
        return np.flatnonzero(reduce(np.logical_and, masks)) if masks else None

    def of_rows(self, name: str, rows: Array | None) -> Array:
        """A column of the rows that `rows` gave."""
        return self.columns[name] if rows is None else self.columns[name].take(rows)


def selection(connection: Connection, wanted: Filter) -> Selection:
    """The events that a filter leaves, as columns: for questions that count many of them."""
    columns = Columns(connection)
    return Selection(columns, columns.told(wanted, lambda: _mask(connection, columns, wanted)))


def sizes(connection: Connection, wanted: Filter) -> tuple[list[int], Filter | None]:
    """How many events each field leaves of those of the days that are asked for; and a filter of the fields that columns can't tell."""
    columns, given = Columns(connection), wanted.given()
    known = {name: make for name, values in given.items() if (make := _known(name, values))}
    masks = {name: _told(columns, name, given[name], make) for name, make in known.items()}
    dated = [masks.pop(name) for name in DAYS if name in masks]
    days = reduce(np.logical_and, dated) if dated else None
    sought = replace(wanted, **{name: NOTHING[name] for name in known})
    found = columns.known(("found", sought))
    fields = [*masks.values(), *([] if found is None else [found])]
    counts = [int(np.count_nonzero(one if days is None else one & days)) for one in fields]
    if sought.given() and found is None:
        return counts, replace(wanted, **{name: NOTHING[name] for name in masks})
    return counts or [len(columns) if days is None else int(np.count_nonzero(days))], None


def united(connection: Connection, wanted: Sequence[Filter]) -> Selection:
    """The events that any of some filters leaves."""
    chosen = [selection(connection, one) for one in wanted]
    masks = [one.mask for one in chosen if one.mask is not None]
    return Selection(chosen[0].columns, reduce(np.logical_or, masks) if len(masks) == len(chosen) else None)


def latest(chosen: Selection, limit: int) -> list[int]:
    """The numbers of the events of the latest days, of one day those that came last."""
    columns = chosen.columns
    place = np.arange(len(columns)) if chosen.mask is None else columns.places(chosen.mask)
    day = _days(columns)[1][columns["day"][place]]
    if len(day) > limit:
        held = np.flatnonzero(day >= np.partition(day, -limit)[-limit])
        place, day = place[held], day[held]
    found: list[int] = columns.numbers()[place[np.lexsort((place, day))[::-1][:limit]]].tolist()
    return found


def _mask(connection: Connection, columns: Columns, wanted: Filter) -> Mask | None:
    masks = [_told(columns, name, values, make) for name, values in wanted.given().items() if (make := _known(name, values))]
    rest = replace(wanted, **{name: NOTHING[name] for name, values in wanted.given().items() if _known(name, values)})
    if rest.given():
        found = columns.told(("found", rest), lambda: _found(connection, columns, rest))
        masks += [] if found is None else [found]
    return reduce(np.logical_and, masks) if masks else None


def _told(columns: Columns, name: str, values: Any, make: "Make") -> Mask:
    """The events that meet one field; other filters that ask for the same have it too."""
    found = columns.told((name, values), lambda: reduce(np.logical_and, make(columns, values)))
    assert found is not None  # as something is asked for
    return found


def _found(connection: Connection, columns: Columns, rest: Filter) -> Mask:
    """Events that are sought in the other tables."""
    query = hits(connection, rest).query().subquery()
    listed = np.array(connection.execute(query.select().with_only_columns(query.c.event)).scalars().all(), dtype=np.int64)
    found = np.zeros(len(columns), dtype=np.bool_)
    found[np.searchsorted(columns.numbers(), listed)] = True
    return found


Make = Callable[[Columns, Any], Iterator[Mask]]


def _known(name: str, values: Any) -> Make | None:
    """How columns answer a field of a filter, if they can."""
    if name in WHO:
        answered = all(is_country(value) or SECTOR.fullmatch(value) for value in values)
        return (lambda columns, _: _who(columns, WHO[name], values)) if answered else None
    if name == "says":
        return _own_voice if tuple(values) == (OWN_VOICE,) else None
    if name in TERMS:
        return lambda columns, wanted: iter([columns.among(name, wanted)])
    return OTHERS.get(name)


def _who(columns: Columns, roles: Sequence[str], wanted: Sequence[str]) -> Iterator[Mask]:
    """Countries and sectors in roles: events of which some row says so."""
    countries = {value for value in wanted if is_country(value)}
    sectors = [found for value in wanted if (found := SECTOR.fullmatch(value))]
    events = np.zeros(len(columns), dtype=np.bool_)
    for role in roles:
        if countries:
            events |= columns.with_row(role, columns.among(f"{role}.country", countries))
        layer = f"{role}_sector"
        for one in sectors:
            rows = columns.among(f"{layer}.sector", [one["sector"]])
            if one["country"]:
                rows &= columns.among(f"{layer}.country", [one["country"]])
            events |= columns.with_row(layer, rows)
    yield events


def _own_voice(columns: Columns, _: Any) -> Iterator[Mask]:
    yield columns["voices"] == 0


def _context(columns: Columns, wanted: Sequence[str]) -> Iterator[Mask]:
    yield columns.with_row("context", columns.among("context.context", wanted))


def _since(columns: Columns, day: str) -> Iterator[Mask]:
    ordered, rank = _days(columns)
    yield rank[columns["day"]] >= bisect_left(ordered, day)


def _until(columns: Columns, day: str) -> Iterator[Mask]:
    ordered, rank = _days(columns)
    place = rank[columns["day"]]
    yield (place >= bisect_right(ordered, "")) & (place < bisect_right(ordered, last_day(day)))


def _days(columns: Columns) -> tuple[list[str], Array]:
    """All terms in their order, and the place of each: days are terms, and compared by these."""
    columns["day"]  # by reading it terms may be added
    of = columns.terms.of

    def ranked() -> tuple[list[str], Array]:
        spelt = [term or "" for term in of]
        order = sorted(range(len(spelt)), key=spelt.__getitem__)
        rank = np.empty(len(spelt), dtype=np.uint32)
        rank[order] = np.arange(len(spelt))
        return [spelt[n] for n in order], rank

    return columns.kept(("ranks", len(of)), ranked)


OTHERS: dict[str, Make] = {
    "quad": lambda columns, wanted: iter([np.isin(columns["quad"], list(wanted))]),
    "context": _context,
    "since": _since,
    "until": _until,
    "min_origins": lambda columns, least: iter([(columns["origins"] >= least) & (columns["origins"] > 0)]),
    "min_confidence": lambda columns, least: iter([columns["confidence"] >= least]),
}
