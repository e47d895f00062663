"""Under which names somebody is found in events, counted over columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.store.asked.condition import ENTITY, SECTOR
from sayso.store.asked.countries import is_country
from sayso.store.counted.columns import Columns, Mask
from sayso.store.counted.masks import Selection
from sayso.store.counted.pairs import counted, enough, numbered
from sayso.store.counted.slabs import Array, mark

OF = ("name", "entity", "basis")
Calling = tuple[int, int, int, str]  # an event that has it, the name by its number, the mark of the entity (0 is none), the basis


@dataclass(frozen=True, slots=True)
class Callings:
    """Under which names somebody is found: of each a row that has it, and the pairs of calling and place of an event, as arrays."""

    row: Array
    calling: Array
    event: Array


def callings(columns: Columns, key: str, names: Sequence[int]) -> Callings:
    """Those of an actor by its key, or by `names` where it is words of names; an event counts once for each."""
    rows = np.flatnonzero(_who(columns, key, names))
    calling = np.zeros(len(rows), dtype=np.int64)
    for one in OF:
        value = columns[f"party.{one}"].take(rows).astype(np.int64)
        told, calling = numbered(calling * (int(value.max(initial=0)) + 1) + value)
    first = np.zeros(len(told), dtype=np.int64)
    first[calling] = rows
    event, calling = np.divmod(counted(columns["party.event"].take(rows).astype(np.int64) * len(told) + calling)[0], len(told) or 1)
    return Callings(first, calling.astype(np.min_scalar_type(len(told))), event.astype(np.uint32))


def called(chosen: Selection, told: Callings, top: int) -> tuple[dict[Calling, int], int]:
    """How many of the chosen events have each of the callings that may be the commonest; and how many callings there are."""
    calling = told.calling
    if chosen.mask is not None:
        calling = calling.take(np.flatnonzero(chosen.mask.take(told.event)))
    counts = np.bincount(calling, minlength=len(told.row))
    there = np.flatnonzero(counts)
    some = there[enough(counts[there], top)]
    rows, columns = told.row.take(some), chosen.columns
    values = [columns[f"party.{one}"].take(rows).tolist() for one in OF]
    events, bases = columns.numbers().take(columns["party.event"].take(rows)), (columns.terms.of[n] or "" for n in values.pop())
    return dict(zip(zip(events.tolist(), *values, bases, strict=True), counts[some].tolist(), strict=True)), len(there)


def _who(columns: Columns, key: str, names: Sequence[int]) -> Mask:
    """The rows of actors and recipients that are who is meant."""
    if sector := SECTOR.fullmatch(key):
        held = columns.holding("party.sectors", lambda sectors: sector["sector"] in sectors.split())
        return held & columns.among("party.country", [sector["country"]]) if sector["country"] else held
    if is_country(key):
        return columns.among("party.country", [key])
    return columns["party.entity"] == mark(key) if ENTITY.fullmatch(key) else np.isin(columns["party.name"], names)
