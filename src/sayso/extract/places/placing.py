"""Which of many places of one name is meant: the one that lies with what else the text names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.extract.places.toponyms import Cell, Reading, Square, Toponym

CLOSE, SAME, NEAR = 5.0, 3.5, 3.0  # weights of a region, of a country and of a neighbourhood that all else in the text lies in
ROUNDS = 3
LEAST = 0.02  # share of a name's vote from which a reading is heard by its neighbours


@dataclass(slots=True)
class Group:
    """All mentions of one name, with the readings that are left to it: one text means one place by one name.

    `trust`, from 0 to 1: how surely it names a place and may speak for its neighbours. `lands` are its `votes` by country.
    """

    readings: tuple[Reading, ...]
    trust: float
    votes: dict[Cell, float] = field(default_factory=dict)
    lands: dict[str | None, float] = field(default_factory=dict)
    squares: dict[Square, float] = field(default_factory=dict)


class Ballot:
    """Votes of all names for countries and regions."""

    def __init__(self, groups: Sequence[Group], home: str | None) -> None:
        """Count them; the home of the publisher has a small vote of its own."""
        self._cells: defaultdict[Cell, float] = defaultdict(float)
        self._countries: defaultdict[str, float] = defaultdict(float)
        self._squares: defaultdict[Square, float] = defaultdict(float)
        self._total = 1.0
        if home:
            self._countries[home] += 0.5
        for group in groups:
            self._total += group.trust
            for (y, x), vote in group.squares.items():
                for up in (y - 1, y, y + 1):
                    for along in (x - 1, x, x + 1):
                        self._squares[up, along] += vote
            for (country, admin1), vote in group.votes.items():
                if country:
                    self._countries[country] += vote
                    if admin1:
                        self._cells[country, admin1] += vote

    def fit(self, reading: Reading, group: Group) -> tuple[float, float]:
        """The shares of all other names that lie in a reading's region and in its country."""
        country, admin1 = reading.country, reading.admin1
        if country is None or country not in self._countries:
            return 0.0, 0.0
        own = group.lands.get(country, 0.0)
        rest = max(1.0, self._total - group.trust)
        cell = country, admin1
        region = self._cells.get(cell, 0.0) - group.votes.get(cell, 0.0) if admin1 else 0.0
        return max(0.0, region) / rest, max(0.0, self._countries[country] - own) / rest

    def others(self, group: Group) -> float:
        """How many names there are besides one, each counted by its trust."""
        return self._total - 1.0 - group.trust

    def scores(self, readings: Sequence[Reading], group: Group) -> list[float]:
        """How well readings of a name fit: their weight, and where all else lies."""
        found = []
        for reading in readings:
            score = reading.weight
            if reading.country in self._countries:
                region, country = self.fit(reading, group)
                score = reading.weight + CLOSE * region + SAME * country
            if reading.square and reading.square in self._squares:
                score += NEAR * self._near(reading.square, group)
            found.append(score)
        return found

    def _near(self, square: Square, group: Group) -> float:
        """The share of all other names that lie in a square or next to it."""
        y, x = square
        own = sum([vote for (up, along), vote in group.squares.items() if abs(up - y) <= 1 and abs(along - x) <= 1])
        return max(0.0, self._squares[square] - own) / max(1.0, self._total - group.trust)


@dataclass(frozen=True, slots=True)
class Placed:
    """What a name means in its text, and the shares of the other names that lie in its region and in its country.

    `others`: how many other names there are, each counted by its trust. `surely`: the share of the name's own vote that its country
    has before those of its namesakes, from 0 to 1.
    """

    reading: Reading
    region: float
    country: float
    others: float
    surely: float = 1.0


def place(found: Sequence[Toponym], trust: Mapping[int, float], beside: Mapping[int, Toponym], home: str | None) -> list[Placed]:
    """The place that each name means; `beside` gives the name of a country or region that stands with one, by its number."""
    groups: dict[str, Group] = {}
    for n, name in enumerate(found):
        container = beside.get(n)
        group = groups.setdefault(name.name, Group(name.readings, 0.0))
        group.trust = max(group.trust, trust[n])
        readings = _within(name, container)
        if container and len(readings) < len(group.readings):
            group.readings = readings
    ballot = Ballot((), home)
    heard = [group for group in groups.values() if group.trust > 0]
    for _ in range(ROUNDS):
        for group in heard:
            _vote(group, ballot)
        ballot = Ballot(heard, home)
    alone: dict[str, Placed] = {}  # of names with nothing beside them, which mean the same wherever they stand
    placed = []
    for n, name in enumerate(found):
        container = beside.get(n)
        now = alone.get(name.name) if container is None else None
        if now is None:
            now = _placed(name, container, groups[name.name], ballot)
        if container is None:
            alone[name.name] = now
        placed.append(now)
    return placed


def _within(name: Toponym, container: Toponym | None) -> tuple[Reading, ...]:
    """The readings of a name that lie in the country or region named beside it; all where none does."""
    if container is None:
        return name.readings
    inside = tuple(r for r in name.readings if any(c.holds(r) for c in container.readings))
    return inside or name.readings


def _vote(group: Group, ballot: Ballot) -> None:
    """Part a name's one vote among its readings."""
    if len(group.readings) == 1 and group.votes:
        return
    strengths = [10.0**score for score in ballot.scores(group.readings, group)]
    total = sum(strengths)
    votes: defaultdict[Cell, float] = defaultdict(float)
    squares: defaultdict[Square, float] = defaultdict(float)
    for reading, strength in zip(group.readings, strengths, strict=True):
        votes[reading.country, reading.admin1] += group.trust * strength / total
        if reading.square and strength > total * LEAST:
            squares[reading.square] += group.trust * strength / total
    lands: defaultdict[str | None, float] = defaultdict(float)
    for (country, _), vote in votes.items():
        lands[country] += vote
    group.votes, group.squares, group.lands = dict(votes), dict(squares), dict(lands)


def _placed(name: Toponym, container: Toponym | None, group: Group, ballot: Ballot) -> Placed:
    left = _within(name, container) if container else group.readings
    if len(left) == 1:
        return Placed(left[0], *ballot.fit(left[0], group), ballot.others(group))
    scores = ballot.scores(left, group)
    best = left[scores.index(max(scores))]
    strengths = [10.0**score for score in scores]
    own = sum(strength for r, strength in zip(left, strengths, strict=True) if r.country == best.country)
    return Placed(best, *ballot.fit(best, group), ballot.others(group), own / sum(strengths))
