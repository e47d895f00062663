"""Reports: found by their words, the newest first."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field, StringConstraints, model_validator

from sayso.store import Filter
from sayso.store.found.reports import Wanted, report_lines
from sayso.web.asked.ask import AsItWas, Day, Words, written
from sayso.web.draw.answer import view
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk

router = APIRouter(tags=["views"])


class Asked(AsItWas):
    """Which reports, and which page of them."""

    text: Words | None = Field(None, description="Words of the title or the text.")
    publisher: Words | None = Field(None, description="Who put it out.")
    since: Day | None = Field(None, description="Published on this day, month or year, or later.")
    until: Day | None = Field(None, description="Up to and with it.")
    origin: Words | None = Field(None, description="The id of the story that it is a copy of.")
    after: Annotated[str, StringConstraints(max_length=40, pattern=r"^[0-9-]{0,10}_\d{1,18}$")] | None = None
    limit: int = Field(50, ge=1, le=500)

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value != ""}

    @model_validator(mode="after")
    def _sensible(self) -> "Asked":
        Filter.of(since=self.since, until=self.until)
        return self

    @property
    def wanted(self) -> Wanted:
        """What is asked of the store."""
        return Wanted(**self.model_dump(exclude={"after", "limit", "snapshot"}))

    def query(self, **changes: Any) -> str:
        """The query string that asks for the same, but for some changes."""
        return written({**self.model_dump(exclude_defaults=True), **changes})


class Line(Part):
    """A report in a list: `copies` are other reports of the same story."""

    key: Text
    id: Text
    publisher: Text | None
    published: Text | None
    title: Text | None
    beginning: Text
    events: int
    origin: Text | None
    copies: int


COLUMNS = tuple(Line.model_fields)


class Reports(Shown):
    """A page of reports, and where the next one begins."""

    reports: list[Line]
    after: str | None

    def columns(self) -> Sequence[str]:
        """Those of a line."""
        return COLUMNS

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One report a row."""
        return ([getattr(one, name) for name in COLUMNS] for one in self.reports)


@view(router, "/reports", "reports.html", kept=True)
def reports(asked: Annotated[Asked, Query()], desk: AtDesk) -> Reports:
    """The reports that have these words, the newest first."""
    found, after = desk.view.ask(report_lines(asked.wanted, limit=asked.limit, after=asked.after))
    return Reports(reports=[Line.model_validate(one, from_attributes=True) for one in found], after=after)
