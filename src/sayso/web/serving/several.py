"""Several processes that answer for one desk, forked off one that has loaded everything, and replaced where they end."""

import ctypes
import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import wait
from types import FrameType
from typing import Any

from sayso.errors import SaysoError

MOST = 4  # processes by default
LOOK = 0.2  # seconds between two looks whether the end was asked for
GRACE = 10.0  # seconds that a process gets to finish what it is at
AGAIN = 5  # times within `SPAN` seconds that a process may be started anew; more often, something is wrong with all
SPAN = 30.0
PARENT_ENDS = 1  # PR_SET_PDEATHSIG of Linux
Job = Callable[[], object]


def possible() -> bool:
    """Whether processes can be forked off one that has loaded everything: elsewhere than on Linux that is not safe."""
    return sys.platform == "linux"


def several(jobs: Sequence[Job]) -> None:
    """Do jobs, each in a process of its own, until this one is told to end; they end in the same order.

    Raises:
        SaysoError: one ends again and again.
    """
    gc.collect()
    gc.freeze()  # what is there now stays: pages of memory that nobody touches are shared
    with _told_to_end() as ended:
        processes = [_begun(job) for job in jobs]
        try:
            anew: list[float] = []
            while not ended:
                wait([one.sentinel for one in processes], LOOK)
                for at, one in enumerate(processes):
                    if not ended and not one.is_alive():
                        anew = [*(time for time in anew if time > _now() - SPAN), _now()]
                        if len(anew) > AGAIN:
                            raise SaysoError(f"processes of the desk end again and again, the last with {one.exitcode}; see above why")
                        processes[at] = _begun(jobs[at])
        finally:
            _end(processes)


def _now() -> float:
    return time.monotonic()


def _begun(job: Job) -> Any:
    process = get_context("fork").Process(target=_worked, args=(job, os.getpid()))
    process.start()
    return process


def _worked(job: Job, parent: int) -> None:
    """A process's life: it ends with the one that it was forked off, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(PARENT_ENDS, signal.SIGTERM)
    if os.getppid() == parent:  # else it ended before that
        job()


def _end(processes: Sequence[Any]) -> None:
    """End those that answer before the one that they ask, which is the last."""
    for some in (processes[:-1], processes[-1:]):
        for one in some:
            one.terminate()
        end = _now() + GRACE
        for one in some:
            one.join(max(0.0, end - _now()))
            if one.is_alive():
                one.kill()
                one.join()


@contextmanager
def _told_to_end() -> Any:
    """A list that is filled when a signal asks for the end: by Ctrl-C, or of a service."""
    ended: list[int] = []

    def end(number: int, _: FrameType | None) -> None:
        ended.append(number)

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield ended
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
