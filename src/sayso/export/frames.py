"""Tables for statistics: Arrow, pandas, polars, and Parquet files. Their libraries are asked for only here, and only when needed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.errors import OutputError
from sayso.export.flat import sound

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Rows = Iterable[Sequence[Any]]
MIXED = 2  # kinds of values
TOGETHER = 10_000  # rows of a Parquet file that are held in memory


def to_arrow(columns: Sequence[str], rows: Rows) -> "pyarrow.Table":
    """An Arrow table.

    Raises:
        OutputError: pyarrow is not installed.
    """
    pyarrow = _library("pyarrow")
    listed = list(rows)
    return pyarrow.table({name: pyarrow.array(_even([row[i] for row in listed])) for i, name in enumerate(columns)})


def to_pandas(columns: Sequence[str], rows: Rows) -> "pandas.DataFrame":
    """A pandas DataFrame.

    Raises:
        OutputError: pandas is not installed.
    """
    table: pandas.DataFrame = _library("pandas").DataFrame([list(map(sound, row)) for row in rows], columns=list(columns))
    return table


def to_polars(columns: Sequence[str], rows: Rows) -> "polars.DataFrame":
    """A polars DataFrame.

    Raises:
        OutputError: polars is not installed.
    """
    library, listed = _library("polars"), list(rows)
    table: polars.DataFrame = library.DataFrame({name: _even([row[i] for row in listed]) for i, name in enumerate(columns)})
    return table


def to_parquet(columns: Sequence[str], rows: Rows, path: str) -> int:
    """Write a Parquet file; how many rows. The types of columns are those of the first rows that have a value.

    Raises:
        OutputError: pyarrow is not installed, or a later value does not fit its column.
    """
    pyarrow, files = _library("pyarrow"), _library("pyarrow.parquet")
    stream, written = iter(rows), 0
    first = to_arrow(columns, islice(stream, TOGETHER))
    schema = pyarrow.schema([(f.name, pyarrow.string() if pyarrow.types.is_null(f.type) else f.type) for f in first.schema])
    with files.ParquetWriter(path, schema) as writer:
        for table in _tables(pyarrow, schema, first, stream):
            writer.write_table(table)
            written += table.num_rows
    return written


def _tables(pyarrow: Any, schema: Any, first: Any, stream: Iterator[Sequence[Any]]) -> Iterator[Any]:
    yield first.cast(schema)
    while listed := list(islice(stream, TOGETHER)):
        try:
            yield pyarrow.Table.from_arrays(
                [pyarrow.array([sound(row[i]) for row in listed], f.type) for i, f in enumerate(schema)], schema=schema
            )
        except pyarrow.ArrowInvalid as error:
            raise OutputError(f"a value does not fit its column: {error}") from error


def _even(values: list[Any]) -> list[Any]:
    """Values of one kind: whole numbers among fractions become fractions; what is of several kinds otherwise, as SQLite lets it, texts."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {int, float}:
        return [None if value is None else float(value) for value in values]
    return [value if value is None or len(kinds) < MIXED else str(value) for value in map(sound, values)]


def _library(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise OutputError(f"{name.partition('.')[0]} is needed for this: pip install 'sayso[frames]'") from error
