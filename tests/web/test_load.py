"""Many reviewers at once, a coder that writes meanwhile, a desk that is killed: no correction that was taken is lost."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.store import Filter, View
from sayso.store.check import problems

pytestmark = pytest.mark.slow
CLIENTS, EVENTS = 24, 48
Put = Callable[[Path, str, str], None]


@pytest.fixture
def full(db: Path, put: Put) -> list[tuple[str, str]]:
    """Events that wait for review: id and key of the report."""
    put(db, "many", " ".join(f"IND attacked PER on 2025-01-{n % 28 + 1:02d}, Clerk {n} said." for n in range(EVENTS)))
    with View(str(db)) as view:
        (key,) = view.sql("SELECT key FROM reports WHERE id = 'many'").rows[0]
        return [(event.id, key) for event in view.events(Filter.of(report="many"))]


def kept(db: Path) -> set[str]:
    """The ids of the corrections in a database."""
    with View(str(db)) as view:
        return {one["id"] for one in view.corrections()}


def test_no_correction_is_lost_while_a_coder_writes(own: TestClient, db: Path, full: list[tuple[str, str]], put: Put) -> None:
    ended, rounds = Event(), [0]

    def coding() -> None:
        while not ended.is_set():
            put(db, f"new{rounds[0]}", "RUS attacked UKR. USA visited CHN.")
            rounds[0] += 1

    def judge(at: int) -> tuple[int, str]:
        event, key = full[at % EVENTS]
        action = {"action": "accept"} if at < EVENTS else {"action": "set", "changes": {"status": "denied"}}
        answer = own.post(f"/api/v1/events/{event}/corrections", json={**action, "report": key, "why": f"client {at}"})
        return answer.status_code, answer.json()["id"]

    coder = Thread(target=coding)
    coder.start()
    with own, ThreadPoolExecutor(CLIENTS) as clients:  # all in one event loop, as in a server
        answers = list(clients.map(judge, range(2 * EVENTS)))
    ended.set()
    coder.join()
    assert {status for status, _ in answers} == {201}
    assert {id for _, id in answers} == kept(db)
    assert len(kept(db)) == 2 * EVENTS
    with View(str(db)) as view:
        assert rounds[0] > 0
        assert view.count(Filter.of(report=[f"new{n}" for n in range(rounds[0])])) == 2 * rounds[0]
        assert view.count(Filter.of(report="many", state="coded")) == 0
    assert list(problems(str(db))) == []


@pytest.fixture
def killable(db: Path, socket_enabled: None) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A desk in a process of its own, and where it is."""
    command = [sys.executable, "-m", "sayso", "serve", str(db), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "NO_PROXY": "*"}) as process:
        assert process.stderr is not None
        yield process, process.stderr.readline().split("at ")[1].split("/ ")[0]
        process.kill()
        process.stderr.read()


def posted(address: str, event: str, key: str, why: str) -> str | None:
    """The id of a correction that was taken; None where the desk had gone."""
    body = json.dumps({"action": "accept", "report": key, "why": why}).encode()
    request = urllib.request.Request(f"{address}/api/v1/events/{event}/corrections", body, {"Content-Type": "application/json"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=60) as answer:
            told: dict[str, Any] = json.load(answer)
            return str(told["id"])
    except (urllib.error.URLError, OSError, ValueError):
        return None


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_desk_that_is_ended_in_mid_write_has_kept_what_it_said_it_kept(
    killable: tuple["subprocess.Popen[str]", str], db: Path, full: list[tuple[str, str]], how: signal.Signals
) -> None:
    process, address = killable
    taken: list[str | None] = []

    def judge(at: int) -> None:
        taken.append(posted(address, *full[at % EVENTS], f"client {at}"))
        if len(taken) == EVENTS // 2:
            process.send_signal(how)

    with ThreadPoolExecutor(8) as clients:
        list(clients.map(judge, range(2 * EVENTS)))
    process.wait(30)
    said = {one for one in taken if one}
    assert len(said) >= EVENTS // 4
    assert None in taken
    assert said <= kept(db)
    assert list(problems(str(db))) == []
