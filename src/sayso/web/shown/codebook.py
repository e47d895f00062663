"""What types, modes and patterns mean, in the lexicon's own words; read when first needed."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from sayso.lexicon.lexicon import gathered
from sayso.settings import Settings
from sayso.web.shown.shape import Part
from sayso.web.shown.text import Text

SHOWN = 14  # words of a list
SLOTS = {
    "object": "the object is one of",
    "unless_object": "the object is none of",
    "subject": "the subject is one of",
    "unless_subject": "the subject is none of",
    "complement": "it goes on with one of",
    "modal": "before it stands one of",
    "clause_verb": "the verb of its clause is one of",
    "unless_clause": "the verb of its clause is none of",
    "clause_subject": "the subject of its clause is one of",
    "clause_object": "the object of its clause is one of",
    "unless": "none of these stands by",
}


class PatternEntry(Part):
    """A pattern: which words trigger it, on which conditions, and how the lexicon exemplifies it."""

    id: Text
    type: Text
    label: Text
    definition: Text
    mode: Text | None
    mode_definition: Text | None
    triggers: list[Text]
    conditions: list[tuple[Text, list[Text]]]
    examples: list[Text]
    counterexamples: list[Text]


class Codebook:
    """Types and patterns by name. What is kept of the lexicon is small; the rest is let go of."""

    def __init__(self, settings: Settings) -> None:
        """Take where the lexicon is; nothing is read yet."""
        self._settings, self._lock = settings, Lock()

    @property
    def types(self) -> Mapping[str, str]:
        """The label of each event type."""
        return self._known()[0]

    @property
    def countries(self) -> Mapping[str, str]:
        """The name of each country, by its code."""
        return self._known()[2]

    def pattern(self, id: str) -> PatternEntry | None:
        """The pattern that goes by an id (`consult/visit/land-in`); None where this lexicon has none."""
        return self._known()[1].get(id)

    def example(self) -> str:
        """A sentence in which an event is found."""
        return next(example for entry in self._known()[1].values() for example in entry.examples)

    def read(self) -> None:
        """Read the lexicon now, so that nobody has to wait for it later."""
        self._known()

    def _known(self) -> tuple[Mapping[str, str], Mapping[str, PatternEntry], Mapping[str, str]]:
        with self._lock:
            return self._entries

    @cached_property
    def _entries(self) -> tuple[Mapping[str, str], Mapping[str, PatternEntry], Mapping[str, str]]:
        _, data = gathered(cache=self._settings.cache, knowledge=tuple(map(Path, self._settings.knowledge)))
        kinds = data["events"]
        entries = {one.id: one for kind in kinds for entry in kind["patterns"] for one in [_pattern(kind, entry)]}
        return {kind["type"]: kind["label"] for kind in kinds}, entries, {c["code"]: c["name"] for c in data["countries"]}


def _pattern(kind: Mapping[str, Any], entry: Mapping[str, Any]) -> PatternEntry:
    mode = entry["mode"]
    return PatternEntry(
        id=f"{kind['type'].lower()}/{mode or '-'}/{entry['name']}",
        type=kind["type"],
        label=kind["label"],
        definition=kind["definition"],
        mode=mode,
        mode_definition=kind["modes"][mode]["definition"] if mode else None,
        triggers=[*entry["verbs"], *entry["nouns"], *entry["adjectives"]],
        conditions=list(_conditions(entry)),
        examples=[_example(one) for one in entry["examples"]],
        counterexamples=[_example(one) for one in entry["counterexamples"]],
    )


def _conditions(entry: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for slot, told in SLOTS.items():
        if entry[slot]:
            yield told, _short(entry[slot])
    for slot, told in (("with", "with"), ("unless_with", "not with")):
        for preposition, words in (entry[slot] or {}).items():
            yield f"{told} “{preposition}”", _short([words] if isinstance(words, str) else words)


def _short(words: list[str]) -> list[str]:
    more = len(words) - SHOWN
    return [*words[:SHOWN], f"and {more} more"] if more > 0 else list(words)


def _example(one: Any) -> str:
    return str(one["text"] if isinstance(one, Mapping) else one)
