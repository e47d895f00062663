"""What a reverse proxy tells of a request: believed only of proxies that were named."""

from collections.abc import Collection
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.errors import SaysoError

Network = IPv4Network | IPv6Network
VOUCHED = "sayso.user"  # in a request's scope: whom the proxy vouches for


class Proxied:
    """Takes scheme and address of the user from a named proxy, and their name where a header for it was agreed on.

    From anybody else those headers are taken away, so that nothing behind this can believe them.
    """

    def __init__(self, app: ASGIApp, *, proxies: Collection[Network], header: str | None) -> None:
        """Take what answers, the proxies' networks, and the header in which they name the user."""
        self._app, self._proxies, self._header = app, tuple(proxies), header

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with what the proxy tells."""
        if scope["type"] == "http":
            client = scope.get("client") or ("", 0)
            scope = {**scope, **(self._told(Headers(scope=scope)) if self._named(client[0]) else {})}
            kept = MutableHeaders(scope=scope)
            for name in ("x-forwarded-for", "x-forwarded-proto", *([self._header] if self._header else [])):
                del kept[name]
        await self._app(scope, receive, send)

    def _told(self, headers: Headers) -> dict[str, object]:
        scheme = headers.get("x-forwarded-proto", "").strip().lower()
        told: dict[str, object] = {"scheme": scheme} if scheme in ("http", "https") else {}
        if address := self._outermost(headers.getlist("x-forwarded-for")):
            told["client"] = (address, 0)
        names = headers.getlist(self._header) if self._header else []
        return {**told, VOUCHED: names[0].strip()} if len(names) == 1 else told

    def _outermost(self, forwarded: list[str]) -> str | None:
        """The last address that is none of the proxies': those before it anybody could have written."""
        addresses = [part.strip() for line in forwarded for part in line.split(",")]
        return next((one for one in reversed(addresses) if one and not self._named(one)), None)

    def _named(self, address: str) -> bool:
        try:
            found = ip_address(address)
        except ValueError:
            return False
        return any(found in network for network in self._proxies if network.version == found.version)


def networks(given: Collection[str]) -> list[Network]:
    """Networks as they are written: `10.0.0.5`, `10.0.0.0/24`, `::1`.

    Raises:
        SaysoError: one is none.
    """
    try:
        return [ip_network(one) for one in given]
    except ValueError as error:
        raise SaysoError(f"--proxy: {error}; give an address (10.0.0.5) or a network (10.0.0.0/24)") from error
