"""What a command counts and tells: reports, events, what was passed over and what failed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sayso.errors import SaysoError
from sayso.model import Report
from sayso.run.manifest import Manifest
from sayso.run.sofar import Sofar
from sayso.run.step import Done, Passed, readable

NAMED = 1000  # failures that are kept by name


@dataclass(slots=True)
class Tally:
    """Counts for the closing line; `say` writes a line to the user."""

    say: Callable[[str], None]
    quiet: bool = field(kw_only=True, default=False)
    reports: int = 0
    events: int = 0
    foreign: int = 0
    empty: int = 0
    failed: int = 0
    aside: int = 0
    renamed: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 when all is done, 1 when some inputs failed."""
        return 1 if self.failed or self.aside else 0

    @property
    def seen(self) -> int:
        """All reports that something has become of."""
        return self.reports + self.foreign + self.empty + self.aside

    def failure(self, error: SaysoError) -> None:
        """Tell what failed, also when quiet: nothing fails silently."""
        self.failed += 1
        if len(self.failures) < NAMED:
            self.failures.append(str(error))
        self.say(f"sayso: {error}")

    def notice(self, text: str) -> None:
        """Tell what was passed over on purpose."""
        if not self.quiet:
            self.say(f"sayso: {text}")

    def renaming(self, text: str) -> None:
        """Tell that a report's id was given before."""
        self.renamed += 1
        self.notice(text)

    def readable(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports that can be coded: with a text, and in English."""
        for report in reports:
            looked = readable(report)
            if isinstance(looked, Passed):
                self._passed(looked)
            else:
                yield looked

    def counted(self, results: Iterable[Done]) -> Iterator[Done]:
        """What became of reports, counted and told as it passes."""
        for done in results:
            self.reports += done.coded
            self.events += done.events
            for passed in done.passed:
                self._passed(passed)
            for aside in done.aside:
                self.aside += 1
                self.say(f"sayso: {aside.id}: set aside: {aside.reason}")
            yield done

    def resumed(self, sofar: Sofar) -> None:
        """Count what an earlier run has done."""
        self.reports, self.events = sofar.coded, sofar.events
        self.foreign, self.empty, self.aside = sofar.foreign, sofar.empty, sofar.aside

    def completed(self, done: Manifest) -> None:
        """Count what an earlier run has done to its end; its failures are its own, and count for the exit code."""
        self.reports, self.foreign, self.empty = (done.reports[name] for name in ("coded", "foreign", "empty"))
        self.aside, self.events, self.failed = done.reports["aside"], done.events, done.failed

    def add(self, sofar: Sofar, *, failed: int, renamed: int) -> None:
        """Count what was done elsewhere."""
        self.reports += sofar.coded
        self.events += sofar.events
        self.foreign += sofar.foreign
        self.empty += sofar.empty
        self.aside += sofar.aside
        self.failed += failed
        self.renamed += renamed

    def _passed(self, passed: Passed) -> None:
        if passed.language:
            self.foreign += 1
        else:
            self.empty += 1
        self.notice(f"{passed.id}: passed over: {passed}")

    def closing(self, seconds: float, *, coded: bool = True) -> str:
        """One line on what was done; without events where nothing was `coded`."""
        parts = [_plural(self.reports, "report"), *([_plural(self.events, "event")] if coded else []), f"{seconds:.1f} s"]
        reasons = [f"{count} {why}" for count, why in ((self.foreign, "not English"), (self.empty, "empty")) if count]
        parts += [f"{self.foreign + self.empty} passed over ({', '.join(reasons)})"] if reasons else []
        parts += [f"{self.aside} set aside"] if self.aside else []
        parts += [f"{self.failed} failed"] if self.failed else []
        return " · ".join(parts)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
