"""Tables for statistics: Arrow, pandas, polars, and Parquet files. Their libraries are asked for only here, and only when needed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.errors import OutputError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Rows = Iterable[Sequence[Any]]
TOGETHER = 10_000  # rows of a Parquet file that are held in memory


def to_arrow(columns: Sequence[str], rows: Rows) -> "pyarrow.Table":
    """An Arrow table.

    Raises:
        OutputError: pyarrow is not installed.
    """
    pyarrow = _library("pyarrow")
    listed = list(rows)
    return pyarrow.table({name: _array(pyarrow, [row[i] for row in listed]) for i, name in enumerate(columns)})


def to_pandas(columns: Sequence[str], rows: Rows) -> "pandas.DataFrame":
    """A pandas DataFrame.

    Raises:
        OutputError: pandas is not installed.
    """
    table: pandas.DataFrame = _library("pandas").DataFrame([list(row) for row in rows], columns=list(columns))
    return table


def to_polars(columns: Sequence[str], rows: Rows) -> "polars.DataFrame":
    """A polars DataFrame.

    Raises:
        OutputError: polars is not installed.
    """
    table: polars.DataFrame = _library("polars").DataFrame(
        [list(row) for row in rows], schema=list(columns), orient="row", infer_schema_length=None
    )
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
                [pyarrow.array([row[i] for row in listed], f.type) for i, f in enumerate(schema)], schema=schema
            )
        except pyarrow.ArrowInvalid as error:
            raise OutputError(f"a value does not fit its column: {error}") from error


def _array(pyarrow: Any, values: list[Any]) -> Any:
    """Whole numbers among fractions become fractions."""
    mixed = any(isinstance(value, float) for value in values)
    return pyarrow.array([float(value) if mixed and isinstance(value, int) else value for value in values])


def _library(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise OutputError(f"{name.partition('.')[0]} is needed for this: pip install 'sayso[frames]'") from error
