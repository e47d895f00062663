"""What a reverse proxy tells is believed of those that were named, and of nobody else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.errors import SaysoError
from sayso.settings import Settings
from sayso.store import View
from sayso.web import desk
from sayso.web.accounts.door import opened
from sayso.web.accounts.proxy import networks

Asked = Callable[..., Any]
HEADER = "X-Forwarded-User"


@pytest.fixture
def asked(staffed: Path) -> Asked:
    """An answer of a desk behind the proxies 10.0.0.5 and 10.1.0.0/16."""

    def asked(address: str, *, header: str | None = HEADER, headers: Any = (), path: str = "/account", method: str = "GET") -> Any:
        with View(str(staffed)) as view:
            behind = networks(["10.0.0.5", "10.1.0.0/16", "fd00::/8"])
            app = desk(view, settings=Settings(), db="d", hosts=("*",), who=opened(view), proxies=behind, proxy_header=header)
            client = TestClient(app, base_url="http://desk.example", client=(address, 1), follow_redirects=False)
            return client.request(method, path, headers=headers)

    return asked


def test_a_named_proxy_vouches_for_users(asked: Asked) -> None:
    answer = asked("10.0.0.5", headers={HEADER: "reviewer"})
    assert answer.status_code == 200
    assert "reviewer" in answer.text
    assert asked("fd00::7", headers={HEADER: "reviewer"}).status_code == 200


@pytest.mark.parametrize(
    ("address", "header", "headers", "status"),
    [
        ("203.0.113.7", HEADER, {HEADER: "admin"}, 303),  # no proxy of ours
        ("10.0.0.6", HEADER, {HEADER: "admin"}, 303),
        ("10.0.0.5", None, {HEADER: "admin"}, 303),  # not switched on
        ("10.0.0.5", HEADER, {}, 303),
        ("10.0.0.5", HEADER, {HEADER: " "}, 303),
        ("10.0.0.5", HEADER, [(HEADER, "admin"), (HEADER, "reader")], 303),  # one of them is not the proxy's
        ("10.0.0.5", HEADER, {HEADER: "stranger"}, 403),
        ("203.0.113.7", HEADER, {"X-Forwarded-For": "10.0.0.5", HEADER: "admin"}, 303),
    ],
)
def test_nobody_else_does(asked: Asked, address: str, header: str | None, headers: Any, status: int) -> None:
    assert asked(address, header=header, headers=headers).status_code == status


def test_forms_of_users_whom_a_proxy_vouches_for_need_their_token(asked: Asked) -> None:
    assert asked("10.0.0.5", headers={HEADER: "reviewer"}, path="/log-out", method="POST").status_code == 403


@pytest.mark.parametrize(
    ("forwarded", "proto", "secure"),
    [("198.51.100.1, 10.1.2.3", "https", True), ("", "http", True), ("spoofed, 198.51.100.1", "gopher", True)],
)
def test_cookies_are_for_https_unless_the_desk_is_on_loopback(asked: Asked, forwarded: str, proto: str, secure: bool) -> None:  # noqa: FBT001
    answer = asked("10.0.0.5", headers={"X-Forwarded-For": forwarded, "X-Forwarded-Proto": proto}, path="/log-in")
    assert ("Secure" in answer.headers["set-cookie"]) == secure


def test_what_is_no_network_is_told() -> None:
    with pytest.raises(SaysoError, match="--proxy: 'gateway' does not appear to be an IPv4 or IPv6 network"):
        networks(["gateway"])
