"""The coder that people use: a lexicon, a parser and the pipeline, loaded when first needed."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import cache, cached_property
from threading import Lock, RLock

from sayso.errors import InputError
from sayso.extract.parse.step import SpacyParser
from sayso.extract.pipeline import Pipeline
from sayso.lexicon import Lexicon, load
from sayso.model import AnnotatedReport, Event, Report
from sayso.run.version import program
from sayso.settings import Settings

LOADING = RLock()  # several threads load once
COLLECT_AFTER = 200_000  # objects made before the collector looks again, some 30 MB


class Coder:
    """Codes reports into events; the same report gives the same events every time.

    >>> coder = Coder()
    >>> events = coder.code(Report(id="1", text="Police arrested two reporters in Lima."))  # doctest: +SKIP

    Several threads may use one, and processes may be sent it: there it loads anew.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        """Take the settings; nothing is loaded before the first report."""
        self._settings = settings or Settings()

    def __reduce__(self) -> tuple[type["Coder"], tuple[Settings]]:
        """A coder is its settings."""
        return type(self), (self._settings,)

    @property
    def lexicon(self) -> Lexicon:
        """What the coder knows."""
        with LOADING:
            return self._lexicon

    @cached_property
    def _lexicon(self) -> Lexicon:
        with _not_collecting():
            return load(cache=self._settings.cache, knowledge=self._settings.knowledge)

    @cached_property
    def _pipeline(self) -> Pipeline:
        with _not_collecting():
            pipeline = Pipeline(self._lexicon, SpacyParser(), program())
        gc.freeze()  # the lexicon lives as long as the process: the collector need not walk through it
        return pipeline

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:
        """Reports with all that was found in them, in the order given.

        Who wants the events only does not ask for the `whole`: then times and places are left out where there is no event.

        Raises:
            InputError: what is given is no report, its text is none, or its day of publication can't be read.
        """
        with LOADING:
            pipeline = self._pipeline
        with _collecting_rarely():
            yield from pipeline.annotate(map(_checked, reports), whole=whole)

    def code_many(self, reports: Iterable[Report]) -> Iterator[Event]:
        """The events of reports, in the order of the texts."""
        for annotated in self.annotate_many(reports, whole=False):
            yield from annotated.events

    def code(self, report: Report) -> list[Event]:
        """The events of one report."""
        return list(self.code_many([report]))


def code(text: str, *, published: str | date | None = None) -> list[Event]:
    """The events of one text; `published` is its day of publication, as a date or in ISO 8601.

    Raises:
        InputError: the text is none, or the day can't be read.
    """
    return _ready().code(Report(id="text", text=text, published=_day(published)))


@cache
def _ready() -> Coder:
    """The coder of texts that come one by one: to load it takes longer than to code most of them."""
    return Coder()


def _checked(report: Report) -> Report:
    """A report as the coder takes it, from whoever writes Python: its day may be a text."""
    if not isinstance(report, Report):
        raise InputError(f"a Report is wanted, not {type(report).__name__}; a text alone is coded by sayso.code(text)")
    if not isinstance(report.text, str):
        raise InputError(f"report {report.id!r}: its text is {type(report.text).__name__}, and must be str")
    return replace(report, published=_day(report.published)) if isinstance(report.published, str | datetime) else report


def _day(published: str | date | None) -> date | None:
    """A day of publication as a date."""
    if published is None or (isinstance(published, date) and not isinstance(published, datetime)):
        return published
    try:
        return published.date() if isinstance(published, datetime) else date.fromisoformat(published[:10])
    except (TypeError, ValueError) as error:
        raise InputError(f"published={published!r}: give the day as a date or as YYYY-MM-DD, or leave it out") from error


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


class _Rarely:
    """Lets Python's collector run more rarely while anything is coded: a third of the time would go into it.

    Iterators that are walked through in turns, and threads, end in any order: the last one gives back what the first one found.
    """

    def __init__(self) -> None:
        self._lock, self._at_work, self._before = Lock(), 0, gc.get_threshold()

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """While it is held."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def _count(self, more: int) -> None:
        with self._lock:
            if not self._at_work:
                self._before = gc.get_threshold()
                gc.set_threshold(COLLECT_AFTER, *self._before[1:])
            self._at_work += more
            if not self._at_work:
                gc.set_threshold(*self._before)


_collecting_rarely = _Rarely()
