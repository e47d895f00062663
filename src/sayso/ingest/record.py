"""One report out of what a reader found, as the contract has it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sayso.ingest.dates import ORDERS, day
from sayso.ingest.reader import OnNotice, Record
from sayso.ingest.taken import Taken
from sayso.model import Report

REMEMBERED = 10_000  # bases of ids whose next number is known without a search
KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", str: "a string", type(None): "null"}


@dataclass(slots=True)
class Shelf:
    """Gives every report of a reading its place: what is not said of it, and an id that no other one has."""

    published: date | None
    publisher: str | None
    on_renamed: OnNotice
    taken: Taken = field(default_factory=Taken)
    numbers: dict[str, int] = field(default_factory=dict)

    def report(self, record: Record) -> Report:
        """The report of a record.

        Raises:
            ValueError: it is no report; the message says which key is wrong and how.
        """
        given = record.value
        if given.get("text") is None:
            raise ValueError(f'has no "text"{_remedy(given)}')
        own = _published(given)
        report = Report(
            id=_identifier(given.get("id")),
            text=_string(given, "text") or "",
            published=own or self.published,
            publisher=_string(given, "publisher") or self.publisher,
            title=_string(given, "title"),
            url=_string(given, "url"),
            language=_string(given, "language"),
            byline=_string(given, "byline"),
            agency=_string(given, "agency"),
            published_basis=_basis(given, own, self.published),
        )
        return self._placed(report, record)

    def close(self) -> None:
        """Let go of what was kept about ids."""
        self.taken.close()

    def _placed(self, report: Report, record: Record) -> Report:
        """The report under an id that no other one has; one that was given twice is told."""
        if report.id and self.taken.add(report.id):
            return report
        name = (
            record.stem if not report.id and self.taken.add(record.stem) else self._free(f"{report.id or record.stem}-{report.digest[:8]}")
        )
        if report.id:
            self.on_renamed(f"{record.where}: its id {report.id!r} was given before; it goes by {name!r}")
        return replace(report, id=name)

    def _free(self, base: str) -> str:
        """The base itself, or the base with the next free number."""
        number = self.numbers.get(base, 1)
        while not self.taken.add(free := base if number == 1 else f"{base}-{number}"):
            number += 1
        if len(self.numbers) >= REMEMBERED:
            self.numbers.clear()
        self.numbers[base] = number + 1
        return free


def _remedy(given: Mapping[str, Any]) -> str:
    names = [key for key in given if isinstance(given[key], str)][:12]
    return f"; if another key holds it, say so with --columns text=KEY (there are {', '.join(names)})" if len(names) > 1 else ""


def _basis(given: Mapping[str, Any], own: date | None, default: date | None) -> str | None:
    """How the day of publication is known: as the reader says, `stated` in the record itself, or `given` by the user."""
    if own:
        return _string(given, "published_basis") or "stated"
    return "given" if default else None


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
    ordered = ((order, _string(given, f"published:{order}")) for order in ORDERS)
    order, text = next(((order, text) for order, text in ordered if text), (None, _string(given, "published")))
    try:
        return day(text, order) if text and text.strip() else None
    except ValueError as error:
        raise ValueError(f'"published": {error}') from error


def _kind(value: Any) -> str:
    return KINDS.get(type(value), type(value).__name__)
