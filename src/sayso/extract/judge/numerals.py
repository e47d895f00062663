"""Numbers as they are written: figures, words, ranges, fractions, "tens of thousands", with their bounds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

TO = ("to", "-", "–", "—", "or", "and")
DASHES = ("-", "–", "—", "‑")
LEAST_SCALE = 1000  # a scale that both ends of a range share: "2 to 3 million"
LONGEST = 4  # words of a bound
SHARE = 3  # figures of what is left of thousands: "2 thousand 745"
_FIGURES = re.compile(r"(?P<sign>[^\w\s.,-]*)(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>[a-z]{1,3})?$")
_FIGURE = re.compile(r"\d|\w-\w")
_SPAN = re.compile(r"(\d[\d,.]*)[-–](\d[\d,.]*)([a-z]{1,3})?$")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a sentence: first and last token with its bounds' words, last token of the figures themselves, and its bounds.

    `low` and `high` are None where the text leaves that side open.
    """

    first: int
    last: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number that ends before a token; `scale` is its last multiplier, `vague` one that is only a floor."""

    end: int
    value: float
    scale: float = 1
    vague: bool = False
    fraction: bool = False


class Numerals:
    """The number words of the cue file `quantity`."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        """Take them."""
        self._scales: dict[str, float] = cues["scales"]
        self._short: dict[str, float] = cues["short_scales"]
        self._vague: dict[str, float] = cues["vague"]
        self._fractions: dict[str, float] = cues["fractions"]
        several = {*self._scales, *self._vague, *self._short, "a", "an", "couple"}
        self._ones: dict[str, float] = {w: v for w, v in cues["numbers"].items() if w not in several}
        self._signs = frozenset(cues["money_signs"])
        self._lower, self._upper = (tuple(tuple(b.split()) for b in cues[k]) for k in ("lower_bounds", "upper_bounds"))
        self._after = tuple(tuple(b.split()) for b in cues["lower_after"])
        self.starts = frozenset((*self._ones, *self._vague, *self._fractions, "several"))
        self._openers = self.starts | {"a", "an"}

    def find(self, lower: Sequence[str]) -> list[Numeral]:
        """The numbers among words in lower case, from left to right."""
        found: list[Numeral] = []
        free = 0
        for at, word in enumerate(lower):
            if at >= free and (word in self._openers or _FIGURE.search(word)) and (numeral := self._at(lower, at)):
                found.append(numeral)
                free = numeral.last + 1
        return found

    def sign(self, lower: Sequence[str], first: int) -> int:
        """The first token of a number with its currency's sign before it."""
        return first - 1 if first > 0 and lower[first - 1] in self._signs else first

    def _at(self, lower: Sequence[str], at: int) -> Numeral | None:
        word = lower[at]
        if spanned := _SPAN.match(word.lstrip("".join(s for s in self._signs if len(s) == 1))):
            return self._span(lower, at, spanned)
        amount = self._amount(lower, at)
        if amount is None:
            return None
        first = self.sign(lower, at)
        low, high, end = amount.value, None if amount.vague else amount.value, amount.end
        other = self._other_end(lower, amount, between=first > 0 and lower[first - 1] == "between")
        if other and high is not None:
            low = low * other.scale if other.scale >= LEAST_SCALE > low and amount.scale == 1 else low
            if low < other.value:
                between = first > 0 and lower[first - 1] == "between"
                return Numeral(first - between, other.end - 1, (at, other.end - 1), low, other.value)
        return self._bounded(lower, (first, at, end - 1), low, high, fraction=amount.fraction)

    def _span(self, lower: Sequence[str], at: int, spanned: re.Match[str]) -> Numeral | None:
        """A range in one word: "14-20"."""
        low, high = (float(n.replace(",", "").rstrip(".")) for n in spanned.group(1, 2))
        scale = self._short.get(spanned[3] or "", 1)
        last = at
        if at + 1 < len(lower) and lower[at + 1] in self._scales:
            scale, last = self._scales[lower[at + 1]], at + 1
        return Numeral(self.sign(lower, at), last, (at, last), low * scale, high * scale) if low < high else None

    def _other_end(self, lower: Sequence[str], amount: _Amount, *, between: bool) -> _Amount | None:
        """The upper end of a range: "14 to 20", "one or two", "between 10 and 15"."""
        link = lower[amount.end] if amount.end < len(lower) else ""
        if link not in TO or (link == "and") is not between:
            return None
        at = amount.end + 1
        at += at < len(lower) and lower[at] in self._signs
        return self._amount(lower, at) if at < len(lower) else None

    def _bounded(self, lower: Sequence[str], at: tuple[int, int, int], low: float, high: float | None, *, fraction: bool) -> Numeral:
        """The number with the words that bound it."""
        first, core, last = at
        for bounds, upper in ((self._upper, True), (self._lower, False)):
            for bound in bounds:
                if first >= len(bound) and tuple(lower[first - len(bound) : first]) == bound:
                    start = first - len(bound)
                    return Numeral(start, last, (core, last), None if upper else low, high if upper else None, fraction)
        for bound in self._after:
            if tuple(lower[last + 1 : last + 1 + len(bound)]) == bound:
                return Numeral(first, last + len(bound), (core, last), low, None, fraction)
        return Numeral(first, last, (core, last), low, high, fraction)

    def _amount(self, lower: Sequence[str], at: int) -> _Amount | None:
        word = lower[at]
        figures = _FIGURES.match(word)
        if figures:
            return self._figures(lower, at, figures)
        if word in self._vague:
            return self._many(lower, at)
        if word in ("a", "an", "several", "half"):
            return self._of_one(lower, at)
        return self._words(lower, at)

    def _figures(self, lower: Sequence[str], at: int, figures: re.Match[str]) -> _Amount | None:
        if (figures["sign"] and figures["sign"] not in self._signs) or (figures["scale"] and figures["scale"] not in self._short):
            return None
        value, scale, end = float(figures["number"].replace(",", "")), self._short.get(figures["scale"] or "", 1.0), at + 1
        while end < len(lower) and (factor := self._factor(lower, end)):
            scale *= factor
            end += 1
        rest = lower[end] if end < len(lower) and scale >= LEAST_SCALE else ""
        if rest.isdigit() and float(rest) < scale and len(rest) == SHARE:  # "2 thousand 745 judges"
            return _Amount(end + 1, value * scale + float(rest))
        return _Amount(end, value * scale, scale)

    def _factor(self, lower: Sequence[str], at: int) -> float | None:
        """By how much a word after figures makes them bigger; an "m" only in sums, or it would be metres."""
        word = lower[at]
        if word == "m" and not (lower[at - 1][:1] in self._signs or (at > 1 and lower[at - 2] in self._signs)):
            return None
        return self._scales.get(word) or self._short.get(word)

    def _many(self, lower: Sequence[str], at: int) -> _Amount:
        """Dozens, hundreds, tens of thousands."""
        value, end = self._vague[lower[at]], at + 1
        if lower[end : end + 1] == ["of"] and end + 1 < len(lower) and self._vague.get(lower[end + 1], 0) >= LEAST_SCALE:
            value, end = value * self._vague[lower[end + 1]] / 2, end + 2
        return _Amount(end, value, vague=True)

    def _of_one(self, lower: Sequence[str], at: int) -> _Amount | None:
        """A dozen, half a million, several hundred, a third."""
        word, after = lower[at], lower[at + 1] if at + 1 < len(lower) else ""
        if word == "half" and after in ("a", "an") and at + 2 < len(lower) and lower[at + 2] in self._scales:
            return _Amount(at + 3, self._scales[lower[at + 2]] / 2)
        if after in self._scales:
            return self._grown(lower, at + 1, 2.0 if word == "several" else 1.0, vague=word == "several")
        if word in ("a", "an") and after in ("few", "couple") and at + 2 < len(lower) and lower[at + 2] in self._scales:
            return self._grown(lower, at + 2, 2.0, vague=True)
        if (word in ("a", "an") and after in self._fractions) or word == "half":
            end = at + (1 if word == "half" else 2)
            return _Amount(end, self._fractions.get(after, 0.5), fraction=True) if lower[end : end + 1] == ["of"] else None
        return None

    def _grown(self, lower: Sequence[str], at: int, value: float, *, vague: bool) -> _Amount:
        while at < len(lower) and lower[at] in self._scales:
            value *= self._scales[lower[at]]
            at += 1
        return _Amount(at, value, vague=vague)

    def _words(self, lower: Sequence[str], at: int) -> _Amount | None:
        """Twenty-five, two hundred and fifty, three million, two-thirds."""
        total, part, scale, end = 0.0, None, 1.0, at
        while end < len(lower):
            word = lower[end]
            joined = end > at and (word in DASHES or word == "and") and lower[end + 1 : end + 2] and lower[end + 1] in self._ones
            if joined and _continues(word, part, self._ones[lower[end + 1]]):
                end += 1
                continue
            one = self._ones.get(word, self._hyphened(word))
            if one is not None and (
                part is None or (part % 10 == 0 and one < 10 <= part) or (part >= 100 and part % 100 == 0 and one < 100)
            ):
                part = (part or 0) + one
            elif word in self._scales and part is not None and end > at:
                scale = self._scales[word]
                total, part = (total, part * scale) if scale == 100 or scale == 12 else (total + part * scale, 0.0)
            else:
                break
            end += 1
        if part is None:
            return None
        return self._divided(lower, end, total + part) or _Amount(end, total + part, scale)

    def _hyphened(self, word: str) -> float | None:
        parts = [self._ones.get(p) for p in word.split("-")] if "-" in word.strip("-") else []
        return sum(p for p in parts if p is not None) if parts and all(p is not None for p in parts) else None

    def _divided(self, lower: Sequence[str], end: int, value: float) -> _Amount | None:
        """Two-thirds, three quarters."""
        at = end + (end < len(lower) and lower[end] in DASHES)
        if at < len(lower) and lower[at] in self._fractions and lower[at] != "half":
            return _Amount(at + 1, round(value * self._fractions[lower[at]], 2), fraction=True)
        return None


def _continues(link: str, part: float | None, following: float) -> bool:
    """Whether a number goes on after a hyphen ("twenty-five") or an "and" ("two hundred and five")."""
    if not part:
        return False
    return (part % 100 == 0 and following < 100) if link == "and" else (part % 10 == 0 and part % 100 >= 20 and following < 10)
