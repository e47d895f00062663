"""Which files are meant by the paths that a user gives, and how many reports they seem to hold."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.errors import InputError
from sayso.ingest.reader import OnFailure
from sayso.ingest.records import LINES

STDIN = "-"
RECEIPT = ".manifest.json"  # after the name of what a run wrote
OPENING = b'{\n  "manifest": '
LARGE = 200_000_000
CHUNK = 1 << 20
# What holds many reports, so that their number is not that of the files.
MANY = frozenset(
    [".zip", ".wacz", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".warc", ".csv", ".tsv", ".parquet", ".xml", ".rss", ".atom"]
)


def files_in(folder: str, on_failure: OnFailure) -> Iterator[Path]:
    """The files in a folder and its folders, in the order of their names, but for hidden ones and what runs of Sayso wrote there."""
    for place, folders, files in os.walk(folder, onerror=lambda error: on_failure(_unreadable(error, folder))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        ours = _written(place, files)
        yield from (Path(place, name) for name in sorted(files) if not name.startswith(".") and name not in ours)


def is_address(path: str) -> bool:
    """Whether what the user gave is the address of a page."""
    return path.startswith(("http://", "https://"))


def is_remote(path: str) -> bool:
    """Whether what the user gave lies in an object store or another file system that is named by an address (`s3://bucket/key`)."""
    scheme, found, _ = path.partition("://")
    return bool(found) and scheme.isalnum() and not is_address(path)


def expected(paths: Iterable[str | Path]) -> int | None:
    """How many reports the paths seem to hold, to measure progress by; None where that can't be known cheaply."""
    total = 0
    for path in map(str, paths):
        inside = files_in(path, _unheard) if Path(path).is_dir() else [Path(path)]
        for file in inside:
            count = None if path == STDIN or is_address(path) or is_remote(path) else _expected(file)
            if count is None:
                return None
            total += count
    return total


def _written(place: str, files: Iterable[str]) -> frozenset[str]:
    """The names of runs' receipts, and of what they are the receipts of."""
    receipts = [name for name in files if name.endswith(RECEIPT) and _opens(Path(place, name))]
    return frozenset(receipts) | {name.removesuffix(RECEIPT) for name in receipts}


def _opens(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(OPENING)) == OPENING
    except OSError:
        return False


def _expected(file: Path) -> int | None:
    ending = file.suffix.lower()
    if ending in MANY:
        return None
    return _lines(file) if ending in LINES else 1


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
