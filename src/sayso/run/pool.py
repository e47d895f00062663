"""A pool of workers: results in the order of the reports, bounded memory, and a report that breaks a worker set aside."""

import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from sayso.model import Report
from sayso.run.batch import LARGE, growing
from sayso.run.nursery import Nursery, Worker, nursery
from sayso.run.step import Batch, Done, Step, set_aside

AHEAD = 4  # batches a worker that may be under way or wait for an earlier one to be done
DEEP = 2  # batches that a worker may have: one that it does, and one that waits in the pipe, so that it never waits itself
ENDINGS = {signal.SIGSEGV: "it crashes the coder", signal.SIGKILL: "the system killed the coder on it, as it does when memory runs out"}


@dataclass(slots=True, eq=False)
class Task:
    """A batch, and what became of it once it is done."""

    batch: Batch
    done: Done | None = None

    @property
    def small(self) -> bool:
        """Whether it fits into a pipe that nobody reads from yet."""
        return sum(len(report.text) for report in self.batch) <= LARGE


@dataclass(slots=True, eq=False)
class Seat:
    """A worker with what it was given: the first is being done, since `since` on the clock."""

    worker: Worker
    tasks: deque[Task] = field(default_factory=deque)
    since: float = 0.0

    def free(self, task: Task) -> bool:
        """Whether it can be given a task without waiting."""
        return not self.tasks or (len(self.tasks) < DEEP and task.small)


class Pool:
    """Several processes that do one step.

    A batch that breaks a worker or takes longer than `patience` seconds is done again report by report; a report that does so alone
    is set aside. Reports are read, and results handed on, in the calling process; at most `AHEAD` batches a worker are in memory.
    """

    def __init__(
        self,
        step: Step,
        *,
        workers: int,
        patience: float,
        clock: Callable[[], float] = time.monotonic,
        nursery: Callable[[Step], Nursery] = nursery,
    ) -> None:
        """Load everything, and start the workers.

        Raises:
            SaysoError: the step can't be prepared.
        """
        self._patience, self._clock = patience, clock
        self._nursery = nursery(step)
        self._seats = [Seat(self._nursery.start()) for _ in range(workers)]
        self._tasks: list[Task] = []  # all that are not handed on yet, in their order
        self._waiting: deque[Task] = deque()  # those of them that no worker has

    def __enter__(self) -> Self:
        """The pool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End all processes, whatever they are doing."""
        for seat in self._seats:
            self._nursery.end(seat.worker)
        self._nursery.close()

    def results(self, reports: Iterable[Report]) -> Iterator[Done]:
        """What became of the reports, in their order.

        Raises:
            SaysoError, OSError: what ends the run as a whole.
        """
        stream = growing(reports)
        reading = True
        while reading or self._tasks:
            room = reading and len(self._tasks) < AHEAD * len(self._seats)
            self._attend(0.0 if room else self._longest())
            yield from self._finished()
            if room:
                try:
                    batch = next(stream)
                except StopIteration:
                    reading = False
                    continue
                if batch:
                    self._add(Task(batch))
            self._hand_out()

    def _add(self, task: Task) -> None:
        self._tasks.append(task)
        self._waiting.append(task)

    def _finished(self) -> Iterator[Done]:
        while self._tasks and (done := self._tasks[0].done):
            del self._tasks[0]
            yield done

    def _hand_out(self) -> None:
        """Give waiting tasks to workers, the idle ones first."""
        for depth in range(DEEP):
            for seat in self._seats:
                if self._waiting and len(seat.tasks) == depth and seat.free(self._waiting[0]):
                    self._give(seat, self._waiting.popleft())

    def _give(self, seat: Seat, task: Task) -> None:
        if not seat.tasks:
            seat.since = self._clock()
        seat.tasks.append(task)
        try:
            seat.worker.pipe.send(task.batch)
        except (BrokenPipeError, ConnectionResetError):
            self._lost(seat)

    def _longest(self) -> float | None:
        """Seconds that may be waited for results until some worker has been patiently waited for."""
        busy = [seat.since for seat in self._seats if seat.tasks]
        return max(0.0, min(busy) + self._patience - self._clock()) if busy and self._patience else None

    def _attend(self, seconds: float | None) -> None:
        """Take in what workers have done, and replace those that died or take too long."""
        busy = {seat.worker.pipe: seat for seat in self._seats if seat.tasks}
        for pipe in wait(list(busy), seconds) if busy else ():
            self._take(busy[pipe])  # type: ignore[index] # what is waited for are these pipes
        for seat in self._seats:
            if self._patience and seat.tasks and self._clock() - seat.since >= self._patience and not seat.worker.pipe.poll():
                self._lost(seat, f"it takes longer than {self._patience:g} s")
        self._hand_out()

    def _take(self, seat: Seat) -> None:
        try:
            told = seat.worker.pipe.recv()
        except (EOFError, OSError):
            self._lost(seat)
            return
        if isinstance(told, BaseException):
            raise told
        seat.tasks.popleft().done = told
        seat.since = self._clock()

    def _lost(self, seat: Seat, why: str | None = None) -> None:
        """Put another worker in the place of one that is lost; what it was doing is done again in parts, or set aside."""
        code = self._nursery.end(seat.worker)
        suspect, *others = seat.tasks
        self._waiting.extendleft(reversed(others))
        if len(suspect.batch) == 1:
            suspect.done = set_aside(suspect.batch[0], why or _ending(code))
        else:
            singles = [Task([report]) for report in suspect.batch]
            place = self._tasks.index(suspect)
            self._tasks[place : place + 1] = singles
            self._waiting.extendleft(reversed(singles))
        seat.tasks.clear()
        seat.worker = self._nursery.start()


def _ending(code: int) -> str:
    """Why a worker ended, in words."""
    if code >= 0:
        return f"the coder ended on it, with exit code {code}"
    name = signal.Signals(-code)
    return f"{ENDINGS.get(name, 'the coder was ended on it')} ({name.name})"
