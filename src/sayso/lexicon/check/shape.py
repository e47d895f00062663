"""All files of a lexicon, entry by entry: what can be read, and what is wrong with the rest."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, Field, ValidationError

from sayso.lexicon import schema
from sayso.lexicon.read import LISTS

Data = dict[str, Any]


class Cameo(schema.Entry):
    """A code of CAMEO."""

    label: str
    plover: Annotated[str, Field(pattern=r"^[A-Z]+$")] | None


class Head(schema.Entry):
    """An office of which a country has one holder a day, and the roles that are this office."""

    office: str
    roles: Annotated[list[str], Field(min_length=1)]


class Disputed(schema.Entry):
    """A territory of which the state is disputed: as what it is coded, who claims it, who controls it."""

    name: str
    coded: schema.Code | None
    claimed: Annotated[list[str], Field(min_length=1)]
    controlled: list[str]
    why: Annotated[str, Field(min_length=5)]


class Accepted(schema.Entry):
    """A problem that is known and may stay, and why."""

    problem: str
    of: Annotated[list[str], Field(min_length=1)]
    reason: Annotated[str, Field(min_length=10)]


@dataclass(slots=True)
class Files:
    """The sound entries of a lexicon by kind, and what is wrong with the others."""

    entries: dict[str, list[Data]]
    classes: dict[str, list[str]] = field(default_factory=dict)
    cameo: dict[str, Data] = field(default_factory=dict)
    accepted: list[Data] = field(default_factory=list)
    heads: list[Data] = field(default_factory=list)
    disputed: list[Data] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class _StrictLoader(yaml.CSafeLoader):
    """Refuses a key that stands twice in one mapping, of which YAML would silently take the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's own
        seen = set[str]()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key.value!r} stands twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def loaded(folder: Path) -> Files:
    """Read every file; errors name the file and the entry."""
    files = Files({key: [] for key, _ in LISTS.values()})
    files.entries["events"] = []
    for path in sorted(folder.glob("events/*.yaml")):
        if path.stem == "classes":
            files.classes = _classes(path, files.errors)
        elif path.stem != "contexts":
            files.entries["events"] += _entries(path, [_plain(path, files.errors)], schema.EventType, files.errors)
    for pattern, (key, shape) in LISTS.items():
        for path in sorted(folder.glob(pattern)):
            files.entries[key] += _entries(path, _list(path, files.errors), getattr(schema, shape), files.errors)
    for path in sorted(folder.glob("cues/*.yaml")):
        _mapping(path, files.errors)
    _ontology(folder / "ontology", files)
    return files


def _ontology(folder: Path, files: Files) -> None:
    codes = folder / "cameo.yaml"
    for code, entry in _mapping(codes, files.errors).items():
        for sound in _entries(codes, [entry], Cameo, files.errors):
            files.cameo[str(code)] = sound
    files.heads = _optional(folder / "heads.yaml", Head, files.errors)
    files.disputed = _optional(folder / "disputed.yaml", Disputed, files.errors)
    files.accepted = _optional(folder / "accepted.yaml", Accepted, files.errors)


def _optional(path: Path, shape: type[BaseModel], errors: list[str]) -> list[Data]:
    return list(_entries(path, _list(path, errors), shape, errors)) if path.exists() else []


def _plain(path: Path, errors: list[str]) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _StrictLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        errors.append(f"{_name(path)}: can't be read: {' '.join(str(error).split())}")
        return None


def _list(path: Path, errors: list[str]) -> list[Any]:
    found = _plain(path, errors)
    if found is not None and not isinstance(found, list):
        errors.append(f"{_name(path)}: a list of entries was expected")
    return found if isinstance(found, list) else []


def _mapping(path: Path, errors: list[str]) -> Data:
    found = _plain(path, errors)
    if found is not None and not isinstance(found, dict):
        errors.append(f"{_name(path)}: a mapping was expected")
    return found if isinstance(found, dict) else {}


def _classes(path: Path, errors: list[str]) -> dict[str, list[str]]:
    found = _mapping(path, errors)
    sound = {name: words for name, words in found.items() if isinstance(words, list) and all(isinstance(w, str) for w in words)}
    errors += [f"{_name(path)}: class {name!r}: a list of words was expected" for name in found.keys() - sound.keys()]
    return sound


def _entries(path: Path, raw: list[Any], shape: type[BaseModel], errors: list[str]) -> Iterator[Data]:
    for entry in raw:
        if entry is None:
            continue
        try:
            yield shape.model_validate(entry).model_dump(mode="json", by_alias=True)
        except ValidationError as error:
            errors += [f"{_name(path)}: {_label(entry)}: {_told(one, entry)}" for one in error.errors()]


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _label(entry: Any) -> str:
    if not isinstance(entry, dict):
        return f"entry {entry!r}"
    return next((f"{key} {entry[key]!r}" for key in ("id", "code", "type", "name", "text", "problem") if key in entry), "entry")


def _told(problem: Any, entry: Any) -> str:
    """Where in the entry, by the name of the pattern rather than its number, and what is wrong."""
    where = [str(part) for part in problem["loc"]]
    if len(where) > 1 and where[0] == "patterns":
        pattern = entry["patterns"][int(where[1])]
        where[1] = str(pattern.get("name", where[1])) if isinstance(pattern, dict) else where[1]
    return f"{'.'.join(where)}: {problem['msg']} (got {problem.get('input')!r:.80})".removeprefix(": ")
