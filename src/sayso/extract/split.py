"""Step 2, split: paragraphs and sentences, with what surrounds a report's text set apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.surround import Fact, Kind, Surround

_BLOCK = re.compile(r"[^\n]+")
_END = re.compile(
    r"""(?<![.!?…])(?:[.!?…]++["”»'’)\]]*+|[”"])(?=\s)\s+(?=["“‘'(\[«]*[A-Z0-9À-Þ])|(?<=[a-z0-9)%]{2})[.!?]["”]?(?=[A-ZÀ-Þ][a-z]+)|(?<=[.!?]["”])(?=[A-ZÀ-Þ][a-z])"""
    r"""|;\s+(?=\S+\s+\S+\s+\S+)"""
)
PLATFORM = " on X"  # where people post: no initial
SHORT = 4  # words that make no clause
_QUOTES = re.compile('["“„«”»]')
_WORD_BEFORE = re.compile(r"([\w.'-]+)$")
_LAND = r"(?P<land>, [A-Z][A-Za-z. ]{2,25}?)?"
_DASH = r"\s*(?:--|-|–|—|:)\s+(?=\S)"
_DATELINE = re.compile(
    r"^\s*(?P<place>[A-Z][A-Z.'’\- ]{2,}(?:/[A-Z][A-Z.'’\- ]+)*)"
    + _LAND
    + r"(?P<date>,? (?:on )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)?"
    + r"\s*(?P<agency>\([^)]{2,40}\))?"
    + _DASH
)
_MIXED = re.compile(  # a place that is not in capitals needs an agency after it
    r"^\s*(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})"
    + _LAND
    + r"(?P<date>,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)?"
    + r"\s*(?P<agency>\([A-Z][^)]{1,40}\))"
    + _DASH
)
OPENING = ('"', "“", "„")  # marks that begin a quotation
_AGENCY = re.compile(r"^\s*(?P<agency>\([A-Z][^)]{1,40}\))\s*(?:--|-|–|—)\s+(?=\S)")
LONG = 2000  # characters after which a sentence is cut at a blank: nothing readable is longer


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the cleaned text; `quoted` if it begins inside an open quotation."""

    start: int
    end: int
    kind: Kind
    paragraph: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and through which agency a report was filed, as written, and the characters of its day."""

    place: str
    start: int
    end: int
    agency: str | None
    day: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A text in sentences, in its order, and the facts told beside it."""

    sentences: tuple[Sentence, ...]
    dateline: Dateline | None
    facts: tuple[Fact, ...] = ()


def split(text: str, surround: Surround, abbreviations: frozenset[str]) -> Layout:
    """Split a cleaned text into what is to be read and what surrounds it."""
    sentences: list[Sentence] = []
    facts: list[Fact] = []
    datelines: list[Dateline] = []
    seen: set[str] = set()
    for number, (start, end) in enumerate(_paragraphs(text)):
        for begin, stop, kind in _parts(text, start, end, surround, seen):
            if kind in ("text", "headline"):
                dateline, begin = _dateline(text, begin, stop)
                datelines += [dateline] if dateline else []
                kind = "text" if dateline else kind
            else:
                facts += surround.facts(kind, text[begin:stop], begin)
            opened = False
            for first, last in _cut(text, begin, stop, abbreviations):
                sentences.append(Sentence(first, last, kind, number, opened))
                opened = stays_open(text[first:last], opened=opened)
    dateline = next((d for d in datelines if d.place), None)
    told = sorted([*_told(text, datelines, surround), *facts], key=lambda f: (f.start, f.end))
    return Layout(tuple(sentences), dateline, tuple(told))


def _parts(text: str, start: int, end: int, surround: Surround, seen: set[str]) -> Iterator[tuple[int, int, Kind]]:
    """A paragraph as a whole, or its text and what stands after it."""
    kind = surround.kind(text[start:end], seen)
    tail = surround.tail(text[start:end]) if kind in ("text", "headline") else None
    if tail is None:
        yield start, end, kind
        return
    at, after = tail
    if text[start : start + at].strip():
        yield start, start + at, surround.plain(text[start : start + at])
    yield start + at, end, after


def _dateline(text: str, start: int, end: int) -> tuple[Dateline | None, int]:
    """The dateline that opens a paragraph, and where the text begins after it."""
    paragraph = text[start:end]
    match = _DATELINE.match(paragraph) or _MIXED.match(paragraph)
    if match:
        place = match["place"].rstrip()
        at = start + match.start("place")
        first, last = match.span("date")
        day = (start + first, start + last) if first >= 0 else None
        return Dateline(place, at, at + len(place), match["agency"], day), start + match.end()
    bare = _AGENCY.match(paragraph)
    if bare:
        return Dateline("", start + bare.start("agency"), start + bare.start("agency"), bare["agency"]), start + bare.end()
    return None, start


def _told(text: str, datelines: list[Dateline], surround: Surround) -> Iterator[Fact]:
    """The facts of datelines."""
    for line in datelines:
        if line.place:
            yield Fact("dateline", line.start, line.end, line.place)
        held = (line.agency or "").strip("()")
        if held and surround.is_agency(held):
            at = text.index(held, line.end)
            yield Fact("agency", at, at + len(held), held)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, those of one wrapped paragraph joined."""
    held: tuple[int, int] | None = None
    for match in _BLOCK.finditer(text):
        start, end = match.span()
        line = match.group()
        if not line.strip():
            continue
        if held and text[held[1] : start].count("\n") == 1 and _wrapped(text[held[0] : held[1]], line):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _wrapped(before: str, line: str) -> bool:
    """Whether a line goes on where the one before was broken."""
    last = before.rsplit("\n", 1)[-1].rstrip()
    return last[-1:] not in '.!?:”"' and (line.lstrip()[:1].islower() or (50 <= len(last) <= 100 and len(line.split()) > 3))


def _cut(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _abbreviated(text[begin : match.start()], match.group(), abbreviations):
            continue
        stop = match.end()
        yield from _trimmed(text, begin, stop)
        begin = stop
    yield from _trimmed(text, begin, end)


def _abbreviated(before: str, mark: str, abbreviations: frozenset[str]) -> bool:
    """Whether the mark ends an abbreviation or an initial and not a sentence."""
    if mark.startswith(";"):  # the parser hangs a clause before a semicolon below the one after it; a list is left whole
        return len(before.split()) < SHORT
    if mark.strip() in ('"', "”"):
        return not before or before[-1] not in ".!?…"
    if not mark.startswith(".") or mark.startswith(".."):
        return False
    word = _WORD_BEFORE.search(before, before.rfind(" ") + 1)
    if not word:
        return False
    last = word.group(1).lower().lstrip("'")
    if before.endswith(PLATFORM):
        return False
    return last in abbreviations or (len(last) == 1 and last.isalpha() and word.group(1).isupper())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without blanks at its ends, in pieces of a length that can be parsed."""
    bare = text[start:end].rstrip()
    end, start = start + len(bare), start + len(bare) - len(bare.lstrip())
    while end - start > LONG:
        blank = text.rfind(" ", start, start + LONG)
        stop = blank if blank > start else start + LONG
        yield start, stop
        start = stop + (blank > start)
    if end > start:
        yield start, end


def stays_open(sentence: str, *, opened: bool) -> bool:
    """Whether a quotation is still open after the sentence; `opened` whether it was before."""
    for mark in _QUOTES.findall(sentence):
        opened = not opened if mark == '"' else mark in "“„«"
    return opened


def within(sentence: Sentence, text: str) -> bool:
    """Whether a sentence begins within a quotation, or with one; `text` is the cleaned one."""
    return sentence.quoted or text.startswith(OPENING, sentence.start)
