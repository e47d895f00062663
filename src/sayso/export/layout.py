"""What a layout is, and what it is given: events, code tables, the user's choice, and a place for notes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sayso.export.notes import Notes
from sayso.lexicon.foreign import Foreign
from sayso.model import Event

ALL = ("occurred", "planned", "possible", "denied")
OCCURRED = ("occurred",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the user chose.

    `statuses` are the events wanted (None: as the layout has it by default); `pairs` writes a row for each actor with each recipient
    instead of the first of each; `extras` puts our own columns after the native ones; `header` names the columns also where
    native files don't.
    """

    statuses: tuple[str, ...] | None = None
    pairs: bool = False
    extras: bool = False
    header: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """One export under way."""

    foreign: Foreign
    choice: Choice
    notes: Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One layout: `write` turns chosen events into the bytes of a file, piece by piece.

    `carries` names the features of events (see `features`) that the layout has a place for; `folds` says that plans are told as
    agreements and threats; `why_not` gives the reason for which the layout has no place for an event at all; `remarks` say what
    its columns can't say; `tabular` layouts know the options of columns.
    """

    name: str
    label: str
    write: Callable[[Iterable[Event], Job], Iterator[bytes]]
    carries: frozenset[str] = frozenset()
    folds: bool = False
    why_not: Callable[[Event, Foreign], str | None] = lambda _event, _foreign: None
    missing: tuple[str, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    tabular: bool = False

    @property
    def statuses(self) -> tuple[str, ...]:
        """The events that are written unless the user says otherwise: only what occurred where a reader could not tell."""
        return ALL if "status" in self.carries else OCCURRED
