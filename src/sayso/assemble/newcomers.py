"""Events that come to others which are kept elsewhere: where to look for those that they may join, and which they do join."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.assemble.blocks import Blocks, Stretch, stretches
from sayso.assemble.compare import likeness
from sayso.assemble.edits import Decisions
from sayso.assemble.nodes import key_of
from sayso.assemble.telling import Telling, Tellings
from sayso.lexicon.incident import Rules

Event = Mapping[str, Any]


class Newcomers:
    """Events, those that say the same taken as one."""

    def __init__(self, events: Iterable[Event], rules: Rules, decisions: Decisions, tellings: Tellings | None = None) -> None:
        """Make the events ready to be compared, but those that were made ready before."""
        self._rules, self._ready = rules, tellings or Tellings(rules)
        self._tellings: dict[str, Telling] = {}
        for event in events:
            told = self._ready(event)
            self._tellings.setdefault(key_of(told, alone=told.id in decisions.named), told)

    @property
    def keys(self) -> list[str]:
        """What the events say, as nodes name it: another node of such a key is one with them."""
        return list(self._tellings)

    def stretches(self) -> set[Stretch]:
        """Where all that may be one happening with one of them is to be found."""
        return {stretch for told in self._tellings.values() for stretch in stretches(told)}

    def joined(self, known: Mapping[int, Event]) -> set[int]:
        """The numbers of those known events that one of the newcomers is linked to."""
        others = {number: self._ready(event) for number, event in known.items()}
        blocks = Blocks()
        for number, told in others.items():
            blocks.add(number, told)
        return set(self._links(others, blocks))

    def _links(self, others: Mapping[int, Telling], blocks: Blocks) -> Iterator[int]:
        for told in self._tellings.values():
            for number in blocks.near(told):
                if likeness(told, others[number], self._rules).links(self._rules):
                    yield number
