"""No page is fetched from the own network unless that is allowed: a link or a redirect could point into it."""

import socket
from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address
from typing import Any

import httpcore

from sayso.errors import RefusedError


class PublicOnly(httpcore.NetworkBackend):
    """Connects to public addresses only.

    Names are looked up here and the connection goes to the very address that was checked: a name that changes its address between two
    look-ups gains nothing.
    """

    def __init__(self) -> None:
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a public address of the host.

        Raises:
            RefusedError: one of its addresses is not public.
            httpcore.ConnectError: it can't be found or reached.
        """
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in _public(host, port):
            try:
                return self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def sleep(self, seconds: float) -> None:
        """Wait between attempts to connect."""
        self._backend.sleep(seconds)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network."""
    plain = ip_address(address.split("%", 1)[0])
    mapped = plain.ipv4_mapped if isinstance(plain, IPv6Address) else None
    return (mapped or plain).is_global and not (mapped or plain).is_multicast


def _public(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpcore.ConnectError(f"{host}: {error.strerror or error}") from error
    addresses = [str(entry[4][0]) for entry in found]
    inner = [address for address in addresses if not is_public(address)]
    if inner:
        known = host if host == inner[0] else f"{host} ({inner[0]})"
        raise RefusedError(f"{known} is an address of the own network; it is refused, unless --allow-private is given")
    return addresses
