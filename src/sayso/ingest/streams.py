"""Streams of bytes that can be looked into, measured and bounded: what keeps memory small and bombs out."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

from sayso.errors import RefusedError

HEAD = 65_536
CHUNK = 1 << 16
SPOOLED = 32 << 20  # bytes kept in memory before a copy that must be seekable goes to disk
LONGEST = 100_000_000  # bytes of one text, line or record
FREE = 256 << 20  # bytes that anything may unpack to
RATIO = 250  # a hundred is what very repetitive logs reach; the worst of deflate is 1,032


class Bytes(Protocol):
    """The one thing that is needed of a stream."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; none at the end."""


@dataclass(slots=True)
class Meter:
    """How much the outermost input `name` took in and unpacked to, over all the archives inside it."""

    name: str
    packed: int = 0
    unpacked: int = 0

    def unpack(self, count: int) -> None:
        """Count unpacked bytes.

        Raises:
            RefusedError: far more came out than went in: a decompression bomb.
        """
        self.unpacked += count
        if self.unpacked > FREE and self.unpacked > RATIO * max(self.packed, 1):
            raise RefusedError(
                f"{self.name}: unpacks to over {self.unpacked >> 20:,} MB from {self.packed:,} bytes, like a decompression bomb;"
                " the rest of it is refused. If it is sound, unpack it first"
            )


class Chained(io.RawIOBase):
    """Bytes already read, then the rest of their stream; `meter` counts the rest as packed, or as unpacked, bytes."""

    def __init__(self, head: bytes, rest: Bytes, *, meter: Meter | None = None, packed: bool = False) -> None:
        super().__init__()
        self._head, self._rest, self._meter, self._packed = head, rest, meter, packed
        self._at = 0

    def readable(self) -> bool:
        """It is for reading only."""
        return True

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]  # the wider type of the standard library has no public name
        """Fill the buffer as far as the next bytes go."""
        size = len(buffer)
        if self._head:
            data, self._head = self._head[:size], self._head[size:]
        else:
            data = self._rest.read(size)
            self._count(len(data))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """The position, which some libraries ask for; there is no way to go to another one."""
        if (offset, whence) != (0, io.SEEK_CUR):
            raise io.UnsupportedOperation("this stream can only be read on")
        return self._at

    def _count(self, count: int) -> None:
        if self._meter and self._packed:
            self._meter.packed += count
        elif self._meter:
            self._meter.unpack(count)


def buffered(rest: Bytes, *, head: bytes = b"", meter: Meter | None = None, packed: bool = False) -> BinaryIO:
    """A stream with a buffer over anything that can be read; see `Chained`."""
    return io.BufferedReader(Chained(head, rest, meter=meter, packed=packed), CHUNK)


def looked_into(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and the stream as if they had not been read."""
    parts, length = [], 0
    while length < HEAD and (data := stream.read(HEAD - length)):
        parts.append(data)
        length += len(data)
    head = b"".join(parts)
    return head, buffered(stream, head=head)


def whole(stream: Bytes, most: int = LONGEST) -> bytes:
    """All of a stream.

    Raises:
        ValueError: it is longer than `most` bytes, of which no more were read.
    """
    parts, length = [], 0
    while data := stream.read(min(CHUNK, most + 1 - length)):
        parts.append(data)
        length += len(data)
        if length > most:
            raise ValueError(f"is longer than {most // 1_000_000} MB, the most that one report of this kind may have")
    return b"".join(parts)


def lines(stream: BinaryIO, most: int = LONGEST) -> Iterator[bytes | None]:
    """The lines of a stream without their ends; None in the place of one longer than `most` bytes, which is skipped."""
    while line := stream.readline(most + 1):
        if len(line) > most and not line.endswith(b"\n"):
            while (rest := stream.readline(CHUNK)) and not rest.endswith(b"\n"):
                continue
            yield None
        else:
            yield line.removesuffix(b"\n")


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself where one can go back in it, else a copy, on disk where it is large; gone afterwards."""
    with tempfile.SpooledTemporaryFile(max_size=SPOOLED) as copy:
        while data := stream.read(CHUNK):
            copy.write(data)
        copy.seek(0)
        yield cast("BinaryIO", copy)
