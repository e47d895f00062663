"""Readings of files and bytes: reports, failures and notices; and the bytes that readers are tried on."""

import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.ingest import read
from sayso.model import Report

TEXT = "Police arrested two reporters in Lima."
Reading = tuple[list[Report], list[str], list[str]]
Read = Callable[..., Reading]


@pytest.fixture
def reading() -> Read:
    """Read paths and give the reports, the failures and the notices."""

    def reading(*paths: Path | str, **options: Any) -> Reading:
        failures: list[InputError] = []
        notices: list[str] = []
        reports = list(read(paths, on_failure=failures.append, on_notice=notices.append, **options))
        return reports, [str(failure) for failure in failures], notices

    return reading


@pytest.fixture
def reading_bytes(tmp_path: Path, reading: Read) -> Callable[..., Reading]:
    """Read bytes as a file of some name."""

    def reading_bytes(data: bytes, name: str = "x", **options: Any) -> Reading:
        path = tmp_path / name
        path.write_bytes(data)
        reports, failures, notices = reading(path, **options)
        short = str(tmp_path) + "/"
        return reports, [f.replace(short, "") for f in failures], [n.replace(short, "") for n in notices]

    return reading_bytes


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(parts: Mapping[str, bytes]) -> bytes:
    """A tar archive of parts by name."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in parts.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


PARAGRAPHS = (
    "Police in Lima arrested two reporters on Thursday after a raid on the offices of a newspaper, the interior ministry said.",
    "The editor of the paper, Ana Quispe, said that officers had carried away computers and notes without showing a warrant.",
    "A union of journalists called for a protest in front of the ministry on Friday and asked the government to free both.",
    "The interior minister told parliament that the case had nothing to do with the work of the press and that a judge would decide.",
)


def page(head: str = "", body: str = "") -> str:
    """A web page with a report of four paragraphs between a menu and a foot."""
    paragraphs = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Police arrest two reporters | Harbour Post</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
        f"<article><h1>Police arrest two reporters</h1>{body}{paragraphs}</article>"
        "<footer><p>Copyright 2025 Harbour Post. All rights reserved.</p></footer></body></html>"
    )


def warc(*pages: tuple[str, bytes], kind: bytes = b"text/html; charset=utf-8", status: bytes = b"200 OK") -> bytes:
    """A web archive of pages by address."""
    records: list[bytes] = []
    for address, data in pages:
        body = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + kind + b"\r\n\r\n" + data
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-12-05T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(records)}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        records.append(head.encode() + body + b"\r\n\r\n")
    return b"".join(records)


@dataclass(frozen=True)
class Make:
    """Builders of what readers read."""

    zip = staticmethod(zipped)
    tar = staticmethod(tarred)
    page = staticmethod(page)
    warc = staticmethod(warc)
    paragraphs = PARAGRAPHS


@pytest.fixture
def make() -> Make:
    """Builders of archives and pages."""
    return Make()
