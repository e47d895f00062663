"""Which events are worth comparing: those that share a family, a day and a party, a country or (where nobody is known) a word."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.assemble.telling import LONGEST, Days, Telling

LENGTH = 2 * LONGEST  # days: no stretch is longer
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, as ordinals and both inside, on which an event may meet others of its block."""

    block: str
    first: int
    last: int


def stretches(telling: Telling) -> Iterator[Stretch]:
    """The stretches of an event; any two events that can be one happening have a day of one block in common."""
    homes = telling.actors.homes | telling.recipients.homes
    if telling.where and telling.where.country:
        homes |= {telling.where.country}
    marks = homes or {f"'{word}" for word in {*telling.words, telling.trigger}}
    for family in telling.families:
        kind, first, last = _days(telling.days, family.spread)
        for mark in marks:
            yield Stretch(f"{family.name} {kind}{mark}", first, last)
            if family.shift and telling.plan and telling.published is not None:
                yield Stretch(f"{family.name} plan {mark}", telling.published, telling.published + family.ahead)


def _days(days: Days | None, spread: int) -> tuple[str, int, int]:
    """Which blocks, and the days that are meant; a stated one also meets those within the spread."""
    if days is None:
        return "undated ", 0, 0
    if days.end - days.start > LONGEST:
        return "long ", days.start, days.start
    return "", days.start, days.end + (spread if days.stated else 0)


def keys(telling: Telling) -> Iterator[Key]:
    """The blocks of an event, day by day."""
    for stretch in stretches(telling):
        for day in range(stretch.first, stretch.last + 1):
            yield stretch.block, day


class Blocks:
    """Numbers of nodes by key."""

    def __init__(self) -> None:
        """Begin empty."""
        self._by_key: dict[Key, list[int]] = defaultdict(list)

    def add(self, number: int, telling: Telling) -> None:
        """Keep a node under its keys."""
        for key in dict.fromkeys(keys(telling)):
            self._by_key[key].append(number)

    def near(self, telling: Telling) -> set[int]:
        """The nodes that share a key with an event."""
        return {number for key in keys(telling) for number in self._by_key.get(key, ())}
