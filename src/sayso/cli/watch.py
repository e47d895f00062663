"""`sayso watch`: feeds in, polled on a schedule; reports out, each once."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AllowPrivate, Debug, Quiet

if TYPE_CHECKING:
    from sayso.ingest.watch import Config, Ledger, Standing

EXAMPLES = """\b
Examples:
  sayso watch feeds.toml               (polls until Ctrl-C)
  sayso watch feeds.toml --once        (what is due now, from cron)
  sayso watch feeds.toml --status      (what was expected of each publisher, and what came)

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
    config: Annotated[Path, typer.Argument(metavar="CONFIG", help="A TOML file that names the feeds.", show_default=False)],
    *,
    once: Annotated[bool, typer.Option("--once", help="Poll what is due now, and end.")] = False,
    status: Annotated[bool, typer.Option("--status", help="Show what was expected of each publisher and what came; poll nothing.")] = False,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Poll feeds on a schedule and add their reports to a file.

    What was seen is kept beside it: a watch that was killed goes on where it stopped, and no report comes twice or is lost.
    """
    import time

    from sayso.cli.terminal import shown
    from sayso.ingest.watch import Ledger, configured, standings

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
        raise typer.Exit(_watched(read, ledger, once=once, allow_private=allow_private, quiet=quiet))
    finally:
        ledger.close()


def _watched(config: "Config", ledger: "Ledger", *, once: bool, allow_private: bool, quiet: bool) -> int:
    """Poll; gives the exit code: Ctrl-C is how a watch ends, and no failure."""
    import os

    from sayso.cli.terminal import say
    from sayso.export import line
    from sayso.ingest.fetch import fetcher
    from sayso.ingest.watch import Watcher
    from sayso.settings import Settings

    cache = Settings.from_environment(os.environ).cache / "pages"
    pages = fetcher(cache, on_notice=lambda text: say(f"sayso: {text}"), allow_private=allow_private)
    watcher = Watcher(config, ledger, pages, lambda report: line(report.to_dict()), lambda text: say(f"sayso: {text}"))
    try:
        watcher.run(once=once)
    except KeyboardInterrupt:
        if not quiet:
            say("The watch has ended; it goes on from here the next time")
        return 0
    if not quiet:
        say(f"{watcher.reports:,} new reports in {config.out}" + (f" · {watcher.failed} failed" if watcher.failed else ""))
    return 1 if watcher.failed else 0


def _row(standing: "Standing") -> str:
    """A publisher with a number a day, those with gaps marked, and what is wrong below."""
    expected = "expected: not known yet" if standing.expected is None else f"expected: {standing.expected:g} a day"
    days = "  ".join(f"{day:%d %b} {count:,}{'!' if day in standing.gaps else ''}" for day, count in standing.came)
    gaps = f" · {len(standing.gaps)} {'day' if len(standing.gaps) == 1 else 'days'} with gaps" if standing.gaps else ""
    return "\n".join([f"{standing.publisher} · {expected}{gaps}", f"  came: {days}", *(f"  ! {told}" for told in standing.trouble)])
