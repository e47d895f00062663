"""Linked events become incidents: the strongest links first, and no group in which two members can't be one happening."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.assemble.compare import Likeness
from sayso.assemble.edits import Decisions
from sayso.assemble.nodes import Node
from sayso.lexicon.incident import Rules

LOOKED_AT = 8  # members of a large group that are compared with those of another
MEAN = 0.5  # of `enough`: what members of two groups must have on average

Compare = Callable[[int, int], Likeness]
BY_HAND = Likeness(0.0, ("joined by hand",), apart=False)


@dataclass(slots=True)
class Group:
    """Numbers of nodes, the events in them that edits name, and the links that hold it together.

    `parts` are the members that are alike, in the order of their keys; there are several only where edits have joined them.
    """

    parts: list[list[int]]
    named: set[str] = field(default_factory=set)
    links: list[tuple[int, int, Likeness]] = field(default_factory=list)

    @property
    def members(self) -> list[int]:
        """All nodes; the first stands for the group."""
        return [number for part in self.parts for number in part]


@dataclass(frozen=True, slots=True)
class Clustering:
    """What is needed to make groups out of linked nodes."""

    nodes: Sequence[Node]
    compare: Compare
    decisions: Decisions
    rules: Rules

    def groups(self, numbers: Iterable[int], edges: Mapping[tuple[int, int], Likeness]) -> list[Group]:
        """The groups of some nodes and the links between them; the order in which both come does not matter."""
        order = self._sorted(numbers)
        place = {number: Group([[number]], self._named(number)) for number in order}
        for a, b in self._by_hand(order):
            self._join(place, a, b, BY_HAND, force=True)
        rank = {number: at for at, number in enumerate(order)}
        ranked = sorted(edges.items(), key=lambda e: (-e[1].points, *sorted((rank[e[0][0]], rank[e[0][1]]))))
        for (a, b), found in ranked:
            self._join(place, a, b, found, force=False)
        return list({id(group): group for group in place.values()}.values())

    def _named(self, number: int) -> set[str]:
        named = self.decisions.named
        return {event.id for event in self.nodes[number].events if event.id in named} if named else set()

    def _by_hand(self, order: Sequence[int]) -> list[tuple[int, int]]:
        """Pairs of nodes that an edit joins, in a stable order."""
        if not self.decisions.together:
            return []
        holders: dict[str, list[int]] = {}
        for number in order:
            for name in self._named(number):
                holders.setdefault(name, []).append(number)
        joined = sorted(tuple(sorted(pair)) for pair in self.decisions.together)
        twins = [(found[0], other) for _, found in sorted(holders.items()) for other in found[1:]]
        return twins + [(a, b) for pair in joined for a in holders.get(pair[0], [])[:1] for b in holders.get(pair[-1], [])[:1]]

    def _join(self, place: dict[int, Group], a: int, b: int, found: Likeness, *, force: bool) -> None:
        """Make the groups of two nodes one, where nothing speaks against it."""
        one, other = sorted((place[a], place[b]), key=lambda group: self.nodes[group.members[0]].key)
        if one is other or self._forbidden(one, other):
            return
        alike = [] if force else [(x, y) for x in one.parts for y in other.parts if self._agree(x, y)]
        if not force and not alike:
            return
        rest = [part for part in (*one.parts, *other.parts) if not any(part is x or part is y for x, y in alike[:1])]
        moved = other.members
        one.parts = sorted([*(self._sorted([*x, *y]) for x, y in alike[:1]), *rest], key=lambda part: self.nodes[part[0]].key)
        one.named |= other.named
        one.links = [*one.links, *other.links, (a, b, found)]
        for number in moved:
            place[number] = one

    def _sorted(self, numbers: Iterable[int]) -> list[int]:
        return sorted(numbers, key=lambda n: self.nodes[n].key)

    def _forbidden(self, one: Group, other: Group) -> bool:
        return bool(one.named and other.named) and any(frozenset((x, y)) in self.decisions.apart for x in one.named for y in other.named)

    def _agree(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether no two members are apart, and members are alike enough on average."""
        total, count = 0.0, 0
        for x in one[:LOOKED_AT]:
            for y in other[:LOOKED_AT]:
                found = self.compare(x, y)
                if found.apart:
                    return False
                total, count = total + found.points, count + 1
        return round(total, 6) >= MEAN * self.rules.enough * count
