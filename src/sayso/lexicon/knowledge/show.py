"""Who goes by a name on a day, why, where it is written, and why not the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sayso.lexicon import entity, ministry
from sayso.lexicon.entity import Name, fit
from sayso.lexicon.knowledge.fault import Fault, Located
from sayso.lexicon.knowledge.files import entries, paths
from sayso.lexicon.knowledge.shape import IDENTITY
from sayso.lexicon.names import Names
from sayso.lexicon.read import FOLDER, Data

PLACES = ("entities", "places")  # folders of the lexicon that hold who and what has names
NONE: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Owner:
    """One who goes by a name: what is said of them on the day, why they are meant or not, and the file and line."""

    name: Name
    why: str
    listed: bool
    path: Path | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Who goes by a text, whoever is meant first; else the countries that it leaves open, the sectors that it describes, or near names.

    `ministry`: the identifier and the name of a ministry that is made from a template.
    """

    owners: tuple[Owner, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    ministry: tuple[str, str] | None = None


def who(text: str, day: str | None, data: Data, folders: Sequence[Path] = ()) -> Answer:
    """Who goes by a name on a day (ISO; None where it isn't known); `folders` are those laid over the lexicon, the last one last."""
    index = Names(data)
    names = _found(text, index)
    left_open = next((tuple(entry["codes"]) for entry in data["ambiguous"] if entry["text"] == text), ())
    if names and not left_open:
        listed = {name.text for name in entity.names(data)}
        ranked = sorted(names, key=lambda name: fit(name, day, NONE), reverse=True)
        return Answer(tuple(_owner(name, ranked[0], day, name.text in listed, folders) for name in ranked))
    sectors = next((tuple(role["sectors"]) for role in data["roles"] if text.lower() in role["nouns"]), ())
    found = next(((of.of(land), f"{of.name} of {land}") for name, of, land in ministry.names(data) if name == text.lower()), None)
    near = () if left_open or sectors or found else get_close_matches(text, index, 5, 0.75)
    return Answer(countries=left_open, sectors=sectors, near=tuple(near), ministry=found)


def _found(text: str, index: Mapping[str, tuple[Name, ...]]) -> tuple[Name, ...]:
    """The owners of a text as it is written; where there are none, of the same with other capitals."""
    if text in index:
        return index[text]
    same = [names for other, names in index.items() if other.casefold() == text.casefold()]
    return tuple(dict.fromkeys(name for names in same for name in names))


def _owner(name: Name, first: Name, day: str | None, listed: bool, folders: Sequence[Path]) -> Owner:  # noqa: FBT001 - a plain record
    where = _where(name, folders)
    why = "" if name is first else _why_not(name, first, day)
    return Owner(name, why, listed, where.path if where else None, where.line if where else None)


def _why_not(name: Name, first: Name, day: str | None) -> str:
    """Why an owner goes behind the first one."""
    mine, its = fit(name, day, NONE), fit(first, day, NONE)
    if mine[0] < its[0]:
        return "out of office that day" if name.entity.kind == "person" and mine[0] else "did not exist that day"
    if mine[2] < its[2]:
        return "only a short form of this name"
    return "stands later in the files; would be meant where a report names its country more often"


def _where(name: Name, folders: Sequence[Path]) -> Located | None:
    """The file and line of an owner's entry: of several folders that tell of it the last one counts."""
    files = [path for folder in reversed(folders) for path in paths(folder)]
    files += [path for part in PLACES for path in sorted((FOLDER / part).rglob("*.yaml"))]
    who = name.entity
    key = who.id or (who.country if who.kind == "country" else who.name)
    return next((found for path in files for found in _entries(path, str(key)) if _is(found.entry, who)), None)


def _entries(path: Path, key: str) -> Iterator[Located]:
    """The entries of a file in which a key occurs at all."""
    if key.encode() in path.read_bytes():
        yield from (found for found in entries(path) if not isinstance(found, Fault))


def _is(entry: Mapping[str, Any], who: entity.Entity) -> bool:
    if who.id:
        return entry.get(IDENTITY["people"]) == who.id and not entry.get("disable")
    if who.kind == "country":
        return entry.get(IDENTITY["countries"]) == who.country
    return entry.get(IDENTITY["regions"]) == who.name and "lat" in entry
