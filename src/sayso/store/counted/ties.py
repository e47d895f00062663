"""The network of actors over columns: who acts towards whom in many events at once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.store.counted.columns import Columns
from sayso.store.counted.figures import mean
from sayso.store.counted.masks import Selection
from sayso.store.counted.pairs import counted, numbered, sides
from sayso.store.counted.slabs import Array

KEYS = {"country": ("country",), "sector": ("country", "sector")}
LAYERS = {"country": ("actor", "recipient"), "sector": ("actor_sector", "recipient_sector")}
Parts = tuple[str, ...]
Counts = tuple[int, int, int, int, int, float]  # events, incidents, reports, cooperation, conflict, mean score
Rows = tuple[Array, Array]  # the places of events, and the actor that each names: a place in a list


@dataclass(frozen=True, slots=True)
class Told:
    """Which incident, or report, tells of which pair: a number for each row, the same where both are, and the pair of each number.

    Rows without any have the number that follows the last.
    """

    number: Array
    actor: Array
    recipient: Array

    def take(self, rows: Array) -> "Told":
        """Some rows."""
        return Told(self.number.take(rows), self.actor, self.recipient)

    def different(self, rows: Array) -> Array:
        """The numbers that some rows have, each once: marked rather than sorted, which takes a tenth of the time."""
        there = np.zeros(len(self.actor) + 1, dtype=np.bool_)
        there[self.number.take(rows)] = True
        return np.flatnonzero(there[:-1])


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who acts towards whom in which event, each once: the numbers of actors in `known`, and the places of events."""

    known: tuple[Parts, ...]
    actor: Array
    recipient: Array
    event: Array
    incident: Told
    report: Told

    @classmethod
    def of(cls, columns: Columns, known: tuple[Parts, ...], actor: Array, recipient: Array, event: Array) -> "Pairs":
        """Pairs with what tells of them."""
        told = (_told(actor, recipient, columns[name].take(event), len(known)) for name in ("incident", "report"))
        return cls(known, actor, recipient, event, *told)

    def take(self, rows: Array) -> "Pairs":
        """Some of the rows."""
        actor, recipient, event = (one.take(rows) for one in (self.actor, self.recipient, self.event))
        return Pairs(self.known, actor, recipient, event, self.incident.take(rows), self.report.take(rows))

    def towards(self, who: Parts) -> tuple[Counter[Parts], Counter[Parts]]:
        """In how many events others act towards somebody, and in how many somebody acts towards them."""
        if who not in self.known:
            return Counter(), Counter()
        n = self.known.index(who)
        sides = (self.actor[self.recipient == n], self.recipient[self.actor == n])
        done, suffered = (Counter({self.known[i]: int(count) for i, count in enumerate(np.bincount(side)) if count}) for side in sides)
        return done, suffered


def roles(chosen: Selection, level: str) -> tuple[Counter[Parts], Counter[Parts]]:
    """How often each actor acts, and how often something is done to it."""
    known, sides = chosen.columns.kept(("named", level), lambda: _named(chosen.columns, level))
    numbers = (side if chosen.mask is None else side.take(np.flatnonzero(chosen.mask.take(events))) for events, side in sides)
    acted, received = (Counter({known[i]: int(n) for i, n in enumerate(np.bincount(side).tolist()) if n}) for side in numbers)
    return acted, received


def pairs(chosen: Selection, level: str, countries: Mapping[str, Sequence[str]]) -> Pairs:
    """The pairs of actors; `countries` are those that a pair must have by role, where pairs of countries are asked for."""
    found = chosen.columns.kept(("pairs", level), lambda: _all_pairs(chosen.columns, level))
    held = [] if chosen.mask is None else [chosen.mask.take(found.event)]
    for role, some in countries.items():
        held.append(np.isin(getattr(found, role), [n for n, (country,) in enumerate(found.known) if country in some]))
    if not held:
        return found
    return found.take(np.flatnonzero(np.logical_and.reduce(held)))


def _all_pairs(columns: Columns, level: str) -> Pairs:
    """The pairs of actors in all events: whatever a filter leaves is some of them."""
    if level == "country":
        known, (actor, recipient) = _numbered([[columns[f"dyad.{role}"]] for role in ("actor", "recipient")])
        return Pairs.of(columns, _spelt(columns, known), _small(actor), _small(recipient), columns["dyad.event"])
    names, ((a_event, a_actor), (b_event, b_actor)) = columns.kept(("named", level), lambda: _named(columns, level))
    a, b = _crossed(a_event, b_event, len(columns))
    once, _ = counted((a_actor[a].astype(np.int64) * len(names) + b_actor[b]) * len(columns) + a_event[a])  # an event can name a pair twice
    pair, event = np.divmod(once, len(columns) or 1)
    actor, recipient = np.divmod(pair, len(names) or 1)
    return Pairs.of(columns, names, _small(actor), _small(recipient), event.astype(np.uint32))


def _told(actor: Array, recipient: Array, values: Array, actors: int) -> Told:
    """Numbers for the pairs of rows with a value other than 0."""
    given, width = np.flatnonzero(values), int(values.max(initial=0)) + 1
    pair = actor.take(given).astype(np.int64) * actors + recipient.take(given)
    different, number = numbered(pair * width + values.take(given))
    numbers = np.full(len(values), len(different), dtype=np.uint32)
    numbers[given] = number
    actor_of, recipient_of = np.divmod(different // width, actors or 1)
    return Told(numbers, _small(actor_of), _small(recipient_of))


def ties(
    chosen: Selection, found: Pairs, among: Sequence[Parts], weight: str, most: int | None
) -> tuple[list[tuple[Parts, Parts, Counts]], int]:
    """Actor and recipient of pairs among some actors, and what is counted of each: those that may be of the `most` heaviest.

    Besides, how many pairs weigh anything.
    """
    place = {parts: n for n, parts in enumerate(among)}
    where = np.array([place.get(parts, -1) for parts in found.known] or [-1], dtype=np.int64)
    a, b = where.take(found.actor), where.take(found.recipient)
    held = np.flatnonzero((a >= 0) & (b >= 0))
    group, event = a.take(held) * len(among) + b.take(held), found.event.take(held)
    if not len(group):
        return [], 0
    columns, size = chosen.columns, len(among) ** 2
    events, told = np.bincount(group, minlength=size), []
    for one in (found.incident, found.report):
        numbers = one.different(held)
        pair = where.take(one.actor.take(numbers)) * len(among) + where.take(one.recipient.take(numbers))
        told.append(np.bincount(pair, minlength=size))
    sided = sides(group, columns["quad"].take(event), size)
    score = np.bincount(group, weights=columns["score"].take(event), minlength=size)
    weights = {"events": events, "incidents": told[0], "reports": told[1]}[weight]
    there = np.flatnonzero(weights)
    weighing = len(there)
    if most is not None and weighing > most:
        there = there[weights[there] >= np.partition(weights[there], -most)[-most]]
    counts = zip(*(one[there].tolist() for one in (events, *told, *sided)), (score[there] / events[there]).tolist(), strict=True)
    rows = ((divmod(n, len(among)), *whole, mean(of)) for n, (*whole, of) in zip(there.tolist(), counts, strict=True))
    return [(among[actor], among[recipient], tuple(counted)) for (actor, recipient), *counted in rows], weighing


def _named(columns: Columns, level: str) -> tuple[tuple[Parts, ...], tuple[Rows, Rows]]:
    """The actors of all events, and the rows that name them in either role."""
    sides, events = [], []
    for layer in LAYERS[level]:
        parts = [columns[f"{layer}.{name}"] for name in KEYS[level]]
        rows = np.logical_and.reduce([part > 0 for part in parts])
        sides.append([part[rows] for part in parts])
        events.append(columns[f"{layer}.event"][rows])
    known, (acting, suffering) = _numbered(sides)
    return _spelt(columns, known), ((events[0], _small(acting)), (events[1], _small(suffering)))


def _small(numbers: Array) -> Array:
    """Numbers in as few bytes as the largest needs: they are kept as long as columns are."""
    return numbers.astype(np.min_scalar_type(numbers.max(initial=0)))


def _numbered(sides: Sequence[Sequence[Array]]) -> tuple[list[tuple[int, ...]], list[Array]]:
    """Keys of several parts, of either side, as places in a list of all that there are."""
    known: list[tuple[int, ...]] = [()]
    split, number = len(sides[0][0]), np.zeros(sum(len(side[0]) for side in sides), dtype=np.int64)
    for parts in zip(*sides, strict=True):
        values, numbers = _compact(np.concatenate(parts))
        there, number = _compact(number * len(values) + numbers)
        known = [(*known[n // len(values)], values[n % len(values)]) for n in there]
    return known, [number[:split], number[split:]]


def _compact(codes: Array) -> tuple[list[int], Array]:
    """The different codes in their order, and for each the place of its own."""
    counts = np.bincount(codes)
    return np.flatnonzero(counts).tolist(), (np.cumsum(counts > 0) - 1)[codes]


def _spelt(columns: Columns, known: Sequence[tuple[int, ...]]) -> tuple[Parts, ...]:
    of: Any = columns.terms.of
    return tuple(tuple(of[code] for code in key) for key in known)


def _crossed(first: Array, second: Array, events: int) -> tuple[Array, Array]:
    """All pairs of rows of the same event, as places in either list; the events of both ascend."""
    many = np.bincount(second, minlength=events)
    start = np.cumsum(many) - many
    times = many[first]
    a = np.repeat(np.arange(len(first)), times)
    b = np.arange(len(a)) - np.repeat(np.cumsum(times) - times, times) + start[first[a]]
    return a, b
