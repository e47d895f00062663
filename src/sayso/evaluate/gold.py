"""Gold sets: which kind a file is, its rows, and the reports that a coder is to read for it."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from sayso.errors import InputError
from sayso.model import Report

Kind = Literal["reports", "seeds", "relations", "codes", "places", "times", "factuality", "negatives"]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One file of annotated material: its kind, its rows as scoring wants them, and its texts as reports."""

    name: str
    kind: Kind
    rows: tuple[Row, ...]
    reports: tuple[Report, ...]
    fingerprint: str


def read(path: Path) -> GoldSet:
    """A gold set with its texts.

    Raises:
        InputError: the file or the texts that belong to it can't be read, or it is of no kind that is known.
    """
    rows = _lines(path)
    kind = kind_of(rows)
    if kind is None:
        raise InputError(f"{path}: not a gold set of reports, seeds, relations, codes, places, times, factuality or negatives")
    if kind == "relations":
        texts: Sequence[Row] = _lines(_companion(path))
    else:
        texts = rows = [_with_text(row, path) for row in rows]
    return GoldSet(path.name.removesuffix(".jsonl"), kind, tuple(rows), tuple(_report(row) for row in texts), fingerprint(path))


def kind_of(rows: Sequence[Row]) -> Kind | None:
    """The kind of a set by what its rows hold.

    Seeds are reports with texts in files of their own and only the main events annotated; negatives are reports that hold no event at all.
    """
    keys: set[str] = set().union(*(row.keys() for row in rows))
    if {"sentence_id", "source", "target", "type"} <= keys:
        return "relations"
    if {"reporting_links", "events"} <= keys:
        return "factuality"
    if "places" in keys:
        return "places"
    if "times" in keys:
        return "times"
    event = next((e for row in rows for e in row.get("events") or [] if isinstance(e, dict)), {})
    if rows and all(row.get("events") == [] for row in rows):
        return "negatives"
    if {"evidence", "types", "must"} <= event.keys():
        return "seeds" if "file" in keys else "reports"
    return "codes" if {"sources", "targets", "type"} <= event.keys() else None


def sets(folder: Path) -> Iterator[Path]:
    """The gold sets of a folder that a coder can be scored on."""
    for path in sorted(folder.glob("*.jsonl")):
        if kind_of(_lines(path)) and (not path.name.endswith(".gold.jsonl") or _beside(path).is_file()):
            yield path


def fingerprint(path: Path) -> str:
    """SHA-256 of a gold file: a changed set has another one."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _lines(path: Path) -> list[Row]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read: {getattr(error, 'strerror', None) or error}") from error
    return [_row(line, f"{path}:{number}") for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _row(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not JSON: {error}") from error
    if not isinstance(row, dict):
        raise InputError(f"{where}: an object was expected")
    return row


def _beside(path: Path) -> Path:
    return path.with_name(path.name.replace(".gold.jsonl", ".reports.jsonl"))


def _companion(path: Path) -> Path:
    """The file with the texts of a relation set."""
    beside = _beside(path)
    if beside == path or not beside.is_file():
        raise InputError(f"{path}: its texts are expected beside it, X.gold.jsonl with X.reports.jsonl")
    return beside


def _with_text(row: Row, path: Path) -> Row:
    """A row with its text, which for seeds stands in ../seeds."""
    if "text" in row or "file" not in row:
        return row
    source = path.parent.parent / "seeds" / row["file"]
    try:
        return {**row, "text": source.read_text(encoding="utf-8")}
    except OSError as error:
        raise InputError(f"{path}: the text of {row.get('id')!r} can't be read: {error}") from error


def _report(row: Row) -> Report:
    published = row.get("published") or _creation(row.get("dct"))
    return Report(
        id=str(row["id"]),
        text=row["text"],
        published=date.fromisoformat(published) if published else None,
        publisher=row.get("publisher"),
        title=row.get("title"),
        url=row.get("url"),
        language=row.get("language"),
    )


def _creation(day: str | None) -> str | None:
    """The creation time of a document where it is a day in ISO 8601; of other spellings nobody knows which number is the month."""
    return day if day and re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
