"""Folders of knowledge laid over a lexicon: what is new comes to it, what has a known id takes its place, what is disabled goes."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.errors import LexiconError
from sayso.lexicon import entity
from sayso.lexicon.knowledge.coherence import coherence_faults
from sayso.lexicon.knowledge.fault import Fault, Located
from sayso.lexicon.knowledge.files import entries, paths
from sayso.lexicon.knowledge.shape import IDENTITY, KINDS, checked, label
from sayso.lexicon.read import Data

SHOWN = 8  # faults that an error tells before it points to the check
Key = tuple[str, str]  # kind and identity of an entry


@dataclass(slots=True)
class Overlay:
    """A lexicon's data with folders laid over it; `own` tells where each entry of theirs stands, `faults` what is wrong with them."""

    data: Data
    own: dict[Key, Located] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def digest(lexicon: str, folders: Sequence[Path]) -> str:
    """A lexicon's digest where no folder is laid over it, else another one, that all their files enter."""
    if not folders:
        return lexicon
    total = hashlib.sha256(lexicon.encode())
    for number, folder in enumerate(folders):
        for path in paths(folder):
            name = path.name if path == folder else path.relative_to(folder).as_posix()
            total.update(f"{number}/{name}".encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:12]


def extended(data: Data, folders: Sequence[Path]) -> Data:
    """The lexicon's data with folders laid over it and all names made anew.

    Raises:
        LexiconError: a folder holds what is wrong; the message names files and lines.
    """
    found = overlaid(data, folders)
    if found.faults:
        told = [str(fault) for fault in found.faults[:SHOWN]]
        more = len(found.faults) - len(told)
        told += [f"and {more} more; `sayso knowledge check` tells all"] if more else []
        raise LexiconError("\n".join(told))
    return {**found.data, "names": entity.rows(found.data)}


def overlaid(data: Data, folders: Sequence[Path]) -> Overlay:
    """The lexicon's data with folders laid over it, each over those before it, and what is wrong with them.

    Raises:
        LexiconError: a folder is not there or holds nothing to read.
    """
    overlay = Overlay({**data, **{kind: list(data[kind]) for kind in KINDS}})
    for folder in folders:
        _lay(folder, overlay)
    overlay.faults += coherence_faults(overlay.data, overlay.own)
    return overlay


def _lay(folder: Path, overlay: Overlay) -> None:
    fresh: dict[Key, tuple[Data, Located]] = {}
    for path in paths(folder):
        for found in entries(path):
            if isinstance(found, Fault):
                overlay.faults.append(found)
            elif found.entry.get("disable"):
                overlay.faults += _disabled(found, overlay)
            else:
                overlay.faults += _taken(found, fresh)
    for key, (_, where) in fresh.items():
        _remove(key, overlay)
        overlay.own[key] = where
    for kind in KINDS:
        overlay.data[kind][:0] = [entry for key, (entry, _) in fresh.items() if key[0] == kind]


def _taken(found: Located, fresh: dict[Key, tuple[Data, Located]]) -> Iterator[Fault]:
    result = checked(found)
    if isinstance(result, list):
        yield from result
        return
    kind, entry = result
    key = (kind, _identity(kind, entry))
    if key in fresh and kind != "roles":
        first = f"{fresh[key][1].path}:{fresh[key][1].line}"
        yield found.fault(f"{label(entry)} stands already in {first}; keep one of them, or give the other an id of its own")
    else:
        fresh[key] = (entry, found)


def _disabled(found: Located, overlay: Overlay) -> Iterator[Fault]:
    """Take away what an entry disables; it needs nothing but its id, code, text or name."""
    keys = [(kind, str(found.entry[name])) for kind, name in IDENTITY.items() if name in found.entry and kind != "roles"]
    removed = [_remove(key, overlay) for key in keys]
    if not any(removed):
        yield found.fault(f"{label(found.entry)}: nothing goes by this to be disabled; `sayso knowledge show NAME` tells ids")


def _remove(key: Key, overlay: Overlay) -> bool:
    """Take an entry away; persons and bodies share their ids."""
    kinds = ("people", "organisations") if key[0] in ("people", "organisations") else (key[0],)
    removed = False
    for kind in kinds:
        kept = [entry for entry in overlay.data[kind] if _identity(kind, entry) != key[1]]
        removed |= len(kept) < len(overlay.data[kind])
        overlay.data[kind] = kept
        overlay.own.pop((kind, key[1]), None)
    return removed


def _identity(kind: str, entry: Mapping[str, Any]) -> str:
    return str(entry[IDENTITY[kind]])
