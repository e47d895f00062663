"""What every answer carries, and whom the desk answers."""

from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from sayso.web.asked.guard import Turns, named


@pytest.mark.parametrize("path", ["/events", "/events.json", "/static/desk.css", "/nothing", "/events?quad=9", "/api/v1/events"])
def test_every_answer_binds_the_browser(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("host", "name"), [("localhost:80", "localhost"), ("[::1]:8318", "::1"), ("LOCALHOST", "localhost"), ("", ""), ("[", "")]
)
def test_a_host_is_known_by_its_name(host: str, name: str) -> None:
    assert named(host) == name


@pytest.mark.parametrize(("host", "status"), [("testserver", 200), ("testserver:99", 200), ("evil.example", 400), ("", 400)])
def test_only_the_desks_own_names_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/events", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://testserver"}, 303),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_forms_are_taken_from_the_desks_own_pages_only(client: TestClient, headers: dict[str, str], status: int) -> None:
    page = client.get("/paste").text
    token = page.split('name="form_token" value="')[1].split('"')[0]
    assert client.post("/paste", data={"text": "Nothing.", "form_token": token}, headers=headers).status_code == status
    if headers:
        assert client.post("/paste", data={"text": "Nothing."}, headers=headers).status_code == 403


def test_writers_wait_for_their_turn_and_readers_do_not() -> None:
    running, most = 0, 0
    read = anyio.Event()

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        nonlocal running, most
        if scope["method"] == "GET":
            read.set()
            return
        running += 1
        most = max(most, running)
        with anyio.fail_after(30):
            await read.wait()  # no writer ends before the reader came through
        await anyio.sleep(0.01)
        running -= 1

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None:
        pass

    async def all_at_once() -> None:
        turns = Turns(app, at_once=2)
        async with anyio.create_task_group() as group:
            for method in ["POST"] * 8 + ["GET"]:
                group.start_soon(turns, {"type": "http", "method": method}, receive, send)

    with ThreadPoolExecutor(1) as apart:  # the browser tests of this process may have left a loop running
        apart.submit(anyio.run, all_at_once).result()
    assert most == 2
