"""Step 1, clean: a text that rules can read, with a way back to every character of the text as given."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import ftfy
from ftfy.badness import is_bad

_BLANKS = {
    c: " " for c in (*range(0x20), 0x7F, *range(0x80, 0xA0), 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000) if c not in (0x09, 0x0A)
}
_LOST = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone surrogates are no characters
_PLAIN = str.maketrans(
    {**_BLANKS, **_LOST, 0x09: " ", 0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n", "’": "'", "‘": "'", "‐": "-", "‑": "-", "−": "-"}
)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+")
_FUSED = re.compile(r"\b([A-Z]?[a-zà-ÿ]{2,})([A-Z][a-zà-ÿ]*)\b")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The cleaned text; `cuts` and `origins` are the positions in it, and in the given text, at which an unchanged stretch begins."""

    text: str
    given: str
    cuts: tuple[int, ...]
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the given text for characters of the cleaned one; never empty where the given one is not."""
        if end <= start:
            at = self._back(start)
            return at, at
        return self._back(start), min(self._back(end - 1) + 1, len(self.given))

    def _back(self, at: int) -> int:
        part = bisect_right(self.cuts, at) - 1
        begin = self.origins[part] + at - self.cuts[part]
        limit = self.origins[part + 1] if part + 1 < len(self.origins) else len(self.given)
        return max(min(begin, limit - 1), self.origins[part], 0)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def clean(text: str, whole: frozenset[str], function_words: frozenset[str], known: frozenset[str] = frozenset()) -> Cleaned:
    """Repair mojibake, drop invisible characters, unify blanks and apostrophes, part words run together.

    Args:
        text: the text as given.
        whole: words with a capital inside that are not to be parted.
        function_words: words in lower case that begin a new sentence or phrase when fused to the one before.
        known: names; a fused word is parted where both halves are plausible and one is known.
    """
    edits = sorted([*_mojibake(text), *_invisible(text), *_fused(text, whole, function_words, known)], key=lambda e: (e.start, e.end))
    return _apply(text, edits)


def _apply(text: str, edits: Iterable[_Edit]) -> Cleaned:
    parts, cuts, origins, at, length = [], [0], [0], 0, 0
    for edit in edits:
        if edit.start < at:
            continue
        kept = text[at : edit.start].translate(_PLAIN)
        parts += [kept, edit.text]
        length += len(kept)
        cuts += [length, length + len(edit.text)]
        origins += [edit.start, edit.end]
        length += len(edit.text)
        at = edit.end
    parts.append(text[at:].translate(_PLAIN))
    return Cleaned("".join(parts), text, tuple(cuts), tuple(origins))


def _invisible(text: str) -> Iterator[_Edit]:
    return (_Edit(m.start(), m.end(), "") for m in _INVISIBLE.finditer(text))


def _mojibake(text: str) -> Iterator[_Edit]:
    """Lines in the wrong encoding, changed stretch by changed stretch."""
    at = 0
    for line in text.splitlines(keepends=True):
        if len(line) < 5000 and not line.isascii() and is_bad(line):
            better = ftfy.fix_encoding(line)
            for tag, i, j, k, m in SequenceMatcher(None, line, better, autojunk=False).get_opcodes():
                if tag != "equal":
                    yield _Edit(at + i, at + j, better[k:m].replace("\n", " "))
        at += len(line)


def _fused(text: str, whole: frozenset[str], function_words: frozenset[str], known: frozenset[str]) -> Iterator[_Edit]:
    """`MacronThe` becomes two sentences, `WitkoffFrom` two words."""
    for match in _FUSED.finditer(text):
        left, right = match.groups()
        if match.group() in whole or match.group() in known or left in ("Mc", "Mac", "De", "Le", "La", "Di", "Fitz", "Van", "Al", "El"):
            continue
        if right.lower() in function_words and (len(right) > 1 or left in known or text[match.end() : match.end() + 1] == " "):
            joins = right.lower() in ("from", "and", "of", "by", "for", "with", "on", "at", "as")
            yield _Edit(match.end(1), match.end(1), " " if joins else ". ")
        elif left in known and right in known:
            yield _Edit(match.end(1), match.end(1), " ")
