"""Datelines: where, when and through which agency a paragraph was filed, and the marks of entries in a live blog or round-up."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

_LAND = r"(?P<land>, [A-Z][A-Za-z. ]{2,25}?)?"
_DASH = r"\s*(?:-{1,3}|–|—|:)\s+(?=\S)"
_LONG = r"\s+(?:--|–|—)\s+(?=[A-Z“\"])"
_NAME = r"(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})"
_DATELINE = re.compile(
    r"^\s*(?P<place>[A-Z][A-Z.'’\- ]{2,}(?:/[A-Z][A-Z.'’\- ]+)*)"
    + _LAND
    + r"(?P<date>,? (?:on )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)?"
    + r"\s*(?P<agency>\([^)]{2,40}\))?"
    + _DASH
)
_DAY = r"(?P<date>,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)"
_MIXED = re.compile(  # a place that is not in capitals needs an agency or a day after it
    r"^\s*" + _NAME + _LAND + _DAY + r"?\s*(?P<agency>\([A-Z][^)]{1,40}\))" + _DASH
)
_DATED = re.compile(r"^\s*" + _NAME + _LAND + _DAY + r"(?P<agency>)" + _DASH)
_BARE = re.compile(  # "MUMBAI (Agencies) Ten men ..."
    r"^\s*(?P<place>[A-Z][A-Z.'’\- ]{2,})(?P<date>)\s+(?P<agency>\((?:[A-Z][^)]{1,30}|own[^)]{0,20})\))\s+(?=[A-Z“\"])"
)
_AGENCY = re.compile(r"^\s*(?P<agency>\([A-Z][^)]{1,40}\))\s*(?:--|-|–|—)\s+(?=\S)")
_CLOCK = r"^\s*\[?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?!\w)(?: (?:GMT|UTC|CES?T|BST|E[SD]?T|local time))?\]?"
_ENTRY = re.compile(_CLOCK + r"\s*(?:(?:--|[-–—:|])\s+)?" + _NAME + r"(?:\s+(?:--|–|—)|:)\s+(?=\S)")  # "09:30 Berlin — Germany has ..."
_TIMED = re.compile(_CLOCK + r"(?:(?:\s*(?:--|[-–—:|])\s+|\s+)(?=[A-Z“\"])|\s*$)")  # "09:30: Police have ..."
_ITEM = re.compile(r"^\s*" + _NAME + _LONG)  # "Berlin — Germany has ..."
_HEADED = re.compile(_CLOCK + r"\s*(?:(?:--|[-–—:|])\s+)?" + _NAME + r"\s*$")  # a clock and a place above the entry
_PART = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}"
_LABEL = re.compile(rf"^\s*(?P<place>{_PART}(?:(?:[/–,] ?| and | & ){_PART})?)(?P<mark>\.|:|\s+(?:--|[-–—]))\s+(?=[A-Z0-9“\"])")
_WITHIN = re.compile(rf"^\s*(?P<place>{_PART}), (?P<of>{_PART})(?::|\s+(?:--|[-–—]))\s+(?=[A-Z0-9“\"])")
_JOINTS = re.compile(r"[-/–,&]| and ")
_HEADLINE = re.compile(r"[.!?]\s+(?=[A-Z]{2})")  # the end of a headline, where a name in capitals follows
_SURE = re.compile(r"--|–|—")
HEADLINE = 200  # characters of the longest headline
FEWEST = 2  # paragraphs that open like this in a round-up: one may be an aside


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and through which agency a report was filed, as written, and the characters of its day.

    `entry`: it opens one of several, which may name no place.
    """

    place: str
    start: int
    end: int
    agency: str | None
    day: tuple[int, int] | None = None
    entry: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """How the items of a round-up open: with a name and a long dash (`dashed`), or with a label of one of the `forms`.

    A form is the mark that ends a label, and whether it stands in capitals; `lands` are names that make any label one;
    `lone` are those that open a report which is no round-up.
    """

    dashed: bool = False
    forms: frozenset[tuple[str, bool]] = frozenset()
    lands: Set[str] = frozenset()
    lone: Set[str] = frozenset()

    @classmethod
    def of(cls, paragraphs: Sequence[str], lands: Set[str] = frozenset()) -> "Items":
        """Those of a text, by what several of its paragraphs open with; `lands` are names of countries and capitals in small letters."""
        dashed = sum(1 for text in paragraphs if _ITEM.match(text)) >= FEWEST
        labels = [label for text in paragraphs if (label := _LABEL.match(text)) and _names_land(label["place"], lands)]
        if len(labels) < FEWEST:
            return cls(dashed, lone=lands)
        forms = Counter(_form(label) for label in labels)
        return cls(dashed, frozenset(form for form, count in forms.items() if count >= FEWEST), lands)

    def match(self, paragraph: str) -> re.Match[str] | None:
        """The opening of an item."""
        if self.dashed and (dashed := _ITEM.match(paragraph)):
            return dashed
        label = _LABEL.match(paragraph) if self.lands else None
        return label if label and (_form(label) in self.forms or _names_land(label["place"], self.lands)) else None

    def filed(self, paragraph: str) -> re.Match[str] | None:
        """The name of a country or capital and a dash that open a report by itself: "Seoul - North Korean gunners ..."."""
        label, within = _LABEL.match(paragraph), _WITHIN.match(paragraph)
        if within and within["of"].lower() in self.lone:
            return within  # "Harare, Zimbabwe: Soldiers ..."
        return label if label and label["mark"] not in (".", ":") and label["place"].lower() in self.lone else None


NO_ITEMS = Items()


def under_headline(text: str, start: int, end: int) -> int | None:
    """Where a dateline with a long dash or an agency begins that stands in one paragraph with the headline before it."""
    for headline in _HEADLINE.finditer(text, start, min(end, start + HEADLINE)):
        line = _DATELINE.match(text[headline.end() : end])
        if line and (line["agency"] or _SURE.search(line.group())):
            return headline.end()
    return None


def opens_entry(line: str) -> bool:
    """Whether a line begins with a clock, as the entries of a live blog do."""
    return _TIMED.match(line) is not None


def _form(label: re.Match[str]) -> tuple[str, bool]:
    return label["mark"].strip(), label["place"].isupper()


def _names_land(place: str, lands: Set[str]) -> bool:
    """Whether a label names a country or capital, or two of them."""
    low = place.lower()
    return low in lands or all(part.strip() in lands for part in _JOINTS.split(low))


def dateline(text: str, start: int, end: int, items: Items = NO_ITEMS) -> tuple[Dateline | None, int]:
    """The dateline that opens a paragraph, and where the text begins after it; `items`: how those of a round-up open."""
    paragraph = text[start:end]
    match = _DATELINE.match(paragraph) or _MIXED.match(paragraph) or _DATED.match(paragraph) or _BARE.match(paragraph)
    if match:
        place = match["place"].rstrip(" -")
        at = start + match.start("place")
        first, last = match.span("date")
        day = (start + first, start + last) if first >= 0 else None
        return Dateline(place, at, at + len(place), match["agency"] or None, day), start + match.end()
    if entry := _ENTRY.match(paragraph) or _HEADED.match(paragraph) or items.match(paragraph):
        at = start + entry.start("place")
        return Dateline(entry["place"], at, at + len(entry["place"]), None, entry=True), start + entry.end()
    if timed := _TIMED.match(paragraph):
        return Dateline("", start, start, None, entry=True), start + timed.end()
    if start == 0 and (filed := items.filed(paragraph)):
        return Dateline(filed["place"], filed.start("place"), filed.end("place"), None), filed.end()
    bare = _AGENCY.match(paragraph)
    if bare:
        return Dateline("", start + bare.start("agency"), start + bare.start("agency"), bare["agency"]), start + bare.end()
    return None, start
