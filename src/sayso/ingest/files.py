"""Files, folders and standard input -> reports."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import BinaryIO

from sayso.errors import InputError
from sayso.ingest.record import Shelf
from sayso.ingest.records import OnFailure, records
from sayso.ingest.walk import STDIN, walked
from sayso.model import Report


def read(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    publisher: str | None = None,
    on_failure: OnFailure,
    on_notice: Callable[[str], None] = lambda _: None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report]:
    """The reports of files, folders and `-`, one at a time; what can't be read is told to `on_failure` and the rest goes on.

    Args:
        paths: Plain text, JSON or JSONL files, folders of them, and `-`.
        published: The day of publication of reports that don't say theirs.
        publisher: The publisher of reports that don't say theirs.
        on_failure: Is handed an error for each input, line or report that can't be read: its text names file, line and reason.
        on_notice: Is told what was passed over on purpose.
        stdin: What `-` means; standard input by default.
    """
    shelf = Shelf(published=published, publisher=publisher)
    for name in walked(paths, on_failure=on_failure, on_notice=on_notice):
        try:
            with nullcontext(stdin or sys.stdin.buffer) if name == STDIN else Path(name).open("rb") as stream:
                yield from _reports(stream, name, shelf, on_failure)
        except InputError as error:
            on_failure(error)
        except OSError as error:
            on_failure(InputError(f"{name}: can't be read: {error.strerror or error}"))


def _reports(stream: BinaryIO, name: str, shelf: Shelf, on_failure: OnFailure) -> Iterator[Report]:
    shown, stem = ("standard input", "stdin") if name == STDIN else (name, Path(name).stem)
    for where, value in records(stream, shown, on_failure=on_failure):
        try:
            yield shelf.report(value, stem)
        except ValueError as error:
            on_failure(InputError(f"{where}: {error}"))
