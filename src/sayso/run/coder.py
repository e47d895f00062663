"""The coder that people use: a lexicon, a parser and the pipeline, loaded when first needed."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property

from sayso.extract.parse.step import SpacyParser
from sayso.extract.pipeline import Pipeline
from sayso.lexicon import Lexicon, load
from sayso.model import AnnotatedReport, Event, Report
from sayso.run.version import program
from sayso.settings import Settings

COLLECT_AFTER = 200_000  # objects made before the collector looks again, some 30 MB


class Coder:
    """Codes reports into events; the same report gives the same events every time.

    >>> coder = Coder()
    >>> events = coder.code(Report(id="1", text="Police arrested two reporters in Lima."))  # doctest: +SKIP
    """

    def __init__(self, settings: Settings | None = None) -> None:
        """Take the settings; nothing is loaded before the first report."""
        self._settings = settings or Settings()

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the coder knows."""
        with _not_collecting():
            return load(cache=self._settings.cache, knowledge=self._settings.knowledge)

    @cached_property
    def _pipeline(self) -> Pipeline:
        with _not_collecting():
            pipeline = Pipeline(self.lexicon, SpacyParser(), program())
        gc.freeze()  # the lexicon lives as long as the process: the collector need not walk through it
        return pipeline

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:
        """Reports with all that was found in them, in the order given.

        Who wants the events only does not ask for the `whole`: then times and places are left out where there is no event.

        """
        pipeline = self._pipeline
        with _collecting_rarely():
            yield from pipeline.annotate(reports, whole=whole)

    def code_many(self, reports: Iterable[Report]) -> Iterator[Event]:
        """The events of reports, in the order of the texts."""
        for annotated in self.annotate_many(reports, whole=False):
            yield from annotated.events

    def code(self, report: Report) -> list[Event]:
        """The events of one report."""
        return list(self.code_many([report]))


def code(text: str, *, published: str | date | None = None) -> list[Event]:
    """The events of one text; `published` is its day of publication, as a date or in ISO 8601."""
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return Coder().code(Report(id="text", text=text, published=day))


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Keep Python's collector off what is loaded: nearly all of it stays, and to walk through it takes a tenth of the loading."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Let Python's collector run more rarely: a third of the time would go into it."""
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER, before[1], before[2])
    try:
        yield
    finally:
        gc.set_threshold(*before)
