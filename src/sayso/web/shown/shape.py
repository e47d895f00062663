"""The shape of what a view shows: one model for its page, its JSON and its CSV."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

Cell = str | int | float | None


class Part(BaseModel):
    """A part of what a view shows. Texts out of reports are of type `sayso.web.shown.text.Text`."""

    model_config = ConfigDict(frozen=True)


class Shown(Part):
    """What a view shows, whatever the layout."""

    def columns(self) -> Sequence[str]:
        """The names of the columns of its CSV."""
        raise NotImplementedError

    def rows(self) -> Iterable[Sequence[Cell]]:
        """The rows of its CSV: of the page's main table."""
        raise NotImplementedError
