"""One's own account, all users, and the audit."""

import re
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from sayso.store import View
from sayso.store.people.users import users

Client = Callable[..., TestClient]
PASSWORD = "correct horse battery"


def test_an_admin_looks_after_accounts(browser: Client, staffed: Path) -> None:
    client = browser("admin")
    assert client.post("/users", data={"name": "Dora", "role": "reviewer", "password": "a long password"}).status_code == 303
    assert client.post("/users", data={"name": "proxied", "role": "reader", "password": ""}).status_code == 303
    assert client.post("/users/dora/role", data={"role": "admin"}).status_code == 303
    assert client.post("/users/reader/remove").status_code == 303
    with View(str(staffed)) as view:
        assert [(one.name, one.role, bool(one.password)) for one in users(view)] == [
            ("admin", "admin", True),
            ("dora", "admin", True),
            ("proxied", "reader", False),
            ("reviewer", "reviewer", True),
        ]
    page = client.get("/audit").text
    assert all(told in page for told in ("user add", "user role", "user remove", "dora"))
    assert [one["action"] for one in client.get("/audit.json?target=dora").json()["acts"]] == ["user role", "user add"]


def test_what_can_not_be_is_told_and_nothing_changes(browser: Client, staffed: Path) -> None:
    client = browser("admin")
    for path, fields, told in (
        ("/users", {"name": "a b", "password": "a long password"}, "can&#39;t be a user&#39;s name"),
        ("/users", {"name": "dora", "password": "short"}, "10 to 1024 characters"),
        ("/users", {"name": "reader", "password": ""}, "already"),
        ("/users/reader/role", {"role": "king"}, "no role"),
        ("/users/admin/role", {"role": "reader"}, "the only admin"),
        ("/users/admin/remove", {}, "the only admin"),
        ("/users/reader/password", {"password": "short"}, "10 to 1024 characters"),
    ):
        answer = client.post(path, data=fields)
        assert answer.status_code == 422
        assert told in answer.text
    with View(str(staffed)) as view:
        assert [one.name for one in users(view)] == ["admin", "reader", "reviewer"]


def test_a_password_is_changed_by_who_knows_the_old_one(browser: Client) -> None:
    client, elsewhere = browser("reader"), browser("reader")
    assert "old password is wrong" in client.post("/account/password", data={"old": "guess", "new": "another password"}).text
    assert "10 to 1024" in client.post("/account/password", data={"old": PASSWORD, "new": "short"}).text
    assert client.post("/account/password", data={"old": PASSWORD, "new": "another password"}).status_code == 303
    assert elsewhere.get("/events").status_code == 303  # its session has ended


def test_a_token_is_shown_once_and_ends_when_told(browser: Client) -> None:
    client = browser("reviewer")
    page = client.post("/account/tokens", data={"name": "<b>script</b>", "role": "admin"}).text
    found = re.search(r'class="token">([^<]+)<', page)
    assert found
    assert "<b>script" not in page
    assert found[1] not in client.get("/account").text
    program = browser()
    program.headers["Authorization"] = f"Bearer {found[1]}"
    assert program.get("/api/v1/events").status_code == 200
    assert program.get("/users").status_code == 403
    end = re.search(r'action="(/account/tokens/[0-9a-f]+/end)"', page)
    assert end
    browser("reader").post(end[1])  # not theirs
    assert program.get("/api/v1/events").status_code == 200
    client.post(end[1])
    assert program.get("/api/v1/events").status_code == 401
