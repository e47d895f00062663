"""The columns of a later version, made of those of an earlier one: only what has changed between them is read."""

from collections.abc import Iterable

import numpy as np
from sqlalchemy import Connection, select, text

from sayso.store.counted.columns import Shelf
from sayso.store.counted.slabs import LAYERS, NUMBERS, SMALL, Array, names, packed
from sayso.store.schema import tables as t
from sayso.store.schema.slab_tables import SHIFT

MOST = 2_000  # events that have changed; of more, all is read anew
ENDED = text("SELECT n FROM past_events WHERE until > :at")


def advanced(old: Shelf, connection: Connection, at: tuple[int, int]) -> Shelf | None:
    """The shelf of what a connection reads; None where it is not a little later than the old one, or texts have been numbered since."""
    if at[0] < old.at[0] or at[1] != old.at[1]:
        return None
    changed = _changed(connection, old.at[0])
    if len(changed) > MOST:
        return None
    with old.lock:
        return _renewed(old, connection, at, changed)


def _changed(connection: Connection, since: int) -> Array:
    """The events that have come, changed or gone since a version."""
    e = t.events.c
    there = connection.execute(select(e.n).where(e.linked > since).limit(MOST + 1)).scalars().all()
    gone = connection.execute(ENDED, {"at": since}).scalars().all()
    return np.unique(np.array([*there, *gone], dtype=np.int64))


def _renewed(old: Shelf, connection: Connection, at: tuple[int, int], changed: Array) -> Shelf:
    before = old.numbers()
    kept = np.ones(len(before), dtype=np.bool_)
    where = np.searchsorted(before, changed)
    known = where < len(before)
    known[known] = before[where[known]] == changed[known]
    kept[where[known]] = False
    listed = changed.tolist()
    fresh = np.array(
        connection.execute(select(t.events.c.n).where(t.events.c.n.in_(listed)).order_by(t.events.c.n)).scalars().all(), np.int64
    )
    joined = np.concatenate([before[kept], fresh])
    order = np.argsort(joined, kind="stable")
    after = joined[order]
    shelf = Shelf(at, old.terms, _blocks(after), lock=old.lock)
    shelf.whole[NUMBERS] = after
    moved = np.full(len(before), -1, dtype=np.int64)  # the place of each event in the new columns
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    moved[kept] = places[: int(kept.sum())]
    for layer, kind in LAYERS.items():
        held = [name for name in names(layer) if name in old.whole]
        owners, listed_of = packed(connection, layer, kind.owner.in_(listed), old.terms.numbers) if held else (changed, {})
        if held and not kind.several:
            shelf.whole |= {name: np.concatenate([old.whole[name][kept], listed_of[name]])[order] for name in held}
        elif held:
            shelf.whole |= _rows(old, held, layer, moved, np.searchsorted(after, owners), listed_of)
    return shelf


def _rows(old: Shelf, held: Iterable[str], layer: str, moved: Array, fresh: Array, listed: dict[str, Array]) -> dict[str, Array]:
    """The columns of rows, without those of events that have changed, with those that these have now."""
    owner = f"{layer}.event"
    place = moved[old.whole[owner]]
    kept = place >= 0
    joined = np.concatenate([place[kept], fresh])
    order = np.argsort(joined, kind="stable")
    found = {name: np.concatenate([old.whole[name][kept], listed[name]])[order] for name in held if name != owner}
    return {**found, owner: joined[order].astype(np.uint32)}


def _blocks(numbers: Array) -> dict[int, Array]:
    """Events by block, counted from its first."""
    blocks, starts = np.unique(numbers >> SHIFT, return_index=True)
    parts = np.split(numbers, starts[1:]) if len(blocks) else []
    return {block: (part - (block << SHIFT)).astype(SMALL) for block, part in zip(blocks.tolist(), parts, strict=True)}
