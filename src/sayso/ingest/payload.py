"""What a server sent, out of the chunks and compressions it travelled in, as far as it still is in them.

Archives keep the headers of a page as they came, and its bytes sometimes as they came and sometimes unpacked: the bytes decide, not
the headers (RFC 9112, section 7.1; RFC 9110, section 8.4).
"""

import re
import zlib
from collections.abc import Callable, Mapping

import brotli

GZIP, DEFLATE = 31, -15  # window bits by which zlib knows the form
CHUNK = re.compile(rb"\s{0,2}([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")


def payload(data: bytes, headers: Mapping[str, str], most: int) -> bytes:
    """The bytes of a page.

    Args:
        data: as an archive has them.
        headers: of the answer, by name in lower case.
        most: bytes that they may unpack to.

    Raises:
        ValueError: they unpack to more, or are of a compression that is not known.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        data = _joined(data)
    for form in reversed(headers.get("content-encoding", "").lower().replace(" ", "").split(",")):
        if form in UNPACKED:
            data = UNPACKED[form](data, most)
        elif form not in ("", "identity"):
            raise ValueError(f"is compressed in a way that is not read ({form})")
    if len(data) > most:
        raise ValueError(f"unpacks to more than {most >> 20:,} MB")
    return data


def _joined(data: bytes) -> bytes:
    """Chunks as one; the data themselves where they are in none."""
    parts, at = list[bytes](), 0
    while match := CHUNK.match(data, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts)
        if match.end() + size > len(data):
            break
        parts.append(data[match.end() : match.end() + size])
        at = match.end() + size
    return b"".join(parts) if parts and at >= len(data.rstrip()) else data


def _inflated(data: bytes, most: int, *windows: int) -> bytes:
    """Unpacked in the first of some forms that fits; the data themselves where none does, as they have been unpacked before."""
    for window in windows:
        try:
            return zlib.decompressobj(window).decompress(data, most + 1)
        except zlib.error:
            continue
    return data


def _gunzipped(data: bytes, most: int) -> bytes:
    return _inflated(data, most, GZIP)


def _deflated(data: bytes, most: int) -> bytes:
    return _inflated(data, most, zlib.MAX_WBITS, DEFLATE)


def _unbrotlied(data: bytes, most: int) -> bytes:
    try:
        return bytes(brotli.Decompressor().process(data, output_buffer_limit=most + 1))
    except brotli.error:
        return data


UNPACKED: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _unbrotlied,
}
