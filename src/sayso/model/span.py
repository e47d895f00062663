"""A stretch of a report's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive, Unicode code points) of the text as given, and what stands there."""

    start: int
    end: int
    text: str

    def covers(self, position: int) -> bool:
        """Whether a character position lies inside."""
        return self.start <= position < self.end
