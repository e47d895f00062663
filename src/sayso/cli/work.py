"""The road that `code`, `annotate` and `explain` share: read, code, lay out, write, count."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import typer

from sayso.cli.keep import kept
from sayso.cli.options import coder_for
from sayso.cli.output import opened
from sayso.cli.progress import Bar, wanted
from sayso.cli.sources import Sources, Stored
from sayso.cli.tally import Tally
from sayso.cli.terminal import on_terminal, say
from sayso.model import AnnotatedReport, Report

if TYPE_CHECKING:
    from sayso.cli.options import Annotator

Through = Callable[[Iterator[Report]], Iterator[Report]]
Layout = Callable[[Iterator[AnnotatedReport]], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What the user asked for."""

    sources: Sources | Stored
    out: str | None = None
    knowledge: list[str] | None = None
    whole: bool = True  # times and places too where there is no event
    quiet: bool = False
    debug: bool = False
    db: str | None = None

    def run(self, context: typer.Context, layout: Layout, *, through: Through = iter) -> None:
        """Do it, and leave with the exit code that it earned; the reports go `through` a function before they are coded."""
        begun = time.monotonic()
        bar = Bar(self.sources.expected, shown=wanted(quiet=self.quiet))
        tally = Tally(partial(_said, bar), quiet=self.quiet)
        make = partial(coder_for, context, debug=self.debug, knowledge=self.knowledge)
        with opened(self.out) as write, bar, kept(self.db, str(context.info_name), tally) as keep:
            for chunk in layout(tally.counted(keep(_coded(through(self.sources.readable(tally)), make, whole=self.whole)))):
                bar.done(reports=tally.reports, events=tally.events)
                with self._aside(bar):
                    write(chunk)
        if not self.quiet:
            say(tally.closing(time.monotonic() - begun))
        raise typer.Exit(tally.exit_code)

    def _aside(self, bar: Bar) -> AbstractContextManager[None]:
        """The bar out of the way, where results go to the same terminal."""
        return bar.paused() if self.out is None and on_terminal() else nullcontext()


def _coded(reports: Iterator[Report], make: "Callable[[], Annotator]", *, whole: bool) -> Iterator[AnnotatedReport]:
    """Reports with what was found in them; the coder is made only once there is something to code."""
    for first in reports:
        yield from make().annotate_many(chain([first], reports), whole=whole)


def _said(bar: Bar, text: str) -> None:
    with bar.paused():
        say(text)
