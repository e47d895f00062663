"""From YAML files to checked data, with a cache under the digest of all files."""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from sayso.errors import LexiconError
from sayso.lexicon import entity
from sayso.lexicon.inflect import inflected

FOLDER = Path(__file__).parent
LISTS = {  # file pattern -> (key in the data, schema of an entry)
    "events/contexts.yaml": ("contexts", "Context"),
    "entities/countries.yaml": ("countries", "Country"),
    "entities/ambiguous.yaml": ("ambiguous", "Ambiguous"),
    "entities/roles.yaml": ("roles", "Role"),
    "entities/ministries.yaml": ("ministries", "Ministry"),
    "entities/people/*.yaml": ("people", "Person"),
    "entities/organisations/*.yaml": ("organisations", "Organisation"),
    "places/regions.yaml": ("regions", "Region"),
    "incidents/families.yaml": ("families", "Family"),
}

LATEST = 24  # files of kept lexicons: of each the whole, 6 MB, and small parts that are asked for by themselves
FORM = 11  # of what is kept; another one is made anew

Data = dict[str, Any]


class Loader(yaml.CSafeLoader):
    """YAML in which `on`, `off`, `yes`, `no` (words, and Norway's code) are text, as in YAML 1.2."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def digest(folder: Path = FOLDER) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of all YAML files and their names."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:12]


def read(folder: Path = FOLDER, cache: Path | None = None, key: str | None = None) -> Data:
    """All files of a lexicon, validated; from the cache folder where the same files were read before.

    `key` is their digest, where it is known.

    Raises:
        LexiconError: a file is malformed; the message names the file, the entry and what is wrong.
    """
    return cached(cache, key or digest(folder), lambda: _validated(folder))


def cached(cache: Path | None, key: str, make: Callable[[], Data]) -> Data:
    """What was made before under the same key, else what is made now, and kept."""
    if cache is None:
        return make()
    kept = cache / f"lexicon-{FORM}-{key}.json"
    try:
        data: Data = json.loads(kept.read_bytes())
    except (OSError, ValueError):
        data = make()
        _keep(kept, data)
    return data


def _keep(path: Path, data: Data) -> None:
    """Write the cache in one step; a cache that can't be written is no error, only slower."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix="lexicon-", delete=False, encoding="utf-8") as part:
            json.dump(data, part)
        os.replace(part.name, path)
        _clear(path.parent)
    except OSError:
        return


def _clear(cache: Path) -> None:
    """Remove all kept lexicons but the latest, and what was left half written by a process that was killed.

    Each change of a file, and each folder of knowledge, keeps one of its own.
    """
    found = sorted(cache.glob("lexicon-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in found[LATEST:]:
        old.unlink(missing_ok=True)


def _validated(folder: Path) -> Data:
    data: Data = {"events": [], "classes": {}, "cues": {}}
    for path in sorted(folder.glob("events/*.yaml")):
        if path.stem == "classes":
            data["classes"] = plain(path)
        elif path.stem != "contexts":
            data["events"].append(_entry("EventType", plain(path), path))
    for pattern, (key, shape) in LISTS.items():
        data[key] = [_entry(shape, entry, path) for path in sorted(folder.glob(pattern)) for entry in plain(path)]
    for path in sorted(folder.glob("cues/*.yaml")):
        data["cues"][path.stem] = plain(path)
    for path in folder.glob("incidents/likeness.yaml"):
        data["likeness"] = _entry("Likeness", plain(path), path)
    data["names"], data["forms"] = entity.rows(data), inflected(data)
    return data


def plain(path: Path) -> Any:
    """What a YAML file says, unchecked.

    Raises:
        LexiconError: it is not YAML.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{path}: not valid YAML: {error}") from error


def _entry(shape: str, entry: Any, path: Path) -> Data:
    from pydantic import ValidationError  # heavy, and not needed where the cache holds

    from sayso.lexicon import schema

    try:
        model: schema.Entry = getattr(schema, shape).model_validate(entry)
    except ValidationError as error:
        raise LexiconError(f"{path}: {_label(entry)}: {_told(error.errors()[0])}") from error
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=False)


def _label(entry: Any) -> str:
    if not isinstance(entry, dict):
        return f"entry {entry!r}"
    return next((f"{key} {entry[key]!r}" for key in ("id", "code", "type", "name", "text") if key in entry), "entry")


def _told(problem: Any) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    return f"{where}: {problem['msg']} (got {problem.get('input')!r:.80})"


def files(folder: Path = FOLDER) -> Iterator[Path]:
    """All files of a lexicon, in a stable order."""
    yield from sorted(folder.rglob("*.yaml"))
