"""Which files are meant by the paths that a user gives."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sayso.errors import InputError
from sayso.ingest.records import JSON, LINES, OnFailure

STDIN = "-"
TEXT = frozenset({".txt", ".md", ".text"})
KNOWN = TEXT | JSON | LINES
LARGE = 200_000_000
CHUNK = 1 << 20


def walked(paths: Iterable[str | Path], *, on_failure: OnFailure, on_notice: Callable[[str], None]) -> Iterator[str]:
    """Every input: files as given, `-`, and the files with known endings in folders, in the order of their names.

    Hidden files and folders are left alone; other files in a folder are counted in a notice.
    """
    for path in map(str, paths):
        if path != STDIN and Path(path).is_dir():
            yield from _in_folder(path, on_failure, on_notice)
        else:
            yield path


def expected(paths: Iterable[str | Path]) -> int | None:
    """How many reports the paths seem to hold, to measure progress by; None where that can't be known cheaply."""
    total = 0
    for path in walked(paths, on_failure=_unheard, on_notice=_unheard):
        ending = Path(path).suffix.lower()
        count = _lines(Path(path)) if ending in LINES else 1
        if path == STDIN or count is None:
            return None
        total += count
    return total


def _in_folder(folder: str, on_failure: OnFailure, on_notice: Callable[[str], None]) -> Iterator[str]:
    found, others = 0, 0
    for place, folders, files in os.walk(folder, onerror=lambda error: on_failure(_unreadable(error, folder))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            if Path(name).suffix.lower() in KNOWN:
                found += 1
                yield str(Path(place, name))
            else:
                others += 1
    if others:
        on_notice(f"{folder}: {others} other {'file' if others == 1 else 'files'} passed over (read are {', '.join(sorted(KNOWN))})")
    if not found:
        on_failure(InputError(f"{folder}: holds no file that can be read ({', '.join(sorted(KNOWN))})"))


def _unreadable(error: OSError, folder: str) -> InputError:
    return InputError(f"{error.filename or folder}: can't be read: {error.strerror or error}")


def _lines(path: Path) -> int | None:
    try:
        if not path.is_file() or path.stat().st_size > LARGE:
            return None
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(CHUNK), b""))
    except OSError:
        return 0


def _unheard(_: object) -> None:
    """A listing made only to count reports nothing; the reading itself will."""
