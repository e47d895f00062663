"""What is wrong with a file of knowledge: where, what, and what to do."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file; `line` counts from 1, None where it is about the whole file."""

    path: Path
    line: int | None
    text: str

    def __str__(self) -> str:
        """`file:line: what is wrong; what to do`."""
        return f"{self.path}{'' if self.line is None else f':{self.line}'}: {self.text}"


@dataclass(frozen=True, slots=True)
class Located:
    """An entry as it was written, and where it begins."""

    entry: dict[str, Any]
    path: Path
    line: int

    def fault(self, text: str) -> Fault:
        """Something that is wrong with it."""
        return Fault(self.path, self.line, text)
