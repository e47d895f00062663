"""Logging in and out, and what ends a session."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sayso.errors import StoreError
from sayso.store import View, Writer
from sayso.store.audit import acts
from sayso.store.people.keys import make_key
from sayso.store.people.users import set_role
from sayso.web.asked.forms import within

Client = Callable[..., TestClient]
PASSWORD = "correct horse battery"
ORIGIN = {"Origin": "https://desk.example"}


def form_token(client: TestClient, path: str = "/log-in") -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]


def log_in(client: TestClient, name: str = "reviewer", password: str = PASSWORD, **more: str) -> Any:
    fields = {"name": name, "password": password, "form_token": form_token(client), **more}
    return client.post("/log-in", data=fields, headers=ORIGIN)


def test_a_browser_is_led_to_the_log_in_page_and_back(browser: Client) -> None:
    client = browser()
    assert client.get("/events?actor=RUS").headers["Location"] == "/log-in?next=%2Fevents%3Factor%3DRUS"
    assert client.get("/events.json").status_code == client.get("/api/v1/events").status_code == 401
    answer = log_in(client, next="/events?actor=RUS")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/events?actor=RUS")
    cookie = next(one for one in answer.headers.get_list("set-cookie") if one.startswith("__Host-sayso="))
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert client.get("/events").status_code == 200
    assert "reviewer" in client.get("/account").text


@pytest.mark.parametrize(("name", "password"), [("reviewer", "wrong password"), ("nobody", PASSWORD), ("", ""), ("reviewer", "x" * 1024)])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(browser: Client, name: str, password: str) -> None:
    answer = log_in(browser(), name, password)
    assert answer.status_code == 401
    assert "Name or password is wrong" in answer.text
    assert "__Host-sayso" not in answer.headers.get("set-cookie", "")


def test_every_log_in_has_a_new_key_and_the_old_one_ends(browser: Client) -> None:
    client = browser()
    log_in(client)
    first = client.cookies["__Host-sayso"]
    log_in(client)
    assert client.cookies["__Host-sayso"] != first
    other = browser()
    other.cookies.set("__Host-sayso", first)
    assert other.get("/events").status_code == 303


def test_logging_out_ends_the_session_itself(browser: Client) -> None:
    client = browser("reader")
    key = client.cookies["__Host-sayso"]
    assert client.post("/log-out").headers["Location"] == "/log-in"
    client.cookies.set("__Host-sayso", key)
    assert client.get("/events").status_code == 303


@pytest.mark.parametrize(("steps", "status"), [([11.9] * 3, 200), ([12.1], 303), ([11.9] * 15, 303)])
def test_sessions_end_when_nobody_uses_them_and_after_a_week(browser: Client, clock: Any, steps: list[float], status: int) -> None:
    client = browser("reader")
    for hours in steps:
        clock.passes(hours=hours)
        answer = client.get("/events")
    assert answer.status_code == status


def test_a_database_that_can_not_be_written_lets_readers_read(browser: Client, clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client = browser("reader")
    clock.passes(hours=1)

    def locked(*_: object, **__: object) -> None:
        raise StoreError("another program has been writing to it")

    monkeypatch.setattr("sayso.web.accounts.door.touch_key", locked)
    assert client.get("/events").status_code == 200


def test_roles_hold_at_once(browser: Client, staffed: Path) -> None:
    client = browser("reviewer")
    assert client.get("/users").status_code == 403
    with Writer(str(staffed)) as writer:
        set_role(writer, "reviewer", "admin", by="test", at="2026-01-02T00:00:00+00:00")
    assert client.get("/users").status_code == 200


@pytest.mark.parametrize(("role", "reviews"), [("reader", False), ("reviewer", True)])
def test_review_is_offered_to_those_who_may(browser: Client, role: str, reviews: bool) -> None:  # noqa: FBT001
    client = browser(role)
    for page in ("/events", "/account", "/review"):
        assert ('href="/review"' in client.get(page).text) == reviews
    answer = client.get("/review")
    assert (answer.status_code == 403) != reviews
    assert ("This takes the right to review, which reader lacks; ask" in answer.text) != reviews


def test_who_fails_too_often_has_to_wait(browser: Client, staffed: Path) -> None:
    assert {log_in(browser(address=f"203.0.113.{n}"), "reader", "wrong password").status_code for n in range(10)} == {401}
    answer = log_in(browser(), "reader")
    assert answer.status_code == 429
    assert "Too many failures; try again in 15 minutes" in answer.text
    assert int(answer.headers["Retry-After"]) <= 901
    assert log_in(browser(), "reviewer").status_code == 303
    with View(str(staffed)) as view:
        assert len([act for act in acts(view) if act.action == "log-in refused" and act.who == "reader"]) == 10


def test_an_address_that_guesses_has_to_wait_whatever_the_name(app: FastAPI, browser: Client) -> None:
    door = app.state.who
    for _ in range(30):
        door.addresses.fail("address 203.0.113.7")
    assert log_in(browser(), "reader").status_code == 429
    assert log_in(browser(address="203.0.113.8"), "reader").status_code == 303


def test_the_log_in_form_is_the_browsers_own(browser: Client) -> None:
    client, other = browser(), browser()
    fields = {"name": "reader", "password": PASSWORD, "form_token": form_token(other)}
    client.get("/log-in")
    assert client.post("/log-in", data=fields, headers=ORIGIN).status_code == 403


@pytest.mark.parametrize(
    ("given", "led"),
    [("/events?a=b", "/events?a=b"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil", "/"), ("/a\nb", "/"), ("", "/")],
)
def test_nobody_is_led_elsewhere(given: str, led: str) -> None:
    assert within(given) == led


def test_a_token_lets_a_program_in_without_a_form(browser: Client, staffed: Path) -> None:
    with Writer(str(staffed)) as writer:
        key = make_key(writer, "admin", "token", at="2026-01-01T00:00:00+00:00", ends_at=None, by="admin", name="t", role="reader")
    client = browser()
    sent = {"Authorization": f"Bearer {key}"}
    assert client.get("/api/v1/events", headers=sent).status_code == 200
    assert client.get("/users", headers=sent).status_code == 403  # the token is a reader's
    assert client.get(f"/events?token={key}").status_code == 303  # feeds alone take it from the address
    refused = client.get("/api/v1/events", headers={"Authorization": "Bearer guess"})
    assert (refused.status_code, refused.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_a_desk_without_accounts_has_no_pages_for_them(client: TestClient) -> None:
    for path in ("/log-in", "/account", "/users"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "sayso users add" in answer.text
