"""Events: what a filter leaves, the newest first."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query

from sayso.store.found.listing import listing
from sayso.web.asked.ask import Paged
from sayso.web.draw.answer import view
from sayso.web.shown.rows import COLUMNS, Row, cells, row_of
from sayso.web.shown.shape import Cell, Shown
from sayso.web.state.desk import AtDesk

router = APIRouter(tags=["views"])


class Events(Shown):
    """A page of events, and where the next one begins."""

    events: list[Row]
    after: str | None

    def columns(self) -> Sequence[str]:
        """Those of a row."""
        return COLUMNS

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One event a row."""
        return map(cells, self.events)


@view(router, "/events", "events.html", kept=True)
def events(asked: Annotated[Paged, Query()], desk: AtDesk) -> Events:
    """The events that a filter leaves, the newest first."""
    found = desk.view.ask(listing(asked.wanted, limit=asked.limit, after=asked.after))
    return Events(events=[row_of(one) for one in found.events], after=found.after)
