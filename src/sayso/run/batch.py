"""Reports put together, some at a time: as many as are parsed together well, and not so many that a pipe or a memory is filled."""

from collections.abc import Iterable, Iterator

from sayso.model import Report
from sayso.run.step import Batch

MOST = 256  # reports: of one sentence each so many are parsed together in less time a word than few
LARGE = 64_000  # characters after which a batch is full: one to eight seconds of work; a larger one gains nothing more a word


def batches(reports: Iterable[Report]) -> Iterator[Batch]:
    """The reports in batches, in their order."""
    return (batch for batch in growing(reports) if batch)


def growing(reports: Iterable[Report]) -> Iterator[Batch | None]:
    """The same, with None for each report that does not yet fill a batch: whoever waits can do something else meanwhile."""
    batch: list[Report] = []
    size = 0
    for report in reports:
        if batch and size + len(report.text) > LARGE:
            yield batch
            batch, size = [], 0
        batch.append(report)
        size += len(report.text)
        if len(batch) >= MOST or size >= LARGE:
            yield batch
            batch, size = [], 0
        else:
            yield None
    if batch:
        yield batch
