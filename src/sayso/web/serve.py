"""Serving the desk: by this process, or one of several that listen at the same socket, until it is told to end."""

import gc
import socket

import uvicorn
from fastapi import FastAPI

from sayso.errors import SaysoError

COLLECTING = 20_000, 20, 20  # objects between two looks for garbage: some pages' worth
WAITING = 128  # connections that may wait to be taken


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 stands for any that is free.

    Raises:
        SaysoError: the address can't be listened at.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=WAITING)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else answers wait 40 ms for their first half to be noted
        return listener
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SaysoError(f"{host}, port {port}: can't be listened at ({reason}); choose another with --port") from error


def address(listener: socket.socket) -> str:
    """What to open in the browser."""
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class OneByOne(uvicorn.Server):
    """Takes one connection at a time: of several processes the one that is idle takes the next.

    Left to itself, the event loop of the first one that wakes takes all that wait, and the others have nothing to do.
    """

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen; `backlog` is how many the loop takes at once, and how many may wait as well, which is set right here."""
        await super().startup(sockets)
        for one in sockets or ():
            one.listen(WAITING)


def serve(app: FastAPI, listener: socket.socket) -> None:
    """Answer requests until the process is interrupted."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        backlog=1,
        timeout_graceful_shutdown=5,
        timeout_keep_alive=75,  # longer than people ponder between two clicks: a correction must not meet a connection that just closed
        proxy_headers=False,  # what proxies tell is believed by `accounts.proxy` alone
    )
    gc.collect()
    gc.freeze()  # what is there now stays: to look through it again and again took a quarter of a page's time
    gc.set_threshold(*COLLECTING)
    OneByOne(config).run(sockets=[listener])
