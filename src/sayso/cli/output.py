"""Where results go: standard output, or a file that appears only when it is complete."""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from glob import escape
from pathlib import Path
from typing import AnyStr

from sayso.errors import OutputError

Write = Callable[[str], object]
WriteBytes = Callable[[bytes], object]


@contextmanager
def opened(out: str | None) -> Iterator[Write]:
    """A function that writes text to standard output, or to a file.

    A file is written beside its place and put there in one step at the end; after an error nothing of it is left.

    Raises:
        OutputError: it can't be written; the message names the file and the reason.
    """
    if out is None or out == "-":
        yield _to_stdout
        return
    path = Path(out).resolve()
    check(path, out)
    if path.exists() and not path.is_file():
        with told_as(out), path.open("w", encoding="utf-8", newline="\n") as device:
            yield device.write
        return
    with _replacing(path, out) as write:
        yield write


@contextmanager
def opened_binary(out: str | None) -> Iterator[WriteBytes]:
    """The same for bytes.

    Raises:
        OutputError: it can't be written; the message names the file and the reason.
    """
    if out is None or out == "-":
        yield _telling(sys.stdout.buffer.write, "standard output")
        with told_as("standard output"):
            sys.stdout.buffer.flush()
        return
    path = Path(out).resolve()
    device = path.exists() and not path.is_file() and not path.is_dir()
    with nullcontext(path) if device else replaced(path, out) as place:
        with told_as(out):
            file = place.open("wb")
        try:
            yield _telling(file.write, out)
        finally:
            with told_as(out):
                file.close()


def _to_stdout(text: str) -> None:
    with told_as("standard output"):
        sys.stdout.write(text)
        if sys.stdout.isatty():
            sys.stdout.flush()


def is_file(out: str) -> bool:
    """Whether what is written there becomes a file: it is no device and not standard output."""
    return out != "-" and (not Path(out).exists() or Path(out).is_file())


def check(path: Path, out: str) -> None:
    """Make sure that a file can be put there.

    Raises:
        OutputError: it can't.
    """
    if path.is_dir():
        raise OutputError(f"{out}: can't be written: it is a folder")
    if path.exists() and not os.access(path, os.W_OK):
        raise OutputError(f"{out}: can't be written: Permission denied")


def apart(out: str | None, read: Iterable[str | None]) -> None:
    """Make sure that no file that is read, a database among them, is written over.

    Raises:
        OutputError: one would be.
    """
    if out is not None and any(name is not None and _same_file(Path(name), Path(out)) for name in read):
        raise OutputError(f"{out}: can't be written: the command reads it; name another file")


def distinct(out: str | None, other: str | None) -> None:
    """Make sure that two things are not written into one file.

    Raises:
        OutputError: they would be.
    """
    if out is not None and other is not None and is_file(out) and Path(out).resolve() == Path(other).resolve():
        raise OutputError(f"{other}: can't be written: it is the file of --out; name another file")


def _same_file(one: Path, other: Path) -> bool:
    """Whether both are one file; an address is none."""
    try:
        return one.is_file() and one.samefile(other)
    except (OSError, ValueError):
        return False


@contextmanager
def _replacing(path: Path, out: str) -> Iterator[Write]:
    with replaced(path, out) as part:
        with told_as(out):
            file = part.open("w", encoding="utf-8", newline="\n")
        try:
            yield _telling(file.write, out)
        finally:
            with told_as(out):  # what is still in the buffer is written now, and may find the disk full
                file.close()


@contextmanager
def replaced(path: Path, out: str) -> Iterator[Path]:
    """A place beside `path` to write to; put there in one step at the end, and gone after an error.

    Raises:
        OutputError: it can't be put there.
    """
    check(path, out)
    _sweep(path)
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        yield part
        with told_as(out):
            if path.exists():
                part.chmod(stat.S_IMODE(path.stat().st_mode))
            part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what processes that were killed while they wrote to `path` have left beside it."""
    for left in path.parent.glob(f".{escape(path.name[:100])}.*.part"):
        process = left.suffixes[-2].removeprefix(".")
        if process.isdecimal() and not _alive(int(process)):
            with suppress(OSError):
                left.unlink()


def _alive(process: int) -> bool:
    """Whether a process may still be there; nobody can ask without harm but on POSIX."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _telling(write: Callable[[AnyStr], object], out: str) -> Callable[[AnyStr], object]:
    def told(data: AnyStr) -> None:
        with told_as(out):
            write(data)

    return told


@contextmanager
def told_as(out: str) -> Iterator[None]:
    """Turn what goes wrong in writing into an error that names the file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{out}: can't be written: {error.strerror or error}") from error
