"""Shares of all events that are asked for: those of a value, and those of a year, month or day."""

from sayso.web.shown.shape import Part
from sayso.web.shown.text import Text


class Value(Part):
    """A value, how many events have it, and the query that asks for it or, where it is `chosen`, no longer does."""

    value: Text
    label: Text
    events: int
    share: float
    chosen: bool
    query: Text


class Period(Part):
    """A year, month or day, how many events it has, and the query that asks for it alone."""

    start: Text
    events: int
    share: float
    query: Text


class Beyond(Part):
    """What lies before or after the periods that are shown: how many events, and the query that asks for them."""

    events: int
    query: Text
