"""`sayso correct`: what people know better, and what follows from it."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from sayso.cli.options import DB, Db, Debug, Out

if TYPE_CHECKING:
    from sayso.store.corrected.correction import Correction
    from sayso.store.corrected.propose import Signed

EXAMPLES = """\b
Examples:
  sayso correct 3f2a9c01d4e5b678 --set type=COERCE --set "recipients=IND@Indian exporters" --why "they were detained"
  sayso correct 3f2a9c01d4e5b678 --set status=denied --set time=2025-12-04
  sayso correct 3f2a9c01d4e5b678 --reject --why "the march is a month of the year"
  sayso correct add --report r17 --evidence "Police held two men." --trigger held --type COERCE --set "actors=PER:COP@Police"
  sayso correct undo 77ab01cd23ef
  sayso correct export --out corrections.jsonl

\b
Fields: type, mode, status, cameo, contexts, actors, recipients, says, time, place, quantities. Parties are parted by ";"
and written COUNTRY:SECTORS@words of the report, or any part of it. Corrections hang on the words of the report: they
stay when it is coded again.
"""


class Events(TyperGroup):
    """Commands, where what is no command's name is the id of an event."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Take the first word for an event where it names no command."""
        known = args[0] in self.commands
        return super().resolve_command(ctx, args if known else ["event", *args])


app = typer.Typer(
    cls=Events, help="Correct events, and make use of corrections.", epilog=EXAMPLES, no_args_is_help=True, rich_markup_mode=None
)
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who says so; your login name by default.", show_default=False)]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why.")]
Set = Annotated[list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="What a field should be.", show_default=False)]
ReportId = Annotated[str | None, typer.Option("--report", metavar="ID", help="Its report, where copies have the same event.")]


@app.command("event")
def event(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of the event, or its beginning.")],
    *,
    changes: Set = None,
    reject: Annotated[bool, typer.Option("--reject", help="The report does not say this.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="It is right as it is.")] = False,
    report: ReportId = None,
    who: Who = None,
    why: Why = "",
    db: Db = DB,
    debug: Debug = False,
) -> None:
    """Correct an event by its id: `sayso correct EVENT --set ...`."""
    if (bool(changes) + reject + accept) != 1:
        raise typer.BadParameter("give one of --set, --reject and --accept")
    action: Any = "set" if changes else "reject" if reject else "accept"
    _keep(db, debug=debug, make=lambda proposer: proposer.of_event(event, action, changes or [], signed(who, why), report=report))


@app.command("add")
def add(
    *,
    report: Annotated[str, typer.Option("--report", metavar="ID", help="The report that tells of it.")],
    evidence: Annotated[str, typer.Option("--evidence", metavar="TEXT", help="The sentence, as it stands there.")],
    trigger: Annotated[str, typer.Option("--trigger", metavar="TEXT", help="The words in it that tell of the event.")],
    kind: Annotated[str, typer.Option("--type", metavar="TYPE", help="The event type.")],
    changes: Set = None,
    who: Who = None,
    why: Why = "",
    db: Db = DB,
    debug: Debug = False,
) -> None:
    """Add an event that was missed."""
    by = signed(who, why)
    _keep(db, debug=debug, make=lambda proposer: proposer.added(report, evidence, trigger, kind, changes or [], by))


@app.command("undo")
def undo(
    correction: Annotated[
        str, typer.Argument(metavar="CORRECTION", help="Its id, as `sayso correct list` shows it, or the beginning of it.")
    ],
    *,
    who: Who = None,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Take a correction back; it stays on record."""
    from sayso.cli.gathered import gathered
    from sayso.cli.terminal import say
    from sayso.store import Writer

    with Writer(db, command="correct") as writer:
        writer.undo(correction, who=signed(who, "").who)
        gathered(writer, quiet=True)
    say(f"sayso: correction {correction} is undone")


@app.command("list")
def listed(
    *,
    undone: Annotated[bool, typer.Option("--undone", help="Those that were taken back too.")] = False,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Show who corrected what, when, why, and what became of it."""
    from sayso.cli.terminal import say, shown
    from sayso.store import View

    with View(db) as view:
        found = list(view.corrections(undone=undone))
        for one in found:
            changed = ", ".join(f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in one["changes"].items())
            state = f"undone by {one['undone_by']}" if one["undone_at"] else one["outcome"]
            place = f"{one['report']['id']} {one['event']['id']} “{one['target']['trigger']['exact']}”"
            shown(f"{one['id']}  {one['at']}  {one['who']}  {one['action']} {place} {changed}  [{state}]  {one['why']}".rstrip())
    if not found:
        say(f"sayso: nothing is corrected in {db}")


@app.command("export")
def exported(*, out: Out = None, db: Db = DB, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Write corrections as JSONL, to be exchanged or kept."""
    from sayso.cli.output import apart, opened
    from sayso.cli.terminal import data_stream
    from sayso.model.jsonl import line
    from sayso.store import View

    apart(out, [db])
    if out is None:
        data_stream()
    with View(db) as view, opened(out) as write:
        for one in view.corrections():
            write(line({name: value for name, value in one.items() if name not in ("outcome", "undone_by", "undone_at")}))


@app.command("import")
def imported(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What `correct export` wrote; - for standard input.")],
    *,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Take in the corrections of others; those that are there already are passed over."""
    from collections import Counter

    from sayso.cli.gathered import gathered
    from sayso.cli.tally import Tally
    from sayso.cli.terminal import say
    from sayso.store import Writer

    tally = Tally(say)
    found = list(_read(file, tally))
    with Writer(db, command="correct") as writer:
        outcomes = writer.correct(found)
        gathered(writer, quiet=False)
    counts = Counter(outcomes.values())
    say(f"sayso: {len(outcomes)} new of {len(found)} corrections" + "".join(f" · {n} {outcome}" for outcome, n in sorted(counts.items())))
    raise typer.Exit(tally.exit_code)


@app.command("agreement")
def agreement(
    one: Annotated[str, typer.Argument(metavar="WHO", help="A reviewer.")],
    other: Annotated[str, typer.Argument(metavar="WHO", help="Another one.")],
    *,
    db: Db = DB,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Show how far two reviewers agree: Krippendorff's alpha by field.

    Over the events that both have accepted, rejected, changed or added; 1 is perfect agreement, 0 what chance would give.
    """
    from sayso.cli.terminal import say, shown
    from sayso.store import View
    from sayso.store.corrected.agreement import agreement as compared

    with View(db) as view:
        corrections = list(_corrections(view.corrections()))
        texts, coded = view.reviewed()
    for nobody in {one, other} - {correction.who for correction in corrections}:
        say(f"sayso: {nobody} has judged nothing here; `sayso correct list --db {db}` tells who has")
    shown(f"{'field':<12} {'alpha':>7} {'events':>7}")
    for found in compared(texts, coded, corrections, (one, other)):
        shown(f"{found.field:<12} {'-' if found.alpha is None else format(found.alpha, '.3f'):>7} {found.events:>7}")


@app.command("learn")
def learn(*, out: Out = None, db: Db = DB, debug: Debug = False) -> None:  # noqa: ARG001 - read by the guard
    """Write corrections as test cases for the lexicon: examples and counterexamples, as JSONL."""
    from sayso.cli.output import apart, opened
    from sayso.cli.terminal import data_stream
    from sayso.model.jsonl import line
    from sayso.store import View
    from sayso.store.corrected.learn import cases

    apart(out, [db])
    if out is None:
        data_stream()
    with View(db) as view, opened(out) as write:
        for case in cases(_corrections(view.corrections())):
            write(line(case))


def _keep(db: str, *, debug: bool, make: Any) -> None:
    """Make a correction, put it on its event, and say what became of it."""
    import os

    from sayso.cli.gathered import gathered
    from sayso.cli.terminal import say
    from sayso.settings import Settings
    from sayso.store import View, Writer
    from sayso.web.state.checks import Checks

    checks = Checks(Settings.from_environment(os.environ, debug=debug))  # the desk's, so that both take and refuse the same
    with View(db) as view:
        correction = make(checks.proposer(view))
    with Writer(db, command="correct") as writer:
        outcome = writer.correct([correction]).get(correction.id, "is there already")
        gathered(writer, quiet=True)
    say(f"sayso: correction {correction.id} {outcome}; `sayso correct undo {correction.id}` takes it back")


def signed(who: str | None, why: str) -> "Signed":
    """Who says so, why, and when; the login name where no other is given."""
    from getpass import getuser

    from sayso.store.corrected.propose import Signed
    from sayso.store.writer import moment

    return Signed(who=who or getuser(), why=why, at=moment())


def _read(file: str, tally: Any) -> "Iterator[Correction]":
    from sayso.cli.events import told
    from sayso.cli.jsonl import objects
    from sayso.errors import InputError

    for where, value in objects(file, on_failure=tally.failure):
        try:
            yield _correction(value)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            tally.failure(InputError(f"{where}: is no correction: {told(error)}; `sayso correct export` writes corrections"))


def _correction(value: dict[str, Any]) -> "Correction":
    """A correction that can be worked with: of an event, which it leaves an event.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: it can't; the error names what is wrong.
    """
    from datetime import datetime
    from typing import get_args

    from sayso.cli.events import event_of
    from sayso.store.corrected.correction import Action, Correction

    found = Correction.from_dict(value)
    credit = found.report["publisher"] or ""
    texts = {"id": found.id, "who": found.who, "why": found.why, "at": found.at, "report": found.report["id"], "publisher": credit}
    if wrong := next((name for name, text in texts.items() if not isinstance(text, str)), None):
        raise TypeError(f"its {wrong} is {texts[wrong]!r}")
    if found.action not in get_args(Action) or not found.id:
        raise ValueError(f"its id is {found.id!r}, its action {found.action!r}")
    datetime.fromisoformat(found.at)
    for anchor in (found.trigger, found.evidence):
        anchor.find("")  # fails where it is not made of texts and numbers
    if not found.changes.keys() <= found.event.keys() - {"id", "report", "trigger", "evidence"}:
        raise ValueError(f"it changes {', '.join(found.changes)}")
    event_of(found.event)
    event_of({**found.event, **found.changes})
    return found


def _corrections(found: Iterator[dict[str, Any]]) -> "Iterator[Correction]":
    from sayso.store.corrected.correction import Correction

    for one in found:
        yield Correction.from_dict({name: value for name, value in one.items() if name not in ("outcome", "undone_by", "undone_at")})
