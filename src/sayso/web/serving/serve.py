"""Serving the desk: by this process, or one of several that listen at the same socket, until it is told to end."""

import gc
import os
import socket
import time
from multiprocessing.sharedctypes import RawArray
from typing import Any

import uvicorn
from fastapi import FastAPI

from sayso.errors import SaysoError

COLLECTING = 20_000, 20, 20  # objects between two looks for garbage: some pages' worth
WAITING = 128  # connections that may wait to be taken
LEAVE = 0.01  # seconds that a connection is left to a process that has fewer: it may have to wait for its threads


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
        reason = os.strerror(number) if (number := getattr(error, "errno", None)) else str(error)  # asyncio's own words say it twice
        raise SaysoError(f"{host}, port {port}: can't be listened at ({reason}); choose another with --port") from error


def address(listener: socket.socket) -> str:
    """What to open in the browser."""
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class Loads:
    """How many connections each of several processes has, in memory that they share."""

    def __init__(self, processes: int) -> None:
        """Begin with none."""
        self._open: Any = RawArray("i", processes)  # numbers

    def more(self, process: int, connections: int) -> bool:
        """Note how many a process has now; whether another has fewer."""
        self._open[process] = connections
        return connections > int(min(self._open))


class Fair(socket.socket):
    """A socket that leaves a connection for a moment to other processes where one has fewer."""

    def shared(self, server: uvicorn.Server, loads: Loads, process: int) -> None:
        """Count the connections of a server as those of a process."""
        self._server, self._loads, self._process = server, loads, process

    def accept(self) -> tuple[socket.socket, Any]:
        """The next connection; an event loop takes it calmly where there is none any more."""
        if self._loads.more(self._process, len(self._server.server_state.connections)):
            time.sleep(LEAVE)
        return super().accept()


class OneByOne(uvicorn.Server):
    """Takes one connection at a time: of several processes the one that is idle takes the next.

    Left to itself, the event loop of the first one that wakes takes all that wait, and the others have nothing to do.
    """

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen; `backlog` is how many the loop takes at once, and how many may wait as well, which is set right here."""
        await super().startup(sockets)
        for one in sockets or ():
            one.listen(WAITING)


def serve(app: FastAPI, listener: socket.socket, loads: Loads | None = None, process: int = 0) -> None:
    """Answer requests until the process is interrupted; with `loads`, as one of several that share the connections evenly."""
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
    server = OneByOne(config)
    if loads:
        listener = Fair(fileno=listener.detach())
        listener.shared(server, loads, process)
    server.run(sockets=[listener])
