"""Rows of any columns: as a table to look at, as CSV or JSONL, or in a Parquet file."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import typer

from sayso.cli.output import check, replaced
from sayso.cli.terminal import console, drawn, safe
from sayso.model.jsonl import line

Row = Sequence[Any]


def lines(columns: Sequence[str], rows: Iterable[Row], layout: str) -> Iterator[str]:
    """The answer as text, in pieces."""
    if layout == "jsonl":
        yield from (line({name: _plain(value) for name, value in zip(columns, row, strict=True)}) for row in rows)
    elif layout == "csv":
        yield from (_cells(row) for row in (columns, *rows))
    else:
        yield _table(columns, rows)


def parquet(columns: Sequence[str], rows: Iterable[Row], out: str | None) -> None:
    """Write a Parquet file, which appears when it is complete."""
    from sayso.export import frames

    if out is None:
        raise typer.BadParameter("--format parquet needs --out FILE")
    path = Path(out).resolve()
    check(path, out)
    with replaced(path, out) as part:
        frames.to_parquet(columns, rows, str(part))


def _table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(safe(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(safe("" if value is None else str(value))) for value in row))
    return drawn(console(), [table])


def _cells(row: Row) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(row)
    return out.getvalue().encode("utf-8", "backslashreplace").decode("utf-8")


def _plain(value: Any) -> Any:
    """What JSON has no word for, as text."""
    try:
        json.dumps(value)
    except TypeError:
        return str(value)
    return value
