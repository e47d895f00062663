"""Figures as they are told: the same in whatever order they were counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

Counts = list[tuple[Any, int]]


@dataclass(frozen=True, slots=True)
class Cited:
    """How events rest on speakers: the numbers of those of most events, most first.

    Besides, how many events there are, and in the reports' own voice; how often somebody is cited, how many speakers there are, and
    how many of them it takes for half of that.
    """

    names: Sequence[int]
    events: int
    own: int
    cited: int
    speakers: int
    half: int


def commonest(counts: Iterable[tuple[Any, int]], top: int) -> Counts:
    """The commonest values; those that are equally common in their order, so that the same is always told in the same way."""
    return nsmallest(top, counts, key=lambda one: (-one[1], one[0] is None, one[0]))


def mean(score: Any) -> float:
    """A mean as it is told: to so many digits that the order in which scores were added up makes no difference."""
    return round(float(score), 9)
