"""Datelines: where, when and through which agency a paragraph was filed, and the marks of entries in a live blog or round-up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LAND = r"(?P<land>, [A-Z][A-Za-z. ]{2,25}?)?"
_DASH = r"\s*(?:--|-|–|—|:)\s+(?=\S)"
_LONG = r"\s+(?:--|–|—)\s+(?=[A-Z“\"])"
_NAME = r"(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})"
_DATELINE = re.compile(
    r"^\s*(?P<place>[A-Z][A-Z.'’\- ]{2,}(?:/[A-Z][A-Z.'’\- ]+)*)"
    + _LAND
    + r"(?P<date>,? (?:on )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)?"
    + r"\s*(?P<agency>\([^)]{2,40}\))?"
    + _DASH
)
_MIXED = re.compile(  # a place that is not in capitals needs an agency after it
    r"^\s*"
    + _NAME
    + _LAND
    + r"(?P<date>,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)?"
    + r"\s*(?P<agency>\([A-Z][^)]{1,40}\))"
    + _DASH
)
_AGENCY = re.compile(r"^\s*(?P<agency>\([A-Z][^)]{1,40}\))\s*(?:--|-|–|—)\s+(?=\S)")
_CLOCK = r"^\s*\[?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?!\w)(?: (?:GMT|UTC|CES?T|BST|E[SD]?T|local time))?\]?"
_ENTRY = re.compile(_CLOCK + r"\s*(?:(?:--|[-–—:|])\s+)?" + _NAME + r"(?:\s+(?:--|–|—)|:)\s+(?=\S)")  # "09:30 Berlin — Germany has ..."
_TIMED = re.compile(_CLOCK + r"(?:\s*(?:--|[-–—:|])\s+|\s+)(?=[A-Z“\"])")  # "09:30: Police have ..."
_ITEM = re.compile(r"^\s*" + _NAME + _LONG)  # "Berlin — Germany has ..."
FEWEST = 2  # paragraphs that open like this in a round-up: one may be an aside


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and through which agency a report was filed, as written, and the characters of its day; `entry`: it opens one of several."""

    place: str
    start: int
    end: int
    agency: str | None
    day: tuple[int, int] | None = None
    entry: bool = False


def roundup(paragraphs: Iterable[str]) -> bool:
    """Whether several paragraphs open with a place and a dash, as the items of a round-up do."""
    return sum(1 for text in paragraphs if _ITEM.match(text)) >= FEWEST


def dateline(text: str, start: int, end: int, *, items: bool = False) -> tuple[Dateline | None, int]:
    """The dateline that opens a paragraph, and where the text begins after it; `items`: the report is a round-up."""
    paragraph = text[start:end]
    match = _DATELINE.match(paragraph) or _MIXED.match(paragraph)
    if match:
        place = match["place"].rstrip()
        at = start + match.start("place")
        first, last = match.span("date")
        day = (start + first, start + last) if first >= 0 else None
        return Dateline(place, at, at + len(place), match["agency"], day), start + match.end()
    if entry := _ENTRY.match(paragraph) or (_ITEM.match(paragraph) if items else None):
        at = start + entry.start("place")
        return Dateline(entry["place"], at, at + len(entry["place"]), None, entry=True), start + entry.end()
    if timed := _TIMED.match(paragraph):
        return None, start + timed.end()
    bare = _AGENCY.match(paragraph)
    if bare:
        return Dateline("", start + bare.start("agency"), start + bare.start("agency"), bare["agency"]), start + bare.end()
    return None, start
