"""Several processes at one desk: whoever answers, it is one desk."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from sayso.errors import SaysoError
from sayso.store import View, Writer
from sayso.store.people.users import add_user
from sayso.web.accounts.limit import Limit
from sayso.web.memo import Calm
from sayso.web.serving import several as module
from sayso.web.serving.keeper import Keeper, KeptCoding, KeptLimit, keeping, shared
from sayso.web.serving.several import possible, several
from sayso.web.state.coding import Coding

pytestmark = pytest.mark.skipif(not possible(), reason="processes are forked on Linux only")


@pytest.fixture
def keeper(socket_enabled: None) -> Iterator[Keeper]:
    """A keeper in a thread, with limits and without a coder."""
    with keeping(wanted=True) as one:
        assert one
        Thread(target=one.keep, args=(shared(None, Limit(2, 60.0), Limit(1, 60.0)),), daemon=True).start()
        yield one


def test_failures_are_counted_by_one_for_all(keeper: Keeper) -> None:
    one, other = KeptLimit(keeper, "users"), KeptLimit(keeper, "users")
    one.fail("user ann")
    assert other.wait("user ann") == 0
    other.fail("user ann")
    assert 59 < one.wait("user ann") <= 60
    assert KeptLimit(keeper, "addresses").wait("user ann") == 0
    other.forgive("user ann")
    assert one.wait("user ann") == 0


def test_what_goes_wrong_at_the_keeper_is_told_where_it_was_asked(keeper: Keeper) -> None:
    with pytest.raises(KeyError, match="coding"):
        KeptCoding(keeper).begin("A text.", None, date(2025, 12, 5))


def test_a_keeper_that_has_gone_is_told(socket_enabled: None) -> None:
    with keeping(wanted=True) as one:
        assert one
    with pytest.raises(SaysoError, match="was ended; try again"):
        one.ask("users", "wait", "ann")


def test_what_one_process_changes_every_other_looks_at_at_once(keeper: Keeper) -> None:
    looks = iter(range(9))
    mine, theirs = (Calm(lambda: next(looks), 60.0, stirs=keeper.stirs) for _ in range(2))
    assert [mine(), theirs(), mine()] == [0, 1, 0]
    theirs.stir()
    assert [mine(), theirs()] == [2, 3]


def test_texts_are_coded_by_the_keeper(socket_enabled: None) -> None:
    class Coder:
        def annotate_many(self, _: object, *, whole: bool = True) -> Iterator[object]:
            raise ValueError(f"no coder, {whole}")

    with keeping(wanted=True) as one:
        assert one
        Thread(target=one.keep, args=(shared(Coding(Coder()), Limit(1, 1.0), Limit(1, 1.0)),), daemon=True).start()  # type: ignore[arg-type]
        coding, read = KeptCoding(one), Event()
        coding.begin_loading(lambda: "" if read.set() else "An example.")  # type: ignore[func-returns-value]
        name = coding.begin("A text.", None, date(2025, 12, 5))
        coding.wait(name, 10)
        assert read.wait(10)
        assert coding.look("nothing") is None
        assert not coding.is_warm()
        with pytest.raises(ValueError, match="no coder, True"):
            coding.look(name)


def test_processes_that_end_again_and_again_end_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AGAIN", 1)
    with pytest.raises(SaysoError, match="again and again, the last with 7"):
        several([lambda: os._exit(7), lambda: time.sleep(60)])


Ask = Callable[..., tuple[int, str, str]]


class Served:
    """A desk of two processes, and the one beside them."""

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self.process, self.address = process, address
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def children(self) -> list[int]:
        return [int(one) for one in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()]

    def ask(self, path: str, data: dict[str, str] | bytes | None = None, **headers: str) -> tuple[int, str, str]:
        """Status, where the answer is, and its text, on a connection of its own."""
        body = urllib.parse.urlencode(data).encode() if isinstance(data, dict) else data
        request = urllib.request.Request(self.address + path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.geturl(), answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers.get("Set-Cookie", ""), error.read().decode()

    def by(self, worker: int, *given: object, **headers: str) -> tuple[int, str, str]:
        """The same of one of the two: the other is stopped meanwhile."""
        other = self.children()[1 - worker]
        os.kill(other, signal.SIGSTOP)
        try:
            return self.ask(*given, **headers)  # type: ignore[arg-type]
        finally:
            os.kill(other, signal.SIGCONT)


@pytest.fixture
def serve(socket_enabled: None) -> Iterator[Callable[[Path], Served]]:
    """Serves a database by two processes."""
    begun: list[subprocess.Popen[str]] = []

    def serving(db: Path) -> Served:
        command = [sys.executable, "-m", "sayso", "serve", str(db), "--port", "0", "--workers", "2"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "NO_PROXY": "*"})
        begun.append(process)
        assert process.stderr
        found = re.search(r"at (http://[\d.:]+)/", process.stderr.readline())
        assert found
        served = Served(process, found[1])
        while len(served.children()) < 3:
            time.sleep(0.02)
        return served

    yield serving
    for process in begun:
        with process:
            process.terminate()


def until(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def test_whoever_answers_has_seen_what_the_other_was_told(serve: Callable[[Path], Served], db: Path) -> None:
    desk = serve(db)
    _, _, page = desk.by(0, "/events.json?report=r4")
    event = json.loads(page)["events"][0]["id"]
    assert desk.by(1, f"/event/{event}.json")[2] == desk.by(0, f"/event/{event}.json")[2]
    key = json.loads(desk.ask(f"/event/{event}.json")[2])["report_key"]
    body = json.dumps({"action": "reject", "report": key, "why": "no"}).encode()
    for one in range(2):
        assert event in desk.by(one, "/events.json?report=r4")[2]
    assert desk.by(0, f"/api/v1/events/{event}/corrections", body, Content_Type="application/json")[0] == 201
    for one in range(2):
        assert event not in desk.by(one, "/events.json?report=r4")[2]
    for one in desk.children()[:2]:  # whoever is killed is replaced
        os.kill(one, signal.SIGKILL)
        assert until(lambda: one not in desk.children() and len(desk.children()) == 3)  # noqa: B023 - at once
    assert event not in desk.ask("/events.json?report=r4")[2]
    children = desk.children()
    desk.process.kill()  # the processes end with the one that they were forked off
    assert until(lambda: not any(Path(f"/proc/{one}/cmdline").exists() and Path(f"/proc/{one}/cmdline").read_bytes() for one in children))


@pytest.mark.slow
def test_log_ins_are_counted_whoever_answers(serve: Callable[[Path], Served], db: Path) -> None:
    with Writer(str(db), command="test") as writer:
        add_user(writer, "ann", "reader", None, by="test", at="2026-01-01T00:00:00+00:00")
    desk = serve(db)
    _, _, page = desk.by(0, "/log-in")
    (token,) = re.findall(r'name="form_token" value="(\w+)"', page)
    with desk.opener.open(desk.address + "/log-in") as answer:
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        (token,) = re.findall(r'name="form_token" value="(\w+)"', answer.read().decode())
    statuses = [
        desk.by(n % 2, "/log-in", {"name": "ann", "password": "wrong horse battery", "form_token": token}, Cookie=cookie)[0]
        for n in range(12)
    ]
    assert statuses == [401] * 10 + [429] * 2
    desk.process.send_signal(signal.SIGINT)
    assert desk.process.wait(20) == 0
    with View(str(db)) as view:
        assert view.sql("SELECT count(*) FROM audit WHERE action = 'log-in refused'").rows[0][0] == 10
