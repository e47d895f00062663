"""How much is written together: others who write wait for it."""

from dataclasses import dataclass


@dataclass(slots=True)
class Pace:
    """How much is taken at once: much while nobody else writes, little while others do, who wait for what is written together."""

    most: int
    least: int
    many: int = 0

    def __post_init__(self) -> None:
        """Begin with as much as may be."""
        self.many = self.most

    def after(self, *, alone: bool) -> None:
        """Take more or less, by whether somebody else has written meanwhile."""
        self.many = min(self.most, self.many * 2) if alone else max(self.least, self.many // 4)
