"""What every route is handed: the database's view, the settings, the templates, the coder."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock
from typing import Annotated, Protocol

from fastapi import Depends, Request
from jinja2 import Environment

from sayso.model import AnnotatedReport, Report
from sayso.settings import Settings
from sayso.store import View, Writer
from sayso.web.checks import Checks


class Annotator(Protocol):
    """What the desk needs of a coder."""

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:
        """Reports with all that was found in them, in the order given."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk works with; `db` is what the database was opened by, `today` and `now` the clock."""

    db: str
    view: View
    settings: Settings
    templates: Environment
    coder: Annotator | None
    today: Callable[[], date]
    now: Callable[[], datetime]
    checks: Checks
    _turn: Lock = field(default_factory=Lock, init=False, repr=False)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """A writer of the same database; one request after another has it."""
        with self._turn, Writer.beside(self.view, command="desk") as writer:
            yield writer

    def at(self) -> str:
        """The time in UTC, ISO 8601, to the second."""
        return self.now().isoformat(timespec="seconds")


def desk_of(request: Request) -> Desk:
    """The desk that answers a request."""
    found: Desk = request.app.state.desk
    return found


AtDesk = Annotated[Desk, Depends(desk_of)]
