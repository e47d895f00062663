"""JSON objects from a file of them, as `verify` and `compare` read events back."""

import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.ingest.records import records


def objects(name: str, *, on_failure: Callable[[InputError], None]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of a JSONL file (`-` for standard input) with where it stands.

    Raises:
        InputError: the file as a whole can't be read; an empty one holds no objects and is no error.
    """
    shown = "standard input" if name == "-" else name
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as stream:
            for where, value in records(stream, shown, on_failure=on_failure, may_be_empty=True):
                if isinstance(value, str):
                    raise InputError(f"{where}: is not JSONL")
                yield where, dict(value)
    except OSError as error:
        raise InputError(f"{shown}: can't be read: {error.strerror or error}") from error
