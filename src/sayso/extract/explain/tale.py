"""Tales of the past: what a sentence tells under the time of long ago that the main clause of the one before it has."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.extract.explain.scene import LONG_AGO
from sayso.extract.times import TimeMention
from sayso.lexicon import Lexicon

HEADING = re.compile(r" ?[:–—]| - ")  # what a day that heads an entry is followed by
_WORD = re.compile(r"[\w'’]+|,")


@dataclass(frozen=True, slots=True)
class TaleWords:
    """Words before the time of a main clause ("*in* 2013"), those that open other clauses, and those that tell of what is so now."""

    dating: frozenset[str]
    below: frozenset[str]
    present: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "TaleWords":
        """Take them from a lexicon."""
        below = lexicon.cue("time", "apart", "meanwhile", "below")
        return cls(lexicon.cue("time", "dating"), below, lexicon.cue("time", "present"))


def topic(text: str, start: int, times: Sequence[TimeMention], day: date, words: TaleWords, *, past: bool) -> TimeMention | None:
    """The time under which the sentence after one (from `start`) goes on: that of an entry, or of long ago if told as `past`.

    A time of long ago is that of the main clause, where it tells of no later one; what its other clauses tell, and years that only say
    which thing is meant, are none of its own. A day of it is that of something else, in the same month.
    """
    heading = next((t for t in times if t.first and t.start == start and HEADING.match(text, t.end)), None)
    if heading or not past:
        return heading
    before = [t for t in times if t.last and t.last < day and t.type != "DURATION" and not t.hinged]
    if not before or any((day - t.last).days <= LONG_AGO for t in before if t.last):
        return None
    found = next((t for t in reversed(before) if _of_main_clause(text[start : t.start], t, words)), None)
    return found and _month(found)


def _month(told: TimeMention) -> TimeMention:
    """The month of a day, and longer times as they are."""
    if told.first is None or told.last is None or told.first.replace(day=1) != told.last.replace(day=1) or told.first < told.last:
        return told
    last = told.last.replace(day=monthrange(told.last.year, told.last.month)[1])
    return replace(told, first=told.first.replace(day=1), last=last, basis="relative")


def _of_main_clause(before: str, time: TimeMention, words: TaleWords) -> bool:
    told = [word.lower() for word in _WORD.findall(before)]
    if told and told[-1] not in words.dating and time.basis == "stated":
        return False
    clause = next((n for n in range(len(told) - 1, -1, -1) if told[n] == ","), -1)
    return (words.below | words.present).isdisjoint(told[clause + 1 :])
