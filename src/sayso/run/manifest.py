"""The manifest of a run, its receipt: what went in, what came out, what coded it, what failed; as JSON beside the output."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Self

from sayso.errors import InputError
from sayso.ingest.walk import RECEIPT

FORM = 1
ENDING = RECEIPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The receipt of a run.

    `settings` are those that matter for what is coded (`how`, of engine and processes, does not). `inputs` are as the user named
    them: name, files, bytes, sha256 (see `inputs.Given`). `outputs` have name (beside the manifest), bytes, sha256 and rows (events
    or reports). `reports` counts those that were read, coded, foreign, empty, aside, and renamed because another one had their id.
    `failures` and `aside` name the first thousand; `failed` counts all inputs and records that could not be read. Times are UTC;
    `seconds` are those of the last session, `sessions` how often the run was begun.
    """

    command: str
    version: Mapping[str, str]
    settings: Mapping[str, Any]
    how: Mapping[str, Any]
    inputs: tuple[Mapping[str, Any], ...]
    outputs: tuple[Mapping[str, Any], ...]
    reports: Mapping[str, int]
    events: int
    failed: int
    failures: tuple[str, ...]
    aside: tuple[Mapping[str, str], ...]
    begun: str
    ended: str
    seconds: float
    sessions: int

    def to_json(self) -> str:
        """As it is written."""
        return json.dumps({"manifest": FORM, **asdict(self)}, indent=2, ensure_ascii=True) + "\n"

    @classmethod
    def read(cls, path: Path) -> Self:
        """The manifest in a file.

        Raises:
            InputError: there is none, or it is damaged.
        """
        try:
            value = json.loads(path.read_bytes())
            form = value.pop("manifest")
        except OSError as error:
            raise InputError(f"{path}: can't be read: {error.strerror or error}") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path}: is no manifest of a run") from error
        if form != FORM or value.keys() != {f.name for f in fields(cls)}:
            raise InputError(f"{path}: is a manifest of another version of Sayso, or damaged")
        try:
            found: dict[str, Any] = {name: tuple(value[name]) if isinstance(value[name], list) else value[name] for name in value}
            return cls(**found)
        except TypeError as error:
            raise InputError(f"{path}: is damaged: {error}") from error


def manifest_of(out: Path) -> Path:
    """Where the manifest of an output is."""
    return out.with_name(out.name + ENDING)


def is_manifest(path: Path) -> bool:
    """Whether a file is a manifest, by its first bytes."""
    try:
        with path.open("rb") as file:
            return b'"manifest"' in file.read(100)
    except OSError:
        return False
