"""Persons and bodies by their other names, for those who ask for the PKK where events name the Kurdistan Workers' Party."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from sayso.lexicon.read import FOLDER, plain

KINDS = ("organisations", "people")


def called(value: str) -> list[str]:
    """The ids of all that go by this name besides their own."""
    sought = value.strip().casefold()
    return [id for path, text in _files() if sought in text for id in _ids(path).get(sought, ())]


@cache
def _files() -> Sequence[tuple[Path, str]]:
    """What files say: only those that have a name need to be understood, which takes longer."""
    paths = (path for kind in KINDS for path in sorted((FOLDER / "entities" / kind).glob("*.yaml")))
    return [(path, path.read_text(encoding="utf-8").casefold()) for path in paths]


@cache
def _ids(path: Path) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one in plain(path):
        for name in one.get("also", ()):
            found[name.casefold()].append(one["id"])
    return found
