"""`sayso knowledge import`: FollowTheMoney entities into a table of knowledge."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import Debug, Knowledge, Quiet, day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sayso.ingest.followthemoney import Reading, Row, Tally

EXAMPLES = """\b
Examples:
  sayso knowledge import peps.ftm.json --out my-knowledge/peps.csv
  sayso knowledge import peps.ftm.json --since 2015 --out my-knowledge/peps.csv

\b
Exit codes: 0 done; 1 some lines failed; 2 wrong usage.
"""
LICENCE = """\
Whose data is this, and what do its owners allow? OpenSanctions, for one, is CC BY-NC: free for non-commercial use
with attribution, else by licence.
Sayso neither ships nor passes on what you import; whoever publishes results that rest on it answers for them."""
TOLD = 20  # failed lines that are named one by one


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="FollowTheMoney entities, one JSON object a line.")],
    *,
    out: Annotated[Path, typer.Option("--out", metavar="TABLE.csv", help="The table to write, in a folder of knowledge.")],
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Leave out offices that ended before.")] = "2000",
    asof: Annotated[
        str | None,
        typer.Option("--asof", metavar="DATE", help="When entities that don't say so were true; by default the day of the file."),
    ] = None,
    knowledge: Knowledge = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Import persons in office and bodies from FollowTheMoney.

    Person, Occupancy, Position, PublicBody and Organization, in any order, read once; memory stays the same however long the file is.
    Whom the lexicon knows already is left out.
    """
    from sayso.cli.output import opened
    from sayso.cli.portion import Portion
    from sayso.cli.terminal import say
    from sayso.errors import InputError
    from sayso.ingest import followthemoney as ftm

    for line in LICENCE.splitlines():
        say(line)
    if out.suffix.lower() != ".csv":
        raise typer.BadParameter("a table ends in .csv", param_hint="--out")
    if not file.is_file():
        raise InputError(f"{file}: there is no such file")
    day, tally, failed = _asof(file, asof), ftm.Tally(), list[str]()
    out.parent.mkdir(parents=True, exist_ok=True)
    with Portion(file.stat().st_size, "reading", quiet=quiet) as bar, file.open("rb") as lines, opened(str(out)) as write:
        found = ftm.rows(
            lines, str(file), _reading(knowledge), asof=day, since=since, tally=tally, on_failure=_telling(failed, bar.say), on_line=bar.add
        )
        for chunk in _table(found):
            write(chunk)
    say(_closing(out, tally, len(failed)))
    raise typer.Exit(1 if failed else 0)


def _asof(file: Path, given: str | None) -> str:
    """The day that is given, else the day on which the file was written."""
    from datetime import UTC, datetime

    day = day_of(given, "--asof")
    return (day or datetime.fromtimestamp(file.stat().st_mtime, UTC).date()).isoformat()


def _reading(knowledge: list[str] | None) -> "Reading":
    """What the lexicon, with folders laid over it, knows that the import needs."""
    import os

    from sayso.ingest.followthemoney import Reading
    from sayso.lexicon.knowledge.coherence import common_words
    from sayso.lexicon.knowledge.offices import offices_of
    from sayso.lexicon.lexicon import gathered
    from sayso.settings import Settings

    settings = Settings.from_environment(os.environ, knowledge=knowledge or ())
    _, data = gathered(cache=settings.cache, knowledge=settings.knowledge)
    return Reading(
        alpha3={c["alpha2"]: c["code"] for c in data["countries"]},
        offices=offices_of(data),
        topics=tuple((t["topic"], tuple(t["sectors"]), t["kind"]) for t in data["cues"]["topics"]["topics"]),
        common=common_words(data),
        known=frozenset(text for text, _, _ in data["names"]),
    )


def _telling(failed: list[str], tell: "Callable[[str], None]") -> "Callable[[Exception], None]":
    """Count failed lines and name the first ones."""

    def fail(error: Exception) -> None:
        failed.append("")
        if len(failed) <= TOLD:
            tell(str(error))

    return fail


def _table(rows: "Iterable[Row]") -> "Iterator[str]":
    """A table as CSV, some rows at a time."""
    import csv
    import io
    from itertools import islice

    from sayso.ingest.followthemoney import COLUMNS

    yield ",".join(COLUMNS) + "\n"
    rows = iter(rows)
    while some := list(islice(rows, 500)):
        text = io.StringIO()
        csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n").writerows(some)
        yield text.getvalue()


def _closing(out: Path, tally: "Tally", failed: int) -> str:
    parts = [f"{tally.lines:,} lines", f"{tally.persons:,} persons", f"{tally.bodies:,} bodies"]
    parts += [
        f"{count:,} {what}" for count, what in ((tally.known, "known already"), (tally.unclear, "unclear"), (failed, "failed")) if count
    ]
    if tally.shared:
        parts.append(f"{tally.shared:,} namesakes, marked: a report's country tells them apart, if anything")
    return f"{out}: {' · '.join(parts)}"
