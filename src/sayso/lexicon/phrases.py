"""What an event says its actor does, in words for people who don't know the codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sayso.errors import LexiconError
from sayso.lexicon.read import FOLDER, Data, plain
from sayso.lexicon.schema import Entry

FILE = "ontology/phrases.yaml"


class Phrasing(Entry):
    """The phrase of a type, those of its modes, and those of patterns that say more, by their names."""

    phrase: str
    modes: dict[str, str]
    patterns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by type; `of` gives the one that says most."""

    types: Mapping[str, Phrasing]

    def of(self, type: str, mode: str | None, pattern: str | None = None) -> str:
        """`sells arms`; a type that is not known is its own phrase. A pattern counts where it is one of the type and mode at hand."""
        found = self.types.get(type)
        if found is None:
            return type.lower()
        kind, _, rest = (pattern or "").partition("/")
        of_mode, _, name = rest.partition("/")
        if kind.upper() == type and of_mode == (mode or "-") and name in found.patterns:
            return found.patterns[name]
        return found.modes.get(mode or "", found.phrase)


def phrases(folder: Path = FOLDER) -> Phrases:
    """The phrases of a lexicon.

    Raises:
        LexiconError: the file is malformed.
    """
    path = folder / FILE
    try:
        return Phrases(TypeAdapter(dict[str, Phrasing]).validate_python(plain(path)))
    except ValidationError as error:
        raise LexiconError(f"{path}: {error.errors()[0]['loc']}: {error.errors()[0]['msg']}") from error


def problems(known: Phrases, data: Data) -> Iterator[str]:
    """Types and modes without a phrase, and phrases of what a lexicon does not have."""
    kinds: dict[str, Any] = {kind["type"]: kind for kind in data["events"]}
    for type in sorted(kinds.keys() ^ known.types.keys()):
        yield f"{type}: a type and its phrase must both be there"
    for type in sorted(kinds.keys() & known.types.keys()):
        phrasing, names = known.types[type], {pattern["name"] for pattern in kinds[type]["patterns"]}
        for mode in sorted(kinds[type]["modes"].keys() ^ phrasing.modes.keys()):
            yield f"{type}/{mode}: a mode and its phrase must both be there"
        for name in sorted(phrasing.patterns.keys() - names):
            yield f"{type}: no pattern is named {name}"
