"""The time expressions of a text, in the order in which they are told."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.extract.times.anchors import REACH, Anchor, Frame, is_history
from sayso.extract.times.grammar import Found, Grammar, Part
from sayso.extract.times.lengths import ANYTIME
from sayso.extract.times.mention import TimeMention, covered
from sayso.extract.times.readings import READINGS
from sayso.extract.times.tokens import Token, Words
from sayso.extract.times.told import Read, Told
from sayso.lexicon import Lexicon

BEFORE = frozenset({"on", "in", "at", "late", "early", "since", "by", "for", "last", "this", "that", "from", "a", "the"})
BACKWARDS = ("away", "next_to")  # readings of what is counted from a time told
DEICTIC = (("sure_weekday", "near"), ("step",), ("single", "sure_month"))  # classes of "Monday", and of "last month"
LONGEST = 12  # words among which an expression says that it is one
_WORD = re.compile(r"\w+")


class TimeFinder:
    """The forms of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile the forms.

        Raises:
            LexiconError: a form is malformed, or no way to read it is known.
        """
        cues = lexicon.cues["time"]
        self._words = Words(cues, lexicon.cues["quantity"]["numbers"])
        self._grammar = Grammar(self._words, cues, READINGS.keys())
        self._hints = self._grammar.hints()
        self._openings = {first[0] for word in self._grammar.openings() if (first := _WORD.match(word))} | BEFORE
        self._timely = {part for word in self._words.known for part in (word, *_WORD.findall(word))}
        days, beside, units = ("|".join(w for n in names for w in self._words.values[n]) for names in DEICTIC)
        self._deictic = re.compile(rf"\b(?:{days}|(?:{beside}) (?:{units}))\b", re.IGNORECASE)
        self._to_come = re.compile(rf"\b(?:{'|'.join(cues['to_come'])})\b", re.IGNORECASE)
        self._tables = {"feasts": cues["feasts"], "weekdays": cues["weekdays"]}

    def find(self, text: str, published: date | None, stretches: Iterable[tuple[int, int]] | None = None) -> list[TimeMention]:
        """All time expressions of a text, or of stretches of it; relative ones without a value where no day of publication is known."""
        each = self.each(text, self.begin(text, published), stretches or [(0, len(text))])
        return [mention for found in each for mention in found]

    def begin(self, text: str, published: date | None) -> Frame:
        """What is known where a text begins."""
        return Frame(published, history=is_history(text, published, self._deictic))

    def each(self, text: str, frame: Frame, stretches: Iterable[tuple[int, int]]) -> Iterator[list[TimeMention]]:
        """The time expressions of each stretch of a text, found as they are asked for: those of one may hang on the ones before."""
        told_at = 0
        for start, end in stretches:
            near = frame.history or start - told_at < REACH
            frame = replace(frame, here=None, dated=None, told=frame.told if near else None, day=frame.day if near else None)
            before = frame.told
            here, frame = self._in(text, start, end, frame)
            frame = _goes_on_from(here, frame)
            told_at = end if frame.told is not before else told_at
            yield _on_their_days(here, frame)

    def may_date(self, words: Collection[str]) -> bool:
        """Whether words in lower case can hold a time expression at all."""
        return not self._hints.isdisjoint(words) or any(map(str.isdigit, [w[:1] for w in words]))

    def may_open(self, words: Sequence[str]) -> bool:
        """Whether a sentence of these words can open with a time expression, or with one after words of `BEFORE`."""
        if not words or not (words[0] in self._openings or any(map(str.isdigit, words[0]))):
            return False
        own = next((word for word in words if word not in BEFORE), "")
        return (own in self._timely or any(map(str.isdigit, own))) and self.may_date(words[:LONGEST])

    def _in(self, text: str, start: int, end: int, frame: Frame) -> tuple[list[TimeMention], Frame]:
        """The expressions of one stretch, and what is known after it."""
        tokens = self._words.read(text, start, end)
        mentions: list[TimeMention] = []
        free = 0
        for at, fits in sorted(self._grammar.fits(tokens).items()):
            for found in fits if at >= free else ():
                read = self._read(found, tokens, frame)
                if read:
                    mentions += read
                    free = found.parts[-1].last + 1
                    aside = _counted_back(found, frame, read) or _since(text, frame, read) or self._ahead(text, start, read)
                    frame = frame if aside else _after(frame, read)
                    break
        return mentions, frame

    def _ahead(self, text: str, start: int, read: Sequence[TimeMention]) -> bool:
        """Whether a weekday is that of what is still to come, from which no report goes on: "*will* meet on Wednesday"."""
        return read[0].cycle == "week" and bool(self._to_come.search(text, start, read[0].start))

    def _read(self, found: Found, tokens: Sequence[Token], frame: Frame) -> list[TimeMention]:
        """The expressions of a form; none where one of them has no value."""
        mentions = []
        for part in found.parts:
            read = self._value(found, part, frame)
            if read is None:
                return []
            first, last = read.days or covered(read.value) or (None, None)
            start, end = tokens[part.first].start, tokens[part.last].end
            mentions.append(TimeMention(start, end, read.type, read.value, first, last, read.basis, read.cycle, read.explicit, read.hinged))
        first, last = mentions[0].first, mentions[-1].last
        if found.form.ranged and first and last and first <= last:
            return [replace(m, first=first, last=last) for m in mentions]
        return mentions

    def _value(self, found: Found, part: Part, frame: Frame) -> Read | None:
        try:
            return READINGS[found.form.read](Told(part.slots, frame, self._tables, found.form.value))
        except (OverflowError, ValueError):  # a day that no calendar has: "99999999999 days ago"
            return None


def _counted_back(found: Found, frame: Frame, read: Sequence[TimeMention]) -> bool:
    """Whether an expression only looks back from the day of its sentence, on which the report goes on: "... passed two days earlier".

    A history goes on in the year from which it looks back.
    """
    here, first = frame.here.whole if frame.here else None, read[0].first
    if found.form.read not in BACKWARDS or first is None:
        return False
    if frame.history:
        return bool(frame.told and first.year < frame.told.year)
    return bool(here and first < here)


def _since(text: str, frame: Frame, read: Sequence[TimeMention]) -> bool:
    """Whether an expression of a history says only how long nothing like it had been: "the first raid since 1995"."""
    first, before = read[0].first, text[: read[0].start].rstrip()
    return bool(frame.history and frame.told and first and first.year < frame.told.year and before.lower().endswith("since"))


def _after(frame: Frame, mentions: Sequence[TimeMention]) -> Frame:
    """What is known after an expression."""
    for mention in mentions:
        anchor = Anchor.of(mention.value) if mention.type != "DURATION" else None
        if anchor:
            dated = anchor if mention.explicit and anchor.month and anchor.exact else frame.dated
            frame = replace(
                frame, told=anchor, here=anchor if anchor.whole else frame.here, dated=dated, day=anchor if anchor.whole else frame.day
            )
    return frame


def _goes_on_from(mentions: Sequence[TimeMention], frame: Frame) -> Frame:
    """The frame whose next day follows the latest of a sentence of a report: it tells its news before what led to it."""
    if frame.history or frame.published is None or frame.here is None:
        return frame
    days = {m.first for m in mentions if m.first and m.first == m.last and m.first <= frame.published and not m.hinged}
    return replace(frame, day=Anchor.on(max(days))) if days else frame


def _on_their_days(mentions: Sequence[TimeMention], frame: Frame) -> list[TimeMention]:
    """Times of day on the nearest day that their sentence tells, else on the day told of or that of publication."""
    known = [m for m in mentions if m.first and m.first == m.last and m.type == "DATE"]
    told = frame.told.whole if frame.history and frame.told else frame.published
    return [_on_its_day(m, known, told) if m.value.startswith(ANYTIME) else m for m in mentions]


def _on_its_day(mention: TimeMention, known: Sequence[TimeMention], told: date | None) -> TimeMention:
    near = min(known, key=lambda k: abs(k.start - mention.start), default=None)
    day = near.first if near else told
    value = mention.value.replace(ANYTIME, day.isoformat() if day else "XXXX-XX-XX")
    return replace(mention, value=value, first=day, last=day)
