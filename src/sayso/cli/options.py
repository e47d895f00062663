"""The options that several commands share. Nothing heavy is imported here: `sayso --help` waits for it."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sayso.run.step import Annotator
    from sayso.settings import Settings

    MakeCoder = Callable[[Settings], Annotator]


class Format(StrEnum):
    """The layouts in which events are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


Chosen = TypeVar("Chosen", bound=StrEnum)
DB = "sayso.db"
ENDINGS = (
    "csv",
    "tsv",
    "json",
    "jsonl",
    "ndjson",
    "parquet",
    "feather",
    "xls",
    "xlsx",
    "ods",
    "gz",
    "bz2",
    "xz",
    "zst",
    "zip",
    "db",
    "sqlite",
)
DATA = frozenset(f".{name}" for name in ENDINGS)

Reports = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORTS",
        help="Files of any kind that `sayso read` knows, folders, addresses, or - for standard input.",
        show_default=False,
    ),
]
MaybeReports = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="REPORTS",
        help="Files of any kind that `sayso read` knows, folders, addresses, or - for standard input.",
        show_default=False,
    ),
]
Out = Annotated[str | None, typer.Option("--out", metavar="FILE", help="Write here, in one step when all is done.")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="Day of publication of reports that don't say theirs.")]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Publisher of reports that don't say theirs.")]
Columns = Annotated[
    list[str] | None,
    typer.Option("--columns", metavar="KEY=NAME,...", help="What tables and JSON call text, published (or published:dmy, :mdy), title ..."),
]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch pages from addresses of the own network too.")]
Db = Annotated[str, typer.Option("--db", metavar="URL", help="The database: a file, or postgresql://user@host/name.")]
PlacedDb = Annotated[
    str | None,
    typer.Argument(metavar="DB", help=f"The database: a file, or postgresql://user@host/name; {DB} by default.", show_default=False),
]
NamedDb = Annotated[str | None, typer.Option("--db", metavar="URL", help="The same, as other commands name it.", show_default=False)]
Store = Annotated[str | None, typer.Option("--db", metavar="URL", help="Store reports and events: a file, or postgresql://...")]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", metavar="N", min=0, help="Processes that code; one a processor by default, 0: all in this one.", show_default=False
    ),
]
Patience = Annotated[
    float, typer.Option("--patience", metavar="SECONDS", min=0, help="Set a report aside that takes longer to code; 0: never.")
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on where a run with the same --out was killed.")]
ResumeAny = Annotated[bool, typer.Option("--resume", help="Go on where a run with the same --out, or --db alone, was killed.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Say nothing on standard error but what failed.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")]

Knowledge = Annotated[
    list[str] | None,
    typer.Option("--knowledge", metavar="DIR", help="Persons and bodies of your own, laid over Sayso's; may be given more than once."),
]


def database(placed: str | None, named: str | None) -> str:
    """The database that is given by its place or by `--db`."""
    if placed and named and placed != named:
        raise typer.BadParameter(f"this is one database, and {placed} another; name one", param_hint="--db")
    return placed or named or DB


def told_by(out: str | None, formats: type[Chosen]) -> Chosen | None:
    """The format that the ending of a file tells; a usage error where it tells one that is not written."""
    ending = PurePath(out or "").suffix.lower()
    found = next((one for one in formats if ending == f".{one.value}"), None)
    if found is None and ending in DATA:
        endings = " or ".join(f".{one.value}" for one in formats if f".{one.value}" in DATA)
        raise typer.BadParameter(f"{out}: no {ending} is written; end the name with {endings}, or say --format", param_hint="--out")
    return found


def day_of(given: str | None, option: str = "--published") -> "date | None":
    """The day that an option gives; a usage error where it is none."""
    from sayso.ingest.dates import day

    try:
        return day(given) if given is not None else None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def coder_for(context: typer.Context, *, debug: bool, knowledge: "Sequence[str] | None" = None) -> "Annotator":
    """The coder to use: made by the context's factory where there is one (tests), else the real one."""
    return maker_for(context, settings_of(debug=debug, knowledge=knowledge))()


def settings_of(*, debug: bool = False, knowledge: "Sequence[str] | None" = None) -> "Settings":
    """The settings that the environment and the options give."""
    import os

    from sayso.settings import Settings

    return Settings.from_environment(os.environ, debug=debug, knowledge=knowledge or ())


def maker_for(context: typer.Context, settings: "Settings") -> "Callable[[], Annotator]":
    """What makes the coder, here or in another process."""
    from functools import partial

    make: MakeCoder | None = context.find_root().obj
    return partial(make or _coder, settings)


def _coder(settings: "Settings") -> "Annotator":
    from sayso.run.coder import Coder

    return Coder(settings)
