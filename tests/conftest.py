"""What costs seconds to load, once a session: the lexicon as it is, and the coder over it; and a SPARQL service on loopback."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest

from sayso.lexicon import Lexicon, load
from sayso.run.coder import Coder
from sayso.settings import Settings


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Our own lexicon."""
    return load(cache=Settings().cache)


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder with our own lexicon and the small English model: tests that ask for it are marked `model`."""
    return Coder(Settings())


PRECISION = {4: "9", 7: "10", 10: "11"}


def sparql_row(qid: str, name: str, role: str, start: str, end: str | None = None, **more: str) -> dict[str, Any]:
    """A row of an answer; days as exact as they are given."""
    cells = {"person": f"http://www.wikidata.org/entity/{qid}", "name": name, "role": role, "start": _full(start), "aliases": ""}
    cells["startPrecision"] = PRECISION[len(start)]
    if end:
        cells |= {"end": _full(end), "endPrecision": PRECISION[len(end)]}
    return {key: {"type": "literal", "value": value} for key, value in (cells | more).items()}


def _full(day: str) -> str:
    return f"{day}{'0001-01-01'[len(day) :]}T00:00:00Z" if len(day) > 4 else f"{day}-01-01T00:00:00Z"


def sparql_answer(*rows: dict[str, Any]) -> bytes:
    """An answer of these rows."""
    return json.dumps({"head": {"vars": []}, "results": {"bindings": list(rows)}}).encode()


@dataclass
class SparqlService:
    """A service on loopback: what it will answer, one after another (status, body, headers); and what it was asked."""

    url: str = ""
    answers: deque[tuple[int, bytes, dict[str, str]]] = field(default_factory=deque)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)

    row = staticmethod(sparql_row)
    answer = staticmethod(sparql_answer)

    def will(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer so, once."""
        self.answers.append((status, body, {name.replace("_", "-"): value for name, value in headers.items()}))


@pytest.fixture
def sparql(monkeypatch: pytest.MonkeyPatch, socket_enabled: None) -> Iterator[SparqlService]:
    """A SPARQL service that answers with what a test gives it."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    service = SparqlService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"])).decode()
            service.asked.append(parse_qs(query)["query"][0])
            service.agents.append(self.headers["User-Agent"])
            status, body, headers = service.answers.popleft() if service.answers else (500, b"", {})
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        service.url = f"http://127.0.0.1:{server.server_address[1]}/sparql"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield service
        finally:
            server.shutdown()
            thread.join()
