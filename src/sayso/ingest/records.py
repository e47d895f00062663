"""What stands in one input: a plain text, a JSON object or list, or a JSON object a line."""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.ingest.decode import binary, decoded, is_wide
from sayso.ingest.streams import LONGEST, lines, whole

LINES = frozenset({".jsonl", ".ndjson"})
JSON = frozenset({".json"})
OBJECT = re.compile(rb'\s*\{\s*(["}]|$)')
OPENING = re.compile(r'^\s*\{\s*"', re.MULTILINE)

Record = tuple[str, Mapping[str, Any] | str]
OnFailure = Callable[[InputError], None]


def records(stream: BinaryIO, name: str, *, on_failure: OnFailure, may_be_empty: bool = False) -> Iterator[Record]:
    """Each report of an input with where it stands (`file`, `file:12`), in order; JSONL is read line by line.

    Raises:
        InputError: the input as a whole is empty or no text; the message names it.
    """
    ending = Path(name).suffix.lower()
    first = _first(stream)
    if not first.strip() and may_be_empty:
        return iter(())
    if not first.strip():
        raise InputError(f"{name}: is empty")
    wide = is_wide(first)
    if not wide and b"\0" in first:
        raise InputError(f"{name}: {binary(first)}")
    if not wide and (ending in LINES or _is_object(first)):
        return _objects(chain(first.removesuffix(b"\n").split(b"\n"), lines(stream)), name, on_failure)
    text = _text(first, stream, name)
    if ending in LINES:
        return _objects(text.split("\n"), name, on_failure)
    if ending in JSON or OBJECT.match(text[:1000].encode("utf-8", "replace")):
        return _values(text, name, on_failure)
    return iter([(name, text)])


def _first(stream: BinaryIO) -> bytes:
    """Everything up to the end of the first line that is not blank, without the mark of UTF-8."""
    line = stream.readline(LONGEST).removeprefix(codecs.BOM_UTF8)
    head = [line]
    while line and not line.strip():
        line = stream.readline(LONGEST)
        head.append(line)
    return b"".join(head)


def _text(first: bytes, stream: BinaryIO, name: str) -> str:
    try:
        return decoded(first + whole(stream, max(0, LONGEST - len(first))))
    except ValueError as error:
        raise InputError(f"{name}: {error}") from error


def _is_object(line: bytes) -> bool:
    """Whether a line is a JSON object by itself, and so the first of a JSONL input."""
    if not OBJECT.match(line):
        return False
    try:
        return isinstance(_parsed(line), dict)
    except ValueError:
        return False


def _objects(rows: Iterable[bytes | str | None], name: str, on_failure: OnFailure) -> Iterator[Record]:
    for number, line in enumerate(rows, 1):
        if line is None:
            on_failure(InputError(f"{name}:{number}: is longer than {LONGEST // 1_000_000} MB, the most that one report may have"))
        elif line.strip():
            yield from _checked(line.rstrip(), f"{name}:{number}", on_failure)


def _checked(line: bytes | str, where: str, on_failure: OnFailure) -> Iterator[Record]:
    try:
        value = _parsed(line)
    except ValueError as error:
        on_failure(InputError(f"{where}: {error}"))
        return
    yield from _object(value, where, on_failure)


def _object(value: Any, where: str, on_failure: OnFailure) -> Iterator[Record]:
    if isinstance(value, dict):
        yield where, value
    else:
        on_failure(InputError(f"{where}: a report must be a JSON object"))


def _values(text: str, name: str, on_failure: OnFailure) -> Iterator[Record]:
    """The object or list of objects that is the whole text; where it is neither, the objects on its lines."""
    try:
        value = _parsed(text)
    except ValueError as error:
        if len(OPENING.findall(text)) > 1:
            yield from _objects(text.split("\n"), name, on_failure)
        else:
            on_failure(InputError(f"{name}: {error}"))
        return
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _object(item, f"{name}, item {number}", on_failure)
    else:
        yield from _object(value, name, on_failure)


def _parsed(text: bytes | str) -> Any:
    """The JSON value of a text; `json` takes lone surrogates, which faster readers refuse.

    Raises:
        ValueError: it is not JSON; the message says where and why.
    """
    try:
        return json.loads(decoded(text) if isinstance(text, bytes) else text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise ValueError(f"not valid JSON: {error.msg} ({place})") from error
    except RecursionError as error:
        raise ValueError("not valid JSON: nested too deeply") from error
