"""Time series of pairs of countries over columns: the dyads of many events at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from sayso.store.counted.masks import Selection
from sayso.store.counted.period import Frequency, lying
from sayso.store.counted.slabs import Array

QUADS = 5  # 0 is none
DENSE = 1 << 23  # groups that are counted in a place of their own, whether or not there are any


def series(chosen: Selection, freq: Frequency, countries: Mapping[str, Sequence[str]]) -> Iterator[tuple[Any, ...]]:
    """Period, actor, recipient, events, incidents, reports, shares of the quad classes, mean score.

    `countries` are those of the pairs that are wanted, by role.
    """
    columns = chosen.columns
    day = columns["day"][columns["dyad.event"]]
    held = (columns.among(f"dyad.{role}", some) for role, some in countries.items())
    rows = chosen.rows("dyad", columns.holding("day", bool)[columns["dyad.event"]], *held)
    if rows is None or not len(rows):  # as days were asked for, some are chosen
        return
    event = columns["dyad.event"].take(rows)
    labels, codes = zip(
        _ranked(columns.terms.of, day.take(rows), lambda term: lying(term, freq)),
        *(_ranked(columns.terms.of, columns[f"dyad.{role}"].take(rows), str) for role in ("actor", "recipient")),
        strict=True,
    )
    periods, actors, recipients = labels
    keys, group, events = _grouped((codes[0] * len(actors) + codes[1]) * len(recipients) + codes[2])
    incidents, reports = (distinct(group, columns[name][event], len(keys)) for name in ("incident", "report"))
    quads = np.bincount(group * QUADS + columns["quad"][event], minlength=len(keys) * QUADS).reshape(-1, QUADS)
    shares = (quads / events[:, None])[:, 1:]
    score = np.bincount(group, weights=columns["score"][event]) / events
    pairs, recipient = np.divmod(keys, len(recipients))
    period, actor = np.divmod(pairs, len(actors))
    names = ([label[i] for i in at.tolist()] for label, at in ((periods, period), (actors, actor), (recipients, recipient)))
    yield from zip(*names, *(one.tolist() for one in (events, incidents, reports, *shares.T, score)), strict=True)


def _ranked(terms: Sequence[str | None], codes: Array, named: Any) -> tuple[list[str], Array]:
    """The names of some terms in their order, and for each code the place of its name."""
    present = np.flatnonzero(np.bincount(codes, minlength=len(terms)))
    name_of = {code: named(terms[code]) for code in present.tolist()}
    names = sorted(set(name_of.values()))
    place = {name: i for i, name in enumerate(names)}
    table = np.zeros(len(terms), dtype=np.int64)
    for code, name in name_of.items():
        table[code] = place[name]
    return names, table[codes]


def _grouped(keys: Array) -> tuple[Array, Array, Array]:
    """The different keys in their order, for each row the place of its own, and how many rows have each."""
    if keys.max() >= DENSE:
        different, group, counts = np.unique(keys, return_inverse=True, return_counts=True)
        return different, group, counts
    counts = np.bincount(keys)
    return np.flatnonzero(counts), (np.cumsum(counts > 0) - 1)[keys], counts[counts > 0]


def counted(keys: Array) -> tuple[Array, Array]:
    """The different keys in their order, and how many rows have each."""
    told = np.sort(keys)
    first = np.flatnonzero(np.concatenate([np.ones(min(len(told), 1), dtype=np.bool_), told[1:] != told[:-1]]))
    return told.take(first), np.diff(first, append=len(told))


def numbered(keys: Array) -> tuple[Array, Array]:
    """The different keys in their order, and for each row the place of its own.

    Keys and rows are sorted as one number where both fit into it, which takes a fifth of the time of sorting rows by their keys.
    """
    bits = len(keys).bit_length()
    if int(keys.max(initial=0)) >= 1 << (63 - bits):
        return np.unique(keys, return_inverse=True)
    told = np.sort(keys << bits | np.arange(len(keys)))
    rows, told = told & ((1 << bits) - 1), told >> bits
    first = np.ones(len(told), dtype=np.bool_)
    np.not_equal(told[1:], told[:-1], out=first[1:])
    number = np.empty(len(told), dtype=np.int64)
    number[rows] = np.cumsum(first) - 1
    return told[first], number


def enough(counts: Array, top: int) -> Array:
    """The places of the highest counts, and of those that equal the last of them."""
    return np.flatnonzero(counts >= np.partition(counts, -top)[-top]) if len(counts) > top else np.arange(len(counts))


def sides(group: Array, quad: Array, groups: int) -> list[Array]:
    """How many rows of each group are cooperative, and how many hostile."""
    counts = np.bincount(group * QUADS + quad, minlength=groups * QUADS).reshape(-1, QUADS)
    return [counts[:, 1] + counts[:, 2], counts[:, 3] + counts[:, 4]]


def distinct(group: Array, values: Array, groups: int) -> Array:
    """How many different values, but for 0, the rows of each group have."""
    width = int(values.max(initial=0)) + 1
    given = np.flatnonzero(values)
    told = np.sort(group.take(given) * width + values.take(given))
    first = np.ones(len(told), dtype=np.bool_)
    np.not_equal(told[1:], told[:-1], out=first[1:])
    return np.bincount(told.take(np.flatnonzero(first)) // width, minlength=groups)
