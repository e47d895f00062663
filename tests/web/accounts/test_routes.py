"""Nobody reads or writes without being let in: every route of the desk, put to every role."""

from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Mount
from starlette.testclient import TestClient

from sayso.web.accounts.door import RIGHTS
from sayso.web.app import ROUTERS
from sayso.web.asked.forms import SAFE
from sayso.web.asked.who import OPEN, Needs, let_in

Client = Callable[..., TestClient]
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


def routes() -> list[APIRoute]:
    return [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]


def methods(route: APIRoute) -> set[str]:
    return route.methods or set()


def needed(route: APIRoute) -> list[str]:
    """The rights that a route says it needs."""
    asked = [one.dependency for one in route.dependencies]
    return [one.right for one in asked if isinstance(one, Needs)]


def asked() -> Iterator[tuple[str, APIRoute]]:
    for route in routes():
        for method in sorted(methods(route) - {"HEAD"}):
            yield method, route


def filled(route: APIRoute) -> str:
    """The address of a route, with something in place of each of its parameters."""
    path = route.path
    for name in route.param_convertors:
        path = path.replace("{" + name + "}", "0a1b").replace("{" + name + ":path}", "0a1b")
    return path


def test_the_application_serves_these_routes_and_its_own_files_only(app: FastAPI) -> None:
    mounted = [route.path for route in app.routes if isinstance(route, Mount)]
    included = [getattr(route, "original_router", None) for route in app.routes if not isinstance(route, Mount)]
    assert mounted == ["/static"]
    assert included == list(ROUTERS)
    assert len(routes()) == sum(len(router.routes) for router in ROUTERS)
    assert let_in in [one.dependency for one in app.router.dependencies]


def test_what_changes_something_says_which_right_it_takes() -> None:
    silent = [f"{method} {route.path}" for method, route in asked() if method not in SAFE and route.path not in OPEN and not needed(route)]
    assert silent == []


@pytest.mark.parametrize("role", [None, "reader", "reviewer", "admin"])
def test_every_route_lets_in_whom_it_should(browser: Client, role: str | None) -> None:
    client = browser(role)
    wrong = []
    for method, route in asked():
        answer = client.request(method, filled(route), data={} if method != "GET" else None)
        turned_away = answer.status_code in (401, 403) or answer.headers.get("Location", "").startswith("/log-in")
        may = route.path in OPEN or (role is not None and {"read", *needed(route)} <= RIGHTS[role])
        if route.path == "/log-out" and may:
            client = browser(role)
        elif turned_away == may and route.path not in OPEN:
            wrong.append(f"{method} {route.path} as {role}: {answer.status_code}")
    assert wrong == []


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Form-Token": "guess"},
        {"X-Form-Token": ""},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ],
)
def test_nothing_changes_at_the_word_of_another_site(browser: Client, headers: dict[str, str]) -> None:
    client = browser("admin")
    client.headers.update(headers)
    passed = [
        f"{method} {route.path}"
        for method, route in asked()
        if method not in SAFE and client.request(method, filled(route), data={}).status_code != 403
    ]
    assert passed == []


@pytest.mark.parametrize("method", UNSAFE)
@pytest.mark.parametrize("role", [None, "admin"])
def test_no_route_answers_a_method_that_it_does_not_name(browser: Client, role: str | None, method: str) -> None:
    client = browser(role)
    named = {(method, route.path) for method, route in asked()}
    only_read = {filled(route) for _, route in asked() if not any((other, route.path) in named for other in UNSAFE)}
    wrong = {path: status for path in sorted(only_read) if (status := client.request(method, path).status_code) != 405}
    assert wrong == {}
