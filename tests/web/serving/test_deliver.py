"""New events are sent to webhooks: once, signed, and again where they were not taken."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.store import Filter, View, Writer
from sayso.store.people.watchlists import add_watchlist
from sayso.store.people.webhooks import Webhook, add_webhook, webhooks
from sayso.web.serving.deliver import Courier, Delivered, signature
from sayso.web.state.signing import made_key, secret_of

AT = "2026-01-01T00:00:00+00:00"


class World:
    """A database with a watchlist and its webhook, a receiver, and a clock."""

    def __init__(self, db: Path, code: Callable[[str, str], None]) -> None:
        self.db, self.code, self.taken, self.failing = str(db), code, list[tuple[str, bytes, Mapping[str, str]]](), False
        self.time = datetime(2026, 1, 2, tzinfo=UTC)
        self.key = made_key(db.with_name("desk.key"))
        with Writer(self.db) as writer:
            self.list = add_watchlist(writer, "Russia", Filter.of(actor="RUS"), by="anna", at=AT)
            self.hook: Webhook = add_webhook(writer, self.list, "https://example.org/in", by="anna", at=AT)

    def send(self, address: str, body: bytes, headers: Mapping[str, str]) -> None:
        if self.failing:
            raise InputError(f"{address}: was not taken after 3 tries: the server answered 500")
        self.taken.append((address, body, headers))

    def courier(self) -> Courier:
        return Courier(View(self.db), lambda: Writer(self.db), self.send, lambda: self.time, self.key)

    def deliver(self) -> list[Delivered]:
        courier = self.courier()
        with courier.view:
            return list(courier.deliver())

    def told(self) -> list[Any]:
        return [json.loads(body) for _, body, _ in self.taken]


@pytest.fixture
def world(db: Path, code: Callable[[str, str], None]) -> World:
    return World(db, code)


def test_what_was_there_before_is_not_sent_and_what_comes_in_is_once(world: World) -> None:
    assert [(done.events, done.trouble) for done in world.deliver()] == [(0, None)]
    assert world.deliver() == []  # nothing has changed since
    world.code("n1", "RUS attacked UKR. USA visited CHN.")
    assert [(done.events, done.trouble) for done in world.deliver()] == [(1, None)]
    (told,) = world.told()
    assert told["watchlist"] == {"id": world.list, "name": "Russia"}
    assert [event["report"]["id"] for event in told["events"]] == ["n1"]
    world.code("n2", "USA visited CHN.")
    assert [(done.events, done.trouble) for done in world.deliver()] == [(0, None)]
    assert len(world.taken) == 1


def test_what_is_sent_is_signed(world: World) -> None:
    world.code("n1", "RUS attacked UKR.")
    world.deliver()
    ((address, body, headers),) = world.taken
    assert (address, headers["Content-Type"]) == ("https://example.org/in", "application/json")
    assert headers["Sayso-Signature"] == signature(secret_of(world.key, world.hook.id), str(int(world.time.timestamp())), body)
    # by openssl dgst -sha256 -hmac
    assert signature("secret", "1", b"body") == "t=1,v1=842b24d9575dee4b6ec460b7e3af7d683501d84fe6279102340787c79d2e2bab"


def test_what_is_not_taken_is_sent_when_it_is_due_and_nothing_is_lost(world: World) -> None:
    world.failing = True
    world.code("n1", "RUS attacked UKR.")
    assert [done.trouble for done in world.deliver()] == ["https://example.org/in: was not taken after 3 tries: the server answered 500"]
    world.code("n2", "RUS visited CHN.")
    assert world.deliver() == []  # not due yet
    world.time += timedelta(seconds=61)
    assert len(world.deliver()) == 1
    with View(world.db) as view:
        (hook,) = webhooks(view)
    assert (hook.failures, hook.next_at) == (2, "2026-01-02T00:03:01+00:00")
    world.failing = False
    world.time += timedelta(seconds=121)
    assert [(done.events, done.trouble) for done in world.deliver()] == [(2, None)]
    assert [event["report"]["id"] for event in world.told()[0]["events"]] == ["n1", "n2"]


def test_of_two_servers_one_delivers(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.serving.deliver.TOGETHER", 1)
    world.code("n1", "RUS attacked UKR. RUS visited CHN.")
    send, others = world.send, list[Delivered]()

    def meanwhile(address: str, body: bytes, headers: Mapping[str, str]) -> None:
        world.send = send  # type: ignore[method-assign]  # the other server takes no notice of a third
        others.extend(world.deliver())
        send(address, body, headers)

    world.send = meanwhile  # type: ignore[method-assign]
    assert [(done.events, done.trouble) for done in world.deliver()] == [(2, None)]
    assert (others, len(world.taken)) == ([], 2)


def test_where_a_server_dies_another_delivers_later(world: World) -> None:
    world.code("n1", "RUS attacked UKR.")
    send = world.send

    def dying(address: str, body: bytes, headers: Mapping[str, str]) -> None:
        raise KeyboardInterrupt

    world.send = dying  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        world.deliver()
    world.send = send  # type: ignore[method-assign]
    assert world.deliver() == []
    world.time += timedelta(minutes=6)
    assert [(done.events, done.trouble) for done in world.deliver()] == [(1, None)]


def test_much_is_sent_in_parts(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.serving.deliver.TOGETHER", 2)
    world.code("n1", "RUS attacked UKR. RUS visited CHN. RUS visited IND.")
    assert [done.events for done in world.deliver()] == [3]
    assert [len(told["events"]) for told in world.told()] == [2, 1]


def test_a_running_desk_delivers_until_it_ends_and_outlives_trouble(world: World) -> None:
    ended, troubles = Event(), list[str]()
    world.code("n1", "RUS attacked UKR.")

    def send(address: str, body: bytes, headers: Mapping[str, str]) -> None:
        if not troubles:
            raise InputError("once")
        world.taken.append((address, body, headers))
        ended.set()

    courier = world.courier()
    with courier.view:
        later = iter(range(1, 1000))
        steady = Courier(courier.view, courier.writing, send, lambda: world.time + timedelta(minutes=2 * next(later)), world.key)
        steady.until(ended, 0.001, troubles.append)
    assert troubles == ["once"]
    assert len(world.taken) == 1
