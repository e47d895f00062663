"""Readings of files and bytes: reports, failures and notices; and the bytes that readers are tried on."""

import io
import tarfile
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from sayso.errors import InputError
from sayso.ingest import read
from sayso.model import Report

# `make fuzz` takes the second; readers load their libraries at the first example, which no deadline can know.
settings.register_profile("readers", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", settings.get_profile("readers"), max_examples=3000)
settings.load_profile("readers")

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


def warc(*pages: tuple[str, bytes], kind: bytes = b"text/html; charset=utf-8", status: bytes = b"200 OK", headers: bytes = b"") -> bytes:
    """A web archive of pages by address, with more headers of their answers, each with its line end."""
    records: list[bytes] = []
    for address, data in pages:
        body = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + kind + b"\r\n" + headers + b"\r\n" + data
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


Answer = tuple[int, Mapping[str, str], bytes]


@dataclass
class Site:
    """A web server on this machine: what it answers by path, the answers to come first; and what it was asked."""

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> str:
        """Answer a path with this after what was put before, and at last for ever; gives its address."""
        data = body.encode() if isinstance(body, str) else body
        told = {name.replace("_", "-"): value for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items()}
        self.answers.setdefault(path, []).append((status, told, data))
        return self.address + path

    def paths(self) -> list[str]:
        """What was asked for, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def answer(self, path: str) -> Answer:
        """The answer to a path."""
        answers = self.answers.get(path, [(404, {}, b"Not here.")])
        return answers.pop(0) if len(answers) > 1 else answers[0]


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            status, headers, body = site.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:  # the client went away, as some tests have it do
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Nothing is told."""

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine; tests that ask for it are marked `allow_hosts`."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Time:
    """A clock that tests set; sleeping moves it on."""

    at: float = 1_764_842_400.0  # 2025-12-04T10:00:00Z
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        """Seconds since 1970."""
        return self.at

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.at += seconds


@pytest.fixture
def time() -> Time:
    """A clock that stands until it is moved."""
    return Time()
