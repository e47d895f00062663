"""What a command counts and tells: reports, events, what was passed over and what failed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from sayso.errors import SaysoError
from sayso.ingest.language import UNDETERMINED, is_english, language
from sayso.model import AnnotatedReport, Report


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

    @property
    def exit_code(self) -> int:
        """0 when all is done, 1 when some inputs failed."""
        return 1 if self.failed else 0

    def failure(self, error: SaysoError) -> None:
        """Tell what failed, also when quiet: nothing fails silently."""
        self.failed += 1
        self.say(f"sayso: {error}")

    def notice(self, text: str) -> None:
        """Tell what was passed over on purpose."""
        if not self.quiet:
            self.say(f"sayso: {text}")

    def readable(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports that can be coded: with a text, and in English."""
        for report in reports:
            code = report.language or language(report.text)
            if not report.text.strip():
                self.empty += 1
                self.notice(f"{report.id}: passed over: it has no text")
            elif not is_english(code):
                self.foreign += 1
                self.notice(f"{report.id}: passed over: its language is {code!r}, and only English can be read")
            else:
                yield report if report.language or code == UNDETERMINED else replace(report, language=code)

    def counted(self, annotated: Iterable[AnnotatedReport]) -> Iterator[AnnotatedReport]:
        """The same reports, counted as they pass."""
        for one in annotated:
            self.reports += 1
            self.events += len(one.events)
            yield one

    def closing(self, seconds: float, *, coded: bool = True) -> str:
        """One line on what was done; without events where nothing was `coded`."""
        parts = [_plural(self.reports, "report"), *([_plural(self.events, "event")] if coded else []), f"{seconds:.1f} s"]
        reasons = [f"{count} {why}" for count, why in ((self.foreign, "not English"), (self.empty, "empty")) if count]
        parts += [f"{self.foreign + self.empty} passed over ({', '.join(reasons)})"] if reasons else []
        parts += [f"{self.failed} failed"] if self.failed else []
        return " · ".join(parts)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
