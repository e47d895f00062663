"""Compressed files, ZIP, tar and web archives: sound ones, damaged ones and bombs."""

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable
from typing import Any

import brotli
import pytest
from fastwarc.stream_io import ZstdWriter

from sayso.ingest import streams

TEXT = "Police arrested two reporters in Lima."
LINE = json.dumps({"id": "a", "text": TEXT}).encode() + b"\n"
Bytes = Callable[..., tuple[list[Any], list[str], list[str]]]


def zstd(data: bytes) -> bytes:
    out = io.BytesIO()
    with ZstdWriter(out) as writer:
        writer.write(data)
    return out.getvalue()


COMPRESSED: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstd}


@pytest.mark.parametrize("ending", COMPRESSED)
def test_compressed_files_are_read(reading_bytes: Bytes, ending: str) -> None:
    reports, failures, _ = reading_bytes(COMPRESSED[ending](LINE * 3), f"x.jsonl.{ending}")
    assert ([report.text for report in reports], failures) == ([TEXT] * 3, [])
    reports, failures, _ = reading_bytes(COMPRESSED[ending](TEXT.encode()), "unnamed")
    assert ([report.text for report in reports], failures) == ([TEXT], [])


@pytest.mark.parametrize("ending", COMPRESSED)
def test_what_is_cut_off_is_told_and_what_came_before_is_read(reading_bytes: Bytes, ending: str) -> None:
    lines = b"".join(json.dumps({"id": n, "text": f"{TEXT} {n * 7919 % 10007}"}).encode() + b"\n" for n in range(20_000))
    data = COMPRESSED[ending](lines)
    reports, failures, _ = reading_bytes(data[: len(data) * 3 // 4], f"x.jsonl.{ending}")
    assert len(reports) < 20_000
    assert reports or ending == "bz2"  # one block of bzip2 is larger than this
    assert failures[-1].startswith(f"x.jsonl.{ending}: is cut off or damaged (")


def test_garbage_after_the_mark_is_told(reading_bytes: Bytes) -> None:
    assert reading_bytes(b"\x1f\x8b\x08garbage", "x.gz")[1][0].startswith("x.gz: is cut off or damaged (")


def test_a_zip_is_read_part_by_part_in_the_order_of_names(reading_bytes: Bytes, make: Any) -> None:
    inner = make.zip({"deep.txt": b"Deep inside."})
    parts = {
        "b.txt": TEXT.encode(),
        "a/c.jsonl": LINE,
        "z.zip": inner,
        "d.png": b"\x89PNG\0\0",
        ".hidden.txt": b"x",
        "__MACOSX/b.txt": b"x",
    }
    reports, failures, notices = reading_bytes(make.zip(parts), "news.dat")
    assert [report.id for report in reports] == ["a", "b", "deep"]
    assert failures == []
    assert notices == ["news.dat: 1 other file passed over: in no format that Sayso reads"]


def test_a_tar_is_read_in_its_order(reading_bytes: Bytes, make: Any) -> None:
    data = make.tar({"b.txt": TEXT.encode(), "a.jsonl": LINE, "c.bin": b"\0\1\2"})
    for packed in (data, gzip.compress(data)):
        reports, failures, notices = reading_bytes(packed, "news.tgz")
        assert [report.id for report in reports] == ["b", "a"]
        assert failures == []
        assert len(notices) == 1


def test_links_in_a_tar_are_left_alone(reading_bytes: Bytes) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        member = tarfile.TarInfo("a.txt")
        member.size = len(TEXT)
        archive.addfile(member, io.BytesIO(TEXT.encode()))
    reports, failures, notices = reading_bytes(out.getvalue(), "x.tar")
    assert ([report.text for report in reports], failures) == ([TEXT], [])
    assert notices == ["x.tar: 1 links and devices passed over"]


@pytest.mark.parametrize("name", ["../../etc/cron.d/x.txt", "/etc/x.txt", "a/../../x.txt", "..\\x.txt", "C:\\x.txt"])
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_path_that_leaves_its_archive_is_refused(reading_bytes: Bytes, make: Any, kind: str, name: str) -> None:
    data = getattr(make, kind)({name: b"Bad.", "good.txt": TEXT.encode()})
    reports, failures, _ = reading_bytes(data, "x")
    assert [report.text for report in reports] == [TEXT]
    assert failures == [f"x!{name}: its path leaves the archive; it is refused"]


@pytest.mark.parametrize("cut", [30, 60, 0.5, 0.9])
def test_a_zip_cut_off_is_told(reading_bytes: Bytes, make: Any, cut: float) -> None:
    data = make.zip({f"{n}.txt": TEXT.encode() * 20 for n in range(5)})
    reports, failures, _ = reading_bytes(data[: int(cut if cut > 1 else len(data) * cut)], "x.zip")
    assert reports == []
    assert failures[0].startswith("x.zip: is cut off or damaged (")


def test_a_damaged_part_is_told_and_the_rest_goes_on(reading_bytes: Bytes, make: Any) -> None:
    for long, at in ((TEXT.encode() * 20, 40), (random.Random(5).randbytes(200_000).hex().encode(), 150_000)):
        data = bytearray(make.zip({"a.txt": long, "b.txt": b"Sound."}))
        data[at : at + 6] = b"\xff" * 6
        reports, failures, _ = reading_bytes(bytes(data), "x.zip")
        assert [report.text for report in reports] == ["Sound."]
        assert failures[0].startswith("x.zip!a.txt: can't be read: ")


def test_an_encrypted_part_is_told(reading_bytes: Bytes, make: Any) -> None:
    data = bytearray(make.zip({"a.txt": TEXT.encode(), "b.txt": b"Open."}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert reading_bytes(bytes(data), "x.zip")[1] == ["x.zip!a.txt: is encrypted; unpack it with its password first"]


def test_a_tar_cut_off_is_told_and_what_came_before_is_read(reading_bytes: Bytes, make: Any) -> None:
    data = make.tar({"a.txt": TEXT.encode(), "b.txt": b"x" * 5000})
    reports, failures, _ = reading_bytes(data[: 512 * 5], "x.tar")
    assert reports[0].text == TEXT
    assert failures[-1].startswith("x.tar")
    assert "damaged" in failures[-1]


@pytest.mark.parametrize("name", ["x.txt", "x.jsonl", "x.html", "x.csv"])
def test_a_zip_bomb_is_refused(reading_bytes: Bytes, make: Any, name: str) -> None:
    reports, failures, _ = reading_bytes(make.zip({name: b" " * (80 << 20), "good.txt": TEXT.encode()}), "bomb.zip")
    assert [report.text for report in reports] == [TEXT]
    assert len(failures) == 1
    assert failures[0].startswith(f"bomb.zip!{name}: would unpack from ")
    assert "like a decompression bomb" in failures[0]


@pytest.mark.parametrize("kind", ["nested", "gzip", "single"])
def test_no_bomb_unpacks_without_end(reading_bytes: Bytes, make: Any, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(streams, "FREE", 4 << 20)
    flat = b"a " * (8 << 20)
    bombs: dict[str, Callable[[], bytes]] = {
        "nested": lambda: make.zip({f"{n}.zip": make.zip({"x.txt": b"a " * (2 << 20)}) for n in range(9)}),
        "gzip": lambda: gzip.compress(gzip.compress(flat)),
        "single": lambda: gzip.compress(flat),
    }
    data = bombs[kind]()
    reports, failures, _ = reading_bytes(data, "bomb")
    assert len(reports) < 9
    assert failures[-1].startswith("bomb: unpacks to over ")
    assert "the rest of it is refused" in failures[-1]


def test_archives_too_deep_are_refused(reading_bytes: Bytes, make: Any) -> None:
    data = make.zip({"x.txt": TEXT.encode()})
    for _ in range(7):
        data = make.zip({"x.zip": data})
    reports, failures, _ = reading_bytes(data, "x.zip")
    assert reports == []
    assert "lies in more than 5 archives within each other" in failures[0]


def test_a_web_archive_gives_its_pages(reading_bytes: Bytes, make: Any) -> None:
    pages = [(f"https://harbour.example/2025/12/04/{n}", make.page().encode()) for n in range(3)]
    data = make.warc(*pages) + make.warc(("https://harbour.example/gone", b"<html>Gone</html>"), status=b"404 Not Found")
    data += make.warc(("https://harbour.example/robots.txt", b"User-agent: *"), kind=b"text/plain")
    data += make.warc(("https://harbour.example/x.png", b"\x89PNG\0"), kind=b"image/png")
    for packed in (
        data,
        gzip.compress(data),
        zstd(data),
        make.zip({"archive/data.warc.gz": gzip.compress(data), "datapackage.json": b"{}", "pages/pages.jsonl": b"{}"}),
    ):
        reports, failures, _ = reading_bytes(packed, "crawl")
        assert [report.url for report in reports] == [address for address, _ in pages]
        assert [report.id for report in reports] == [address for address, _ in pages]
        assert {(str(report.published), report.published_basis) for report in reports} == {("2025-12-04", "url")}
        assert failures == []


@pytest.mark.parametrize("compress", [bytes, gzip.compress])
def test_a_web_archive_cut_off_is_told_and_what_came_before_is_read(reading_bytes: Bytes, make: Any, compress: Any) -> None:
    parts = [make.warc((f"https://harbour.example/{n}", make.page().encode())) for n in range(3)]
    data = b"".join(compress(part) for part in parts)
    reports, failures, _ = reading_bytes(data[: len(data) - 300], "crawl.warc")
    assert [report.id for report in reports] == ["https://harbour.example/0", "https://harbour.example/1"]
    assert "cut off" in failures[-1]


@pytest.mark.parametrize(
    ("headers", "pack"),
    [
        (b"Content-Encoding: gzip\r\n", gzip.compress),
        (b"Content-Encoding: br\r\n", brotli.compress),
        (b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", bytes),  # as archives keep what they have unpacked
        (b"Transfer-Encoding: chunked\r\n", lambda page: b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)),
    ],
)
def test_a_page_is_read_however_it_travelled_and_so_are_those_after_it(
    reading_bytes: Bytes, make: Any, headers: bytes, pack: Callable[[bytes], bytes]
) -> None:
    first = make.warc(("https://harbour.example/a", pack(make.page().encode())), headers=headers)
    reports, failures, _ = reading_bytes(first + make.warc(("https://harbour.example/b", make.page().encode())), "crawl.warc")
    assert ([report.id[-1] for report in reports], failures) == (["a", "b"], [])


def test_the_encoding_that_the_server_names_counts_where_the_page_names_none(reading_bytes: Bytes, make: Any) -> None:
    page = make.page().replace("</p>", " Émile à Orléans</p>", 1).encode("cp1252")
    reports, _, _ = reading_bytes(make.warc(("https://harbour.example/a", page), kind=b"text/html; charset=ISO-8859-1"), "crawl.warc")
    assert "Émile à Orléans" in reports[0].text


def test_a_web_archive_with_garbage_in_it_is_told(reading_bytes: Bytes, make: Any) -> None:
    good = make.warc(("https://harbour.example/a", make.page().encode()))
    reports, failures, _ = reading_bytes(good + b"garbage\r\n\r\n" + good, "crawl.warc")
    assert len(reports) == 1
    assert failures[0].startswith("crawl.warc: is damaged (")


def test_an_archive_without_reports_is_told(reading_bytes: Bytes, make: Any) -> None:
    assert reading_bytes(make.zip({"a.png": b"\x89PNG\0"}), "x.zip")[1] == ["x.zip: holds nothing that can be read (1 in unknown formats)"]
    assert reading_bytes(make.zip({}), "x.zip")[1] == ["x.zip: holds nothing that can be read"]
