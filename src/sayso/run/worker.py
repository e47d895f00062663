"""A process that codes: batches come in through a pipe, what became of them goes out, until the pipe is closed."""

import gc
import os
import pickle
import signal
from multiprocessing.connection import Connection
from typing import Any

from sayso.run.step import Step

# The processes share the processors among themselves: threads of linear algebra in each would only get into each other's way.
SINGLE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def awakened(pickled: bytes) -> Step:
    """The step, with all that it needs loaded, in a process that is only there for it.

    Ctrl-C reaches every process of a terminal; this one leaves it to the one that reads and writes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.environ.update(SINGLE)  # before NumPy is imported, which the step brings along
    step: Step = pickle.loads(pickled)
    step.prepare()
    gc.collect()
    gc.freeze()
    return step


def work(step: Step, pipe: "Connection[Any, Any]") -> None:
    """Do batches until no more come. What stops the run, and not only a report, is handed over instead of a result."""
    while True:
        try:
            batch = pipe.recv()
        except EOFError:
            return
        pipe.send(_result(step, batch))


def _result(step: Step, batch: Any) -> object:
    try:
        return step(batch)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 it is raised again in the process that reads and writes
        return error
