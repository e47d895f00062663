"""Serving the desk: one process, until it is told to end."""

import uvicorn
from fastapi import FastAPI


def serve(app: FastAPI, *, host: str, port: int) -> None:
    """Answer requests until the process is interrupted.

    Raises:
        SystemExit: the address can't be listened at.
    """
    config = uvicorn.Config(
        app, host=host, port=port, log_level="warning", server_header=False, access_log=False, timeout_graceful_shutdown=5
    )
    uvicorn.Server(config).run()
