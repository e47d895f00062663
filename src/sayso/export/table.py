"""Tables: the columns of a layout in their order, each event one row or more, as text that every reader parts alike."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO

from sayso.export.layout import Job, Layout
from sayso.lexicon.foreign import Foreign
from sayso.model import Event

Cell = str | int | float | None
Row = Mapping[str, Cell]
Rows = Callable[[Event, Foreign], Iterable[Row]]
Write = Callable[[Iterable[Event], Job], Iterator[bytes]]

EXTRAS = (
    "sayso_id", "sayso_status", "sayso_says", "sayso_mode", "sayso_quote", "sayso_start", "sayso_end", "sayso_pattern", "sayso_confidence",
)  # fmt: skip
BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
FORMULA = ("=", "+", "-", "@")


def table(
    name: str,
    label: str,
    rows: Rows,
    *,
    comma: bool = False,
    header: bool = False,
    empty: str = "",
    carries: Iterable[str] = (),
    folds: bool = True,
    why_not: Callable[[Event, Foreign], str | None] = lambda _event, _foreign: None,
    missing: tuple[str, ...] = (),
    remarks: tuple[str, ...] = (),
) -> Layout:
    """A layout of rows; its columns are those that `lexicon/layouts/columns.yaml` lists under its name.

    `comma` makes it CSV with quotes, otherwise cells are parted by tabs and hold neither quotes nor breaks; `header` says that
    native files name their columns; `empty` is what they write for nothing.
    """
    return Layout(
        name=name,
        label=label,
        write=_writer(name, rows, _comma if comma else _tabbed, header=header, empty=empty),
        carries=frozenset(carries),
        folds=folds,
        why_not=why_not,
        missing=missing,
        remarks=remarks,
        tabular=True,
    )


def _writer(name: str, rows: Rows, line: Callable[[Sequence[Cell]], bytes], *, header: bool, empty: str) -> Write:
    """What turns events into lines."""

    def write(events: Iterable[Event], job: Job) -> Iterator[bytes]:
        columns = job.foreign.columns[name]
        extras = EXTRAS if job.choice.extras else ()
        if header or job.choice.header:
            yield line((*columns, *extras))
        for event in events:
            for row in rows(event, job.foreign):
                job.notes.rows += 1
                yield line([_cell(cell, empty) for cell in (*_ordered(row, columns), *_own(event, extras))])

    return write


def _ordered(row: Row, columns: Sequence[str]) -> list[Cell]:
    """The cells in the order of the columns.

    Raises:
        KeyError: a cell belongs to no column.
    """
    if strays := row.keys() - set(columns):
        raise KeyError(f"no such columns: {sorted(strays)}")
    return [row.get(column) for column in columns]


def _own(event: Event, extras: Sequence[str]) -> list[Cell]:
    """What no native column says, in the order of `EXTRAS`."""
    if not extras:
        return []
    says = event.chain()
    quote = event.evidence
    return [event.id, event.status, says, event.mode, quote.text, quote.start, quote.end, event.pattern, event.confidence]


def _cell(cell: Cell, empty: str) -> Cell:
    if cell is None or cell == "":
        return empty
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    return cell


def _tabbed(cells: Sequence[Cell]) -> bytes:
    """A line that is parted alike whether a reader heeds quotes or not: it holds none, and no tabs but those between cells."""
    return _encoded("\t".join(_single(str(cell)).replace('"', "'") for cell in cells))


def _comma(cells: Sequence[Cell]) -> bytes:
    """A line of CSV; text that a spreadsheet would take for a formula has an apostrophe put before it."""
    out = StringIO()
    csv.writer(out, lineterminator="").writerow([_guarded(_single(cell)) if isinstance(cell, str) else cell for cell in cells])
    return _encoded(out.getvalue())


def _single(text: str) -> str:
    return BREAKS.sub(" ", text)


def _guarded(text: str) -> str:
    return "'" + text if text.lstrip().startswith(FORMULA) else text


def _encoded(text: str) -> bytes:
    return (text + "\n").encode("utf-8", "backslashreplace")
