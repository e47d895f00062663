"""Sayso's own flat tables, CSV and Parquet, and its own JSONL: nothing is folded, plans stay plans."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sayso.errors import OutputError
from sayso.export.csv import COLUMNS, cells, header, row
from sayso.export.features import EVERYTHING
from sayso.export.jsonl import line
from sayso.export.layout import Job, Layout
from sayso.model import Event

TOGETHER = 10_000  # rows of a Parquet file that are held in memory
COMPRESSION = "zstd"
NUMBERS = {
    "quad": "int8",
    "score": "float64",
    "lat": "float64",
    "lon": "float64",
    "start": "int64",
    "end": "int64",
    "confidence": "float64",
}
FLAT = EVERYTHING - {"identifiers of entities", "precision of the place", "version"}
REMARKS = ("Several parties, speakers or numbers stand in one cell, parted by '; '.",)


def _csv(events: Iterable[Event], job: Job) -> Iterator[bytes]:
    yield header().encode()
    for event in events:
        job.notes.rows += 1
        yield row(event).encode()


def _jsonl(events: Iterable[Event], job: Job) -> Iterator[bytes]:
    for event in events:
        job.notes.rows += 1
        yield line(event.to_dict()).encode()


def _parquet(events: Iterable[Event], job: Job) -> Iterator[bytes]:
    def counted() -> Iterator[Sequence[Any]]:
        for event in events:
            job.notes.rows += 1
            yield cells(event)

    return parquet(counted())


def parquet(rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """Rows of cells as a Parquet file, piece by piece: row groups of `TOGETHER` events, each written as soon as it is full.

    Raises:
        OutputError: pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ModuleNotFoundError as error:
        raise OutputError("pyarrow is needed for Parquet: pip install 'sayso[frames]'") from error
    schema = pyarrow.schema(fields(pyarrow))
    sink, stream = _Sink(), iter(rows)
    with ParquetWriter(pyarrow.PythonFile(sink, "w"), schema, compression=COMPRESSION) as writer:
        while some := [[sound(cell) for cell in given] for given in islice(stream, TOGETHER)]:
            columns = [pyarrow.array([r[i] for r in some], field.type) for i, field in enumerate(schema)]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))
            yield sink.taken()
    yield sink.taken()


def fields(pyarrow: Any) -> list[tuple[str, Any]]:
    """The columns with their types."""
    return [(name, pyarrow.type_for_alias(NUMBERS.get(name, "string"))) for name in COLUMNS]


def sound(cell: Any) -> Any:
    """The cell, encodable."""
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell


class _Sink:
    """What has been written and not yet been taken; a file to its writer."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Keep some bytes."""
        self._parts.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        """All bytes since the last time."""
        found = b"".join(self._parts)
        self._parts.clear()
        return found

    def flush(self) -> None:
        """Nothing to do."""

    def close(self) -> None:
        """Nothing to do: what is left can still be taken."""


CSV = Layout(name="csv", label="Sayso's flat table, CSV", write=_csv, carries=FLAT, remarks=REMARKS)
PARQUET = Layout(name="parquet", label="Sayso's flat table, Parquet (zstd)", write=_parquet, carries=FLAT, remarks=REMARKS)
JSONL = Layout(name="jsonl", label="Sayso's own events", write=_jsonl, carries=EVERYTHING)
