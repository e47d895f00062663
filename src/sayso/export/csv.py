"""A flat table for spreadsheets and statistics programs: one event a row."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from sayso.model import Event, Party, Quantity

COLUMNS = (
    "id", "report_id", "published", "publisher", "type", "mode", "contexts", "cameo", "quad", "score",
    "actors", "actor_countries", "actor_sectors", "recipients", "recipient_countries", "recipient_sectors",
    "status", "says", "says_kind", "time_start", "time_end", "time_basis", "place", "place_country", "lat", "lon",
    "quantities", "trigger", "evidence", "start", "end", "pattern", "confidence", "url",
)  # fmt: skip
BETWEEN = "; "
END = "\r\n"  # the writer puts quotes around a cell only for the line ends that it knows of
OF_UNITS = ("money", "other")  # the rest count people, which their kind says
FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | None


def header() -> str:
    """The line that names the columns."""
    return _line(COLUMNS)


def row(event: Event) -> str:
    """The event as a line of CSV (which may break inside quoted cells); always encodable as UTF-8.

    Several parties, speakers or numbers stand in one cell, parted by "; ", in the same order in all columns of their kind.
    Text that a spreadsheet would take for a formula has an apostrophe put before it.
    """
    return _line([_guarded(cell) for cell in cells(event)])


def cells(event: Event) -> list[Cell]:
    """The values of `COLUMNS`, numbers as numbers and nothing guarded."""
    time, place, says = event.time, event.place, event.says
    return [
        *(event.id, event.report["id"], event.report["published"], event.report["publisher"]),
        *(event.type, event.mode, _joined(event.contexts), event.cameo, event.quad, event.score),
        *_parties(event.actors),
        *_parties(event.recipients),
        *(event.status, _joined(s.name for s in says), _joined(s.kind for s in says)),
        *((time.start, time.end, time.basis) if time else (None, None, None)),
        *((place.name, place.country, place.lat, place.lon) if place else (None, None, None, None)),
        _joined(_quantity(q) for q in event.quantities),
        *(event.trigger.text, event.evidence.text, event.evidence.start, event.evidence.end),
        *(event.pattern, event.confidence, event.report["url"]),
    ]


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Any table as lines of CSV, under the same rules."""
    yield _line(columns)
    for cells_ in rows:
        yield _line([_guarded(cell) for cell in cells_])


def _parties(parties: Sequence[Party]) -> tuple[str, str, str]:
    names = _joined(p.name for p in parties)
    return names, _joined(p.country or "" for p in parties), _joined("+".join(p.sectors) for p in parties)


def _joined(texts: Iterable[str]) -> str:
    """The texts in one cell; nothing where all are empty."""
    kept = list(texts)
    return BETWEEN.join(kept) if any(kept) else ""


def _quantity(quantity: Quantity) -> str:
    """`deaths=11`, `deaths=11..14`, `deaths=11..` (at least), `money=5000000 USD`."""
    low, high = _number(quantity.low), _number(quantity.high)
    amount = low if low == high else f"{low}..{high}"
    return f"{quantity.kind}={amount}" + (f" {quantity.unit}" if quantity.unit and quantity.kind in OF_UNITS else "")


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else str(value)


def _guarded(cell: Cell) -> Cell:
    return "'" + cell if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA) else cell


def _line(cells: Sequence[Cell]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator=END).writerow(cells)
    return (out.getvalue().removesuffix(END) + "\n").encode("utf-8", "backslashreplace").decode("utf-8")
