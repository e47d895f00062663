"""Columns for counting, packed when nobody has written for a while: a correction need not wait for those of thousands of events."""

from collections.abc import Callable
from threading import Event

from sayso.errors import StoreError
from sayso.store import View, Writer
from sayso.store.schema.versions import last

CALM = 5.0  # seconds


def packing(view: View, ended: Event, warn: Callable[[str, Exception], None], *, every: float = CALM) -> None:
    """Look at the version every so many seconds until the end; pack where it is another than when it was packed, and stays."""
    before = packed = None
    while not ended.wait(every):
        try:
            now = view.ask(last)
            if now == before != packed:
                with Writer.beside(view, command="desk", packs=False) as writer:
                    writer.pack()
                packed = now
            before = now
        except StoreError as error:
            warn("columns are packed later: %s", error)
