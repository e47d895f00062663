"""Step 1, clean: a text that rules can read, with a way back to every character of the text as given."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

_BLANKS = {
    c: " " for c in (*range(0x20), 0x7F, *range(0x80, 0xA0), 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000) if c not in (0x09, 0x0A)
}
_LOST = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone surrogates are no characters
_PLAIN = str.maketrans(
    {**_BLANKS, **_LOST, 0x09: " ", 0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n", "’": "'", "‘": "'", "‐": "-", "‑": "-", "−": "-"}
)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+")
# Patterns begin with a character that a search can look for, and tell only then what must stand before it: they read all of a text
_FUSED = re.compile(r"\b(?:([A-Z][a-zà-ÿ]++|[a-zà-ÿ]{2,}+|[A-Z]{2,}|\d{2,}+)([A-Z][a-zà-ÿ]*+)|([a-z]{2,}+)([A-Z]{2,}+))\b")
_OWNED = re.compile(r"['’](?<=[a-z].)s(?=[A-Z][a-z])")
_QUOTED = re.compile(r"[\"“”](?<=[a-zà-ÿ,].)(?=[A-Za-zÀ-ÿ])")
_UNENCODED = re.compile(r"\?(?<=[\w.,!]\"\?)(?=[^\W\d_])")  # what stands for a mark that an encoding did not have: `never,"?he said`
_DASHED = re.compile(r"-(?<=[.!?\"”]-)(?=\s)")  # a dash stuck to the end of a sentence: `it fell.- On Monday`
_BROKEN = re.compile(r"-(?<=[a-z]{2}-)\r?\n(?=[a-z]{2})")  # a word parted at the end of a line
# Markdown, whose marks are no part of what is said
_LINK = re.compile(r"(!?\[)([^\[\]\n]{0,300})(\]\((?:https?://|\.{0,2}/|#|mailto:)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*(?: +\"[^\"\n]*\")?\))")
_MARKS = re.compile(r"(?P<pair>\*\*|__)(?=\S)(?P<inside>[^*_\n]{1,300}?)(?<=\S)(?P=pair)|^(?P<heading>#{1,6}[ \t]+)(?=\S)", re.MULTILINE)
_LONG_NAME = re.compile(r"[A-Z](?<=\b.)[a-z]{7,}+\b")
_SHOUTED = re.compile(r"^[^a-zà-ÿ\n]*[A-Z][^a-zà-ÿ\n]*$", re.MULTILINE)
_DOUBLED = re.compile(r"^(\S.{14,158}\S)([ \t]+\1)$", re.MULTILINE)
_TICKS = re.compile(r"[ \t]*\+{3,}[ \t]*\n?")
_BRACKETS = re.compile(r"[(\[][^()\[\]\n]{8,160}[)\]]")
_LETTERS = re.compile(r"[^\W\d_]+")
LEAST_NAME, LEAST_VERB = 4, 6  # letters of a name and of a verb that were run together
LEAST_SHOUTED, LONGEST_SHOUTED = 4, 160  # words, and characters, of a line in capitals that is a headline
LEAST_FUNCTION = 3  # letters of a function word after capitals or digits: "DNAs" is one word


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The cleaned text; `cuts` and `origins` are the positions in it, and in the given text, where stretches begin.

    Every second stretch is unchanged, from the first on.
    """

    text: str
    given: str
    cuts: tuple[int, ...]
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the given text for characters of the cleaned one; never empty where the given one is not."""
        part = bisect_right(self.cuts, start) - 1
        if start < end and part % 2 == 0 and bisect_right(self.cuts, end - 1) - 1 == part:  # nothing was changed there
            ahead = self.origins[part] - self.cuts[part]
            return start + ahead, end + ahead
        first, _ = self._given(start)
        _, after = self._given(end - 1) if end > start else (first, first)
        return first, min(max(after, first + (end > start)), len(self.given))

    def _given(self, at: int) -> tuple[int, int]:
        """Where a character comes from in the given text, and where that goes on after it: what was put in is none of it."""
        part = bisect_right(self.cuts, at) - 1
        origin, limit = self.origins[part], self.origins[part + 1] if part + 1 < len(self.origins) else len(self.given)
        first = max(min(origin + at - self.cuts[part], limit - 1), origin)
        return first, min(first + 1, limit)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """What has to be known of words to part those that were run together.

    `whole` have a capital inside and are not parted; `function` words (lower case) begin a new sentence or phrase when fused to the word
    before, `joining` ones go on with it; `prefixes` are first parts of names; `known` are names, parted where one is fused to another;
    `given` names stand before others, `offices` and `leading` words (lower case) before names; `past` are verbs (lower case) that tell
    what somebody did; `verbs` are parted from a name that they are fused to; `small` words are in small letters even in titles;
    `by_law` is what laws make reporters add to a name in brackets.
    """

    whole: frozenset[str]
    function: frozenset[str]
    joining: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    by_law: frozenset[str] = frozenset()


def clean(text: str, words: Words) -> Cleaned:
    """Repair mojibake, drop invisible characters, Markdown's marks and what laws add, unify blanks and apostrophes, part fused words."""
    plain = (_mojibake(text), _invisible(text), _unbroken(text), _unmarked(text), _ticked(text), _doubled(text), _unspaced(text))
    edits = chain(*plain, _stray(text), _fused(text, words), _lowered(text, words), _required(text, words))
    return _apply(text, sorted(edits, key=lambda e: (e.start, e.end)))


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
        if len(line) < 5000 and not line.isascii() and (better := _repaired(line)) != line:
            for tag, i, j, k, m in SequenceMatcher(None, line, better, autojunk=False).get_opcodes():
                if tag != "equal":
                    yield _Edit(at + i, at + j, better[k:m].translate(_PLAIN).replace("\n", " "))
        at += len(line)


def _repaired(line: str) -> str:
    import ftfy  # heavy, and not needed for plain letters

    return ftfy.fix_encoding(line) if ftfy.badness.is_bad(line) else line


def _unbroken(text: str) -> Iterator[_Edit]:
    """`govern-` at the end of a line and `ment` on the next are one word."""
    return (_Edit(m.start(), m.end(), "") for m in _BROKEN.finditer(text))


def _unmarked(text: str) -> Iterator[_Edit]:
    """Links keep their words and lose their addresses; pictures, emphasis and the marks of headings go."""
    if "](" in text:
        for match in _LINK.finditer(text):
            if match[1] == "![":
                yield _Edit(match.start(), match.end(), "")
            else:
                yield from (_Edit(*match.span(group), "") for group in (1, 3))
    if "**" in text or "__" in text or "#" in text:
        for match in _MARKS.finditer(text):
            if match["heading"]:
                yield _Edit(*match.span("heading"), "")
            else:
                yield from (_Edit(match.start(), match.start("inside"), ""), _Edit(match.end("inside"), match.end(), ""))


def _fused(text: str, words: Words) -> Iterator[_Edit]:
    """`MacronThe` becomes two sentences, `WitkoffFrom` two words."""
    for match in _FUSED.finditer(text):
        left, right = match.group(1) or match.group(3), match.group(2) or match.group(4)
        at = match.start() + len(left)
        if match.group() in words.whole or match.group() in words.known or left in words.prefixes:
            continue
        if len(left) > 2 and right.lower() in words.function and _parts_from(left, right, words, blank=text[match.end() :][:1] == " "):
            yield _Edit(at, at, " " if right.lower() in words.joining else ". ")
        elif _small(left, right, words):
            yield _Edit(at, at + 1, f" {right[0].lower()}")
        elif len(left) > 2 and _goes_on(left, right, words):
            yield _Edit(at, at, " ")
    for match in _LONG_NAME.finditer(text) if words.verbs else ():
        if match.group() not in words.known and (at := _ends_in_verb(match.group(), words)):
            yield _Edit(match.start() + at, match.start() + at, " ")


def _small(left: str, right: str, words: Words) -> bool:
    """Whether the second word has a capital only where it was joined: "TrumpAccused", "andVowed", "PeruvianOfficials"."""
    word, known = right.lower(), left in words.known or left.lower() in words.offices
    if right in words.known or right in words.given:
        return False
    if word in words.past:
        return left[0].isupper() or left in words.joining | words.leading or known
    return (known and word in words.offices) or (left in words.past and word not in words.function)


def _goes_on(left: str, right: str, words: Words) -> bool:
    """Whether two words stand in one phrase: "TrumpModi", "PresidentEmmanuel", "spokesmanYoshimasa", "theUN"."""
    if left in words.offices:
        return True  # in small letters
    held = left in words.known or left.lower() in words.offices
    joined = right in words.known and (left in words.known or left in words.function or left in words.joining)
    return joined or (held and (right in words.given or right in words.known)) or left.lower() in words.leading


def _unspaced(text: str) -> Iterator[_Edit]:
    """`said"never"and` has blanks around its quotation, and `Spain'sPedro` one behind the possessor."""
    for match in _OWNED.finditer(text):
        yield _Edit(match.end(), match.end(), " ")
    for match in _QUOTED.finditer(text):
        mark = match.group()
        opens = text.count('"', text.rfind("\n", 0, match.start()) + 1, match.start()) % 2 == 0 if mark == '"' else mark == "“"
        at = match.start() if opens else match.end()
        yield _Edit(at, at, " ")


def _stray(text: str) -> Iterator[_Edit]:
    """A dash behind the end of a sentence goes, and a question mark for a lost character behind a quotation is a blank."""
    if '"?' in text:
        yield from (_Edit(m.start(), m.end(), " ") for m in _UNENCODED.finditer(text))
    yield from (_Edit(m.start(), m.end(), "") for m in _DASHED.finditer(text))


def _ends_in_verb(word: str, words: Words) -> int:
    """Where the verb begins that a name was fused to: "Turkey|expelled"; 0 where there is none."""
    cuts = range(LEAST_NAME, len(word) - LEAST_VERB + 1)
    return next((at for at in cuts if word[at:] in words.verbs and word[:at] in words.known), 0)


def _doubled(text: str) -> Iterator[_Edit]:
    """A headline that stands twice in one line stands there once."""
    return (_Edit(*m.span(2), "") for m in _DOUBLED.finditer(text))


def _ticked(text: str) -> Iterator[_Edit]:
    """Each item of a ticker is a line of its own: "+++ Togo votes +++ Gold falls +++"."""
    return (_Edit(m.start(), m.end(), "\n") for m in _TICKS.finditer(text)) if "+++" in text else iter(())


def _required(text: str, words: Words) -> Iterator[_Edit]:
    """What stands in brackets behind a name because a law wants it there."""
    asides = (m for m in _BRACKETS.finditer(text) if words.by_law and any(phrase in m.group().lower() for phrase in words.by_law))
    return (_Edit(m.start() - text.endswith(" ", 0, m.start()), m.end(), "") for m in asides)


def _lowered(text: str, words: Words) -> Iterator[_Edit]:
    """A line in capitals has them only where words begin, but for acronyms: names are known by their small letters."""
    for line in _SHOUTED.finditer(text):
        found = list(_LETTERS.finditer(text, *line.span()))
        acts = not words.verbs.isdisjoint(match.group().lower() for match in found)  # others are the heads of letters, and labels
        if len(found) < LEAST_SHOUTED or len(line.group()) > LONGEST_SHOUTED or not acts:
            continue
        for match in found:
            word = match.group()
            kept = word in words.known and word.lower() not in words.small
            better = word if kept else word.lower() if word.lower() in words.small else word[0] + word[1:].lower()
            if better != word and len(better) == len(word):
                yield _Edit(*match.span(), better)


def _parts_from(left: str, right: str, words: Words, *, blank: bool) -> bool:
    """Whether a function word is one by itself, and not the end of the word that it stands at."""
    if not left[-1].islower():
        return len(right) >= LEAST_FUNCTION
    return len(right) > 1 or left in words.known or blank
