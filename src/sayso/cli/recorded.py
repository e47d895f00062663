"""Lines of data on their way out: to standard output as they come, or to a file with a receipt, where a killed run can be gone on with."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from sayso.cli.output import Write, check, opened, replaced, told_as
from sayso.cli.tally import Tally
from sayso.cli.terminal import say
from sayso.errors import InputError, OutputError
from sayso.export.rendering import Rendering
from sayso.model import Report
from sayso.run.inputs import Given, given
from sayso.run.manifest import ENDING, Manifest, manifest_of
from sayso.run.packing import digested, packed
from sayso.run.step import Done
from sayso.run.unfinished import Unfinished
from sayso.run.version import versions
from sayso.settings import Settings


class Output(Protocol):
    """Where lines of data go."""

    def begin(self, tally: Tally, flush: Callable[[], None], reports: Iterator[Report]) -> Iterable[Report]:
        """Begin, and say which of the reports are to be coded; `flush` writes what waits for a database."""

    def add(self, done: Done) -> None:
        """Write what became of a batch."""

    def end(self, tally: Tally) -> None:
        """All is there."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run as its receipt tells of it; `db`, which no receipt names, is the database that it stores in besides."""

    command: str
    settings: Settings
    asked: Mapping[str, Any]
    how: Mapping[str, Any]
    paths: Sequence[str]
    db: str | None = None


@contextmanager
def streamed(out: str | None, rendering: Rendering) -> Iterator[Output]:
    """Standard output or a device."""
    with opened(out) as write:
        yield Streamed(write, rendering)


@dataclass(frozen=True, slots=True)
class Streamed:
    """Lines written as they come."""

    write: Write
    rendering: Rendering

    def begin(self, _tally: Tally, _flush: Callable[[], None], reports: Iterator[Report]) -> Iterable[Report]:
        """Write the first line."""
        self.write(self.rendering.header)
        return reports

    def add(self, done: Done) -> None:
        """Write what became of a batch."""
        self.write(done.text)

    def end(self, _tally: Tally) -> None:
        """Nothing is left to do."""


@contextmanager
def recorded(out: str, rendering: Rendering, run: Run, *, resume: bool, alone: bool = True) -> Iterator[Output]:
    """A file that appears only when it is complete, with its receipt.

    After an error nothing of it is left, unless it is to be resumed. One that is complete is not made again by a run that resumes, if the
    file is `alone` and nothing else takes what is coded.

    Raises:
        OutputError: it can't be written, or the run that stopped there was another one.
    """
    path = Path(out).resolve()
    check(path, out)
    output = Recorded(path, out, rendering, run, resume, alone)
    try:
        yield output
    except BaseException:
        output.stop()
        raise


@dataclass(slots=True)
class Recorded:
    """Lines on their way into a file."""

    path: Path
    name: str
    rendering: Rendering
    run: Run
    resume: bool
    alone: bool
    begun: datetime = field(default_factory=lambda: datetime.now(UTC))
    _inputs: list[Given] = field(default_factory=list)
    _versions: dict[str, str] = field(default_factory=dict)
    _lines: Unfinished | None = None

    def begin(self, tally: Tally, flush: Callable[[], None], reports: Iterator[Report]) -> Iterable[Report]:
        """Begin anew, or skip the reports that an earlier run has coded."""
        with told_as(self.name):
            self.path.parent.stat()
        self._inputs, self._versions = given(self.run.paths), versions(self.run.settings)
        identity = {
            "command": self.run.command,
            "version": self._versions,
            "settings": self.run.asked,
            "inputs": [one.to_dict() for one in self._inputs],
            **({"database": _whole(self.run.db)} if self.run.db else {}),  # another one would lack what is coded already
        }
        if self.resume and self.alone and (done := _complete(self.path, identity)):
            tally.notice(
                f"{self.name}: is complete: its receipt tells of the same run, ended {done.ended}; without --resume it is made anew"
            )
            tally.completed(done)
            return ()
        with told_as(self.name):
            lines = Unfinished(self.path, identity, name=self.name, begun=_told(self.begun), resume=self.resume, before=flush)
        self._lines = lines
        if not lines.resumed:
            lines.write(self.rendering.header)
            return reports
        tally.notice(f"{self.name}: going on after {lines.sofar.read:,} reports")
        tally.resumed(lines.sofar)
        return lines.sofar.after(reports)

    def add(self, done: Done) -> None:
        """Write what became of a batch."""
        with told_as(self.name):
            self._unfinished.add(done)

    def end(self, tally: Tally) -> None:
        """Put the file and its receipt into their places, unless they stand there already."""
        if self._lines is None:
            return
        lines = self._lines
        with told_as(self.name):
            part = packed(lines.complete(), self.rendering)
            if self.path.exists():
                part.chmod(stat.S_IMODE(self.path.stat().st_mode))
            rows = lines.sofar.events if self.rendering.events else lines.sofar.coded
            output = {"name": self.path.name, **digested(part), "rows": rows}
            with replaced(manifest_of(self.path), self.name + ENDING) as receipt:
                receipt.write_text(self._manifest(tally, output).to_json(), encoding="utf-8", newline="\n")
                os.replace(part, self.path)
        lines.discard()

    def stop(self) -> None:
        """Leave nothing behind, or what can be gone on with."""
        if self._lines is None:
            return
        if not self.resume:
            self._lines.discard()
            return
        with suppress(OSError, OutputError):
            self._lines.enter()
        self._lines.close()
        say(f"sayso: {self.name}: {self._lines.sofar.read:,} reports are done; the same command goes on with the others")

    @property
    def _unfinished(self) -> Unfinished:
        if self._lines is None:
            raise RuntimeError("nothing was begun")
        return self._lines

    def _manifest(self, tally: Tally, output: Mapping[str, Any]) -> Manifest:
        lines, ended = self._unfinished, datetime.now(UTC)
        counts = {name: getattr(lines.sofar, name) for name in ("read", "coded", "foreign", "empty", "aside")}
        return Manifest(
            command=self.run.command,
            version=self._versions,
            settings=self.run.asked,
            how=self.run.how,
            inputs=tuple(one.to_dict() for one in self._inputs),
            outputs=(output,),
            reports={**counts, "renamed": tally.renamed},
            events=lines.sofar.events,
            failed=tally.failed,
            failures=tuple(tally.failures),
            aside=tuple({"id": one.id, "reason": one.reason} for one in lines.sofar.reasons),
            begun=lines.begun,
            ended=_told(ended),
            seconds=round((ended - self.begun).total_seconds(), 1),
            sessions=lines.sessions,
        )


def _complete(path: Path, identity: Mapping[str, Any]) -> Manifest | None:
    """The receipt of a run that has done all of this, and whose file is as it left it."""
    if not (path.is_file() and manifest_of(path).is_file()):
        return None
    try:
        found = Manifest.read(manifest_of(path))
    except InputError:
        return None
    known = all(one["sha256"] for one in identity["inputs"])  # what can't be read twice may have changed
    same = {name: getattr(found, name) for name in identity} == {**identity, "inputs": tuple(identity["inputs"])}
    intact = [{name: one[name] for name in ("bytes", "sha256")} for one in found.outputs] == [digested(path)]
    return found if known and same and intact else None


def _whole(db: str) -> str:
    """A database's name that is the same from wherever it is named, without a password."""
    from sayso.store.schema.connect import address, shown

    url = address(db)
    return str(Path(shown(url)).resolve()) if url.get_backend_name() == "sqlite" else shown(url)


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
