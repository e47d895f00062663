"""Where workers come from: on Linux they are forked off a process that has loaded everything and does nothing else.

So they share its memory, start in milliseconds, also in the place of one that died, and inherit neither threads nor open databases.
Elsewhere forking is not safe, and each worker is started afresh.
"""

import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import reduction
from multiprocessing.connection import Connection, Pipe
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from sayso.errors import SaysoError
from sayso.run.step import Step
from sayso.run.worker import awakened, work

AWAKE = "awake"
GRACE = 5  # seconds that a process has to end by itself


@dataclass(frozen=True, slots=True)
class Worker:
    """A process and the pipe to it."""

    pid: int
    pipe: "Connection[Any, Any]"
    process: BaseProcess | None = None


class Nursery(Protocol):
    """Starts workers, and tells how they ended."""

    def start(self) -> Worker:
        """A new worker."""

    def end(self, worker: Worker) -> int:
        """Kill a worker if it still lives. Gives its exit code: that of a signal is negative."""

    def close(self) -> None:
        """Let go of everything."""


def nursery(step: Step) -> Nursery:
    """The one that fits the machine.

    Raises:
        SaysoError: the step can't be prepared.
    """
    return Forking(step) if sys.platform == "linux" else Spawning(step)


class Forking:
    """Workers forked off a process that has loaded everything."""

    def __init__(self, step: Step) -> None:
        """Start that process, and wait until it has loaded everything."""
        context = multiprocessing.get_context("spawn")
        self._control, theirs = Pipe()
        self._process = context.Process(target=_brood, args=(pickle.dumps(step), theirs), daemon=True)
        self._process.start()
        theirs.close()
        if (told := self._told()) != AWAKE:
            self.close()
            raise told

    def start(self) -> Worker:
        """A new worker."""
        ours, theirs = Pipe()
        self._ask(("fork", None))
        reduction.send_handle(self._control, theirs.fileno(), self._process.pid)
        theirs.close()
        return Worker(self._told(), ours)

    def end(self, worker: Worker) -> int:
        """Kill a worker if it still lives, and give its exit code."""
        worker.pipe.close()
        self._ask(("end", worker.pid))
        return int(self._told())

    def close(self) -> None:
        """End that process; it ends its workers."""
        self._control.close()
        self._process.join(GRACE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _ask(self, what: tuple[str, int | None]) -> None:
        with _gone():
            self._control.send(what)

    def _told(self) -> Any:
        with _gone():
            return self._control.recv()


class Spawning:
    """Workers that each load everything themselves."""

    def __init__(self, step: Step) -> None:
        """Start nothing yet."""
        self._pickled = pickle.dumps(step)
        self._context = multiprocessing.get_context("spawn")
        self._started: list[Worker] = []

    def start(self) -> Worker:
        """A new worker, as soon as it has loaded everything."""
        ours, theirs = Pipe()
        process = self._context.Process(target=_alone, args=(self._pickled, theirs), daemon=True)
        process.start()
        theirs.close()
        with _gone():
            told = ours.recv()
        if told != AWAKE:
            raise told
        worker = Worker(process.pid or 0, ours, process)
        self._started.append(worker)
        return worker

    def end(self, worker: Worker) -> int:
        """Kill a worker if it still lives, and give its exit code."""
        worker.pipe.close()
        self._started = [one for one in self._started if one.pid != worker.pid]
        process = worker.process
        if process is None:
            return 0
        process.join(0.1)  # one that died by itself has an exit code of its own
        process.kill()
        process.join()
        return process.exitcode or 0

    def close(self) -> None:
        """End all workers."""
        for worker in list(self._started):
            self.end(worker)


class Here:
    """A worker for a single batch, forked off this very process before that has loaded anything: the worker loads it, as this one would."""

    def __init__(self, step: Step) -> None:
        """Start nothing yet."""
        self._step = step
        self._started: set[int] = set()

    def start(self) -> Worker:
        """A new worker."""
        ours, theirs = Pipe()
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; this one leaves it to the other
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            _child(self._step, theirs, ours)
        theirs.close()
        self._started.add(child)
        return Worker(child, ours)

    def end(self, worker: Worker) -> int:
        """Kill a worker if it still lives, and give its exit code."""
        worker.pipe.close()
        self._started.discard(worker.pid)
        return _ended(worker.pid)

    def close(self) -> None:
        """End all workers."""
        while self._started:
            _ended(self._started.pop())


@contextmanager
def _gone() -> Iterator[None]:
    """Turn a closed pipe into a sentence."""
    try:
        yield
    except (EOFError, BrokenPipeError, ConnectionResetError) as error:
        raise SaysoError("the process that workers come from is gone, perhaps for want of memory; try fewer --workers") from error


def _brood(pickled: bytes, control: "Connection[Any, Any]") -> None:
    """The process that workers are forked off."""
    step = _awakened(pickled, control)
    if step is None:
        return
    children: set[int] = set()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            what, pid = control.recv()
            _answer(what, pid, step, control, children)
    for pid in children:
        os.kill(pid, signal.SIGKILL)


def _answer(what: str, pid: int | None, step: Step, control: "Connection[Any, Any]", children: set[int]) -> None:
    if what == "fork":
        pipe = reduction.recv_handle(control)
        child = os.fork()
        if child == 0:
            _child(step, Connection(pipe), control)
        os.close(pipe)
        children.add(child)
        control.send(child)
    elif pid in children:
        children.discard(pid)
        control.send(_ended(pid))


def _child(step: Step, pipe: "Connection[Any, Any]", control: "Connection[Any, Any]") -> None:
    """A worker's life; it never returns into what it was forked off."""
    try:
        control.close()
        work(step, pipe)
    finally:
        os._exit(0)


def _ended(pid: int) -> int:
    """The exit code of a child, which is killed if it still lives."""
    found, status = os.waitpid(pid, os.WNOHANG)
    if not found:
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def _alone(pickled: bytes, pipe: "Connection[Any, Any]") -> None:
    """A worker that nothing was loaded for."""
    if step := _awakened(pickled, pipe):
        work(step, pipe)


def _awakened(pickled: bytes, pipe: "Connection[Any, Any]") -> Step | None:
    """The step, ready; or none, and whoever waits at the pipe is told why."""
    step: Step | None = None
    told: object = AWAKE
    try:
        step = awakened(pickled)
    except Exception as error:  # noqa: BLE001 it is raised again where somebody sees it
        told = error
    try:
        pipe.send(told)
    except (BrokenPipeError, ConnectionResetError):  # who waited was killed
        return None
    return step
