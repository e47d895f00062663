"""What every route is handed: the database's view, the settings, the templates, the codebook, the coder, what is remembered."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request
from jinja2 import Environment

from sayso.settings import Settings
from sayso.store import View, Writer
from sayso.web.checks import Checks
from sayso.web.codebook import Codebook
from sayso.web.coding import Coding
from sayso.web.meeting import Meetings
from sayso.web.memo import Memo


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk works with; `db` is what the database is called, `today` and `now` the clock.

    `memo` remembers what takes long to count, `pages` answers as they were sent; `stir` has both look at once whether the data changed.
    """

    db: str
    view: View
    settings: Settings
    templates: Environment
    codebook: Codebook
    coding: Coding | None
    memo: Memo
    pages: Memo
    today: Callable[[], date]
    now: Callable[[], datetime]
    checks: Checks
    meetings: Meetings
    stir: Callable[[], None]
    _turn: Lock = field(default_factory=Lock, init=False, repr=False)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """A writer of the same database; one request after another has it."""
        with self._turn, Writer.beside(self.view, command="desk") as writer:
            yield writer
        self.stir()

    @property
    def key(self) -> Path:
        """The file with the key that webhooks' secrets are made from."""
        return self.settings.key_of(self.view.file)

    def at(self) -> str:
        """The time in UTC, ISO 8601, to the second."""
        return self.now().isoformat(timespec="seconds")


async def desk_of(request: Request) -> Desk:
    """The desk that answers a request; asynchronous, because what isn't is sent to a thread and back."""
    found: Desk = request.app.state.desk
    return found


AtDesk = Annotated[Desk, Depends(desk_of)]
