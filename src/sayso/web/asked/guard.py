"""What every answer carries, and who may ask at all: headers that bind the browser, and names that the desk goes by."""

from collections.abc import Collection

from anyio import CapacityLimiter
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("localhost", "127.0.0.1", "::1")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
READING = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # nobody else learns of our addresses; with none at all, forms would come from nowhere
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Bound:
    """Puts `HEADERS` on every answer that has not set them itself; pages are asked for anew each time, but not kept by others."""

    def __init__(self, app: ASGIApp) -> None:
        """Take what answers."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""

        async def bound(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {**HEADERS, "Cache-Control": "private, no-cache"}.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, bound)


class KnownHosts:
    """Answers only those who call the desk by one of its names: a foreign page can point its own name at 127.0.0.1 (DNS rebinding)."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        """Take what answers, and the names; `*` stands for any."""
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or refuse."""
        known = scope["type"] != "http" or "*" in self._hosts or named(Headers(scope=scope).get("host", "")) in self._hosts
        refusal = PlainTextResponse("The desk does not go by this name; open the address that `sayso serve` printed.\n", 400)
        await (self._app if known else refusal)(scope, receive, send)


class OwnForms:
    """Takes what changes something only from the desk's own pages: browsers tell where a form was sent from."""

    def __init__(self, app: ASGIApp) -> None:
        """Take what answers."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or refuse."""
        own = scope["type"] != "http" or scope["method"] in READING or _own(Headers(scope=scope))
        refusal = PlainTextResponse("This was sent from a page that is not the desk's.\n", 403)
        await (self._app if own else refusal)(scope, receive, send)


class Turns:
    """Lets a few change something at a time, and the others wait without a thread: readers need the threads while writers wait."""

    def __init__(self, app: ASGIApp, at_once: int = 2) -> None:
        """Take what answers, and how many may write at once; the database takes one after another anyway."""
        self._app, self._at_once = app, at_once
        self._turns: CapacityLimiter | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, when it is their turn."""
        if scope["type"] != "http" or scope["method"] in READING:
            await self._app(scope, receive, send)
            return
        self._turns = self._turns or CapacityLimiter(self._at_once)  # made where the loop runs
        async with self._turns:
            await self._app(scope, receive, send)


def _own(headers: Headers) -> bool:
    """Whether a browser says that the desk's own page sent this; programs say nothing, and hold no cookies of others."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")


def named(host: str) -> str:
    """The name in a Host header, without its port: `localhost:8000`, `[::1]:8000`."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()
