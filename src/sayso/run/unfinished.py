"""An output under way: its lines so far beside their place, and a journal of how far they reach.

A killed run leaves both; another one goes on from them, and no line is lost or there twice. The journal never claims more than the
disk holds: lines are forced onto it first.
"""

import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from sayso.errors import OutputError
from sayso.run.sofar import Sofar
from sayso.run.step import Done

FORM = 1
EVERY = 1.0  # seconds between entries of the journal: what a kill costs at most
NAME = 100  # characters of a name that are kept, as there are longest ones
REMEDY = "run without --resume to begin anew"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a journal says of a run: how far it had come, where that ends in the lines and in the journal, and how often it was begun."""

    sofar: Sofar
    size: int
    end: int
    sessions: int


def part_of(path: Path) -> Path:
    """Where the lines are until they are complete."""
    return path.with_name(f".{path.name[:NAME]}.part")


def journal_of(path: Path) -> Path:
    """Where it is told how far they reach."""
    return path.with_name(f".{path.name[:NAME]}.journal")


class Unfinished:
    """The lines of an output, and how far the run has come."""

    def __init__(
        self,
        path: Path,
        identity: Mapping[str, Any],
        *,
        name: str,
        begun: str,
        resume: bool,
        before: Callable[[], object] = lambda: None,
        every: float = EVERY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin anew at a time, or go on with a run that stopped.

        `name` is what users call the path; `before` is done before each entry of the journal.

        Raises:
            OutputError: another run is writing there, or the one that stopped is not one like this (as `identity` tells).
            OSError: it can't be written.
        """
        self.part, self._journal_path = part_of(path), journal_of(path)
        self._before, self._every, self._clock = before, every, clock
        self.sofar, self.begun, self.sessions = Sofar(), begun, 1
        self._journal = _taken(self._journal_path, name)
        try:
            size = self._resumed(dict(identity), name) if resume else None
            if size is None:
                self._begin(identity)
            self._file = self.part.open("r+b" if size is not None else "wb")
            self._file.seek(size or 0)
            self._file.truncate()
        except BaseException:
            self._journal.close()
            if not (resume and self.part.exists()):  # nothing that another run could go on with
                self._unlink()
            raise
        self._last = clock()

    @property
    def resumed(self) -> bool:
        """Whether this goes on with a run that stopped."""
        return self.sessions > 1

    def add(self, done: Done) -> None:
        """Write what became of a batch, and from time to time an entry of the journal.

        Raises:
            OSError: the disk is full, or fails.
        """
        self.write(done.text)
        self.sofar.add(done)
        if self._clock() - self._last >= self._every:
            self.enter()

    def write(self, text: str) -> None:
        """Write lines that belong to no report."""
        self._file.write(text.encode("utf-8", "backslashreplace"))

    def enter(self) -> None:
        """Force the lines onto the disk, and tell the journal that they are there."""
        self._before()
        _forced(self._file)
        self._tell({**self.sofar.to_dict(), "size": self._file.tell(), "sessions": self.sessions})
        self._last = self._clock()

    def complete(self) -> Path:
        """Force all lines onto the disk, and say where they are."""
        self.enter()
        self._file.close()
        return self.part

    def close(self) -> None:
        """Let go of the files; they stay where they are, for another run to go on with."""
        for file in (self._file, self._journal):
            with suppress(OSError):  # what could not be written is not in the journal either
                file.close()

    def discard(self) -> None:
        """Take them away."""
        self.close()
        self._unlink()

    def _unlink(self) -> None:
        for path in (self.part, self._journal_path):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _begin(self, identity: Mapping[str, Any]) -> None:
        self._journal.seek(0)
        self._journal.truncate()
        self._tell({"journal": FORM, "begun": self.begun, "run": identity})

    def _tell(self, value: Mapping[str, Any]) -> None:
        self._journal.write(json.dumps(value).encode() + b"\n")
        _forced(self._journal)

    def _resumed(self, identity: Mapping[str, Any], name: str) -> int | None:
        """Where the lines of the run that stopped end; None where there is nothing to go on with."""
        head, entries = _read(self._journal)
        if head is None or not self.part.exists():
            return None
        told = head["run"]
        known = json.loads(json.dumps(identity))
        if differing := [key for key in sorted({*known, *told}) if known.get(key) != told.get(key)]:
            raise OutputError(f"{name}: can't be resumed: the run that stopped had other {', '.join(differing)}; {REMEDY}")
        held = self.part.stat().st_size
        entry = next((e for e in reversed(entries) if e.size <= held), None)
        if entry is None:
            return None
        self._journal.seek(entry.end)
        self._journal.truncate()
        self.sofar, self.begun, self.sessions = entry.sofar, str(head["begun"]), entry.sessions + 1
        return entry.size


def _taken(journal: Path, name: str) -> BinaryIO:
    """The journal, opened by nobody else.

    Raises:
        OutputError: another run has it.
    """
    file = os.fdopen(os.open(journal, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
    try:
        import fcntl
    except ModuleNotFoundError:  # Windows
        return file
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise OutputError(f"{name}: can't be written: another run is writing it") from error
    return file


def _read(journal: BinaryIO) -> tuple[dict[str, Any] | None, list[Entry]]:
    """What a journal says of its run as a whole (None where it tells of none), and its entries; one that was cut off is none."""
    journal.seek(0)
    head: dict[str, Any] | None = None
    entries: list[Entry] = []
    with suppress(ValueError, KeyError, TypeError):
        for line in iter(journal.readline, b""):
            value = json.loads(line) if line.endswith(b"\n") else {}
            if head is None:
                if value["journal"] != FORM:
                    break
                head = value
            else:
                entries.append(Entry(Sofar.from_dict(value), int(value["size"]), journal.tell(), int(value["sessions"])))
    return head, entries


def _forced(file: BinaryIO) -> None:
    """Make sure that what was written is on the disk."""
    file.flush()
    os.fsync(file.fileno())
