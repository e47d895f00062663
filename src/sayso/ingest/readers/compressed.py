"""One compressed stream: gzip, bzip2, xz and zstd."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from sayso.errors import InputError, RefusedError
from sayso.ingest.reader import Desk, Input, Record

DAMAGE = (EOFError, OSError, zlib.error, lzma.LZMAError)


def _zstd(stream: BinaryIO) -> Any:
    from fastwarc.stream_io import ZstdReader  # the standard library reads zstd only from Python 3.14 on

    return ZstdReader(stream)


UNPACKED: dict[bytes, Callable[[BinaryIO], Any]] = {
    b"\x1f\x8b\x08": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
    b"\x28\xb5\x2f\xfd": _zstd,
    b"\x5d\x2a\x4d\x18": _zstd,  # WARC's zstd begins with its dictionary
}
ENDINGS = frozenset({".gz", ".bz2", ".xz", ".zst", ".zstd"})


class _UpToDamage:
    """An unpacked stream that ends where it can't be read on, and keeps the reason."""

    def __init__(self, stream: Any) -> None:
        # One read of what is below at a time, where that can be had: more at once would be lost with the damage after it.
        self._read = getattr(stream, "read1", stream.read)
        self.damage: BaseException | None = None

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; none at the end, and none once it is damaged."""
        if self.damage:
            return b""
        try:
            return bytes(self._read(size))
        except RefusedError:
            raise
        except DAMAGE as error:
            self.damage = error
            return b""


def knows(given: Input) -> bool:
    """Whether it begins as one of the compressed formats."""
    return given.head.startswith(tuple(UNPACKED))


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """The records of what was compressed.

    Raises:
        InputError: it is cut off or damaged; what came before was read.
    """
    stream = _UpToDamage(next(make for mark, make in UNPACKED.items() if given.head.startswith(mark))(given.stream))
    inner = given.inside(_inner_name(given), cast("BinaryIO", stream), media="", picked=given.picked)
    try:
        if inner.head or not stream.damage:
            yield from desk.inside(inner)
    except RefusedError:
        raise
    except InputError as error:
        if not stream.damage:
            raise
        desk.on_failure(error)
    if stream.damage:
        raise InputError(f"{given.name}: is cut off or damaged ({stream.damage}); what could be unpacked was read")


def _inner_name(given: Input) -> str:
    path = PurePosixPath(given.name)
    return str(path.with_suffix("")) if path.suffix.lower() in ENDINGS else given.name
