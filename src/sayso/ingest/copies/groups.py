"""Reports that are linked become stories."""

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from sayso.ingest.copies.index import Index, Label
from sayso.model.origin import Origin

STORIES = 10_000  # whose heads are kept at hand
ALONE = "no other report tells it in these words"
Cut = tuple[int, int, str | None, str | None]


@dataclass(slots=True)
class Forest:
    """Which entries are one story: to each its parent, and to each root the voice that is credited, if any."""

    parent: "array[int]"
    voices: dict[int, str] = field(default_factory=dict)

    def root(self, number: int) -> int:
        """The entry that stands for a story."""
        parent = self.parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, one: int, other: int, *credited: str | None) -> bool:
        """Make two stories one, unless they credit two agencies; whether they are one now."""
        a, b = sorted((self.root(one), self.root(other)))
        voices = {self.voices[at] for at in (a, b) if at in self.voices} | {voice for voice in credited if voice}
        if len(voices) > 1:
            return a == b
        self.parent[b] = a
        if voices:
            self.voices[a] = voices.pop()
        return True


def grouped(count: int, index: Index) -> Iterator[Origin]:
    """The origin of each of so many entries, in the order of their numbers.

    Wholes are joined first, the strongest link first. Then each part joins one whole, that which most reports tell: else a roundup
    would make one story of all that it gathers.
    """
    forest = Forest(array("q", range(count)))
    for link in index.links():
        forest.join(*link)
    homes = [_homes(list(links), forest) for _, links in groupby(index.cuts(), key=lambda link: link[0])]
    for links in homes:
        next((True for link in links if forest.join(*link)), None)
    index.tell(forest.root(number) for number in range(count))
    head = lru_cache(STORIES)(index.head)
    return (_origin(index.label(number), head(forest.root(number)), index) for number in range(count))


def _homes(links: list[Cut], forest: Forest) -> list[Cut]:
    """Where a part may belong: first the story of which most reports hold it, not the one roundup that holds it too."""
    holders = Counter(forest.root(whole) for _, whole, *_ in links)
    return sorted(links, key=lambda link: -holders[forest.root(link[1])])


def _origin(own: Label, head: tuple[Label, int, str | None], index: Index) -> Origin:
    first, size, voice = head
    credit = f"; credits {own.voice}" if own.voice and own.voice != own.writer else ""
    return Origin(f"{voice}/{first.digest}" if voice else first.digest, _reason(own, first, size, index) + credit)


def _reason(own: Label, first: Label, size: int, index: Index) -> str:
    if size == 1:
        return ALONE
    if own.number == first.number:
        return f"the first of {size} reports of one story"
    link = index.link(own.number, first.number)
    return f"{link[1]} as in {index.label(link[0]).name}" if link else "linked by others"
