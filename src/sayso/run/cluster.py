"""Runs on Ray: pieces of a run are rows of a Ray data set, coded by actors on all processors, by the same step and pool as here."""

import json
import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sayso.errors import SaysoError
from sayso.run.pool import Pool
from sayso.run.shards import Reading, Receipt, Shard, coded
from sayso.run.step import Step

QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
REMEDY = "Ray is needed for --engine ray: pip install 'sayso[ray]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What an actor must know: how to code, how to read, where to write, which run it is, and how long one report may take."""

    step: Step
    reading: Reading
    out: str
    run: str
    patience: float


class ShardCoder:
    """An actor: one processor that codes one piece after the other, in a process of its own so that a report may break it."""

    def __init__(self, job: Job) -> None:
        """Load everything."""
        self._job = job
        self._pool = Pool(job.step, workers=1, patience=job.patience)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """The receipt of a piece."""
        value = json.loads(row["shard"])
        shard = Shard(**{**value, "files": tuple(value["files"])})
        job = self._job
        return {"receipt": coded(shard, job.reading, self._pool.results, job.out, job.run).to_json()}


def on_ray(listed: Sequence[Shard], job: Job, *, address: str | None = None) -> Iterator[Receipt]:
    """Code the pieces on the Ray cluster at an address, or on this machine; receipts come as the pieces are done.

    What is lost with a machine is done again on another one. Where no piece is left to be done no cluster is asked.

    Raises:
        SaysoError: Ray is not installed, can't be reached, or gave up; or the coder can't be made.
    """
    if not listed:
        return
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import ray
        import ray.data
    except ModuleNotFoundError as error:
        raise SaysoError(REMEDY) from error
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, configure_logging=True)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise SaysoError(f"no Ray cluster can be reached at {address or 'this machine'}: {error}") from error
    try:
        yield from _receipts(ray, listed, job)
    except ray.exceptions.RayError as error:
        cause = getattr(error, "cause", None) or error.__cause__
        raise cause if isinstance(cause, SaysoError) else SaysoError(f"Ray gave up: {error}") from error
    finally:
        ray.shutdown()


def _receipts(ray: Any, listed: Sequence[Shard], job: Job) -> Iterator[Receipt]:
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    rows = ray.data.from_items([{"shard": json.dumps(asdict(shard))} for shard in listed], override_num_blocks=len(listed))
    most = max(1, min(len(listed), int(ray.cluster_resources().get("CPU", 1))))
    actors = ray.data.ActorPoolStrategy(min_size=1, max_size=most)
    done = rows.map(ShardCoder, fn_constructor_args=(job,), compute=actors, num_cpus=1)
    for row in done.iter_rows():
        yield Receipt.from_json(row["receipt"])
