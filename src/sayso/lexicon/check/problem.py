"""A problem of coherence, and those that are known and accepted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong: its kind, the entries that it is about, and the sentence that tells it."""

    kind: str
    of: tuple[str, ...]
    text: str

    @property
    def key(self) -> tuple[str, ...]:
        """By what an accepted problem is known: its kind and its entries in any order."""
        return (self.kind, *sorted(self.of))

    def __str__(self) -> str:
        """One line."""
        return f"{self.kind}: {self.text}"


def unaccepted(problems: Iterable[Problem], accepted: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The problems that nobody has accepted, and acceptances that have become idle."""
    known = {(entry["problem"], *sorted(entry["of"])) for entry in accepted}
    found = set()
    for problem in problems:
        found.add(problem.key)
        if problem.key not in known:
            yield str(problem)
    for key in sorted(known - found):
        yield f"idle: ontology/accepted.yaml accepts a problem that is none (any more): {key[0]} of {', '.join(key[1:])}"
