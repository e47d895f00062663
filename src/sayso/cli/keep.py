"""Reports on their way into a database, past the layout that shows them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.cli.gathered import gathered
from sayso.model import AnnotatedReport, Report

if TYPE_CHECKING:
    from sayso.cli.tally import Tally
    from sayso.run.step import Step
    from sayso.settings import Settings
    from sayso.store import Writer


@dataclass(frozen=True, slots=True)
class Keep:
    """Stores annotated reports and hands them on; without a database it only hands them on. `flush` stores what still waits."""

    through: Callable[[Iterator[AnnotatedReport]], Iterator[AnnotatedReport]] = iter
    flush: Callable[[], None] = lambda: None


@contextmanager
def kept(db: str | None, command: str, tally: "Tally") -> Iterator[Keep]:
    """What stores annotated reports in a database, if one is given.

    When all are stored, their origins and incidents are found; where the work is broken off, the next one finds them.
    """
    if db is None:
        yield Keep()
        return
    from sayso.store import Writer  # takes half a second

    with Writer(db, command=command) as writer:
        yield Keep(lambda annotated: _kept(writer, annotated, tally), writer.flush)
        writer.flush()
        found = gathered(writer, quiet=tally.quiet)
    told(writer, db, found, tally)


def shelved(writer: "Writer", reports: Iterable[Report], tally: "Tally") -> Iterator[Report]:
    """Store reports as they are, and hand them on."""
    from sayso.errors import InputError

    for report in reports:
        try:
            writer.keep(report)
        except InputError as error:
            tally.failure(error)
        yield report


def taken(writer: "Writer", lines: list[str], step: "Step | None", tally: "Tally") -> None:
    """Store reports that come as lines of JSON, coded where there is who codes; then their origins and incidents are found.

    What came before changes nothing. A report that can't be coded is told, and stays uncoded.
    """
    from sayso.run.batch import batches

    reports = list(map(_report, lines))
    deque(shelved(writer, reports, tally), maxlen=0)
    writer.flush()
    if step:
        coded = (one for done in tally.counted(map(step, batches(reports))) for one in done.annotated)
        deque(_kept(writer, coded, tally), maxlen=0)
        writer.flush()
    gathered(writer, quiet=True)


def _report(line: str) -> Report:
    import json
    from datetime import date

    value = json.loads(line)
    return Report(**{**value, "published": date.fromisoformat(value["published"]) if value["published"] else None})


def uncoded(db: str, reports: Iterator[Report], settings: "Settings", tally: "Tally") -> Iterator[Report]:
    """The reports that the database does not have as this version codes them; how many it has is told at the end."""
    from sayso.model import Version
    from sayso.run.version import versions
    from sayso.store import View

    known, before = versions(settings), 0
    with View(db) as view:
        for left, there in view.uncoded_by(Version(known["sayso"], known["lexicon"]), reports):
            before += there
            yield from left
    if before:
        tally.notice(f"{db}: coded before: {before:,} reports")


def _kept(writer: "Writer", annotated: Iterator[AnnotatedReport], tally: "Tally") -> Iterator[AnnotatedReport]:
    from sayso.errors import InputError

    for one in annotated:
        try:
            writer.add(one)
        except InputError as error:
            tally.failure(error)
        yield one


def told(writer: "Writer", db: str, found: str, tally: "Tally") -> None:
    """What became of the reports, of corrections that hung on them, and of incidents (in words; empty where nothing did)."""
    done = writer.written
    for correction in done.lost:
        tally.notice(f"{correction.report['id']}: correction {correction.id} no longer finds “{correction.trigger.exact}”")
    for correction in done.kept:
        tally.notice(f"{correction.report['id']}: only correction {correction.id} still holds the event at “{correction.trigger.exact}”")
    tally.notice(
        f"{db}: {done.added:,} reports added, {done.replaced:,} replaced, {done.unchanged:,} unchanged; {done.events:,} events written"
    )
    if found:
        tally.notice(f"{db}: {found}")
