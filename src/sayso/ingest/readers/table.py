"""CSV and its kin: a report a row, columns known by their names or told with `--columns`."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.errors import InputError
from sayso.ingest.dates import looks_dated
from sayso.ingest.decode import decoded, encoding_of
from sayso.ingest.reader import Desk, Input, Record
from sayso.ingest.streams import LONGEST, lines

DELIMITERS = ",;\t|"
# What people and their programs call the contract's keys, the likelier first.
NAMES: Mapping[str, Sequence[str]] = {
    "text": ("text", "body", "content", "story", "fulltext", "full_text", "article_text", "article", "story_text", "maintext", "body_text"),
    "id": ("id", "doc_id", "docid", "article_id", "story_id", "storyid", "uuid", "guid"),
    "published": ("published", "publish_date", "publication_date", "pub_date", "date_publish", "pubdate", "published_at", "date"),
    "publisher": ("publisher", "outlet", "media_name", "source_name", "source_domain", "source", "domain"),
    "title": ("title", "headline", "head"),
    "url": ("url", "link", "address", "source_url"),
    "language": ("language", "lang"),
    "byline": ("byline", "author", "authors"),
    "agency": ("agency", "news_agency"),
    "published_basis": ("published_basis",),
}
LONGEST_HEADER = 10_000
NOTHING = re.compile(r"\s*(?:nan|null|none|n/?a)?\s*", re.IGNORECASE)


def knows(given: Input) -> bool:
    """Whether its first line names columns, among them one that holds texts; `--columns` may come later and tell which."""
    header = _header(given)
    if header is None or len(header) < 2:
        return False
    known = {name for names in NAMES.values() for name in names}
    plain = [name.strip().lower() for name in header]
    named = given.ending in (".csv", ".tsv") or given.media.startswith("text/csv")
    return len(set(plain)) == len(plain) and (named or (bool(set(plain) & set(NAMES["text"])) and len(set(plain) & known) > 1))


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """A record for each row.

    Raises:
        InputError: no column holds texts; the message names those that there are, and how to tell which.
    """
    header = _header(given) or []
    columns = chosen(header, desk.columns, given.name)
    encoding = encoding_of(given.head)
    csv.field_size_limit(LONGEST)  # the module knows only one limit for the whole process
    rows = csv.reader(_lines(given, encoding), delimiter=_delimiter(given))
    dated = any(key.startswith("published") for key in columns)
    for number, row in enumerate(_read_on(rows, given.name)):
        if number and any(row):
            if not dated and (unread := _dates(header, row)):
                desk.on_notice(f"{given.name}: its reports have no day; if {unread!r} holds it, say so with --columns published={unread}")
            dated = True
            yield given.record(_value(row, columns), part=f":{rows.line_num}")


def _dates(header: Sequence[str], row: Sequence[str]) -> str | None:
    """The first column that holds a date in a row."""
    return next((name for name, cell in zip(header, row, strict=False) if looks_dated(cell)), None)


def _read_on(rows: Any, name: str) -> Iterator[list[str]]:
    """The rows of a table, the header too.

    Raises:
        InputError: one can't be read, nor what comes after it.
    """
    while True:
        try:
            row = next(rows, None)
        except (csv.Error, UnicodeDecodeError) as error:
            raise InputError(f"{name}:{rows.line_num}: can't be read on ({error})") from error
        if row is None:
            return
        yield row


def chosen(header: Sequence[str], told: Mapping[str, str], name: str) -> dict[str, int]:
    """The position of the column for each of the contract's keys that has one.

    Raises:
        InputError: there is none for the text.
    """
    plain = [column.strip().lower() for column in header]
    columns = {key: header.index(column) for key, column in told.items() if column in header}
    given = {key.partition(":")[0] for key in told}  # "published:dmy" is a key for the day of publication as well
    for key, names in NAMES.items():
        found = next((plain.index(n) for n in names if n in plain), None)
        if key not in columns and key not in given and found is not None and found not in columns.values():
            columns[key] = found
    if "text" not in columns:
        raise InputError(
            f"{name}: no column is known to hold the texts; tell which with --columns text=NAME (there are {', '.join(header)})"
        )
    return columns


def _value(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, Any]:
    cells = {key: row[at] for key, at in columns.items() if at < len(row)}
    return {key: cell for key, cell in cells.items() if key == "text" or not NOTHING.fullmatch(cell)}


def _header(given: Input) -> list[str] | None:
    line = _first_line(given)
    if not line.strip() or len(line) > LONGEST_HEADER:
        return None
    try:
        return next(csv.reader([line], delimiter=_best(line)), None)
    except csv.Error:
        return None


def _delimiter(given: Input) -> str:
    return _best(_first_line(given))


def _first_line(given: Input) -> str:
    try:
        return decoded(given.opening.split(b"\n", 1)[0]).strip("\r")
    except ValueError:
        return ""


def _best(line: str) -> str:
    return max(DELIMITERS, key=line.count)


def _lines(given: Input, encoding: str) -> Iterator[str]:
    if encoding.startswith(("utf-16", "utf-32")):
        yield from given.whole().decode(encoding).lstrip("\ufeff").splitlines(keepends=True)
        return
    for number, line in enumerate(lines(given.stream), 1):
        if line is None:
            raise InputError(f"{given.name}:{number}: a line is longer than {LONGEST // 1_000_000} MB; is it a table?")
        yield (line.decode(encoding).lstrip("\ufeff") if number == 1 else line.decode(encoding)) + "\n"
