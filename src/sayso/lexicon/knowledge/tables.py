"""Knowledge as a table: one row a body, one row a term of a person."""

import csv
import io
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sayso.lexicon.knowledge.fault import Fault, Located

LISTS = {"also": "also", "alias": "also"} | {key: key for key in ("short", "people", "metonyms", "members", "marked", "domains")}
SECTORS = frozenset({"sectors", "sector"})
TERM = frozenset({"role", "from", "to", "term_country"})
BODY = ("kind", "from", "to", "family", "owner")
SINGLE = frozenset({"id", "name", "gender", "country", "asof", "disable", "wikidata", *BODY}) - TERM
COLUMNS = (*LISTS, *sorted(SECTORS | TERM | SINGLE))
PERSON = "person"

Row = dict[str, str]


def rows(path: Path, text: str) -> Iterator[Located | Fault]:
    """The entries of a table; the rows of one person, which stand together, make one entry with several terms."""
    person: Located | None = None
    for found in _cells(path, text):
        if isinstance(found, Fault):
            yield found
            continue
        line, row = found
        if row.get("kind", "").lower() != PERSON:
            entry: Located | Fault = _body(path, line, row)
        elif person and person.entry["id"] == row.get("id"):
            _add_term(person.entry, row)
            continue
        else:
            entry = _person(path, line, row)
        if person:
            yield person
        person = entry if isinstance(entry, Located) and "terms" in entry.entry else None
        if person is None:
            yield entry
    if person:
        yield person


def _cells(path: Path, text: str) -> Iterator[tuple[int, Row] | Fault]:
    """Each row as what stands under the names of the columns, with the line on which it begins."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begun = 1
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        unknown = list(_unknown_columns(path, header))
        if unknown:
            yield from unknown
            return
        begun = reader.line_num + 1
        for cells in reader:
            if len(cells) > len(header):
                yield Fault(path, begun, f"{len(cells)} cells under {len(header)} columns; quote a cell that holds {delimiter!r}")
            elif any(cell.strip() for cell in cells):
                yield begun, {column: cell.strip() for column, cell in zip(header, cells, strict=False) if cell.strip()}
            begun = reader.line_num + 1
    except csv.Error as error:
        yield Fault(path, begun, f"not valid CSV: {error}; close every quote, and double those within quotes")


def _unknown_columns(path: Path, header: list[str]) -> Iterator[Fault]:
    if "id" not in header or "kind" not in header:
        yield Fault(path, 1, "the first line must name the columns, id and kind among them: id,kind,name,also,short,role,country,...")
    for column in header:
        if column and column not in COLUMNS:
            near = get_close_matches(column, COLUMNS, 1)
            remedy = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(COLUMNS)}"
            yield Fault(path, 1, f"unknown column {column!r}; {remedy}")


def _entry(row: Row) -> dict[str, Any]:
    """What persons and bodies have in common."""
    entry: dict[str, Any] = {key: row[key] for key in ("id", "name", "country", "wikidata") if key in row}
    entry.setdefault("country", None)
    for column, key in LISTS.items():
        if column in row:
            entry[key] = _several(row[column])
    if row.get("disable"):
        entry = {"id": row.get("id"), "disable": row["disable"].lower() in ("true", "yes", "1", "x")}
    return entry


def _person(path: Path, line: int, row: Row) -> Located:
    entry = _entry(row)
    if "disable" not in entry:
        entry |= {key: row[key] for key in ("gender", "asof") if key in row}
        entry["terms"] = []
        _add_term(entry, row)
    return Located(entry, path, line)


def _add_term(entry: dict[str, Any], row: Row) -> None:
    if TERM.isdisjoint(row) and SECTORS.isdisjoint(row):
        return
    term: dict[str, Any] = {key: row[key] for key in ("role", "from", "to") if key in row}
    term["sectors"] = _sectors(row)
    if "term_country" in row:
        term["country"] = row["term_country"]
    entry["terms"].append(term)


def _body(path: Path, line: int, row: Row) -> Located:
    entry = _entry(row)
    if "disable" not in entry:
        entry |= {key: row[key] for key in BODY if key in row}
        entry["sectors"] = _sectors(row)
    return Located(entry, path, line)


def _sectors(row: Row) -> list[str]:
    return _several(row.get("sectors") or row.get("sector") or "")


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]
