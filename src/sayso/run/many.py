"""Reports through a step: in a worker forked off this process where they are few, else in a pool of them."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from sayso.model import Report
from sayso.run.batch import LARGE, MOST, batches
from sayso.run.nursery import Here, nursery
from sayso.run.pool import Pool
from sayso.run.step import Done, Step

PATIENCE = 60.0
FORKS = sys.platform == "linux"  # where that is safe


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """How many processes code, and how many seconds they may take for one report.

    With no `workers` all is done in this process: a report that crashes the coder then ends the run, and none is too slow.
    """

    workers: int
    patience: float = PATIENCE

    def results(self, reports: Iterable[Report], step: Step) -> Iterator[Done]:
        """What became of the reports, in their order; the same, to the byte, however many processes there are.

        What fits into one batch is coded by one worker forked off this process, or where that is not safe by this process itself:
        to start others would take longer.

        Raises:
            SaysoError, OSError: what ends the run as a whole; one report can't.
        """
        stream = iter(reports)
        first, more = _few(stream)
        if not first:
            return
        if not self.workers or not (more or FORKS):
            yield from map(step, batches(chain(first, stream)))
            return
        workers, origin = (self.workers, nursery) if more else (1, Here)
        with Pool(step, workers=workers, patience=self.patience, nursery=origin) as pool:
            yield from pool.results(chain(first, stream))


def _few(stream: Iterator[Report]) -> tuple[list[Report], bool]:
    """The first reports, and whether they are more than fit into a batch."""
    first: list[Report] = []
    size = 0
    for report in stream:
        first.append(report)
        size += len(report.text)
        if len(first) > MOST or size > LARGE:
            return first, True
    return first, False
