"""What a run was given, so that it can be known again: sizes and digests of files and folders."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sayso.ingest.walk import files_in


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that the user named. `sha256` is None for what can't be read twice: standard input, addresses, what isn't there.

    That of a folder is the digest of a listing of its files as `sha256sum` writes it: digest, two blanks, path inside the folder, line end.
    """

    name: str
    files: int
    bytes: int
    sha256: str | None

    def to_dict(self) -> dict[str, Any]:
        """As the manifest has it."""
        return asdict(self)


def given(paths: Iterable[str]) -> list[Given]:
    """What the user named, measured."""
    return [_measured(path) for path in paths]


def sha256(path: Path) -> str:
    """The hexadecimal SHA-256 of a file.

    Raises:
        OSError: it can't be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _measured(name: str) -> Given:
    path = Path(name)
    try:
        if path.is_dir():
            return _folder(name)
        if path.is_file():
            return Given(name, 1, path.stat().st_size, sha256(path))
    except OSError:  # the reading itself will tell
        pass
    return Given(name, 0, 0, None)


def _folder(name: str) -> Given:
    total, files, size = hashlib.sha256(), 0, 0
    for path in files_in(name, lambda _: None):
        if path.is_file():
            total.update(f"{sha256(path)}  {path.relative_to(name).as_posix()}\n".encode("utf-8", "surrogateescape"))
            files, size = files + 1, size + path.stat().st_size
    return Given(name, files, size, total.hexdigest())
