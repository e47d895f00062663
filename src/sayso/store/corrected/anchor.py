"""Where a quotation stands, also in a text that has changed.

After TextQuoteSelector and TextPositionSelector of the W3C's Web Annotation Data Model
(https://www.w3.org/TR/annotation-model/#text-quote-selector).
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

AROUND = 32  # characters of context on each side, as annotation tools have them
ENOUGH = 12  # characters of quotation and context that must be the same: "led" stands in any text


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quotation with what stood before and after it, and its offsets (code points, end excluded) in the text that it was taken from."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The anchor of a stretch of a text."""
        return cls(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND], start, end)

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The anchor that `to_dict` gave."""
        return cls(**{key: value[key] for key in cls.__slots__})

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)

    def find(self, text: str) -> int | None:
        """Where the quotation begins in a text: where most of its context is the same, then nearest to where it was; None if nowhere.

        A short quotation needs context that is the same, too: the word alone may stand anywhere.
        """
        whole = len(self.prefix) + len(self.suffix)
        if text[self.start : self.end] == self.exact and self._context(text, self.start) == whole:
            return self.start
        enough = min(ENOUGH, (whole + len(self.exact)) // 2)
        found = [at for at in _occurrences(text, self.exact) if self._context(text, at) + len(self.exact) >= enough]
        return max(found, key=lambda at: (self._context(text, at), self._words(text, at), -abs(at - self.start)), default=None)

    def _context(self, text: str, at: int) -> int:
        """How many characters next to the place are those that stood there."""
        before, after = text[max(0, at - AROUND) : at], text[at + len(self.exact) : at + len(self.exact) + AROUND]
        return _common(before[::-1], self.prefix[::-1]) + _common(after, self.suffix)

    def _words(self, text: str, at: int) -> bool:
        """Whether it stands there as whole words."""
        end = at + len(self.exact)
        borders = (text[at - 1 : at + 1] if at else "", text[end - 1 : end + 1])
        return not any(len(border) == 2 and border.isalnum() for border in borders)


def _common(one: str, other: str) -> int:
    """The length of the beginning that two texts share."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
