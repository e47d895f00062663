"""Who there is: persons, bodies and countries of the lexicon and of people's own knowledge, found by parts of their names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.lexicon.entity import Entity, country, organisation, person
from sayso.store.rows.words import words

MAKERS = (("countries", country), ("organisations", organisation), ("people", person))


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody, and all names of theirs as they are sought."""

    entity: Entity
    sought: tuple[str, ...]

    @property
    def id(self) -> str:
        """How they are written in a form: their id, a country's code."""
        return self.entity.id or self.entity.country or ""


class Roster:
    """All of them; some tens of thousands of names are gone through in some milliseconds."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take a lexicon's data."""
        self._entries = [entry for name, make in MAKERS for one in data[name] for entry in _entries(make(one), one)]
        self._by_id = {entry.entity.id: entry.entity for entry in self._entries if entry.entity.id}

    def found(self, sought: str, limit: int) -> list[Entry]:
        """Those of whom a name has these words, or words that begin so; names that begin so first, then short ones."""
        start = words(sought)[:-1]
        if not start.strip():
            return []
        hits = [
            (min(_rank(name, start) for name in entry.sought), entry) for entry in self._entries if any(start in n for n in entry.sought)
        ]
        return [entry for _, entry in sorted(hits, key=lambda hit: (hit[0], hit[1].entity.name))[:limit]]

    def party(self, id: str, day: str | None) -> Mapping[str, Any] | None:
        """What an event says of an entity on a day: its id, name, country and sectors; None where nobody has the id."""
        one = self._by_id.get(id)
        if one is None:
            return None
        return {"entity": one.id, "name": one.name, "country": one.country_on(day), "sectors": list(one.on(day))}


def _rank(name: str, start: str) -> tuple[int, int]:
    return (0 if name.startswith(start) else 1 if start in name else 2, len(name))


def _entries(entity: Entity, entry: Mapping[str, Any]) -> Iterator[Entry]:
    yield Entry(entity, tuple(dict.fromkeys(words(name) for name in _names(entry))))


def _names(entry: Mapping[str, Any]) -> Iterable[str]:
    yield from (entry["name"], *entry.get("also", ()), *entry.get("short", ()))
    yield entry.get("id") or entry["code"]
