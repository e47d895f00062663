"""How many events there are of each day: what time lines are drawn from, in whatever periods fit."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Protocol

from sayso.store.counted.period import Frequency, lying

Span = tuple[str, str] | None
BULK = 0.95  # of the events that have a day, so many lie in the stretch that time lines show
FAR = 4  # times that stretch is how long all of time has to be for the rest to be left out


class Days(Protocol):
    """Events by their day; counted one by one (`FewDays`) or over columns (`tallies.ManyDays`)."""

    @property
    def undated(self) -> int:
        """How many have no day."""

    def counts(self) -> Mapping[str, int]:
        """How many there are of each day that has any; '' stands for those without one."""

    def span(self, since: str | None = None, until: str | None = None) -> Span:
        """The first and the last day that has any, of those between two days (or months, years); None where none has."""

    def folded(self, freq: Frequency) -> Counter[str]:
        """How many there are of each period; those without a day are left out."""


@dataclass(frozen=True, slots=True)
class FewDays:
    """Days as they were counted."""

    told: Mapping[str, int]

    @property
    def undated(self) -> int:
        """How many have no day."""
        return self.told.get("", 0)

    def counts(self) -> Mapping[str, int]:
        """How many there are of each day that has any; '' stands for those without one."""
        return self.told

    def span(self, since: str | None = None, until: str | None = None) -> Span:
        """The first and the last day that has any."""
        return spanned(sorted(day for day in self.told if day), since, until)

    def folded(self, freq: Frequency) -> Counter[str]:
        """How many there are of each period."""
        found: dict[str, int] = {}
        for day, count in self.told.items():
            if day:
                named = lying(day, freq)
                found[named] = found.get(named, 0) + count
        return Counter(found)


def spanned(ordered: list[str], since: str | None, until: str | None) -> Span:
    """The first and the last of some days that lie between two others, both inside."""
    first = bisect_left(ordered, since or "")
    after = bisect_right(ordered, f"{until}~") if until else len(ordered)  # a tilde comes after all that goes on from a month
    return (ordered[first], ordered[after - 1]) if first < after else None


def bulk(days: Days) -> Span:
    """The shortest stretch in which nearly all lies, where what reports tell of history and plans lies far around it; else all of time."""
    whole = days.span()
    dated = sorted((day, count) for day, count in days.counts().items() if day and count)
    upto = list(accumulate((count for _, count in dated), initial=0))
    wanted = upto[-1] * BULK
    ends = [bisect_left(upto, before + wanted) - 1 for before in upto]  # where the stretch ends that begins at a day
    stretches = [(dated[n][0], dated[end][0]) for n, end in enumerate(ends[:-1]) if end < len(dated)]
    shortest = min(stretches, key=_length, default=None)
    return shortest if whole and shortest and _length(shortest) * FAR <= _length(whole) else whole


def _length(span: tuple[str, str]) -> int:
    first, last = map(date.fromisoformat, span)
    return (last - first).days + 1
