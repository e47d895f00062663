"""What surrounds a report's text: captions, credits, bylines, share bars, notices; and what they tell of who wrote it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["text", "headline", "caption", "byline", "credit", "boilerplate", "copy"]
FactKind = Literal["dateline", "agency", "byline", "credit", "copyright"]

SENTENCE = 8  # words that are a sentence and no title
LONGEST = 400  # characters of a line that is a caption or carries no report
LONGEST_HEADLINE = 160  # characters
LONGEST_BAR = 14  # words of an entry of a menu
LONGEST_BYLINE = 12  # words
LEAST_COPY = 20  # characters of a line whose repetition is no chance
CLOSING = 80  # characters at the end of a caption in which its credit stands
STOPS = '.!?"”'
_WORDS = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?:\s+|(?=[A-Z][a-z]))")
_NAME_ENDS = re.compile(r"\s*(?:[,|•/(–—]|\s(?:in|at|for|from)\s).*$", re.DOTALL)
_COPYRIGHT = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something told beside the text, at characters of the cleaned one; `name` is what matters of it: an agency, a writer, a place."""

    kind: FactKind
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Surround:
    """The cue file `layout`, ready to be matched."""

    captions: tuple[str, ...]
    marks: tuple[str, ...]
    openings: tuple[str, ...]
    teasers: tuple[str, ...]
    bylines: tuple[str, ...]
    byline_words: frozenset[str]
    whole: frozenset[str]
    shared: frozenset[str]
    bars: re.Pattern[str]
    notices: re.Pattern[str]
    credits: re.Pattern[str]
    agencies: re.Pattern[str]
    signed: re.Pattern[str]
    credit_cues: tuple[str, ...]
    notice_cues: tuple[str, ...]
    agency_names: tuple[str, ...]

    @classmethod
    def of(cls, cues: Mapping[str, Any]) -> "Surround":
        """Compile the cue file."""
        agency = rf"(?:{_either(cues['agencies'])})"
        signed = rf"(?:[-–—]{{1,2}}\s*(?P<bare>{agency}(?:\s*/\s*{agency})*)|[(\[](?P<held>{agency}(?:\s*[/,]\s*{agency})*)[)\]])\s*\.?\s*$"
        return cls(
            captions=tuple(cues["captions"]),
            marks=tuple(cues["caption_marks"]),
            openings=tuple(cues["openings"]),
            teasers=tuple(cues["teasers"]),
            bylines=tuple(cues["bylines"]),
            byline_words=frozenset(cues["byline_words"]),
            whole=frozenset(cues["whole_lines"]),
            shared=frozenset(cues["share_words"]),
            bars=re.compile(rf"\b(?:{_either(cues['menu'])})\b", re.IGNORECASE),
            notices=re.compile(_either(cues["notices"]), re.IGNORECASE),
            credits=re.compile(rf"(?:^\s*|[(\[]\s*|(?<=[.!?”\"]) +|(?<=[.!?]))(?:{_either(cues['credits'])})(?!\w)", re.IGNORECASE),
            agencies=re.compile(rf"\s*[(\[]?(?:{agency})(?:\s*[/,]\s*{agency})*[)\]]?\s*\.?\s*"),
            signed=re.compile(signed),
            credit_cues=tuple(cue.lower() for cue in cues["credits"]),
            notice_cues=tuple(cue.lower() for cue in cues["notices"]),
            agency_names=tuple(cues["agencies"]),
        )

    def kind(self, line: str, seen: set[str]) -> Kind:
        """What a paragraph is as a whole; `seen` are the lines before it, to which it is added."""
        low = line.strip().lower()
        if low in seen and len(low) > LEAST_COPY:
            return "copy"
        seen.add(low)
        caption = self._captioned(line, low)
        if caption is not None:
            seen.add(caption)
            return "caption"
        if self._carries_nothing(line, low):
            return "boilerplate"
        if self.agencies.fullmatch(line) or self.credits.match(line):
            return "credit"
        if self._is_byline(line, low):
            return "byline"
        return self.plain(line)

    def plain(self, line: str) -> Kind:
        """Whether a line that is read is a headline or text."""
        bare = line.strip()
        return "headline" if len(bare) < LONGEST_HEADLINE and bare[-1:] not in STOPS + ":;" else "text"

    def tail(self, line: str) -> tuple[int, Kind] | None:
        """Where in a paragraph the text ends and something else begins, and what; None where it is text to its end."""
        low = line.lower()  # plain words are sought first: a pattern of all of them takes many times longer
        credit = self.credits.search(line) if any(map(low.__contains__, self.credit_cues)) else None
        notice = self.notices.search(line) if any(map(low.__contains__, self.notice_cues)) else None
        signed = self.signed.search(line) if line.rstrip(" .)]\n").endswith(self.agency_names) else None
        found: list[tuple[int, Kind]] = []
        if credit:
            found.append((credit.start(), "credit"))
        if notice:
            found.append((_sentence_start(line, notice.start()), "boilerplate"))
        if signed and signed.start() > 0 and line[: signed.start()].rstrip()[-1:] in STOPS:
            found.append((signed.start(), "credit"))
        return min(found, default=None)

    def lead(self, line: str) -> int:
        """Where a line that opens with a pointer to something else goes on with text: "READ MORE: Who rules? *In Lima police ...*".

        0 where it does not.
        """
        ends = _SENTENCE_END.search(line.rstrip()) if line.lower().startswith(self.teasers) else None
        rest = line[ends.end() :] if ends else ""
        return len(line) - len(rest) if len(_WORDS.findall(rest)) >= SENTENCE and rest.rstrip()[-1:] in STOPS else 0

    def facts(self, kind: Kind, line: str, start: int) -> Iterator[Fact]:
        """What a stretch that is no text tells; `start` is where it stands."""
        end = start + len(line)
        if kind == "byline":
            name = self._writer(line)
            if name:
                at = start + line.find(name)
                yield Fact("byline", at, at + len(name), name)
        elif kind == "credit":
            signed = self.signed.search(line)
            held = (signed["bare"] or signed["held"]) if signed else line.strip(" .()[]") if self.agencies.fullmatch(line) else ""
            at = start + line.find(held)
            yield Fact("agency", at, at + len(held), held) if held else Fact("credit", start, end, line.strip(" ()[]"))
        elif kind == "boilerplate" and _COPYRIGHT.search(line):
            yield Fact("copyright", start, end, line.strip())

    def is_agency(self, name: str) -> bool:
        """Whether a name in brackets is that of an agency that the lexicon knows."""
        return self.agencies.fullmatch(name) is not None

    def _captioned(self, line: str, low: str) -> str | None:
        """What a caption says, without its credit, in lower case; None where the line is no caption."""
        if low.startswith(self.captions):
            return low.split(":", 1)[-1].strip()
        if len(line) >= LONGEST:
            return None
        opening, closing = line[:-CLOSING], line[-CLOSING:]
        places = [closing.rfind(mark) for mark in self.marks if mark in closing]
        return (opening + closing[: min(places)]).strip().lower() if places else None

    def _carries_nothing(self, line: str, low: str) -> bool:
        if len(low) >= LONGEST:
            return False
        bare = low.strip(" .:!>»›|•-–—()[]")
        words = _WORDS.findall(low)
        shares = len(words) > 1 and self.shared.issuperset(words)
        bar = len(words) <= LONGEST_BAR and low[-1:] not in STOPS and not _SENTENCE_END.search(line) and self.bars.search(line) is not None
        return bare in self.whole or shares or bar or low.startswith(self.openings)

    def _is_byline(self, line: str, low: str) -> bool:
        if not low.startswith(self.bylines) or low[-1] in STOPS:
            return False
        words = _WORDS.findall(line)[1:]
        return len(words) < LONGEST_BYLINE and all(word[0].isupper() or word.lower() in self.byline_words for word in words)

    def _writer(self, line: str) -> str:
        """The name in a byline; empty where it gives only an office."""
        low = line.strip().lower()
        prefix = max((p for p in self.bylines if low.startswith(p)), key=len, default="")
        return _NAME_ENDS.sub("", line.strip()[len(prefix) :]).strip(" :") if prefix.endswith((" ", ":")) else ""


def _either(texts: Iterable[str]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))


def _sentence_start(line: str, at: int) -> int:
    """Where the sentence begins in which a character stands."""
    return max((match.end() for match in _SENTENCE_END.finditer(line) if match.end() <= at), default=0)
