"""`sayso explain`: per sentence, what was coded and by which pattern, or why nothing was."""

import typer

from sayso.cli.options import AllowPrivate, Columns, Debug, Knowledge, Out, Published, Publisher, Quiet, Reports

EXAMPLES = """\b
Examples:
  sayso explain report.txt --published 2025-12-04
  echo "Police arrested two reporters in Lima." | sayso explain -
"""


def explain(
    context: typer.Context,
    reports: Reports,
    *,
    out: Out = None,
    published: Published = None,
    publisher: Publisher = None,
    knowledge: Knowledge = None,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Show sentence by sentence why events were coded.

    What was coded and by which pattern, or why nothing was.
    """
    from functools import partial

    from sayso.cli.reasons import reasons
    from sayso.cli.sources import Sources
    from sayso.cli.terminal import console
    from sayso.cli.work import Work

    sources = Sources(paths=reports, published=published, publisher=publisher, columns=columns or (), allow_private=allow_private)
    work = Work(sources=sources, out=out, knowledge=knowledge, quiet=quiet, debug=debug)
    work.run(context, partial(reasons, console=console(to_file=out is not None)))
