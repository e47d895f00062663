"""The words of a text as classes: months, units, ordinals, numbers that could be a day, a year, an hour."""

import re
from collections.abc import Mapping, Set
from typing import Any, NamedTuple

YEARS = range(1500, 2100)  # numbers that are taken for a year without more ado
OTHER, CAPITAL = "other", "capital"
_OTHER, _CAPITAL = frozenset((OTHER,)), frozenset((CAPITAL,))
_SIGNS = {"’": "'", "–": "-", "—": "-", "‑": "-"}  # signs that are written in several ways
_NUMBER = re.compile(r"(\d+)(st|nd|rd|th|s)?$")
_FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?$")
_NO_YEAR = r"-\d(?!\d)|-\d{3}(?!\d)|,\d|\.\d|/\d"
_SHAPES = (
    (re.compile(r"\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?:t[\d:]+z?)?$"), "iso"),
    (re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{4}$"), "slashed"),
    (re.compile(r"\d{1,2}:\d\d$"), "clock"),
    (re.compile(r"'\d\d$"), "apostrophe"),
    (re.compile(r"'\d0s$"), "decade"),
    (re.compile(r"q[1-4]$"), "q"),
    (re.compile(r"fy\d\d(?:\d\d)?$"), "fiscal"),
)


class Token(NamedTuple):
    """A word or sign: characters of the text, in lower case, and its classes; a tuple, as there are so many."""

    start: int
    end: int
    text: str
    classes: frozenset[str]


class Words:
    """Which classes the words of one lexicon have, and what a word is worth in each."""

    def __init__(self, cues: Mapping[str, Any], numbers: Mapping[str, float]) -> None:
        """Take them from the cue file `time` and the number words of `quantity`."""
        classes: dict[str, Any] = {**cues["classes"], "weekday": cues["weekdays"], "month": cues["months"]}
        shy = set(cues["shy"])
        for name in ("weekday", "month"):
            classes[f"sure_{name}"] = {w: v for w, v in classes[name].items() if w not in shy}
        classes["weekdays"] = {f"{w}s": v for w, v in classes["weekday"].items() if len(w) > 5}
        classes["plural"] = {f"{w}s": v for w, v in classes["unit"].items() if not w.endswith("s")}
        classes["single"] = classes["unit"]
        classes["unit"] = {**classes["unit"], **classes["plural"]}
        classes["count"] = _numbers(numbers)
        classes["number"] = {w: v for w, v in classes["count"].items() if w not in ("a", "an")}
        classes["ordinal"] = {**classes["ordinal"], **_joined(numbers, {w: v for w, v in classes["ordinal"].items() if v < 10})}
        self.values: dict[str, Mapping[str, Any]] = {k: v if isinstance(v, dict) else dict.fromkeys(v, True) for k, v in classes.items()}
        self.capital = {c + n for c in cues["capital"] for n in ("", "s")} | {f"sure_{c}" for c in cues["capital"]}
        self.known: dict[str, frozenset[str]] = {}
        for name, words in self.values.items():
            for word in words:
                self.known[word] = self.known.get(word, frozenset()) | {name}
        ways = "|".join(w.capitalize() for w in cues["ways"])
        self._no_year = re.compile(rf"{_NO_YEAR}|(?: [A-Z][\w.]*){{1,3}} (?:{ways})\b(?! [A-Z])")
        self._plain = {w: c - self.capital for w, c in self.known.items()}
        self._short = {
            w for n in ("weekday", "month") for w in classes[n] if len(w) < 6 and w not in ("may", "march", "april", "june", "july")
        }
        self._token = _pattern([w for w in self.known if "." in w] + [f"{w}." for w in self._short])
        self._ones = {w.rpartition("-")[2] for w in self.known if "-" in w} | {"hundred"}

    def add(self, literals: Set[str]) -> None:
        """Words that forms name themselves, each a class of its own, written `=word`."""
        for word in literals:
            for known in (self.known, self._plain):
                known[word] = known.get(word, frozenset()) | {f"={word}"}

    def read(self, text: str, start: int, end: int) -> list[Token]:
        """The tokens of a stretch of a text."""
        found: list[Token] = []
        for match in self._token.finditer(text, start, end):
            written, first, last = match.group(), match.start(), match.end()
            low = written.lower()
            if not low[0].isalnum():
                low = _SIGNS.get(low[0], low[0]) + low[1:]
            elif low[-1] == "." and low[:-1] in self._short:
                low, last = low[:-1], last - 1
            if found and low in self._ones and (joined := self._joined(found, low)):
                first, low = found[-1].start, joined
                del found[-1 if found[-1].text != "-" else -2 :]
            classes = (self.known if written[0].isupper() else self._plain).get(low)
            if classes is None and low.isalpha():
                classes = _CAPITAL if written[0].isupper() else _OTHER
            elif classes is None:
                classes = self._unknown(written, low, text, last)
            found.append(Token(first, last, low, classes))
        return found

    def spelled(self, words: str) -> str:
        """Words as their tokens, with blanks between."""
        return " ".join(t.text for t in self.read(words, 0, len(words)))

    def _joined(self, found: list[Token], low: str) -> str | None:
        """The number that a word makes with the one before: "twenty-one", "a hundred"."""
        whole = f"{found[-2].text}-{low}" if found[-1].text == "-" and len(found) > 1 else f"{found[-1].text} {low}"
        whole = whole if low == "hundred" else whole.replace(" ", "-")
        return whole if whole in self.known else None

    def worth(self, name: str, text: str) -> Any:
        """What a token is worth in one of its classes: the lexicon's value, or its number."""
        known = self.values.get(name, {}).get(text)
        if known is not None:
            return known
        number = _NUMBER.match(text)
        if number:
            return int(number[1])
        return float(text.replace(",", "")) if _FIGURES.match(text) else text

    def _unknown(self, written: str, low: str, text: str, end: int) -> frozenset[str]:
        """The classes of a word that no list has."""
        if low[0].isdigit() or (low[0] in "'qf" and low[-1].isalnum() and any(c.isdigit() for c in low)):
            return of_number(low, year=not self._no_year.match(text, end)) or _OTHER
        return _CAPITAL if written[0].isupper() else _OTHER


def of_number(low: str, *, year: bool = True) -> frozenset[str]:
    """The classes of a word with figures; `year`: it stands where a year could."""
    shape = next((name for pattern, name in _SHAPES if pattern.match(low)), None)
    if shape:
        return frozenset((shape,))
    number = _NUMBER.match(low)
    if number is None:
        return frozenset(("number", "count")) if low[0].isdigit() else frozenset()
    value, ending = int(number[1]), number[2]
    if ending == "s":
        return frozenset(("decade",)) if value in YEARS and value % 10 == 0 else frozenset()
    if ending:
        return frozenset(("ordinal", "day", "nth") if 0 < value < 32 else ("ordinal",))
    figures = len(number[1])
    kinds = {
        "number": True,
        "count": True,
        "day": 0 < value < 32 and figures < 3,
        "hour": value < 25 and figures < 3,
        "short": figures == 2,
        "any_year": 0 < figures < 5 and value > 0,
        "year": figures == 4 and value in YEARS and year,
        "hours": figures == 4 and value < 2400 and value % 100 < 60,
    }
    return frozenset(name for name, holds in kinds.items() if holds)


def samples() -> list[frozenset[str]]:
    """All sets of classes that words with figures can have."""
    numbers = [
        *map(str, range(100)),
        *(f"{n:02}" for n in range(10)),
        *["100", "1066", "1030", "1530", "1999", "2030", "2130", "2199", "9999", "12345", "1990s", "3rd", "40th"],
    ]
    shapes = ["2024-05-03", "3/5/2024", "10:30", "'68", "'90s", "q1", "fy2024", "1,000"]
    return [of_number(n, year=year) for n in (*numbers, *shapes) for year in (True, False)]


def _numbers(numbers: Mapping[str, float]) -> dict[str, int]:
    """Number words up to nine hundred, as counts of units of time."""
    small = {w: int(v) for w, v in numbers.items() if (v < 100 and w[-1] != "s") or w == "six"}
    hundreds = {f"{w} hundred": 100 * v for w, v in small.items() if v < 10}
    return {**small, **_joined(numbers, {w: v for w, v in small.items() if 0 < v < 10 and len(w) > 2}), **hundreds}


def _joined(numbers: Mapping[str, float], ones: Mapping[str, int]) -> dict[str, int]:
    """Twenty-one to ninety-nine, with what may stand for the ones."""
    tens = {w: int(v) for w, v in numbers.items() if 20 <= v < 100 and v % 10 == 0 and w.endswith("ty")}
    return {f"{ten}-{one}": value + ones[one] for ten, value in tens.items() for one in ones}


def _pattern(dotted: list[str]) -> re.Pattern[str]:
    points = "|".join(re.escape(w) for w in sorted(dotted, key=len, reverse=True))
    return re.compile(
        r"[^\W\d_]++(?![\w.'’])"  # most words, at once
        rf"|\b(?:{points})(?!\w)|\b(?:FY\d{{2,4}}|Q[1-4])\b|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*+(?!\d)"
        r"|\d{4}-\d\d-\d\d(?:T[\d:]+Z?)?(?![\d-])|\d{1,2}([/.])\d{1,2}\1\d{4}\b|\d{1,2}:\d\d(?![\d:])"
        r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+(?:st|nd|rd|th|s)?(?!\w)|\d+"
        r"|(?<!\w)['’]\d\ds?\b|['’]s\b|\w+|\S",
        re.IGNORECASE,
    )
