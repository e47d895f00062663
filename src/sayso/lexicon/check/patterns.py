"""Patterns that can't be read as meant: names given twice, triggers listed twice, classes that nobody defines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from sayso.lexicon.check.problem import Problem
from sayso.lexicon.check.shape import Data, Files
from sayso.lexicon.pattern import COMPUTED
from sayso.lexicon.schema import SECTORS

WORDS = ("object", "unless_object", "subject", "unless_subject")
SLOTS = ("with", "unless_with")
TRIGGERS = ("verbs", "nouns", "adjectives")
FROM_THE_SENTENCE = COMPUTED | set(get_args(SECTORS))  # `@MIL` is anybody of that sector


def pattern_problems(files: Files) -> Iterator[Problem]:
    """All of them, file by file."""
    yield from _classes("events/classes.yaml", files.classes, files.classes)
    for kind in files.entries["events"]:
        known = {**files.classes, **kind["classes"]}
        yield from _names(kind)
        yield from _classes(kind["type"], kind["classes"], known)
        for pattern in kind["patterns"]:
            name = f"{kind['type']}/{pattern['name']}"
            yield from _unknown(name, mentioned(pattern), known)
            yield from _listed_twice(name, pattern)


def mentioned(pattern: Data) -> list[str]:
    """All words and classes of a pattern's conditions."""
    lists = [pattern[key] or [] for key in WORDS]
    lists += [words for key in SLOTS for words in pattern[key].values() if words != "any"]
    return [word for words in lists for word in words]


def _names(kind: Data) -> Iterator[Problem]:
    for name, times in Counter(pattern["name"] for pattern in kind["patterns"]).items():
        if times > 1:
            yield Problem("name", (kind["type"], name), f"{kind['type']} has {times} patterns called {name!r}")


def _listed_twice(name: str, pattern: Data) -> Iterator[Problem]:
    for key in TRIGGERS:
        triggers: Counter[str] = Counter(pattern[key])
        for trigger, times in triggers.items():
            if times > 1:
                yield Problem("trigger", (name, trigger), f"{name}: {trigger!r} stands twice in {key}")


def _unknown(name: str, words: Iterable[str], known: Mapping[str, list[str]]) -> Iterator[Problem]:
    for word in dict.fromkeys(words):
        if word.startswith("@") and word[1:] not in known and word[1:] not in FROM_THE_SENTENCE:
            yield Problem("class", (name, word), f"{name}: {word} is neither computed nor listed")


def _classes(where: str, lists: Mapping[str, list[str]], known: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Classes that take in an unknown class, or themselves."""
    for name, words in lists.items():
        yield from _unknown(f"{where} @{name}", words, known)
        if name in FROM_THE_SENTENCE:
            yield Problem("class", (where, name), f"{where}: @{name} is computed and can't be listed")
        if within(name, name, known, set()):
            yield Problem("class", (where, name), f"{where}: @{name} takes in itself")


def within(inner: str, outer: str, known: Mapping[str, list[str]], seen: set[str]) -> bool:
    """Whether a class takes in another one, directly or through others."""
    if outer in seen:
        return False
    seen.add(outer)
    parts = [word[1:] for word in known.get(outer, ()) if word.startswith("@")]
    return inner in parts or any(within(inner, part, known, seen) for part in parts)
