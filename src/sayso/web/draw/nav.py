"""The views by name, as they stand in the navigation; those that no router serves, or that the user may not see, are left out."""

from dataclasses import dataclass

from sayso.web.asked.who import Right, User


@dataclass(frozen=True, slots=True)
class Entry:
    """A view: where it is, what it is called; `filtered` if it takes the filter along; the right that it takes."""

    path: str
    label: str
    filtered: bool = True
    right: Right = "read"

    def open_to(self, user: User | None) -> bool:
        """Whether a user may see it, as far as it is known who asks."""
        return user is None or user.may(self.right)


ENTRIES = (
    Entry("/events", "Events"),
    Entry("/incidents", "Incidents"),
    Entry("/dyads", "Dyads"),
    Entry("/actors", "Actors"),
    Entry("/map", "Map"),
    Entry("/says", "Says"),
    Entry("/reports", "Reports", filtered=False),
    Entry("/review", "Review", right="review"),
    Entry("/publishers", "Publishers", filtered=False),
    Entry("/watchlists", "Watchlists", filtered=False),
    Entry("/paste", "Paste", filtered=False),
)
FIRST_FACETS = ("type", "status", "actor", "recipient", "says", "publisher")  # counted at once; the others when somebody opens them
