"""A desk with accounts, over a database of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from starlette.testclient import TestClient

from sayso.settings import Settings
from sayso.store import View, Writer
from sayso.store.people.keys import make_key
from sayso.store.people.users import add_user
from sayso.web import desk
from sayso.web.accounts.door import opened
from sayso.web.asked.forms import token_of

PASSWORD = "correct horse battery"
HOST = "desk.example"
ROLES = ("reader", "reviewer", "admin")


@dataclass
class Clock:
    """A time that passes when it is told to."""

    time: datetime = field(default_factory=lambda: datetime(2026, 1, 2, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.time

    def passes(self, **some: float) -> None:
        self.time += timedelta(**some)


@pytest.fixture(scope="session")
def kept() -> str:
    """What is kept of PASSWORD: by a hash that is done quickly."""
    return PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def staffed(database: Path, tmp_path: Path, kept: str) -> Path:
    """A database of its own, with a user of each role, by the role's name."""
    path = tmp_path / "staffed.db"
    with View(str(database)) as view:  # WAL: the file alone may lack the last commits
        view.sql("SELECT 1")
    path.write_bytes(database.read_bytes())
    with Writer(str(path), command="test") as writer:
        for role in ROLES:
            add_user(writer, role, role, kept, by="test", at="2026-01-01T00:00:00+00:00")
    return path


@pytest.fixture
def app(staffed: Path, clock: Clock) -> Iterator[FastAPI]:
    """A desk that asks everybody who they are."""
    with View(str(staffed)) as view:
        yield desk(view, settings=Settings(), db="desk.db", hosts=("*",), who=opened(view, clock), now=clock)


Client = Callable[..., TestClient]


@pytest.fixture
def browser(app: FastAPI, staffed: Path, clock: Clock) -> Client:
    """A browser, logged in as a user where one is named; its forms carry their token."""

    def opened(user: str | None = None, address: str = "203.0.113.7") -> TestClient:
        client = TestClient(
            app, base_url=f"https://{HOST}", raise_server_exceptions=False, follow_redirects=False, client=(address, 50_000)
        )
        if user:
            at, end = (time.isoformat(timespec="seconds") for time in (clock(), clock() + timedelta(days=7)))
            with Writer(str(staffed), command="test") as writer:
                key = make_key(writer, user, "session", at=at, ends_at=end, by=user)
            client.cookies.set("__Host-sayso", key)
            client.headers.update({"X-Form-Token": token_of(key), "Origin": f"https://{HOST}"})
        return client

    return opened
