"""`sayso watch`: feeds in, polled on a schedule; reports out, each once."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AllowPrivate, Debug, Quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sayso.ingest.watch import Config, Ledger, Standing
    from sayso.run.step import Step

    Take = Callable[[list[str]], None]

EXAMPLES = """\b
Examples:
  sayso watch feeds.toml               (polls until Ctrl-C)
  sayso watch feeds.toml --once        (what is due now, from cron)
  sayso watch feeds.toml --status      (what was expected of each publisher, and what came)
  sayso watch feeds.toml --db sayso.db --code    (into a database, coded, with origins and incidents)

\b
feeds.toml:
  out = "reports.jsonl"     # reports are added here
  every = "15 min"
  pages = true              # fetch the page of each entry for its whole text
  [[feeds]]
  url = "https://example.org/feed.xml"
  publisher = "Example Post"
  expect = 40               # reports a day; learnt where it is missing
"""


def watch(
    context: typer.Context,
    config: Annotated[Path, typer.Argument(metavar="CONFIG", help="A TOML file that names the feeds.", show_default=False)],
    *,
    once: Annotated[bool, typer.Option("--once", help="Poll what is due now, and end.")] = False,
    status: Annotated[bool, typer.Option("--status", help="Show what was expected of each publisher and what came; poll nothing.")] = False,
    db: Annotated[str | None, typer.Option("--db", metavar="URL", help="Store the reports, instead of adding them to a file.")] = None,
    code: Annotated[bool, typer.Option("--code", help="Code what is stored.")] = False,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Poll feeds on a schedule and add their reports to a file or a database.

    What was seen is kept beside it: a watch that was killed goes on where it stopped, and no report comes twice or is lost.
    """
    import time

    from sayso.cli.terminal import shown
    from sayso.ingest.watch import Ledger, configured, standings

    if code and db is None:
        raise typer.BadParameter("what is coded is stored: name a database (--db)", param_hint="--code")
    read = configured(config)
    if status and not read.state.exists():
        shown("Nothing was polled yet.")
        raise typer.Exit(0)
    ledger = Ledger(read.state)
    try:
        if status:
            for standing in standings(read, ledger, time.time()):
                shown(_row(standing))
            raise typer.Exit(0)
        with _taken(db, _step(context, debug=debug) if code else None, quiet=quiet) as to:
            raise typer.Exit(_watched(read, ledger, to, db or str(read.out), once=once, allow_private=allow_private, quiet=quiet))
    finally:
        ledger.close()


def _step(context: typer.Context, *, debug: bool) -> "Step":
    """What codes for as long as the watch runs: its coder is made once."""
    from sayso.cli.options import maker_for, settings_of
    from sayso.run.step import Step

    return Step(maker_for(context, settings_of(debug=debug)), hand_back=True, strict=debug)


@contextmanager
def _taken(db: str | None, step: "Step | None", *, quiet: bool) -> "Iterator[Take | None]":
    """Who takes reports, as lines of JSON, into a database; nobody where there is none."""
    if db is None:
        yield None
        return
    from sayso.cli.keep import taken
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import say
    from sayso.store import Writer

    with Writer(db, command="watch") as writer:
        yield lambda lines: taken(writer, lines, step, Tally(say, quiet=quiet))


def _watched(config: "Config", ledger: "Ledger", to: "Take | None", where: str, *, once: bool, allow_private: bool, quiet: bool) -> int:
    """Poll; gives the exit code: Ctrl-C is how a watch ends, and no failure."""
    import os

    from sayso.cli.terminal import say
    from sayso.export import line
    from sayso.ingest.fetch import fetcher
    from sayso.ingest.watch import Watcher
    from sayso.settings import Settings

    cache = Settings.from_environment(os.environ).cache / "pages"
    pages = fetcher(cache, on_notice=lambda text: say(f"sayso: {text}"), allow_private=allow_private)
    watcher = Watcher(config, ledger, pages, lambda report: line(report.to_dict()), lambda text: say(f"sayso: {text}"), to=to)
    try:
        watcher.run(once=once)
    except KeyboardInterrupt:
        if not quiet:
            say("The watch has ended; it goes on from here the next time")
        return 0
    if not quiet:
        told = [f"{watcher.reports:,} new report{'' if watcher.reports == 1 else 's'} in {where}", *_waiting(config, watcher.waiting)]
        say(" · ".join([*told, *([f"{watcher.failed} failed"] if watcher.failed else [])]))
    return 1 if watcher.failed else 0


def _waiting(config: "Config", due: "Sequence[float]") -> "Iterator[str]":
    """How many feeds were not asked as they were not due, and when the next one is."""
    from datetime import datetime

    if due:
        yield f"{len(due)} of {len(config.feeds)} feeds not due yet, the next at {datetime.fromtimestamp(min(due)).astimezone():%H:%M %Z}"


def _row(standing: "Standing") -> str:
    """A publisher with a number a day, those with gaps marked, and what is wrong below."""
    expected = "expected: not known yet" if standing.expected is None else f"expected: {standing.expected:g} a day"
    days = "  ".join(f"{day:%d %b} {count:,}{'!' if day in standing.gaps else ''}" for day, count in standing.came)
    gaps = f" · {len(standing.gaps)} {'day' if len(standing.gaps) == 1 else 'days'} with gaps" if standing.gaps else ""
    return "\n".join([f"{standing.publisher} · {expected}{gaps}", f"  came: {days}", *(f"  ! {told}" for told in standing.trouble)])
