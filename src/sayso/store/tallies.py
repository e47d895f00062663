"""Counts over columns: facets and days of many events at once."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np

from sayso.store.figures import commonest
from sayso.store.masks import Selection
from sayso.store.slabs import LAYERS, Array

Counts = list[tuple[Any, int]]
ROWS = {  # a facet's layer, and the column of its rows that is counted
    "actor": ("actor", "country"),
    "recipient": ("recipient", "country"),
    "actor_sector": ("actor_sector", "sector"),
    "recipient_sector": ("recipient_sector", "sector"),
    "says": ("says", "name"),
    "context": ("context", "context"),
}
NUMBERED = ("quad", "origins", "publisher", "place", "says")  # counted by number, not by term


def facet(chosen: Selection, name: str, top: int) -> Counts:
    """The commonest values of a facet and how many events have them; those of `publisher`, `place` and `says` are numbers of rows."""
    if name == "dyad":
        return _dyads(chosen, top)
    if name == "year":
        return commonest(_derived(chosen, lambda day: day[:4]).items(), top)
    if name == "confidence":
        tenths, counts = np.unique(np.floor(chosen.of("confidence") * 10), return_counts=True)
        return commonest([(float(one) / 10, int(count)) for one, count in zip(tenths, counts, strict=True)], top)
    counts = np.bincount(_values(chosen, name))
    there = np.flatnonzero(counts)
    named = NUMBERED if name in NUMBERED else None
    kept = _enough(counts[there], top)
    return commonest([((int(n) or None) if named else chosen.columns.terms.of[n], int(counts[n])) for n in there[kept]], top)


def days(chosen: Selection, letters: int = 10) -> Counter[str]:
    """How many events there are by the first letters of their day; '' stands for those without one."""
    if letters < len("2025-01-31"):
        return _derived(chosen, lambda day: day[:letters])
    counts = np.bincount(chosen.of("day"))
    there = np.flatnonzero(counts)
    of = chosen.columns.terms.of
    return Counter(dict(zip((of[n] or "" for n in there.tolist()), counts[there].tolist(), strict=True)))


def _values(chosen: Selection, name: str) -> Array:
    if name not in ROWS:
        return np.asarray(chosen.of(name))
    layer, column = ROWS[name]
    once = [chosen.columns[f"{layer}.again"] == 0] if "again" in LAYERS[layer].columns else []
    return chosen.columns[f"{layer}.{column}"][chosen.rows(layer, *once)]


def _enough(counts: Array, top: int) -> Array:
    """The places of the highest counts, and of those that equal the last of them."""
    return np.flatnonzero(counts >= np.partition(counts, -top)[-top]) if len(counts) > top else np.arange(len(counts))


def _derived(chosen: Selection, named: Callable[[str], str]) -> Counter[str]:
    """Events by something that their day says."""
    counts, found = np.bincount(chosen.of("day")), Counter[str]()
    for n in np.flatnonzero(counts):
        found[named(chosen.columns.terms.of[n] or "")] += int(counts[n])
    return found


def _dyads(chosen: Selection, top: int) -> Counts:
    columns, rows, width = chosen.columns, chosen.rows("dyad"), len(chosen.columns.terms.of)
    pairs = columns["dyad.actor"][rows].astype(np.int64) * width + columns["dyad.recipient"][rows]
    there, counts = np.unique(pairs, return_counts=True)
    of = columns.terms.of
    kept = _enough(counts, top)
    return commonest([(f"{of[there[i] // width]} {of[there[i] % width]}", int(counts[i])) for i in kept], top)
