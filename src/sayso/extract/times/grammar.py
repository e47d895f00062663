"""The grammar: all forms of the lexicon, matched over the classes of words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sayso.errors import LexiconError
from sayso.extract.times.forms import Form, names
from sayso.extract.times.tokens import CAPITAL, OTHER, Token, Words, samples

SHARED = ("month", "year", "era", "unit")  # what a part of a range takes from the others
COUNTS = ("number", "count", "few", "step", "then_step", "same", "hinge", "away")  # classes that stand in sentences of all kinds
FIRST_CHARACTER = 0xE000  # private use: each set of classes is written as one character
Starts = Mapping[str, Sequence[Form]]


@dataclass(frozen=True, slots=True)
class Part:
    """One expression in a form: its first and last token, and what its words are worth, by class."""

    first: int
    last: int
    slots: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A form that fits, with its expressions in order."""

    form: Form
    parts: tuple[Part, ...]


class Grammar:
    """All forms of a lexicon, over its words."""

    def __init__(self, words: Words, cues: Mapping[str, Any], readings: Set[str]) -> None:
        """Take the forms of the cue file `time`; a form's pattern is compiled when a sentence first has what it needs.

        Raises:
            LexiconError: a form is malformed.
        """
        feasts = ({"read": "feast", "form": f"[the] {words.spelled(name)} [[,] <year>]", "value": name} for name in cues["feasts"])
        self._forms = [Form.of(entry, cues["macros"], rank) for rank, entry in enumerate([*cues["forms"], *feasts])]
        words.add({w for form in self._forms for w in form.words()})
        lower = (c - words.capital for c in words.known.values())
        sets = dict.fromkeys([frozenset((OTHER,)), frozenset((CAPITAL,)), *words.known.values(), *lower, *samples()])
        self._words, self._characters = words, {s: chr(FIRST_CHARACTER + n) for n, s in enumerate(sets)}
        self._other = self._characters[frozenset((OTHER,))]
        held: dict[str, list[str]] = defaultdict(list)
        for classes, character in self._characters.items():
            for name in classes:
                held[name].append(character)
        self._held = {name: "".join(characters) for name, characters in held.items()}
        self._needs = {form: form.needs() for form in self._forms}
        self._needed = frozenset(n for needs in self._needs.values() for n in needs)
        self._openings = {form: {c for name in names(list(form.openings())) for c in self._held.get(name, "")} for form in self._forms}
        self._starts: dict[frozenset[str], Starts] = {}
        self._patterns: dict[int, re.Pattern[str]] = {}
        for form in self._forms:
            if form.read not in readings:
                raise LexiconError(f"cues/time.yaml: form {' '.join(form.pieces)!r}: no way to read is called {form.read!r}")
            if missing := [n for n in names(form.pieces) if n not in held]:
                raise LexiconError(f"cues/time.yaml: form {' '.join(form.pieces)!r}: no word has the class {missing[0]!r}")

    def hints(self) -> frozenset[str]:
        """Words one of which every expression without a figure holds: those of the rarest class that a form needs, or its own words."""
        found: set[str] = set()
        for form in self._forms:
            lists = [tuple(self._words.values[n]) for n in self._needs[form] if n in self._words.values and n not in COUNTS]
            own = max((n[1:] for n in self._needs[form] if n[0] == "="), key=len, default="")
            found |= set(form.hint or (min(lists, key=len) if lists else {own} - {""}))
        return frozenset(found)

    def openings(self) -> Iterator[str]:
        """The words with which an expression can begin."""
        first = set[str]().union(*self._openings.values())
        for word, classes in self._words.known.items():
            if self._characters[classes] in first or self._characters[classes - self._words.capital] in first:
                yield word

    def fits(self, tokens: Sequence[Token]) -> Mapping[int, Sequence[Found]]:
        """The forms that fit, by the first token of their first expression, the longest first."""
        present = frozenset[str]().union(*[t.classes for t in tokens]) & self._needed
        starts = self._starts.get(present)
        if starts is None:
            starts = self._starts[present] = self._starting(present)
        found: dict[int, list[Found]] = defaultdict(list)
        if not starts:
            return found
        line = "".join([self._characters.get(t.classes, self._other) for t in tokens])
        for at, character in enumerate(line):
            for form in starts.get(character, ()):
                pattern = self._patterns.get(form.rank) or self._compiled(form)
                match = pattern.match(line, at)
                if match:
                    parts = self._parts(match, tokens)
                    found[parts[0].first].append(Found(form, parts))
        for fits in found.values():
            fits.sort(key=lambda f: (-f.parts[-1].last, f.form.rank))
        return found

    def _starting(self, present: frozenset[str]) -> Starts:
        """The forms that a sentence with these classes could hold, by the characters that they could begin with."""
        starts: dict[str, list[Form]] = defaultdict(list)
        for form in self._forms:
            if self._needs[form] <= present:
                for character in self._openings[form]:
                    starts[character].append(form)
        return dict(starts)

    def _compiled(self, form: Form) -> re.Pattern[str]:
        pattern = self._patterns[form.rank] = re.compile(form.regex(self._held))
        return pattern

    def _parts(self, match: re.Match[str], tokens: Sequence[Token]) -> tuple[Part, ...]:
        """The expressions of a match, each with its own slots and those that it shares."""
        spans = {name: match.span(name) for name in match.groupdict() if match.start(name) >= 0}
        edges = [spans[n] for n in sorted(spans) if n[0] == "_"] or [match.span()]
        places = [(n.rstrip("0123456789"), at) for n, (at, _) in spans.items() if n[0] != "_"]
        slots = [(n, at, self._words.worth(n, tokens[at].text)) for n, at in places]
        shared = {n: v for n, at, v in slots if n in SHARED or not any(a <= at < b for a, b in edges)}
        return tuple(Part(a, b - 1, {**shared, **{n: v for n, at, v in reversed(slots) if a <= at < b}}) for a, b in edges)
