"""What others tell of office-holders against what the lexicon says: entries to review, and a difference that a person can read."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.lexicon.knowledge.offices import Offices, sectors
from sayso.lexicon.read import Data

KEYS = ("id", "name", "also", "short", "country", "gender", "terms", "asof", "wikidata", "marked")  # in the order in which they are written


@dataclass(frozen=True, slots=True)
class Held:
    """An office as others tell of it: days in ISO 8601, as exact as known, `end` None where none is told."""

    role: str
    start: str
    end: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A person as others tell of them."""

    key: str
    name: str
    aliases: tuple[str, ...]
    gender: str | None
    offices: tuple[Held, ...]


@dataclass(slots=True)
class Difference:
    """Entries that would change something, and the lines that say what."""

    entries: list[dict[str, Any]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def difference(told: Iterable[Told], country: str, data: Data, offices: Offices, asof: str) -> Difference:
    """What is told of a country's office-holders and the lexicon doesn't say.

    Days that the lexicon gives are kept where others give another day: the line tells both, and the reader decides.
    """
    known = {alias: entry for entry in data["people"] if entry["country"] == country for alias in (entry["name"], *entry["also"])}
    found = Difference()
    for person in told:
        mine = next((known[name] for name in (person.name, *person.aliases) if name in known), None)
        entry, lines = _changed(person, mine, offices, asof) if mine else _fresh(person, country, offices, asof)
        if lines and entry["terms"]:
            found.entries.append(entry)
            found.lines += [f"{'~' if mine else '+'} {entry['id']} {entry['name']} ({person.key})", *lines]
    return found


def _fresh(person: Told, country: str, offices: Offices, asof: str) -> tuple[dict[str, Any], list[str]]:
    terms = [term for held in person.offices if (term := _term(held, offices))]
    entry = {"id": _id(country, person), "name": person.name, "country": country, "terms": terms, "asof": asof, "wikidata": person.key}
    if person.gender:
        entry["gender"] = person.gender
    if also := [alias for alias in person.aliases if " " in alias and alias != person.name]:
        entry["also"] = also
    return _ordered(entry), [f"    + {_shown(term)}" for term in terms]


def _changed(person: Told, mine: Mapping[str, Any], offices: Offices, asof: str) -> tuple[dict[str, Any], list[str]]:
    terms = [dict(term) for term in mine["terms"]]
    lines: list[str] = []
    for held in person.offices:
        same = next((term for term in terms if _same(term, held)), None)
        if same:
            lines += _compared(same, held)
        elif term := _term(held, offices):
            terms.append(term)
            lines.append(f"    + {_shown(term)}")
    terms.sort(key=lambda term: term["from"] or "")
    lean = {key: value for key, value in mine.items() if value not in (None, []) or key == "country"}
    return _ordered({**lean, "terms": [_lean(t) for t in terms], "asof": asof, "wikidata": person.key}), lines


def _compared(term: dict[str, Any], held: Held) -> Iterator[str]:
    """What an office of ours takes over: an end, a more exact day; a day that contradicts ours is only told."""
    for key, theirs in (("from", held.start), ("to", held.end)):
        ours = term[key]
        if theirs is None or ours == theirs or (ours or "").startswith(theirs):
            continue
        if ours is None or theirs.startswith(ours):
            term[key] = theirs
            yield f"    ~ {term['role']}: {key} {theirs} (was {ours or 'open'})"
        else:
            yield f"    ? {term['role']}: {key} {ours} here, {theirs} there"


def _same(term: Mapping[str, Any], held: Held) -> bool:
    """Whether both are one office: one's words within the other's, in times that overlap."""
    ours, theirs = set(re.findall(r"\w+", term["role"].lower())), set(re.findall(r"\w+", held.role.lower()))
    return (ours <= theirs or theirs <= ours) and _before(term["from"], held.end) and _before(held.start, term["to"])


def _before(start: str | None, end: str | None) -> bool:
    exact = min(len(start or ""), len(end or ""))
    return exact == 0 or (start or "")[:exact] <= (end or "")[:exact]


def _term(held: Held, offices: Offices) -> dict[str, Any] | None:
    found = sectors(held.role, offices)
    if not found or not _before(held.start, held.end):
        return None
    return _lean({"role": held.role.lower(), "sectors": list(found), "from": held.start, "to": held.end})


def _lean(term: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in term.items() if value is not None}


def _shown(term: Mapping[str, Any]) -> str:
    return f"{term['role']} {' '.join(term['sectors'])} {term.get('from') or ''} – {term.get('to') or ''}".rstrip()


def _ordered(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in KEYS if key in entry}


def _id(country: str, person: Told) -> str:
    plain = unicodedata.normalize("NFKD", person.name.lower()).encode("ascii", "ignore").decode()
    return f"{country.lower()}-{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')}-{person.key.lower()}"
