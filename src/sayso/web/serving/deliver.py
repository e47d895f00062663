"""Delivering watchlists: new events go to the webhooks of those who wait for them, signed, and again until they are taken."""

import hmac
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sayso.errors import InputError, SaysoError
from sayso.ingest.fetch.post import Send
from sayso.store import View, Writer
from sayso.store.people.watchlists import Arrival, watchlist
from sayso.store.people.webhooks import Webhook, claimed, delivered, failed, state, undelivered, webhooks
from sayso.web.state.signing import secret_of

TOGETHER = 100  # events of one delivery
AGENT = "Sayso"


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many events a webhook was sent, and what was wrong, where it was."""

    hook: Webhook
    events: int
    trouble: str | None


@dataclass(frozen=True, slots=True)
class Courier:
    """Delivers what is new; `send` posts a body to an address, `key` is the file that secrets are made from."""

    view: View
    writing: Callable[[], AbstractContextManager[Writer]]
    send: Send
    now: Callable[[], datetime]
    key: Path

    def deliver(self) -> Iterator[Delivered]:
        """Send every webhook what it has not had; those that failed before are tried when they are due."""
        for hook in webhooks(self.view):
            at = self.now().isoformat(timespec="seconds")
            now = state(self.view)
            if hook.seen != now and not (hook.next_at and hook.next_at > at) and self._claimed(hook):
                yield self._all(hook, now)

    def until(self, ended: threading.Event, every: float, on_trouble: Callable[[str], None]) -> None:
        """Deliver again and again until an event is set; what goes wrong is told, and the next round comes all the same."""
        while not ended.wait(every):
            try:
                for done in self.deliver():
                    if done.trouble:
                        on_trouble(done.trouble)
            except SaysoError as error:  # the database may be away for a while
                on_trouble(str(error))

    def _claimed(self, hook: Webhook) -> bool:
        with self.writing() as writer:
            return claimed(writer, hook, at=self._at())

    def _all(self, hook: Webhook, now: str) -> Delivered:
        sent = 0
        while some := undelivered(self.view, hook, limit=TOGETHER):
            try:
                self._some(hook, some)
            except InputError as error:
                with self.writing() as writer:
                    failed(writer, hook, str(error), at=self._at())
                return Delivered(hook, sent, str(error))
            with self.writing() as writer:
                delivered(writer, hook, [one.body["id"] for one in some], seen="", at=self._at())
            sent += len(some)
        with self.writing() as writer:
            delivered(writer, hook, [], seen=now, at=self._at())
        return Delivered(hook, sent, None)

    def _some(self, hook: Webhook, some: Sequence[Arrival]) -> None:
        named = watchlist(self.view, hook.watchlist)
        told = {"watchlist": {"id": named.id, "name": named.name}, "events": [one.body for one in some]}
        body, at = json.dumps(told).encode(), str(int(self.now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": AGENT,
            "Sayso-Signature": signature(secret_of(self.key, hook.id), at, body),
        }
        self.send(hook.url, body, headers)

    def _at(self) -> str:
        return self.now().isoformat(timespec="seconds")


def signature(secret: str, at: str, body: bytes) -> str:
    """`t=SECONDS,v1=HEX`: HMAC-SHA256 of the seconds, a full stop and the body; by the time a receiver knows what is sent again later."""
    signed = hmac.new(secret.encode(), at.encode() + b"." + body, sha256).hexdigest()
    return f"t={at},v1={signed}"
