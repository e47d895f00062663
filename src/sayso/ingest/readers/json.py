"""JSON: one object, a list of them, or one a line; by the contract, as IPTC ninjs, or as a JSON feed."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from sayso.errors import InputError
from sayso.ingest.decode import decoded
from sayso.ingest.reader import Desk, Input, Record
from sayso.ingest.readers import jsonfeed, ninjs
from sayso.ingest.records import JSON, LINES, records

BEGINS = re.compile(r'\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[\{\]]|$))')
PART = 4096


class Shape(Protocol):
    """A module that knows what the keys of an agency's or feed's JSON mean."""

    def fits(self, value: Mapping[str, Any]) -> bool:
        """Whether an object has this shape."""

    def told(self, value: Mapping[str, Any], where: str, desk: Desk) -> Iterator[Mapping[str, Any]]:
        """The contract's keys for each report in it."""


SHAPES: tuple[Shape, ...] = (ninjs, jsonfeed)


def knows(given: Input) -> bool:
    """Whether it begins as an object or a list of objects, or bears the ending of JSON."""
    try:
        begins = decoded(given.head[:PART])
    except ValueError:
        begins = given.head[:PART].decode("utf-8", "ignore")
    if b"\0" in given.head[:PART] and "\0" in begins:
        return False
    return given.ending in JSON | LINES or bool(BEGINS.match(begins))


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """A record for each report.

    Raises:
        InputError: as a whole it is empty, too long or no text.
    """
    for where, value in records(given.stream, given.name, on_failure=desk.on_failure):
        if isinstance(value, str):
            raise InputError(f"{where}: is no JSON")
        part = where.removeprefix(given.name)
        mapped = renamed(value, desk.columns)
        shape = None if mapped.get("text") is not None else next((s for s in SHAPES if s.fits(value)), None)
        if shape is None:
            yield given.record(mapped, part=part)
        else:
            for told in shape.told(value, where, desk):
                yield given.record(told, part=part, stem=str(told.get("id") or "") or None)


def renamed(value: Mapping[str, Any], columns: Mapping[str, str]) -> Mapping[str, Any]:
    """The object with the user's names for the contract's keys replaced by these."""
    return {**value, **{key: value[name] for key, name in columns.items() if name in value}} if columns else value
