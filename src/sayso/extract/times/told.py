"""What an expression says and where it stands, and the value that is read from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.extract.times import dates
from sayso.extract.times.anchors import Frame
from sayso.extract.times.mention import Basis, Cycle, Days


@dataclass(frozen=True, slots=True)
class Read:
    """A value, its TIMEX3 type, the days it covers where they don't follow from it, and how it is known."""

    value: str
    type: str = "DATE"
    basis: Basis = "stated"
    days: Days | None = None
    cycle: Cycle | None = None
    explicit: bool = False
    hinged: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What an expression says, by class, where it stands, and the name in `value` of the form."""

    slots: Mapping[str, Any]
    frame: Frame
    tables: Mapping[str, Any] = field(repr=False)
    value: str = ""

    def get(self, *names: str) -> Any:
        """What the first of these classes that the expression has is worth; None without any."""
        for name in names:
            if name in self.slots:
                return self.slots[name]
        return None

    @property
    def step(self) -> int | None:
        """How far it steps from a time: -1 for "last", 0 for "this"."""
        found: int | None = self.get("step", "then_step")
        return found

    def year(self) -> int | None:
        """The year that the expression names, before Christ negative."""
        s = self.slots
        if "same" in s or (self.step is not None and "single" not in s):
            near = self.frame.then if "same" in s or "then_step" in s else self.frame.now
            return near.year + (self.step or 0) if near else None
        if "short" in s and "year" in s:
            return dates.later_short(s["year"], s["short"])
        if "apostrophe" in s:
            return dates.short_year(int(s["apostrophe"][1:]), self.frame.published)
        year = self.get("any_year", "year")
        return None if year is None else int(year) * int(s.get("era", 1))
