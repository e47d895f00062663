"""Which events are worth comparing: those that share a family, a day and a party, a country or (where nobody is known) a word."""

from collections import defaultdict
from collections.abc import Iterator

from sayso.assemble.telling import LONGEST, Days, Telling

Key = tuple[str, int | str, str]


def keys(telling: Telling) -> Iterator[Key]:
    """The keys of an event; any two that can be one happening share one."""
    homes = telling.actors.homes | telling.recipients.homes
    if telling.where and telling.where.country:
        homes |= {telling.where.country}
    marks = homes or {f"'{word}" for word in {*telling.words, telling.trigger}}
    for family in telling.families:
        for day in _days(telling.days, family.spread):
            for mark in marks:
                yield family.name, day, mark


def _days(days: Days | None, spread: int) -> Iterator[int | str]:
    """Each day that is meant; a stated one also meets those within the spread."""
    if days is None:
        yield "undated"
    elif days.end - days.start > LONGEST:
        yield f"long {days.start}"
    else:
        yield from range(days.start, days.end + 1 + (spread if days.stated else 0))


class Blocks:
    """Numbers of nodes by key."""

    def __init__(self) -> None:
        """Begin empty."""
        self._by_key: dict[Key, list[int]] = defaultdict(list)

    def met(self, number: int, telling: Telling) -> set[int]:
        """The nodes that share a key with a new one, which is kept from now on."""
        found: set[int] = set()
        for key in dict.fromkeys(keys(telling)):
            block = self._by_key[key]
            found.update(block)
            block.append(number)
        return found
