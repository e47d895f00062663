"""The events that an export writes: by status, as the layout can have them, in pairs where that is asked for; all else is counted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from sayso.export.features import FEATURES, LACKS
from sayso.export.fold import folded
from sayso.export.layout import Job, Layout
from sayso.export.notes import Notes
from sayso.model import Event

EXTRAS_CARRY = frozenset({"status", "says", "quotation", "offsets of the quotation", "confidence", "mode", "pattern"})


def chosen(events: Iterable[Event], layout: Layout, job: Job) -> Iterator[Event]:
    """Events one by one, ready to be laid out; `job.notes` holds what became of the others."""
    statuses = job.choice.statuses or layout.statuses
    for event in events:
        job.notes.read += 1
        why = f"status {event.status}" if event.status not in statuses else layout.why_not(event, job.foreign)
        if why:
            job.notes.left_out[why] += 1
            continue
        yield from _ready(event, layout, job)


def _ready(event: Event, layout: Layout, job: Job) -> Iterator[Event]:
    told = folded(event, job.foreign) if layout.folds else event
    if told.type != event.type:
        job.notes.changed[f"planned {event.type} written as {told.type}"] += 1
    job.notes.written += 1
    _note(event, layout, job)
    yield from paired(told) if job.choice.pairs and layout.tabular else (told,)


def paired(event: Event) -> Iterator[Event]:
    """An event for each actor with each recipient, with identifiers of their own where there are several."""
    pairs = list(product(event.actors or (None,), event.recipients or (None,)))
    if len(pairs) == 1:
        yield event
        return
    for n, (actor, recipient) in enumerate(pairs, 1):
        yield replace(event, id=f"{event.id}-{n}", actors=(actor,) if actor else (), recipients=(recipient,) if recipient else ())


def _note(event: Event, layout: Layout, job: Job) -> None:
    notes: Notes = job.notes
    notes.not_carried.update(name for name, has in FEATURES.items() if name not in carried(layout, job) and has(event))
    notes.missing.update(name for name in layout.missing if LACKS[name](event))


def carried(layout: Layout, job: Job) -> frozenset[str]:
    """The features that reach the file, with what the user's options add."""
    extras = EXTRAS_CARRY if job.choice.extras and layout.tabular else frozenset[str]()
    pairs = {"further actors", "further recipients"} if job.choice.pairs and layout.tabular else set[str]()
    return layout.carries | extras | pairs
