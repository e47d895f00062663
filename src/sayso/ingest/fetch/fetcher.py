"""One page after another, each asked for as its site wishes."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import httpx

from sayso.errors import InputError, RefusedError
from sayso.ingest.fetch.cache import Cache, Page
from sayso.ingest.fetch.guard import PublicOnly
from sayso.ingest.fetch.robots import Robots
from sayso.ingest.reader import Input, opened

OK, UNCHANGED = 200, 304
MOVED = frozenset({301, 302, 303, 307, 308})
LATER = frozenset({429, 500, 502, 503, 504})
UNSENT = (httpx.HTTPError, httpx.InvalidURL, UnicodeError)  # the last where a part of a host's name is empty or too long
GONE = frozenset({404, 410})
PICTURES = ("image/", "video/", "audio/", "font/")


@dataclass(frozen=True, slots=True)
class Policy:
    """How politely, and how long: seconds, bytes and counts.

    `delay` passes between two requests to one host, `fresh` before a page that was fetched is asked for again; `deadline` and `largest`
    end a response that does not end by itself.
    """

    agent: str = "Sayso"
    delay: float = 1.0
    fresh: float = 86_400.0
    tries: int = 3
    backoff: float = 2.0
    longest_wait: float = 120.0
    timeout: float = 15.0
    deadline: float = 90.0
    largest: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, and how to let it pass."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


class _Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Fetcher:
    """Gets pages; what it keeps between them is when each host was asked last, and what robots may do there."""

    client: httpx.Client
    cache: Cache
    policy: Policy = field(default_factory=Policy)
    clock: Clock = field(default_factory=Clock)
    _robots: Robots = field(init=False)
    _next: dict[str, float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Robots' rules are asked for like any page."""
        self._robots = Robots(self.policy.agent, self._rules)

    def __call__(self, address: str) -> Input:
        """What is found at an address, ready to be read.

        Raises:
            InputError: it can't be had, or must not be asked for.
        """
        page = self.page(address)
        fetched = datetime.fromtimestamp(page.fetched, UTC).isoformat(timespec="seconds")
        given = opened(address, address, BytesIO(page.body), media=page.media)
        return replace(given, known={"url": page.final, "captured": fetched})

    def page(self, address: str, *, fresh: float | None = None) -> Page:
        """The page at an address, from the cache where it is not older than `fresh` seconds.

        Raises:
            InputError: it can't be had, or must not be asked for.
        """
        kept = self.cache.get(address)
        if kept is None or self.clock.now() - kept.fetched > (self.policy.fresh if fresh is None else fresh):
            kept = self._fetched(address, kept)
            self.cache.put(kept)
        if kept.status != OK:
            raise InputError(f"{address}: can't be fetched: the server answered {kept.status}")
        return kept

    def _fetched(self, address: str, kept: Page | None) -> Page:
        at = address
        for _ in range(self.policy.redirects + 1):
            pause = self._robots.check(_web(at, address))
            asked = _conditions(kept) if kept and kept.status == OK and kept.final == at else {}
            answer = self._answer(at, pause, asked)
            if answer.status in MOVED and answer.headers.get("location"):
                at = _joined(at, answer.headers["location"])
                continue
            if answer.status == UNCHANGED and kept:
                return replace(kept, fetched=self.clock.now())
            if answer.status not in GONE | {OK}:
                raise InputError(f"{address}: can't be fetched: the server answered {answer.status}")
            return self._page(address, at, answer)
        raise InputError(f"{address}: can't be fetched: it redirects more than {self.policy.redirects} times")

    def _page(self, address: str, final: str, answer: _Answer) -> Page:
        media, etag, modified = (answer.headers.get(name, "") for name in ("content-type", "etag", "last-modified"))
        return Page(address, final, answer.status, media, etag, modified, self.clock.now(), answer.body)

    def _rules(self, address: str) -> tuple[int, bytes]:
        at = address
        for _ in range(self.policy.redirects + 1):
            answer = self._answer(_web(at, address), 0.0, {})
            if answer.status not in MOVED or not answer.headers.get("location"):
                return answer.status, answer.body
            at = _joined(at, answer.headers["location"])
        return 404, b""

    def _answer(self, address: str, pause: float, conditions: Mapping[str, str]) -> _Answer:
        """The answer to a request, asked for again where the server has trouble."""
        trouble = "no answer"
        for attempt in range(1, self.policy.tries + 1):
            self._wait(address, pause)
            wait = self.policy.backoff * 2 ** (attempt - 1)
            try:
                answer = self._once(address, conditions)
            except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError) as error:
                trouble = str(error) or type(error).__name__
            except UNSENT as error:
                raise InputError(f"{address}: can't be fetched ({error})") from error
            except RefusedError as error:
                raise RefusedError(f"{address}: {error}") from error
            else:
                if answer.status not in LATER:
                    return answer
                trouble = f"the server answered {answer.status}"
                wait = max(wait, self._asked_to_wait(answer.headers.get("retry-after", "")))
            if attempt < self.policy.tries:
                self.clock.sleep(min(wait, self.policy.longest_wait))
        raise InputError(f"{address}: can't be fetched after {self.policy.tries} tries: {trouble}")

    def _once(self, address: str, conditions: Mapping[str, str]) -> _Answer:
        with self.client.stream("GET", address, headers=dict(conditions)) as response:
            media = response.headers.get("content-type", "")
            if response.status_code == OK and media.lower().startswith(PICTURES):
                raise InputError(f"{address}: is {media}, no report")
            body = self._body(address, response) if response.status_code == OK else b""
            return _Answer(response.status_code, response.headers, body)

    def _body(self, address: str, response: httpx.Response) -> bytes:
        begun, parts, length = self.clock.now(), [], 0
        for part in response.iter_bytes():
            parts.append(part)
            length += len(part)
            if length > self.policy.largest:
                raise InputError(f"{address}: is longer than {self.policy.largest:,} bytes, or does not end; the rest is not fetched")
            if self.clock.now() - begun > self.policy.deadline:
                raise InputError(f"{address}: has not ended after {self.policy.deadline:g} seconds; it is given up")
        return b"".join(parts)

    def _wait(self, address: str, pause: float) -> None:
        """Let pass what must lie between two requests to one host."""
        host, now = urlsplit(address).netloc, self.clock.now()
        left = self._next.get(host, now) - now
        if left > 0:
            self.clock.sleep(left)
        self._next[host] = max(now, now + left) + max(self.policy.delay, pause)

    def _asked_to_wait(self, told: str) -> float:
        if told.isdigit():
            return float(told)
        try:
            return parsedate_to_datetime(told).timestamp() - self.clock.now()
        except (ValueError, TypeError):
            return 0.0


def fetcher(
    cache: Path, *, on_notice: Callable[[str], None] = lambda _: None, allow_private: bool = False, policy: Policy | None = None
) -> Fetcher:
    """A fetcher with its pages kept in a folder; addresses of the own network are refused unless allowed."""
    policy = policy or Policy()
    return Fetcher(client(policy, allow_private=allow_private), Cache(cache, on_notice), policy)


def client(policy: Policy, *, allow_private: bool) -> httpx.Client:
    """A client of HTTP; it connects to no address of the own network unless that is allowed."""
    import httpcore

    secure = httpx.create_ssl_context()
    transport = httpx.HTTPTransport(verify=secure)
    if not allow_private:  # httpx has no public way to choose how connections are made
        transport._pool = httpcore.ConnectionPool(ssl_context=secure, network_backend=PublicOnly())
    headers = {"User-Agent": policy.agent, "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"}
    return httpx.Client(transport=transport, headers=headers, timeout=policy.timeout, follow_redirects=False, trust_env=False)


def _web(at: str, address: str) -> str:
    """The address, if it is one of the web: a redirect could lead to a file."""
    try:
        parts = urlsplit(at)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound:
        raise RefusedError(f"{address}: leads to {at}, which is no page of the web; it is refused")
    return at


def _joined(at: str, location: str) -> str:
    """Where a redirect leads; what is no address is left as it is, and refused as such."""
    try:
        return urljoin(at, location)
    except ValueError:
        return location


def _conditions(kept: Page) -> dict[str, str]:
    told = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
    return {name: value for name, value in told.items() if value}
