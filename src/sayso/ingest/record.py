"""One report out of a text or a JSON object, as the contract has it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sayso.ingest.dates import day
from sayso.model import Report

KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", str: "a string", type(None): "null"}


@dataclass(slots=True)
class Shelf:
    """Gives every report of a reading its place: what is not said of it, and an id that no other one has."""

    published: date | None
    publisher: str | None
    taken: set[str] = field(default_factory=set)

    def report(self, value: Mapping[str, Any] | str, stem: str) -> Report:
        """The report of a plain text or JSON object; `stem` names it where it has no id.

        Raises:
            ValueError: the object is no report; the message says which key is wrong and how.
        """
        given: Mapping[str, Any] = {"text": value} if isinstance(value, str) else value
        if given.get("text") is None:
            raise ValueError('has no "text"')
        report = Report(
            id=_identifier(given.get("id")),
            text=_string(given, "text") or "",
            published=_published(given) or self.published,
            publisher=_string(given, "publisher") or self.publisher,
            title=_string(given, "title"),
            url=_string(given, "url"),
            language=_string(given, "language"),
        )
        return self._placed(report, stem)

    def _placed(self, report: Report, stem: str) -> Report:
        placed = report if report.id else replace(report, id=self._free(stem, report.digest[:8]))
        self.taken.add(placed.id)
        return placed

    def _free(self, stem: str, digest: str) -> str:
        names = [stem, f"{stem}-{digest}"]
        number = 2
        while names[0] in self.taken:
            names = [*names[1:], f"{stem}-{digest}-{number}"]
            number += 1
        return names[0]


def _identifier(value: Any) -> str:
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return "" if value is None else str(value)
    raise ValueError(f'"id" must be a string, not {_kind(value)}')


def _string(given: Mapping[str, Any], key: str) -> str | None:
    value = given.get(key)
    if value is None or isinstance(value, str):
        return value
    raise ValueError(f'"{key}" must be a string, not {_kind(value)}')


def _published(given: Mapping[str, Any]) -> date | None:
    text = _string(given, "published")
    try:
        return day(text) if text and text.strip() else None
    except ValueError as error:
        raise ValueError(f'"published": {error}') from error


def _kind(value: Any) -> str:
    return KINDS.get(type(value), type(value).__name__)
