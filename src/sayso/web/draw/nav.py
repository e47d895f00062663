"""The views by name, as they stand in the navigation; those that no router serves are left out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A view: where it is, what it is called; `filtered` if it takes the filter along."""

    path: str
    label: str
    filtered: bool = True


ENTRIES = (
    Entry("/events", "Events"),
    Entry("/incidents", "Incidents"),
    Entry("/dyads", "Dyads"),
    Entry("/actors", "Actors"),
    Entry("/map", "Map"),
    Entry("/says", "Says"),
    Entry("/reports", "Reports", filtered=False),
    Entry("/review", "Review"),
    Entry("/publishers", "Publishers", filtered=False),
    Entry("/watchlists", "Watchlists", filtered=False),
    Entry("/paste", "Paste", filtered=False),
)
FIRST_FACETS = ("type", "status", "actor", "recipient", "says", "publisher")  # counted at once; the others when somebody opens them
