"""Step 2, split: paragraphs and sentences, with what surrounds a report's text set apart."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from sayso.extract.text.datelines import Dateline, Items, dateline, opens_entry, under_headline
from sayso.extract.text.surround import Fact, Kind, Surround

_BLOCK = re.compile(r"[^\n]+")
_END = re.compile(
    r"""(?=[.!?…”";A-ZÀ-Þ])(?:"""  # few characters can be one: the others are passed over at once
    r"""(?<![.!?…])(?:[.!?…]++["”»'’)\]]*+(?:\s+\(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\))?|[”"])(?=\s)\s+(?=["“‘'(\[«]*[A-Z0-9À-Þ])"""
    r"""|(?<=[a-z0-9)%]{2})[.!?]["”]?(?=[A-ZÀ-Þ][a-z]+|[A-Z]{2,5} [A-Z])"""
    r"""|(?<=[.!?]["”])(?=[A-ZÀ-Þ][a-z])"""
    r"""|;\s+(?=\S+\s+\S+\s+\S+))"""
)
_ITEM = re.compile(r"\s*[•▪●◦‣■►*-]\s")  # what opens an item of a list
PLATFORM = " on X"  # where people post: no initial
SHORT = 4  # words that make no clause
_QUOTES = re.compile('["“„«”»]')
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_]){0,2}")
_WORD_BEFORE = re.compile(r"([\w.'-]+)$")
_OPENS = re.compile(r'"\w')
OPENING = ('"', "“", "„")  # marks that begin a quotation
MARKS, DASHES = "•▪●◦‣■►", ("-", "–", "—", "*")  # of lists
BEFORE = " \t\n\r\f\v\xa0" + MARKS  # what may stand before a sentence: blanks and the marks of lists
FULL = 0.8  # of the length of longer lines: shorter ones are not broken but end
LONG = 2000  # characters after which a sentence is cut at a blank: nothing readable is longer


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What is shortened, in lower case without its last full stop: what no sentence ends with, and letters that are no first names."""

    open: frozenset[str]
    closing: frozenset[str]

    @classmethod
    def of(cls, cues: Mapping[str, Any]) -> "Abbreviations":
        """Read the cues of grammar."""
        return cls(frozenset(cues["abbreviations"]), frozenset(cues["lettered"]))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the cleaned text; `quoted` if it begins inside an open quotation, `within` also if it begins with one.

    `unclosed`: a quotation is open where it ends.
    """

    start: int
    end: int
    kind: Kind
    paragraph: int
    quoted: bool
    within: bool = False
    unclosed: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A text in sentences, in its order, the datelines that open paragraphs in it, and the facts told beside it.

    `entries` are the openings of items, those without a place too.
    """

    sentences: tuple[Sentence, ...]
    datelines: tuple[Dateline, ...]
    facts: tuple[Fact, ...] = ()
    entries: tuple[Dateline, ...] = ()

    @property
    def dateline(self) -> Dateline | None:
        """The dateline of the report."""
        return next(iter(self.datelines), None)


def split(text: str, surround: Surround, abbreviations: Abbreviations, lands: Set[str] = frozenset()) -> Layout:
    """Split a cleaned text into what is to be read and what surrounds it; `lands`: names that label the items of a round-up."""
    sentences: list[Sentence] = []
    facts: list[Fact] = []
    datelines: list[Dateline] = []
    seen: set[str] = set()
    paragraphs = _headline_apart(text, list(_paragraphs(text)))
    items = Items.of([text[start:end] for start, end in paragraphs], lands)
    for number, (start, end) in enumerate(paragraphs):
        for begin, stop, kind in _parts(text, start, end, surround, seen):
            if kind in ("text", "headline"):
                line, opening = dateline(text, begin, stop, items)
                datelines += [line] if line else []
                kind, begin = surround.plain(text[opening:stop]) if line and line.entry else "text" if opening > begin else kind, opening
            else:
                facts += surround.facts(kind, text[begin:stop], begin)
            opened = False
            for first, last in _cut(text, begin, stop, abbreviations):
                begins, quoted = opened or text.startswith(OPENING, first), opened
                unclosed = stays_open(text[first:last], opened=opened)
                opened = unclosed and not _opens_again(text, last, stop)
                sentences.append(Sentence(first, last, kind, number, quoted, begins, unclosed))
    told = sorted([*_told(text, datelines, surround), *facts], key=lambda f: (f.start, f.end))
    entries = tuple(d for d in datelines if d.entry)
    return Layout(tuple(sentences), tuple(d for d in datelines if d.place), tuple(told), entries)


def _parts(text: str, start: int, end: int, surround: Surround, seen: set[str]) -> Iterator[tuple[int, int, Kind]]:
    """A paragraph as a whole, or its text and what stands after it."""
    kind = surround.kind(text[start:end], seen)
    if kind == "boilerplate" and (lead := surround.lead(text[start:end])):
        yield start, start + lead, kind
        start += lead
        kind = surround.plain(text[start:end])
    tail = surround.tail(text[start:end]) if kind in ("text", "headline") else None
    if tail is None:
        yield start, end, kind
        return
    at, after = tail
    if text[start : start + at].strip():
        yield start, start + at, surround.plain(text[start : start + at])
    yield start + at, end, after


def _told(text: str, datelines: list[Dateline], surround: Surround) -> Iterator[Fact]:
    """The facts of datelines."""
    for line in datelines:
        if line.place and not line.entry:
            yield Fact("dateline", line.start, line.end, line.place)
        held = (line.agency or "").strip("()")
        if held and surround.is_agency(held):
            at = text.index(held, line.end)
            yield Fact("agency", at, at + len(held), held)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, those of one wrapped paragraph joined."""
    held: tuple[int, int] | None = None
    lengths = sorted(len(line) for line in text.splitlines() if len(line.split()) >= SHORT) or [0]
    width = lengths[len(lengths) * 3 // 4]
    for match in _BLOCK.finditer(text):
        start, end = match.span()
        line = match.group()
        if not line.strip():
            continue
        if held and text[held[1] : start].count("\n") == 1 and _wrapped(text[held[0] : held[1]], line, width):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _headline_apart(text: str, paragraphs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs, with a headline that was run into the first of them as one of its own."""
    at = under_headline(text, *paragraphs[0]) if paragraphs else None
    return paragraphs if at is None else [(paragraphs[0][0], at), (at, paragraphs[0][1]), *paragraphs[1:]]


def _wrapped(before: str, line: str, width: int) -> bool:
    """Whether a line goes on where the one before was broken: next to its end, `width` being that of the longer ones."""
    last = before.rsplit("\n", 1)[-1].rstrip()
    if "\n" not in before and line.lstrip()[:1].isupper() and opens_entry(before):
        return False  # the heading of an entry in a live blog
    words = line.split()
    if last[-1:] in '.!?:”"' or words[0][0] in MARKS or words[0] in DASHES or _ITEM.match(line):
        return False
    full = 50 <= len(last) <= 100 and len(last) + 1 + len(words[0]) >= FULL * width
    return words[0][0].islower() or (full and len(words) >= SHORT)


def _cut(text: str, start: int, end: int, abbreviations: Abbreviations) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _abbreviated(text[begin : match.start()], match.group(), abbreviations):
            continue
        stop = match.end()
        yield from _trimmed(text, begin, stop)
        begin = stop
    yield from _trimmed(text, begin, end)


def _abbreviated(before: str, mark: str, abbreviations: Abbreviations) -> bool:
    """Whether the mark ends an abbreviation or an initial and not a sentence."""
    if mark[:1] == ";":  # the parser hangs a clause before a semicolon below the one after it; a list is left whole
        return len(before.split()) < SHORT
    if mark.strip() in ('"', "”"):
        return not before or before[-1] not in ".!?…"
    if mark[:1] != "." or mark[:2] == "..":
        return False
    word = _WORD_BEFORE.search(before, before.rfind(" ") + 1)
    if not word:
        return False
    last = word.group(1).lower().lstrip("'")
    if before.endswith(PLATFORM):
        return False
    initials = word.group(1).isupper() and _INITIALS.fullmatch(word.group(1)) and last not in abbreviations.closing
    return last in abbreviations.open or bool(initials)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without blanks at its ends, in pieces of a length that can be parsed."""
    bare = text[start:end].rstrip()
    end = start + len(bare)
    start = end - len(bare.lstrip(BEFORE))
    while end - start > LONG:
        blank = text.rfind(" ", start, start + LONG)
        stop = blank if blank > start else start + LONG
        yield start, stop
        start = stop + (blank > start)
    if end > start:
        yield start, end


def _opens_again(text: str, at: int, end: int) -> bool:
    """Whether the next quotation mark opens one: what was open before it, as where paragraphs were run together, has ended unmarked.

    Before the very next sentence it goes on with the one that is open.
    """
    mark = _QUOTES.search(text, at, end)
    if mark is None or mark.group() in "”»" or text[at : mark.start()].isspace():
        return False
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    return mark.group() != '"' or (before.isspace() and not after.isspace() and bool(after))


def stays_open(sentence: str, *, opened: bool) -> bool:
    """Whether a quotation is still open after the sentence; `opened` whether it was before.

    A mark that opens the next paragraph of a quotation closes nothing, even where the break between paragraphs is lost.
    """
    again = opened and _OPENS.match(sentence) is not None
    for mark in _QUOTES.findall(sentence, int(again)):
        opened = not opened if mark == '"' else mark in "“„«"
    return opened
