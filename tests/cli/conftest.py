"""The command line with a coder that knows one verb, so that no model is loaded."""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.model import AnnotatedReport, Event, Party, Place, Quantity, Report, SentenceNote, Span, Speaker, Version, When

SENTENCE = re.compile(r"[^.]+\.?")
ARREST = re.compile(
    r"(?P<actor>\w+) (?P<trigger>arrested) (?P<recipient>[^.,]+?)(?: in (?P<place>\w+))?(?:, (?P<says>[\w ]+) said)?(?=[.,]|$)"
)


def coded(report: Report) -> AnnotatedReport:
    """Every "X arrested Y in Z, W said" of a report."""
    events, notes = [], []
    for sentence in SENTENCE.finditer(report.text):
        found = [_event(report, sentence, match) for match in ARREST.finditer(report.text, *sentence.span())]
        reasons = tuple(f"coded {e.pattern} at “{e.trigger.text}”" for e in found) or ("no word in it is a trigger",)
        notes.append(SentenceNote(*sentence.span(), sentence.group(), tuple(e.id for e in found), reasons))
        events += found
    return AnnotatedReport(report, events=tuple(events), sentences=tuple(notes))


def _event(report: Report, sentence: re.Match[str], match: re.Match[str]) -> Event:
    says, place = match["says"], match["place"]
    day = report.published.isoformat() if report.published else None
    return Event(
        id=f"{report.digest[:6]}-{match.start()}",
        report=report.reference(),
        type="COERCE",
        mode="arrest",
        contexts=(),
        cameo="173",
        quad=4,
        score=-7.0,
        trigger=_span(match, "trigger"),
        evidence=Span(*sentence.span(), sentence.group()),
        actors=(_party(match, "actor", "PER", ("COP",)),),
        recipients=(_party(match, "recipient", None, ()),),
        status="occurred",
        says=(Speaker(says, None, "PER", ("GOV",), match.start("says"), match.end("says"), says, "said", "paraphrase"),) if says else (),
        time=When(day, day, None, "published") if day else None,
        place=Place(place, place, "PER", None, -12.0, -77.0, 1, "city") if place else None,
        quantities=(Quantity("arrested", 2.0, 2.0, "reporters", "two"),) if "two" in match["recipient"] else (),
        pattern="coerce/arrest/arrest",
        confidence=0.9,
        version=Version("0", "0"),
    )


def _span(match: re.Match[str], group: str) -> Span:
    return Span(*match.span(group), match[group])


def _party(match: re.Match[str], group: str, country: str | None, sectors: tuple[str, ...]) -> Party:
    return Party(None, match[group], country, sectors, *match.span(group), match[group], "descriptor" if country else "text")


class Fake:
    """A coder that finds arrests, and fails as it is told by the text."""

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:  # noqa: ARG002
        """Reports with their arrests."""
        for report in reports:
            if "INTERRUPT" in report.text:
                raise KeyboardInterrupt
            if "BROKEN PIPE" in report.text:
                raise BrokenPipeError
            if "BUG" in report.text:
                raise ZeroDivisionError("a bug")
            yield coded(report)


Run = Callable[..., Result]


@pytest.fixture(scope="session", autouse=True)
def put_together() -> Iterator[None]:
    """The commands are put together once: for each call anew that would take longer than many of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", cache(get_command))
        yield


@pytest.fixture(scope="session")
def run(put_together: None) -> Run:
    """Run a command line with the fake coder."""

    def run(*args: Any, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin, obj=lambda _: Fake())

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of two reports, three events."""
    return written(tmp_path / "reports")


def written(folder: Path) -> Path:
    folder.mkdir()
    (folder / "lima.txt").write_text("Police arrested two reporters in Lima, the ministry said. It rained.")
    rows = [
        {"id": "a", "text": "Soldiers arrested Juan. Police arrested Ana in Cusco.", "published": "2025-12-04", "publisher": "Harbour Post"}
    ]
    (folder / "more.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


@pytest.fixture
def annotated() -> Callable[[str], AnnotatedReport]:
    """A text as the fake coder annotates it."""
    return lambda text: coded(Report("r1", text, date(2025, 12, 4), "Harbour Post"))


@pytest.fixture(scope="session")
def made(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what coding those reports gives: a database, and lines."""
    folder = tmp_path_factory.mktemp("made")
    reports = written(folder / "reports")
    assert run("code", reports, "--db", folder / "sayso.db").exit_code == 0
    assert run("code", reports, "--format", "jsonl", "--out", folder / "events.jsonl").exit_code == 0
    return folder


@pytest.fixture
def db(made: Path, tmp_path: Path) -> Path:
    """A database with three arrests, coded from the reports."""
    return Path(shutil.copy(made / "sayso.db", tmp_path / "sayso.db"))
