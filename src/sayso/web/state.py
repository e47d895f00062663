"""What every route is handed: the database's view, the settings, the templates, the coder."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Protocol

from fastapi import Depends, Request
from jinja2 import Environment

from sayso.model import AnnotatedReport, Report
from sayso.settings import Settings
from sayso.store import View
from sayso.web.codebook import Codebook


class Annotator(Protocol):
    """What the desk needs of a coder."""

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:
        """Reports with all that was found in them, in the order given."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk works with; `db` is what the database was opened by, `today` the clock."""

    db: str
    view: View
    settings: Settings
    templates: Environment
    codebook: Codebook
    coder: Annotator | None
    today: Callable[[], date]


def desk_of(request: Request) -> Desk:
    """The desk that answers a request."""
    found: Desk = request.app.state.desk
    return found


AtDesk = Annotated[Desk, Depends(desk_of)]
