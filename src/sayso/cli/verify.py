"""`sayso verify`: every offset and quotation of events checked against the reports."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AllowPrivate, Columns, Debug, Knowledge, Quiet

if TYPE_CHECKING:
    from sayso.cli.checking import Texts
    from sayso.cli.sources import Sources
    from sayso.cli.tally import Tally

EXAMPLES = """\b
Examples:
  sayso verify events.jsonl reports/
  sayso verify events.jsonl             (its receipt, beside it, tells where the reports are)
  sayso code reports/ --format jsonl | sayso verify - reports/
  sayso verify annotated.jsonl          (annotated reports hold their own text)
  sayso verify events.jsonl.manifest.json      (a run's receipt: files, counts, and the quotations)

\b
Exit codes: 0 everything stands where it says; 1 something doesn't, or an input failed; 2 wrong usage.
"""


def verify(
    events: Annotated[
        str,
        typer.Argument(
            metavar="EVENTS.jsonl", help="What `code --format jsonl` or `annotate` wrote (or - for standard input); or its manifest."
        ),
    ],
    reports: Annotated[list[str] | None, typer.Argument(metavar="REPORTS", help="The reports that were coded: files or folders.")] = None,
    *,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    knowledge: Knowledge = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Check the quotations of events against reports.

    Every offset and every quoted text is looked up again; each mismatch is named on a line. With --knowledge, identifiers of actors,
    recipients and speakers are looked up too. Of a manifest, digests and counts of what went in and came out are checked first.
    Without REPORTS the manifest beside EVENTS.jsonl tells where they are.
    """
    from sayso.cli.checking import NOWHERE, checked
    from sayso.cli.receipts import Receipt
    from sayso.cli.sources import Sources
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import say, shown
    from sayso.run.manifest import ENDING

    tally = Tally(say, quiet=quiet)
    sources = Sources(paths=reports or [], columns=columns or (), allow_private=allow_private)
    known = _known(knowledge) if knowledge else None
    wrong = 0
    receipt = Receipt.at(events) or (None if reports else Receipt.at(events + ENDING))
    texts = _texts(sources, tally) if reports else NOWHERE
    found = receipt.checked(sources, tally, known) if receipt else checked(events, texts, tally, known)
    for where, told in found:
        wrong += 1
        shown(f"{where}: {told}")
    if not quiet:
        say(f"{tally.events:,} events checked · {wrong:,} mismatches" + (f" · {tally.failed} failed" if tally.failed else ""))
    raise typer.Exit(1 if wrong else tally.exit_code)


def _texts(sources: "Sources", tally: "Tally") -> "Texts":
    """The texts of each report id; more than one where ids repeat."""
    from collections import defaultdict

    texts: dict[str, list[str]] = defaultdict(list)
    for report in sources.read(tally):
        texts[report.id].append(report.text)
    return texts


def _known(knowledge: list[str]) -> frozenset[str]:
    """The identifiers of all persons and bodies."""
    import os

    from sayso.lexicon.lexicon import gathered
    from sayso.lexicon.ministry import ids
    from sayso.settings import Settings

    settings = Settings.from_environment(os.environ, knowledge=knowledge)
    _, data = gathered(cache=settings.cache, knowledge=settings.knowledge)
    return ids(data) | {entry["id"] for kind in ("people", "organisations") for entry in data[kind]}
