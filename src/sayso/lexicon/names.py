"""All names by their texts; whom they mean is made when first asked for, as few of them stand in any text."""

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.lexicon import entity as entities
from sayso.lexicon.entity import Entity, Kind, Name, Use


class Names(Mapping[str, tuple[Name, ...]]):
    """Names by text; whoever the files tell of first stands first."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take the rows of names and the entries of their owners; nothing is made yet."""
        self._owners, self._entities = list(entities.makers(data)), dict[int, Entity]()
        self._rows: dict[str, list[tuple[Use, int]]] = {}
        for text, use, owner in data["names"]:
            self._rows.setdefault(text, []).append((use, owner))
        self._made: dict[str, tuple[Name, ...]] = {}

    def __getitem__(self, text: str) -> tuple[Name, ...]:
        """What a text means."""
        found = self._made.get(text)
        if found is None:
            found = self._made[text] = tuple(Name(text, self._owner(owner), use) for use, owner in self._rows[text])
        return found

    def get(self, text: str, default: Any = None) -> Any:
        """Likewise, without an exception where it means nobody: most words do."""
        return self[text] if text in self._rows else default

    def __contains__(self, text: object) -> bool:
        """Whether a text is a name."""
        return text in self._rows

    def __iter__(self) -> Iterator[str]:
        """The texts, in the order of the files."""
        return iter(self._rows)

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._rows)

    def kinds(self) -> dict[str, Kind]:
        """What kind of owner stands first for each text."""
        return {text: self._owners[found[0][1]][0] for text, found in self._rows.items()}

    def _owner(self, n: int) -> Entity:
        if n not in self._entities:
            self._entities[n] = self._owners[n][1]()
        return self._entities[n]
