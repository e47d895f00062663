"""What every route is handed: the database's view, the settings, the templates, the codebook, the coder, what is remembered."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from jinja2 import Environment

from sayso.settings import Settings
from sayso.store import View, Writer
from sayso.store.counted.shelves import Shelves
from sayso.store.found.snapshot import NAMED
from sayso.web.memo import Memo
from sayso.web.shown.codebook import Codebook
from sayso.web.shown.meeting import Meetings
from sayso.web.state.checks import Checks
from sayso.web.state.coding import Codes
from sayso.web.state.frozen import can_be

SNAPSHOTS = 3  # that are kept open
KEPT = 64  # answers of each


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk works with; `db` is what the database is called, `today` and `now` the clock.

    `memo` remembers what takes long to count, `pages` answers as they were sent; `stir` has both look at once whether the data changed.
    Of a desk of the past, `snapshot` says of when, and `present` reads the data as they are.
    """

    db: str
    view: View
    settings: Settings
    templates: Environment
    codebook: Codebook
    coding: Codes | None
    memo: Memo
    pages: Memo
    today: Callable[[], date]
    now: Callable[[], datetime]
    checks: Checks
    meetings: Meetings
    stir: Callable[[], None]
    snapshot: str | None = None
    present: View | None = None
    _past: "OrderedDict[str, Desk]" = field(default_factory=OrderedDict, init=False, repr=False)
    _turn: Lock = field(default_factory=Lock, init=False, repr=False)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """A writer of the same database; one request after another has it. What it changes is packed later."""
        with self._turn, Writer.beside(self.view, command="desk", packs=False) as writer:
            yield writer
        self.stir()

    def then(self, snapshot: str) -> "Desk":
        """The same desk over the data as they were at a snapshot; the last that were asked for are kept, with what they remember."""
        if snapshot not in self._past:
            view = self.view.at(snapshot)
            view.share(Shelves())
            memo = Memo(lambda: snapshot, kept=KEPT, at_once=1)
            self._past[snapshot] = replace(self, view=view, memo=memo, snapshot=snapshot, present=self.view)
        self._past.move_to_end(snapshot)
        while len(self._past) > SNAPSHOTS:
            self._past.popitem(last=False)
        return self._past[snapshot]

    @property
    def key(self) -> Path:
        """The file with the key that webhooks' secrets are made from."""
        return self.settings.key_of(self.view.file)

    def at(self) -> str:
        """The time in UTC, ISO 8601, to the second."""
        return self.now().isoformat(timespec="seconds")


async def desk_of(request: Request) -> Desk:
    """The desk that answers a request, of the past where it asks for it; asynchronous, because what isn't is sent to a thread and back."""
    found: Desk = request.app.state.desk
    snapshot = request.query_params.get("snapshot", "")
    if request.method != "GET" or not NAMED.fullmatch(snapshot):
        return found
    if not can_be(request.url.path):
        raise HTTPException(422, "What is done here is done to the data as they are now: take the snapshot out of the address")
    return found.then(snapshot)


AtDesk = Annotated[Desk, Depends(desk_of)]
