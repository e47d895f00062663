"""Reports on their way into a database, past the layout that shows them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import AnnotatedReport

if TYPE_CHECKING:
    from sayso.cli.tally import Tally
    from sayso.store import Writer


@dataclass(frozen=True, slots=True)
class Keep:
    """Stores annotated reports and hands them on; without a database it only hands them on. `flush` stores what still waits."""

    through: Callable[[Iterator[AnnotatedReport]], Iterator[AnnotatedReport]] = iter
    flush: Callable[[], None] = lambda: None


@contextmanager
def kept(db: str | None, command: str, tally: "Tally") -> Iterator[Keep]:
    """What stores annotated reports in a database, if one is given."""
    if db is None:
        yield Keep()
        return
    from sayso.store import Writer  # takes half a second

    with Writer(db, command=command) as writer:
        yield Keep(lambda annotated: _kept(writer, annotated, tally), writer.flush)
    _tell(writer, db, tally)


def _kept(writer: "Writer", annotated: Iterator[AnnotatedReport], tally: "Tally") -> Iterator[AnnotatedReport]:
    from sayso.errors import InputError

    for one in annotated:
        try:
            writer.add(one)
        except InputError as error:
            tally.failure(error)
        yield one


def _tell(writer: "Writer", db: str, tally: "Tally") -> None:
    """What became of the reports, and of corrections that hung on them."""
    done = writer.written
    for correction in done.lost:
        tally.notice(f"{correction.report['id']}: correction {correction.id} no longer finds “{correction.trigger.exact}”")
    for correction in done.kept:
        tally.notice(f"{correction.report['id']}: only correction {correction.id} still holds the event at “{correction.trigger.exact}”")
    tally.notice(
        f"{db}: {done.added:,} reports added, {done.replaced:,} replaced, {done.unchanged:,} unchanged; {done.events:,} events written"
    )
