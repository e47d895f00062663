"""The network of actors over columns: who acts towards whom in many events at once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.store.columns import Columns
from sayso.store.masks import Selection
from sayso.store.pairs import distinct
from sayso.store.slabs import Array
from sayso.store.timeline import mean

KEYS = {"country": ("country",), "sector": ("country", "sector")}
LAYERS = {"country": ("actor", "recipient"), "sector": ("actor_sector", "recipient_sector")}
COOPERATION, CONFLICT = (1, 2), (3, 4)
Parts = tuple[str, ...]
Counts = tuple[int, int, int, int, int, float]  # events, incidents, reports, cooperation, conflict, mean score
Rows = tuple[Array, Array]  # the places of events, and the actor that each names: a place in a list


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who acts towards whom in which event, each once: the numbers of actors in `known`, and the places of events."""

    known: tuple[Parts, ...]
    actor: Array
    recipient: Array
    event: Array

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
    known, sides = _named(chosen, level)
    acted, received = (Counter({known[i]: int(n) for i, n in enumerate(np.bincount(numbers)) if n}) for _, numbers in sides)
    return acted, received


def pairs(chosen: Selection, level: str, countries: Mapping[str, Sequence[str]]) -> Pairs:
    """The pairs of actors; `countries` are those that a pair must have by role, where pairs of countries are asked for."""
    columns = chosen.columns
    if level == "country":
        rows = chosen.rows("dyad", *(columns.among(f"dyad.{role}", some) for role, some in countries.items()))
        known, (actor, recipient) = _numbered([[columns[f"dyad.{role}"][rows]] for role in ("actor", "recipient")])
        return Pairs(_spelt(columns, known), actor, recipient, columns["dyad.event"][rows])
    names, ((a_event, a_actor), (b_event, b_actor)) = _named(chosen, level)
    a, b = _crossed(a_event, b_event, len(columns))
    once = np.unique((a_actor[a] * len(names) + b_actor[b]) * len(columns) + a_event[a])  # an event can name a pair twice
    pair, event = np.divmod(once, len(columns) or 1)
    actor, recipient = np.divmod(pair, len(names) or 1)
    return Pairs(names, actor, recipient, event)


def ties(chosen: Selection, found: Pairs, among: Sequence[Parts]) -> Iterator[tuple[Parts, Parts, Counts]]:
    """Actor and recipient of each pair among some actors, and what is counted of it."""
    place = {parts: n for n, parts in enumerate(among)}
    where = np.array([place.get(parts, -1) for parts in found.known], dtype=np.int64)
    held = (where[found.actor] >= 0) & (where[found.recipient] >= 0) if len(where) else np.zeros(0, dtype=np.bool_)
    group, event = where[found.actor[held]] * len(among) + where[found.recipient[held]], found.event[held]
    if not len(group):
        return
    columns, size = chosen.columns, len(among) ** 2
    quad = columns["quad"][event]
    events = np.bincount(group, minlength=size)
    told = [distinct(group, columns[name][event], size) for name in ("incident", "report")]
    sides = [np.bincount(group[(quad == some[0]) | (quad == some[1])], minlength=size) for some in (COOPERATION, CONFLICT)]
    score = np.bincount(group, weights=columns["score"][event], minlength=size)
    for n in np.flatnonzero(events).tolist():
        actor, recipient = divmod(n, len(among))
        incidents, reports, cooperation, conflict = (int(one[n]) for one in (*told, *sides))
        yield among[actor], among[recipient], (int(events[n]), incidents, reports, cooperation, conflict, mean(score[n] / events[n]))


def _named(chosen: Selection, level: str) -> tuple[tuple[Parts, ...], tuple[Rows, Rows]]:
    """The actors of events, and the rows that name them in either role."""
    columns, sides, events = chosen.columns, [], []
    for layer in LAYERS[level]:
        parts = [columns[f"{layer}.{name}"] for name in KEYS[level]]
        rows = chosen.rows(layer, *(part > 0 for part in parts))
        sides.append([part[rows] for part in parts])
        events.append(columns[f"{layer}.event"][rows].astype(np.int64))
    known, (acting, suffering) = _numbered(sides)
    return _spelt(columns, known), ((events[0], acting), (events[1], suffering))


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
