"""A form of time expressions: as written in the lexicon, and as a pattern over classes of words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import LexiconError

PIECE = re.compile(r"<\w+>|[\[\](){}|!]|[^\s\[\](){}|!<>]+")
SIGNS = "[](){}|!"
_OPENED = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}


@dataclass(frozen=True, slots=True)
class Form:
    """A form in pieces, how its value is read, and whether its expressions are the ends of a range; of equals the lower rank wins."""

    read: str
    value: str
    ranged: bool
    pieces: tuple[str, ...]
    rank: int
    hint: tuple[str, ...] = ()

    @classmethod
    def of(cls, entry: Mapping[str, Any], macros: Mapping[str, str], rank: int) -> "Form":
        """Read an entry of the lexicon.

        Raises:
            LexiconError: a macro is not known.
        """
        try:
            written = re.sub(r"\$(\w+)", lambda m: macros[m[1]], entry["form"])
        except KeyError as error:
            raise LexiconError(f"cues/time.yaml: form {entry['form']!r}: no macro is called {error}") from error
        ranged, hint = bool(entry.get("range")), tuple(entry.get("hint", ()))
        return cls(
            read=entry["read"], value=entry.get("value", ""), ranged=ranged, pieces=tuple(PIECE.findall(written)), rank=rank, hint=hint
        )

    def words(self) -> Iterator[str]:
        """The words that it names itself."""
        return (p for p in self.pieces if p[0] not in SIGNS and p[0] != "<")

    def openings(self) -> Iterator[str]:
        """The words and classes that it could begin with, and a few more."""
        for piece, optional, group in self._depths():
            yield piece
            if not optional and not group:
                return
            if not optional and piece == ")":
                return

    def needs(self) -> frozenset[str]:
        """The classes of words without which it can't fit, or else such words."""
        sure = [_name(p) for n, (p, optional, group) in enumerate(self._depths()) if not optional and not group and p not in SIGNS]
        return frozenset(n for n in sure if n[0] != "=") or frozenset(sure)

    def _depths(self) -> Iterator[tuple[str, int, int]]:
        """The words and classes outside of what may not follow, with the depth of brackets and parentheses; closing parentheses besides."""
        optional = group = barred = 0
        for before, piece in zip(("", *self.pieces), self.pieces, strict=False):
            optional += (piece == "[") - (piece == "]")
            group += (piece == "(") - (piece == ")")
            barred = group if before == "!" and piece == "(" else 0 if piece == ")" and group < barred else barred
            if barred or before == "!":
                continue
            if piece not in SIGNS or (piece == ")" and not group):
                yield piece, optional, group + (piece == ")")

    def regex(self, characters: Mapping[str, str]) -> str:
        """The form as a regular expression; `characters` are those of each class, and of each word as `=word`."""
        out, braces, seen = [], 0, set[str]()
        for before, piece in zip(("", *self.pieces), self.pieces, strict=False):
            if piece == "!":
                out.append("(?!")
            elif piece in _OPENED:
                out.append("" if before == "!" else _OPENED[piece])
            elif piece in "{}":
                braces += piece == "{"
                out.append(f"(?P<_{braces}>" if piece == "{" else ")")
            elif before == "!":
                out.append(f"[{characters[_name(piece)]}])")
            else:
                out.append(_slot(piece, characters[_name(piece)], seen))
        return "".join(out)


def _slot(piece: str, held: str, seen: set[str]) -> str:
    """One of some characters; of a class a group under its name, the first time."""
    slot = piece[1:-1] if piece[0] == "<" else ""
    if not slot or slot in seen:
        return f"[{held}]"
    seen.add(slot)
    return f"(?P<{slot}>[{held}])"


def _name(piece: str) -> str:
    """The class that a piece asks for: the second of one kind is written with a figure."""
    return piece[1:-1].rstrip("0123456789") if piece[0] == "<" else f"={piece}"


def names(pieces: Sequence[str]) -> Iterator[str]:
    """The classes and words of a form's pieces."""
    return (_name(p) for p in pieces if p not in SIGNS)
