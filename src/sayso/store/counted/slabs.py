"""Slabs: columns of some thousand events each, side by side, from which whatever counts many events is answered.

They are made from the other tables and hold nothing of their own. A trigger takes those of a block away in the transaction that changes one
of its events, so what is there is right; a writer makes what is missing when it closes, and a reader makes it for itself meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt
from sqlalchemy import ColumnElement, Connection, FromClause, func, insert, select

from sayso.store.rows.dictionary import Dictionary
from sayso.store.schema import tables as t
from sayso.store.schema.slab_tables import SHIFT, slabs, terms

Array = npt.NDArray[Any]
Numbering = Callable[[Iterable[str]], Mapping[str, int]]  # of texts that many events have in common
TERM, MARK = "term", "mark"
SMALL, LARGE, REAL = "<u2", "<u4", "<f8"
WORTH = 3 << SHIFT >> 2  # so many free places in the last block are too many
TOGETHER = 2  # blocks made in one transaction, while which others wait to write


@dataclass(frozen=True, slots=True)
class Layer:
    """Columns that are made together: of the events themselves, or of rows of which an event has none, one or several."""

    table: FromClause
    columns: Mapping[str, str]  # TERM, MARK, or the shape of numbers
    role: str | None = None

    @property
    def several(self) -> bool:
        """Whether an event can have several rows; these tell which event of the block is theirs."""
        return self.table is not t.events

    @property
    def owner(self) -> "ColumnElement[int]":
        """The column that says which event a row is of."""
        return self.table.c.event if self.several else self.table.c.n


_SECTORS = {"sector": TERM, "country": TERM, "again": SMALL}
_PARTIES = {"name": LARGE, "entity": MARK, **dict.fromkeys(("country", "sectors", "basis"), TERM)}
OF_EVENTS = {
    **dict.fromkeys(("day", "type", "mode", "status", "state", "country"), TERM),
    **dict.fromkeys(("quad", "voices"), SMALL),
    **dict.fromkeys(("report", "publisher", "place"), LARGE),
    **dict.fromkeys(("score", "confidence"), REAL),
}
OF_INCIDENTS = {"incident": LARGE, "origins": LARGE}
LAYERS = {
    "event": Layer(t.events, OF_EVENTS),
    "gathered": Layer(t.events, OF_INCIDENTS),
    "actor": Layer(t.countries, {"country": TERM}, "actor"),
    "recipient": Layer(t.countries, {"country": TERM}, "recipient"),
    "actor_sector": Layer(t.sectors, _SECTORS, "actor"),
    "recipient_sector": Layer(t.sectors, _SECTORS, "recipient"),
    "party": Layer(t.parties, _PARTIES),
    "dyad": Layer(t.dyads, {"actor": TERM, "recipient": TERM}),
    "says": Layer(t.says, {"name": LARGE, "again": SMALL}),
    "context": Layer(t.contexts, {"context": TERM}),
}
NUMBERS = "n"  # the slab of events' numbers, counted from the block's first; an empty block has no other


def names(layer: str) -> list[str]:
    """The slabs of a layer: `type` of events, `actor.country` of rows, beside `actor.event`, the place of their event in the block."""
    if not LAYERS[layer].several:
        return list(LAYERS[layer].columns)
    return [f"{layer}.{name}" for name in ("event", *LAYERS[layer].columns)]


LAYER_OF = {name: layer for layer in LAYERS for name in names(layer)}


def owner_of(name: str) -> str:
    """The column that says which event a row of another is of; of a column of events itself, the column."""
    layer = LAYER_OF[name]
    return f"{layer}.event" if LAYERS[layer].several else name


def numbers(connection: Connection, block: int) -> Array:
    """The numbers of a block's events, counted from its first."""
    e = t.events.c.n
    found = connection.execute(select(e).where(e.between(block << SHIFT, ((block + 1) << SHIFT) - 1)).order_by(e)).scalars().all()
    return np.asarray(np.array(found, dtype=np.int64) - (block << SHIFT), dtype=SMALL)


def made(connection: Connection, block: int, layer: str, events: Array, numbering: Numbering) -> dict[str, Array]:
    """The slabs of a layer for one block, of whose events the numbers are given."""
    kind, first = LAYERS[layer], block << SHIFT
    owners, found = packed(connection, layer, kind.owner.between(first, first + (1 << SHIFT) - 1), numbering)
    return {f"{layer}.event": _small(np.searchsorted(events, owners - first)), **found} if kind.several else found


def packed(connection: Connection, layer: str, some: ColumnElement[bool], numbering: Numbering) -> tuple[Array, dict[str, Array]]:
    """The columns of a layer for some events, in their order: the number of the event that each row is of, and the values by name."""
    kind = LAYERS[layer]
    query = select(kind.owner, *(kind.table.c[name] for name in kind.columns)).where(some)
    query = query.where(kind.table.c.role == kind.role) if kind.role else query
    rows = connection.execute(query.order_by(kind.owner)).all()
    owners, *columns = zip(*rows, strict=True) if rows else [()] * (len(kind.columns) + 1)
    listed = [_small(_packed(column, shape, numbering)) for column, shape in zip(columns, kind.columns.values(), strict=True)]
    named = names(layer)[1:] if kind.several else names(layer)
    return np.array(owners, dtype=np.int64), dict(zip(named, listed, strict=True))


def _small(array: Array) -> Array:
    """Numbers in as few bytes each as the largest needs."""
    return array if array.dtype == REAL else array.astype(np.min_scalar_type(array.max(initial=0)))


def _packed(column: Sequence[Any], shape: str, numbering: Numbering) -> Array:
    """Values as numbers; nothing is 0."""
    if shape == TERM:
        known = numbering({value for value in column if value is not None})
        return np.array([0 if value is None else known[value] for value in column], dtype=LARGE)
    if shape == MARK:
        return np.array([0 if value is None else mark(value) for value in column], dtype=LARGE)
    return np.array([value or 0 for value in column], dtype=shape)


def mark(text: str) -> int:
    """A number that stands for a text of which there are too many for `terms`; two texts share one about once in four thousand million."""
    return crc32(text.encode()) or 1


def missing(connection: Connection) -> Iterator[tuple[int, list[str]]]:
    """The blocks that lack slabs, the later ones first, each with the layers that it lacks; the last one once it is worth it."""
    last = connection.execute(select(func.max(t.events.c.n))).scalar()
    there: dict[int, set[str]] = {}
    for block, name in connection.execute(select(slabs.c.block, slabs.c.name)):
        there.setdefault(block, set()).add(name)
    for block in reversed(range(((last or 0) + WORTH) >> SHIFT)):
        held = there.get(block, set())
        lacking = [layer for layer in LAYERS if not held.issuperset(names(layer))]
        if lacking and held != {EMPTY}:
            yield block, lacking


EMPTY = "empty"  # the only slab of a block without events


def wrong(connection: Connection) -> Iterator[tuple[int, list[str]]]:
    """The blocks of which slabs are not what their events say, each with the names of these."""
    known = {row.term: row.n for row in connection.execute(select(terms))}
    blocks = connection.execute(select(slabs.c.block).distinct().order_by(slabs.c.block)).scalars().all()
    for block in blocks:
        rows = connection.execute(select(slabs).where(slabs.c.block == block)).all()
        stored = {row.name: np.frombuffer(row.body, dtype=row.shape) for row in rows}
        events = numbers(connection, block)
        found = {NUMBERS: events} if len(events) else {EMPTY: events}
        for layer in {LAYER_OF[name] for name in stored if name in LAYER_OF}:
            found |= made(connection, block, layer, events, lambda some: {**dict.fromkeys(some, 0), **known})
        if differing := sorted(name for name, held in stored.items() if name not in found or not np.array_equal(held, found[name])):
            yield block, differing


def pack(connection: Connection) -> int:
    """Make slabs of some blocks that lack them; how many blocks are left."""
    lacking, known = list(missing(connection)), Dictionary(terms, "term")
    for block, layers in lacking[:TOGETHER]:
        events = numbers(connection, block)
        found = {} if len(events) else {EMPTY: events}
        if len(events):
            found[NUMBERS] = events
            for layer in layers:
                found |= made(connection, block, layer, events, lambda some: known.numbers(connection, some, lambda term: {"term": term}))
        connection.execute(slabs.delete().where(slabs.c.block == block, slabs.c.name.in_(list(found))))
        rows = [{"block": block, "name": name, "shape": array.dtype.str, "body": array.tobytes()} for name, array in found.items()]
        connection.execute(insert(slabs), rows)
    return max(0, len(lacking) - TOGETHER)
