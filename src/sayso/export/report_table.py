"""Reports as Parquet: a report a row, compressed with zstd."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.model import Report

Row = Mapping[str, Any]  # a report as JSON has it
DAY = "published"
REPORTS_AT_ONCE = 512


def write_reports(path: Path, reports: Iterable[Row]) -> None:
    """Write reports, as JSON has them, to a Parquet file, some at a time.

    `published` is a date, `origin` a struct of `id` and `reason` (null where it was not asked for), all else are strings.

    Raises:
        OSError: it can't be written.
    """
    import pyarrow
    from pyarrow import parquet

    names = Report("", "").to_dict()
    text = pyarrow.string()
    fields = [(name, pyarrow.date32() if name == DAY else text) for name in names]
    schema = pyarrow.schema([*fields, ("origin", pyarrow.struct([("id", text), ("reason", text)]))])
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in _batches(reports):
            writer.write_table(pyarrow.Table.from_pylist([_row(report) for report in batch], schema=schema))


def _batches(reports: Iterable[Row]) -> Iterator[list[Row]]:
    stream = iter(reports)
    while batch := list(islice(stream, REPORTS_AT_ONCE)):
        yield batch


def _row(report: Row) -> dict[str, Any]:
    """The report with its day as a date, and lone surrogates (which Arrow can't hold) replaced."""
    row: dict[str, Any] = {key: _encodable(value) for key, value in report.items()}
    return {**row, DAY: date.fromisoformat(row[DAY]) if row[DAY] else None}


def _encodable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _encodable(held) for key, held in value.items()}
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
