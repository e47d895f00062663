"""Files, folders, standard input and addresses -> reports."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from sayso.errors import InputError
from sayso.ingest.formats import desk_for
from sayso.ingest.reader import Desk, Fetch, Input, OnFailure, OnNotice, Record, opened
from sayso.ingest.record import Shelf
from sayso.ingest.remote import bare, listed, stream
from sayso.ingest.walk import STDIN, files_in, is_address, is_remote
from sayso.model import Report


def read(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    publisher: str | None = None,
    columns: Mapping[str, str] | None = None,
    on_failure: OnFailure,
    on_notice: OnNotice = lambda _: None,
    on_renamed: OnNotice | None = None,
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = None,
) -> Iterator[Report]:
    """The reports of files, folders, addresses and `-`, one at a time; what can't be read is told to `on_failure` and the rest goes on.

    Args:
        paths: Files in any format of `formats.READERS`, folders of them, addresses of pages and feeds, and `-`.
        published: The day of publication of reports that don't say theirs.
        publisher: The publisher of reports that don't say theirs.
        columns: The user's names for the contract's keys, in tables and JSON.
        on_failure: Is handed an error for each input, line or report that can't be read: its text names file, line and reason.
        on_notice: Is told what was passed over on purpose.
        on_renamed: Is told which report has an id that was given before, and by what it goes now; as `on_notice` by default.
        stdin: What `-` means; standard input by default.
        fetch: Gets the page at an address; without it addresses are told as failures.
    """
    desk = desk_for(on_failure, on_notice, columns or {}, fetch)
    with closing(Shelf(published=published, publisher=publisher, on_renamed=on_renamed or on_notice)) as shelf:
        for path in map(str, paths):
            for record in _guarded(path, desk, stdin):
                try:
                    report = shelf.report(record)
                except ValueError as error:
                    desk.failed(record.where, error)
                else:
                    yield report


def _guarded(path: str, desk: Desk, stdin: BinaryIO | None) -> Iterator[Record]:
    try:
        yield from _records(path, desk, stdin)
    except InputError as error:
        desk.on_failure(error)
    except OSError as error:
        desk.failed(path, f"can't be read: {error.strerror or error}")


def _records(path: str, desk: Desk, stdin: BinaryIO | None) -> Iterator[Record]:
    if path == STDIN:
        yield from desk.inside(opened("standard input", "stdin", stdin or sys.stdin.buffer))
    elif is_address(path):
        yield from desk.fetched(path)
    elif is_remote(path):
        for name in listed(path):
            with stream(name) as file:
                yield from desk.inside(opened(name, PurePosixPath(bare(name)).stem, file))
    elif Path(path).is_dir():
        yield from desk.gathered(path, _in_folder(path, desk))
    else:
        with Path(path).open("rb") as file:
            yield from desk.inside(opened(path, Path(path).stem, file, path=Path(path) if Path(path).is_file() else None))


def _in_folder(folder: str, desk: Desk) -> Iterator[Input]:
    for path in files_in(folder, desk.on_failure):
        try:
            with path.open("rb") as file:
                yield opened(str(path), path.stem, file, path=path, picked=False)
        except OSError as error:
            desk.failed(str(path), f"can't be read: {error.strerror or error}")
