"""One happening: the events of several reports that tell of it, with what they agree and disagree on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


def _plain(value: Any) -> dict[str, Any]:
    """The fields of a value; `asdict` would copy all that is in them, which takes ten times as long."""
    return {name: getattr(value, name) for name in value.__slots__}


@dataclass(frozen=True, slots=True)
class Link:
    """Why two events are one happening: their ids, the points and the reasons in words; `by_hand` where somebody decided it."""

    one: str
    other: str
    points: float
    reasons: tuple[str, ...]
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """A value of a field, the reports that hold it, and how many independent origins they have."""

    value: Any
    reports: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values of one field that can't all be right, the best supported one first."""

    field: str
    values: tuple[Holding, ...]

    def to_dict(self) -> dict[str, Any]:
        """As the JSON contract has it."""
        return {"field": self.field, "values": tuple(_plain(one) for one in self.values)}


@dataclass(frozen=True, slots=True)
class Change:
    """How a field's value changed over time: the value and the day on which the first report gave it."""

    field: str
    values: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident; `to_dict` gives the JSON contract.

    `actors`, `recipients`, `time`, `place`, `quantities`, `type` and `status` are the best-supported reading of each: by the
    number of independent origins, then the latest. What contradicts it stands in `disagreements`; no truth is decided.
    """

    id: str
    type: str
    status: str
    events: tuple[Mapping[str, Any], ...]
    reports: int
    publishers: int
    origins: int
    first: str | None
    last: str | None
    actors: tuple[Mapping[str, Any], ...]
    recipients: tuple[Mapping[str, Any], ...]
    time: Mapping[str, Any] | None
    place: Mapping[str, Any] | None
    quantities: tuple[Mapping[str, Any], ...]
    disagreements: tuple[Disagreement, ...]
    changes: tuple[Change, ...]
    links: tuple[Link, ...]

    def to_dict(self) -> dict[str, Any]:
        """The incident as the JSON contract has it; equal incidents give equal dictionaries."""
        layered = {name: tuple(_plain(one) for one in getattr(self, name)) for name in ("changes", "links")}
        return {**_plain(self), "disagreements": tuple(one.to_dict() for one in self.disagreements), **layered}
