"""Events in, incidents out: all at once, or more and more of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.assemble.blocks import Blocks
from sayso.assemble.cluster import Clustering, Group
from sayso.assemble.compare import Likeness, likeness
from sayso.assemble.edits import Decisions, Edit
from sayso.assemble.nodes import Node, key_of
from sayso.assemble.summary import summary
from sayso.assemble.telling import Teller, Tellings, teller
from sayso.lexicon.incident import Rules
from sayso.model.incident import Incident

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """Events that hang together by links and by decisions, those that say the same as one node, and the incidents that they come to."""

    nodes: tuple[Node, ...]
    incidents: tuple[Incident, ...]


class Assembler:
    """Keeps incidents while events come in; what they are does not depend on the order.

    Events are dictionaries as `Event.to_dict` gives them. Adding events computes those incidents anew that they touch, and no other.
    """

    def __init__(
        self, rules: Rules, *, origins: Mapping[Teller, str] | None = None, edits: Iterable[Edit] = (), tellings: Tellings | None = None
    ) -> None:
        """Begin without events.

        Args:
            rules: What is known of incidents (`sayso.lexicon.incident.rules`).
            origins: The id of the origin of each report, by the report's id and publisher; a report without one is its publisher's own.
            edits: Merges and splits by hand, in the order in which they were made.
            tellings: Events that were made ready before.
        """
        self._rules = rules
        self._ready = tellings or Tellings(rules)
        self._origins = origins or {}
        self._decisions = Decisions.of(edits)
        self._blocks = Blocks()
        self._nodes: list[Node] = []
        self._by_key: dict[str, int] = {}
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._seen: set[tuple[Teller, str]] = set()
        self._edges: dict[int, dict[int, Likeness]] = defaultdict(dict)
        self._groups: dict[int, Group] = {}
        self._made: dict[int, Incident] = {}

    def add(self, events: Iterable[Event]) -> frozenset[str]:
        """Take events in; the ids of the incidents that are new or have changed. A known event of a report changes nothing."""
        touched = set[int]()
        for event in events:
            number = self._placed(event)
            if number is not None:
                touched.add(number)
        return frozenset(incident.id for incident in self._regroup(touched))

    def incidents(self) -> Iterator[Incident]:
        """All incidents, by their first report, then by id."""
        return iter(sorted(self._made.values(), key=lambda i: (i.first or "9", i.id)))

    def parts(self) -> Iterator[Part]:
        """Everything, in parts that nothing links to one another: adding or taking away events of one leaves the others as they are."""
        left = dict.fromkeys(range(len(self._nodes)))
        while left:
            found = sorted(self._component(next(iter(left))))
            for number in found:
                del left[number]
            yield Part(
                tuple(self._nodes[number] for number in found), tuple(self._made[number] for number in found if number in self._made)
            )

    def _placed(self, event: Event) -> int | None:
        """The number of the node that takes an event in; None where it is known."""
        identity = (teller(event), str(event["id"]))
        if identity in self._seen:
            return None
        self._seen.add(identity)
        told = self._ready(event)
        key = key_of(told, alone=told.id in self._decisions.named)
        number = self._by_key.get(key)
        if number is None:
            number = self._by_key[key] = len(self._nodes)
            self._nodes.append(Node(key, told))
            self._link(number)
        self._nodes[number].events.append(told)
        if told.id in self._decisions.named:
            self._holders[told.id].append(number)
        return number

    def _link(self, number: int) -> None:
        """Find the nodes that a new one is alike enough to."""
        for other in self._blocks.near(self._nodes[number].telling):
            found = self._compare(number, other)
            if found.links(self._rules):
                self._edges[number][other] = self._edges[other][number] = found
        self._blocks.add(number, self._nodes[number].telling)

    def _compare(self, one: int, other: int) -> Likeness:
        return likeness(self._nodes[one].telling, self._nodes[other].telling, self._rules)

    def _regroup(self, touched: set[int]) -> Iterator[Incident]:
        """Compute anew the incidents of all nodes that hang together with the touched ones."""
        clustering = Clustering(self._nodes, self._compare, self._decisions, self._rules)
        waiting = set(touched)
        while waiting:
            part = self._component(waiting.pop())
            waiting -= part
            edges = {(a, b): found for a in part for b, found in self._edges[a].items() if a < b} if len(part) > 1 else {}
            for group in clustering.groups(part, edges):
                yield from self._renewed(group)

    def _component(self, start: int) -> set[int]:
        """The nodes that can be reached by links and decisions by hand."""
        found, todo = {start}, [start]
        while todo:
            number = todo.pop()
            near = [*self._edges[number], *self._joined(number)]
            new = [other for other in near if other not in found]
            found.update(new)
            todo += new
        return found

    def _joined(self, number: int) -> Iterator[int]:
        for event in self._nodes[number].events if self._decisions.together else ():
            if event.id in self._decisions.named:
                yield from self._holders[event.id]
                for pair in self._decisions.together:
                    if event.id in pair:
                        yield from (holder for name in pair for holder in self._holders[name])

    def _renewed(self, group: Group) -> Iterator[Incident]:
        """The incident of a group; nothing where it is the same as before."""
        made = summary(group, self._nodes, self._origins, self._rules.houses)
        before = [self._made.get(number) for number in group.members]
        for number in group.members:
            self._made.pop(number, None)
        self._made[group.members[0]] = made
        if made not in before:
            yield made


def incidents(
    events: Iterable[Event], rules: Rules, *, origins: Mapping[Teller, str] | None = None, edits: Iterable[Edit] = ()
) -> list[Incident]:
    """The incidents of events, by their first report, then by id; every event stands in exactly one.

    See `Assembler` for the arguments.
    """
    assembler = Assembler(rules, origins=origins, edits=edits)
    assembler.add(events)
    return list(assembler.incidents())
