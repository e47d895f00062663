"""Posting: tried again where that may help, never redirected, never into the own network."""

from collections.abc import Callable, Iterator

import httpx
import pytest

from sayso.errors import InputError, RefusedError
from sayso.ingest.fetch.fetcher import Clock, Policy
from sayso.ingest.fetch.post import Poster, poster

Handler = Callable[[httpx.Request], httpx.Response]


def posting(handler: Handler, waits: list[float]) -> Poster:
    client = httpx.Client(transport=httpx.MockTransport(handler))
    return Poster(client, Policy(tries=3, backoff=2.0), Clock(sleep=waits.append))


def answering(*statuses: int | Exception) -> tuple[Handler, list[httpx.Request]]:
    left: Iterator[int | Exception] = iter(statuses)
    asked: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        answer = next(left)
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer, headers={"Location": "http://127.0.0.1/"})

    return handler, asked


@pytest.mark.parametrize(
    ("answers", "waits"),
    [((200,), []), ((204,), []), ((503, 200), [2.0]), ((httpx.ConnectError("no route"), 429, 201), [2.0, 4.0])],
)
def test_a_body_is_sent_until_it_is_taken(answers: tuple[int | Exception, ...], waits: list[float]) -> None:
    waited: list[float] = []
    handler, asked = answering(*answers)
    posting(handler, waited)("https://example.org/in", b"body", {"X-One": "1"})
    assert waited == waits
    assert [(one.method, one.content, one.headers["X-One"]) for one in asked] == [("POST", b"body", "1")] * len(answers)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ((500, 502, 503), "was not taken after 3 tries: the server answered 503"),
        ((httpx.ReadTimeout("slow"),) * 3, "was not taken after 3 tries: slow"),
        ((404,), "was not taken: the server answered 404"),
        ((302,), "was not taken: the server answered 302"),
    ],
)
def test_what_is_not_taken_is_told(answers: tuple[int | Exception, ...], told: str) -> None:
    handler, asked = answering(*answers)
    with pytest.raises(InputError, match=told):
        posting(handler, [])("https://example.org/in", b"", {})
    assert len(asked) == len(answers)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://[::1]:9/", "http://10.0.0.1/", "http://169.254.169.254/"])
def test_nothing_is_sent_into_the_own_network(socket_enabled: None, address: str) -> None:
    with pytest.raises(RefusedError, match="is an address of the own network"):
        poster()(address, b"", {})


@pytest.mark.parametrize("address", ["ftp://example.org", "http://hooks..example/in", f"http://{'a' * 64}.example/"])
@pytest.mark.parametrize("allowed", [False, True])
def test_what_is_no_address_is_told(socket_enabled: None, address: str, *, allowed: bool) -> None:
    with pytest.raises(InputError, match="can't be sent to"):
        poster(allow_private=allowed)(address, b"", {})
