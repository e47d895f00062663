"""Whether events stand in the texts that they were coded from, and whether their parties are known."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from sayso.cli.jsonl import objects
from sayso.cli.quotations import mismatches
from sayso.cli.tally import Tally
from sayso.errors import InputError


class Texts(Protocol):
    """The texts that go by a report's id."""

    def get(self, key: str, default: list[str], /) -> list[str]:
        """Those texts, or the default where there are none."""


class Nowhere:
    """What is asked where no reports were given: events that hold no text of their own can't be checked."""

    def get(self, key: str, default: list[str], /) -> list[str]:
        """Nothing for what is no event.

        Raises:
            InputError: an event quotes a report.
        """
        if key:
            raise InputError("these events quote reports that are not here; name the reports too: sayso verify EVENTS.jsonl REPORTS")
        return default


NOWHERE = Nowhere()


def checked(events: str, texts: Texts, tally: Tally, known: frozenset[str] | None) -> Iterator[tuple[str, str]]:
    """Where something is wrong, and what."""
    for where, value in objects(events, on_failure=tally.failure):
        own = value.get("text")
        listed = value.get("events")
        if isinstance(own, str) and isinstance(listed, list):
            found, candidates = listed, [own]
        else:
            found, candidates = [value], texts.get(_report(value), [])
        for event in found:
            tally.events += 1
            yield from ((f"{where}: event {_named(event)}", told) for told in (*_wrong(event, candidates), *_unknown(event, known)))


def _wrong(event: Any, texts: list[str]) -> list[str]:
    """What is wrong with an event in the best of the texts that go by its report's id."""
    if not isinstance(event, dict):
        return ["is no JSON object"]
    if not isinstance(event.get("report"), dict) and not texts:
        return ["is no event as `sayso code --format jsonl` writes it"]
    if not texts:
        return [f"its report {_report(event)!r} is not among the reports given"]
    return min((list(mismatches(event, text)) for text in texts), key=len)


def _unknown(event: Any, known: frozenset[str] | None) -> Iterator[str]:
    """Parties and speakers whose identifier nobody goes by."""
    if known is None or not isinstance(event, dict):
        return
    for role in ("actors", "recipients", "says"):
        for party in event.get(role) or ():
            who = party.get("entity") if isinstance(party, dict) else None
            if who and who not in known:
                yield f"{role}: nobody goes by the identifier {who!r}"


def _report(event: Mapping[str, Any]) -> str:
    report = event.get("report")
    return str(report.get("id")) if isinstance(report, dict) else ""


def _named(event: Any) -> str:
    return str(event.get("id")) if isinstance(event, dict) else "without id"
