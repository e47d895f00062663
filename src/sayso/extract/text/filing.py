"""The day on which a report was filed, for reports that come without one: from its dateline, or from a line that holds a date alone."""

import re

from sayso.extract.text.split import Layout
from sayso.extract.times import TimeFinder, TimeMention

OPENING = 6  # sentences among which a line with the date is sought
SHORT = 80  # characters of such a line
_YEAR = re.compile(r"\d{4}|'\d\d")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"[,.|•·:;(\[–—-]\s*(?:\w+day,?\s*)?$")  # what sets a date off from names before it: "The Lima Post, 3 May 2024"
_ASIDE = re.compile(r"\([^)]*\)|[.|;].*$")  # what may follow it and tells of the text: "(translated from Arabic)", ". All times local"


def filed(text: str, layout: Layout, times: TimeFinder, words: frozenset[str]) -> TimeMention | None:
    """The day of a dateline or of a line such as "Published 3 May 2024", "The Lima Post, Friday 3 May 2024"; None without day and year.

    `words` are those that may stand beside a date in such a line, besides names that are set off from it.
    """
    if layout.dateline and layout.dateline.day:
        found = _day(times.find(text, None, [layout.dateline.day]))
        if found:
            return found
    for sentence in layout.sentences[:OPENING]:
        start, end = sentence.start, min(sentence.end, sentence.start + SHORT)
        if end == sentence.end and _YEAR.search(text, start, end):
            mentions = times.find(text, None, [(start, end)])
            found = _day(mentions)
            if found and (_alone(text, start, end, mentions, words) or _set_off(text, start, end, found, words)):
                return found
    return None


def _day(mentions: list[TimeMention]) -> TimeMention | None:
    return next((m for m in mentions if m.explicit and m.first is not None and m.first == m.last), None)


def _alone(text: str, start: int, end: int, mentions: list[TimeMention], words: frozenset[str]) -> bool:
    """Whether a line has nothing but times and words that go with them."""
    rest = list(text[start:end])
    for mention in mentions:
        rest[mention.start - start : mention.end - start] = " " * (mention.end - mention.start)
    return not _others("".join(rest), words)


def _set_off(text: str, start: int, end: int, day: TimeMention, words: frozenset[str]) -> bool:
    """Whether a line has nothing but a day and names that a comma, dash or bar sets off from it."""
    before, after = text[start : day.start], _ASIDE.sub("", text[day.end : end])
    return bool(_BEFORE.search(before)) and all(word[0].isupper() for word in _others(f"{before} {after}", words))


def _others(text: str, words: frozenset[str]) -> list[str]:
    return [word for word in _WORD.findall(text) if word.lower() not in words]
