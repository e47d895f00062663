"""Reports as Parquet: a report a row, compressed with zstd."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.model import Report

DAY = "published"
REPORTS_AT_ONCE = 512


def write_reports(path: Path, reports: Iterable[Report]) -> None:
    """Write reports to a Parquet file, some at a time; `published` is a date, all else are strings.

    Raises:
        OSError: it can't be written.
    """
    import pyarrow
    from pyarrow import parquet

    names = Report("", "").to_dict()
    schema = pyarrow.schema([(name, pyarrow.date32() if name == DAY else pyarrow.string()) for name in names])
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in _batches(reports):
            writer.write_table(pyarrow.Table.from_pylist([_row(report) for report in batch], schema=schema))


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    stream = iter(reports)
    while batch := list(islice(stream, REPORTS_AT_ONCE)):
        yield batch


def _row(report: Report) -> dict[str, Any]:
    """The report as JSON has it, with its day as a date, and lone surrogates (which Arrow can't hold) replaced."""
    row: dict[str, Any] = {key: _encodable(value) for key, value in report.to_dict().items()}
    return {**row, DAY: date.fromisoformat(row[DAY]) if row[DAY] else None}


def _encodable(value: str | None) -> str | None:
    return value.encode("utf-8", "replace").decode("utf-8") if value is not None else None
