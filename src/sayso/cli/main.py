"""The program's door: all commands, and what happens when one fails."""

import gc
import signal
from typing import Annotated

import typer

from sayso.cli import (
    annotate,
    code,
    compare,
    correct,
    evaluate,
    explain,
    export,
    import_events,
    incident,
    incidents,
    knowledge,
    lexicon,
    page,
    query,
    read,
    serve,
    store,
    users,
    verify,
    watch,
    watchlists,
)
from sayso.cli.guard import Guarded, stop
from sayso.cli.terminal import forgiving_streams, shown

EXAMPLES = """\b
Examples:
  sayso code report.txt --published 2025-12-04
  sayso code reports/ --format jsonl --out events.jsonl
  sayso verify events.jsonl reports/
  sayso code reports/ --db sayso.db
  sayso query --actor RUS --recipient IND --since 2025-01

\b
Exit codes: 0 done; 1 some inputs failed; 2 wrong usage.
"""

COLLECT_AFTER = 50_000  # objects made before Python's collector looks: at its own 700, starting takes a tenth longer

app = typer.Typer(
    name="sayso",
    cls=Guarded,
    help="Reads news reports and writes down who did what to whom, when, where - and on whose say-so.",
    epilog=EXAMPLES,
    no_args_is_help=True,
    rich_markup_mode=None,  # Typer's Rich help takes 0.3 s more to start
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read", epilog=read.EXAMPLES)(read.read)
app.command("watch", epilog=watch.EXAMPLES)(watch.watch)
app.command("code", epilog=code.EXAMPLES)(code.code)
app.command("annotate", epilog=annotate.EXAMPLES)(annotate.annotate)
app.command("explain", epilog=explain.EXAMPLES)(explain.explain)
app.command("incidents", epilog=incidents.EXAMPLES)(incidents.incidents)
app.command("verify", epilog=verify.EXAMPLES)(verify.verify)
app.command("evaluate", epilog=evaluate.EXAMPLES)(evaluate.evaluate)
app.command("compare", epilog=compare.EXAMPLES)(compare.compare)
app.add_typer(incident.app, name="incident")
app.command("query", epilog=query.EXAMPLES)(query.query)
app.command("sql", epilog=query.SQL_EXAMPLES)(query.sql)
app.command("page", epilog=page.EXAMPLES)(page.page)
app.command("serve", epilog=serve.EXAMPLES)(serve.serve)
app.add_typer(correct.app, name="correct")
app.add_typer(store.app, name="store")
app.add_typer(users.app, name="users")
app.add_typer(watchlists.app, name="watchlists")
app.command("import", epilog=import_events.EXAMPLES)(import_events.import_)
app.command("export", epilog=export.EXAMPLES)(export.export)
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(knowledge.app, name="knowledge")


def _version(*, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            shown(f"sayso {version('sayso')}")
        except PackageNotFoundError:
            shown("sayso, not installed")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=lambda v: _version(wanted=v), is_eager=True)
    ] = False,
) -> None:
    """Options of the program as a whole."""


def main() -> None:
    """Run the command line and exit."""
    gc.set_threshold(COLLECT_AFTER)
    forgiving_streams()
    signal.signal(signal.SIGTERM, stop)
    app()
