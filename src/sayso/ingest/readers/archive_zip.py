"""ZIP archives and what is built on them, as WACZ is: read part by part, never unpacked to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from sayso.errors import InputError
from sayso.ingest.reader import Desk, Input, Record
from sayso.ingest.streams import RATIO

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
WARCS = "archive/"
FREE = 64 << 20
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class _Part:
    """A part's stream, whose damage is told as any file's."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; none at the end.

        Raises:
            OSError: it can't be unpacked.
        """
        try:
            return self._stream.read(size)
        except DAMAGE as error:
            raise OSError(f"damaged ({error})") from error


def knows(given: Input) -> bool:
    """Whether it begins as a ZIP archive."""
    return given.head.startswith(SIGNATURES)


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """The records of its parts, in the order of their names.

    Raises:
        InputError: it is damaged, or a bomb.
    """
    with given.random() as file:
        given.meter.packed = max(given.meter.packed, file.seek(0, 2))
        file.seek(0)
        try:
            with zipfile.ZipFile(file) as archive:
                yield from desk.gathered(given.name, _parts(archive, given, desk))
        except zipfile.BadZipFile as error:
            raise InputError(f"{given.name}: is cut off or damaged ({error})") from error


def _parts(archive: zipfile.ZipFile, given: Input, desk: Desk) -> Iterator[Input]:
    is_wacz = "datapackage.json" in archive.namelist() and any(name.startswith(WARCS) for name in archive.namelist())
    for part in sorted(archive.infolist(), key=lambda part: part.filename):
        if is_wacz and not part.filename.startswith(WARCS):
            continue  # its indexes tell of the same pages
        name = f"{given.name}!{part.filename}"
        why = leaves(part.filename) or _refused(part)
        if not why and (part.is_dir() or is_hidden(part.filename)):
            continue
        if why:
            desk.failed(name, why)
            continue
        try:
            with archive.open(part) as stream:
                yield given.inside(name, cast("BinaryIO", _Part(stream)))
        except InputError:
            raise
        except DAMAGE as error:
            desk.failed(name, f"can't be read: {error}")


def _refused(part: zipfile.ZipInfo) -> str:
    if part.flag_bits & 1:
        return "is encrypted; unpack it with its password first"
    if part.file_size > FREE and part.file_size > RATIO * max(part.compress_size, 1):
        return f"would unpack from {part.compress_size:,} to {part.file_size:,} bytes, like a decompression bomb; it is refused"
    return ""


def is_hidden(name: str) -> bool:
    """Whether a part is an archiver's own: hidden, or Apple's."""
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in PurePosixPath(name).parts)


def leaves(name: str) -> str:
    """Why the name of a part is not to be trusted: it points out of its archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts or (name[1:3] in (":\\", ":/"))
    return "its path leaves the archive; it is refused" if outside else ""
