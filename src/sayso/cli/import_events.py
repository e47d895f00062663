"""`sayso import`: events that others have coded, in our terms, to stand beside our own."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import Debug, Out, Quiet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model import Event

EXAMPLES = """\b
Examples:
  sayso import 20251204120000.export.CSV --from gdelt2 --out gdelt.jsonl
  sayso import ngecEvents.txt --from polecat --out polecat.jsonl
  sayso import 20251204120000.export.CSV --from gdelt2 --db sayso.db

\b
Imported events have no evidence: their spans are empty, their pattern is
imported/-/gdelt2 or imported/-/polecat, and their confidence is 0. In a database
they stand by themselves: no query, count or export of our own events has them, and
`sayso compare --db sayso.db --from gdelt2` counts both side by side.

\b
Exit codes: 0 done; 1 some rows failed; 2 wrong usage.
"""


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file of events as others publish them, unpacked.")],
    *,
    form: Annotated[str, typer.Option("--from", metavar="FORMAT", help="gdelt2 or polecat.")],
    out: Out = None,
    db: Annotated[str | None, typer.Option("--db", metavar="URL", help="Keep them in a database, beside our own events.")] = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Read events that others have coded.

    GDELT 2.0 and POLECAT become events in our own terms, without evidence and marked so; what has no counterpart is counted.
    """
    import os
    from collections import Counter

    from sayso.cli.output import apart, opened
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import data_stream, say
    from sayso.export import line
    from sayso.ingest.coded import FORMATS, read
    from sayso.lexicon.foreign import load
    from sayso.settings import Settings

    if form not in FORMATS:
        raise typer.BadParameter(f"no format {form!r}: {', '.join(FORMATS)}", param_hint="--from")
    tally, left_out = Tally(say, quiet=quiet), Counter[str]()
    if db is not None and out is not None:
        raise typer.BadParameter("give either --out or --db", param_hint="--db")
    apart(out, [file])
    if out is None and db is None:
        data_stream()
    foreign = load(cache=Settings.from_environment(os.environ).cache)
    events = read(file, form, foreign, on_failure=tally.failure, left_out=left_out)
    if db is not None:
        tally.events = _stored(db, form, events)
    else:
        with opened(out) as write:
            for event in events:
                tally.events += 1
                write(line(event.to_dict()))
    if not quiet:
        reasons = ", ".join(f"{count:,} {why}" for why, count in left_out.most_common(5))
        parts = [f"{tally.events:,} {'new ' if db else ''}events", *([f"{left_out.total():,} left out ({reasons})"] if reasons else [])]
        say(" · ".join([*parts, *([f"{tally.failed} failed"] if tally.failed else [])]))
    raise typer.Exit(tally.exit_code)


def _stored(db: str, form: str, events: "Iterable[Event]") -> int:
    from sayso.store import Writer

    with Writer(db, command="import") as writer:
        return writer.take_in(form, events)
