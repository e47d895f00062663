"""The road that `code`, `annotate`, `explain` and `incidents` share: read, code, lay out, write, count."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import NoReturn, TypeVar

import typer

from sayso.cli.keep import Keep, kept, uncoded
from sayso.cli.options import maker_for, settings_of
from sayso.cli.output import apart, is_file, opened
from sayso.cli.progress import Bar, wanted
from sayso.cli.recorded import Output, Run, recorded, streamed
from sayso.cli.sources import Sources, Stored
from sayso.cli.tally import Tally
from sayso.cli.terminal import on_terminal, say
from sayso.export.rendering import Rendering
from sayso.model import AnnotatedReport, Report
from sayso.run.many import PATIENCE, Crew, processors
from sayso.run.step import Render, Step

Piece = TypeVar("Piece")
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
    workers: int | None = None
    patience: float = PATIENCE
    resume: bool = False
    least: float = 0.0  # how sure an event must be

    def run(self, context: typer.Context, layout: Layout, *, through: Through | None = None) -> NoReturn:
        """Lay all reports out one after the other, and leave with the exit code that was earned; they may go `through` a function first."""
        apart(self.out, [*self.sources.paths, self.db])
        step = self._step(context, hand_back=True)
        with opened(self.out) as write, self._job(context) as job:
            reports = self._left(job.tally)
            results = self._crew.results(through(job.tally.readable(reports)) if through else reports, step)
            coded = (one for done in job.tally.counted(results) for one in done.annotated)
            for chunk in layout(job.keep.through(coded)):
                job.show(write, chunk)
        job.end()

    def write(self, context: typer.Context, rendering: Rendering) -> NoReturn:
        """Write lines of data, which are made where the reports are coded; a file gets a receipt, and can be resumed."""
        apart(self.out, [*self.sources.paths, self.db])
        step = self._step(context, hand_back=self.db is not None, render=rendering.render)
        with self._output(context, rendering) as output, self._job(context) as job:
            reports = output.begin(job.tally, job.keep.flush, self.sources.read(job.tally))
            for done in job.tally.counted(self._crew.results(reports, step)):
                deque(job.keep.through(iter(done.annotated)), maxlen=0)
                job.show(output.add, done)
            output.end(job.tally)
        job.end()

    def _left(self, tally: Tally) -> Iterator[Report]:
        """What there is to do: all reports, but for those that a database has of a run which is gone on with."""
        reports = self.sources.read(tally)
        if self.db is None or not self.resume:
            return reports
        return uncoded(self.db, reports, settings_of(knowledge=self.knowledge), tally)

    @property
    def _crew(self) -> Crew:
        return Crew(workers=processors() if self.workers is None else self.workers, patience=self.patience)

    def _step(self, context: typer.Context, *, hand_back: bool, render: Render | None = None) -> Step:
        make = maker_for(context, settings_of(debug=self.debug, knowledge=self.knowledge))
        return Step(make, whole=self.whole, least=self.least, render=render, hand_back=hand_back, strict=self.debug)

    def _output(self, context: typer.Context, rendering: Rendering) -> AbstractContextManager[Output]:
        """Where lines of data go."""
        if self.out is None or not is_file(self.out):
            return streamed(self.out, rendering)
        settings = settings_of(knowledge=self.knowledge)
        asked = {
            "format": rendering.name,
            **self.sources.told,
            **({"min_confidence": self.least} if self.least else {}),
            "knowledge": [path.name for path in settings.knowledge],  # what is in them is in the lexicon's digest
        }
        how = {"engine": "local", "workers": self._crew.workers, "patience": self.patience}
        return recorded(
            self.out,
            rendering,
            Run(str(context.info_name), settings, asked, how, self.sources.paths, self.db),
            resume=self.resume,
            alone=self.db is None,
        )

    @contextmanager
    def _job(self, context: typer.Context) -> Iterator["Job"]:
        bar = Bar(self.sources.expected, shown=wanted(quiet=self.quiet))
        tally = Tally(partial(_said, bar), quiet=self.quiet)
        with bar, kept(self.db, str(context.info_name), tally) as keep:
            yield Job(bar, tally, keep, aside=self.out is None and on_terminal())


@dataclass(frozen=True, slots=True)
class Job:
    """Work under way; `aside` says that results go to the terminal that the bar is on."""

    bar: Bar
    tally: Tally
    keep: Keep
    aside: bool
    begun: float = field(default_factory=time.monotonic)

    def show(self, write: Callable[[Piece], object], piece: Piece) -> None:
        """Write something, and how far the work has come."""
        self.bar.done(reports=self.tally.seen, events=self.tally.events)
        with self.bar.paused() if self.aside else nullcontext():
            write(piece)

    def end(self) -> NoReturn:
        """Say what was done, and leave with the exit code that was earned."""
        if not self.tally.quiet:
            say(self.tally.closing(time.monotonic() - self.begun))
        raise typer.Exit(self.tally.exit_code)


def _said(bar: Bar, text: str) -> None:
    with bar.paused():
        say(text)
