"""Parquet: a report a row, read some rows at a time."""

from collections.abc import Iterator
from typing import Any

from sayso.errors import InputError
from sayso.ingest.reader import Desk, Input, Record
from sayso.ingest.readers.table import chosen

MARK = b"PAR1"
ROWS = 64
BUFFER = 1 << 20


def knows(given: Input) -> bool:
    """Whether it begins with Parquet's mark."""
    return given.head.startswith(MARK)


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """A record for each row.

    Raises:
        InputError: it is damaged, or no column holds texts.
    """
    import pyarrow
    from pyarrow import parquet

    try:
        with given.random() as file:
            table = parquet.ParquetFile(file, buffer_size=BUFFER, pre_buffer=False)
            names = list(table.schema_arrow.names)
            columns = {key: names[at] for key, at in chosen(names, desk.columns, given.name).items()}
            number = 0
            for batch in table.iter_batches(batch_size=ROWS, columns=sorted(set(columns.values()))):
                for row in batch.to_pylist():
                    number += 1
                    yield given.record({key: _plain(row[name]) for key, name in columns.items()}, part=f", row {number}")
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise InputError(f"{given.name}: is damaged or no Parquet ({str(error).splitlines()[0] if str(error) else error!r})") from error


def _plain(value: Any) -> Any:
    """A cell as JSON would have it: dates and times in ISO 8601."""
    return value.isoformat() if hasattr(value, "isoformat") else value
