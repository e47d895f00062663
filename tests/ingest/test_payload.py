"""What a server sent, out of the chunks and compressions it travelled in."""

import gzip
import zlib
from collections.abc import Mapping

import brotli
import pytest

from sayso.ingest.payload import payload

PAGE = b"<html><body>Chad recalled its ambassador.</body></html>"
RAW = zlib.compressobj(wbits=-15)
DEFLATED = RAW.compress(PAGE) + RAW.flush()


def chunked(data: bytes, size: int, extension: bytes = b"") -> bytes:
    parts = (data[at : at + size] for at in range(0, len(data), size))
    return b"".join(b"%X%s\r\n%s\r\n" % (len(part), extension, part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "headers"),
    [
        (PAGE, {}),
        (gzip.compress(PAGE, mtime=0), {"content-encoding": "gzip"}),
        (gzip.compress(PAGE, mtime=0), {"content-encoding": "x-gzip"}),
        (zlib.compress(PAGE), {"content-encoding": "deflate"}),
        (DEFLATED, {"content-encoding": "deflate"}),  # without the frame of zlib, as some servers send it
        (brotli.compress(PAGE), {"content-encoding": "br"}),
        (gzip.compress(brotli.compress(PAGE), mtime=0), {"content-encoding": "br, gzip"}),
        (chunked(PAGE, 7), {"transfer-encoding": "chunked"}),
        (chunked(PAGE, 7, b";name=value"), {"transfer-encoding": "chunked"}),
        (chunked(gzip.compress(PAGE, mtime=0), 20), {"transfer-encoding": "Chunked", "content-encoding": "GZIP"}),
        (PAGE, {"content-encoding": "identity"}),
        # unpacked before, whatever the headers say
        (PAGE, {"content-encoding": "gzip"}),
        (PAGE, {"content-encoding": "deflate"}),
        (PAGE, {"content-encoding": "br"}),
        (PAGE, {"transfer-encoding": "chunked", "content-encoding": "gzip"}),
    ],
)
def test_what_was_sent(data: bytes, headers: Mapping[str, str]) -> None:
    assert payload(data, headers, 1000) == PAGE


def test_a_page_that_only_begins_like_a_chunk_stays_whole() -> None:
    assert payload(b"beef\r\nis dear", {"transfer-encoding": "chunked"}, 1000) == b"beef\r\nis dear"


@pytest.mark.parametrize(
    ("pack", "form"),
    [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (brotli.compress, "br"), (bytes, "identity")],
)
def test_a_bomb_is_refused(pack: object, form: str) -> None:
    assert callable(pack)
    with pytest.raises(ValueError, match="unpacks to more than 1 MB"):
        payload(pack(bytes(5 << 20)), {"content-encoding": form}, 1 << 20)


def test_an_unknown_compression_is_named() -> None:
    with pytest.raises(ValueError, match=r"is compressed in a way that is not read \(pack200\)"):
        payload(PAGE, {"content-encoding": "pack200"}, 1000)
