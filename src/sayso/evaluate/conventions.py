"""What the annotators agreed on beyond the event contract; the lists stand in conventions.json, as code names no event type."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Conventions:
    """Types whose parties may change places, types under older names, what an intended act also counts as, and factuality as status."""

    symmetric: frozenset[str]
    yielded: Mapping[str, str]
    folded: Mapping[str, frozenset[str]]
    factuality: Mapping[str, str]

    def types(self, event: Mapping[str, Any]) -> set[str]:
        """The types that an event counts as: its own, and where it is only planned or possible its verbal one."""
        kinds = {str(event["type"])}
        if event.get("status") in ("planned", "possible"):
            kinds |= self.folded.get(event["type"], frozenset())
        return kinds

    def older(self, kind: str) -> str:
        """The name of a type in the relation set."""
        return self.yielded.get(kind, kind)


@cache
def conventions() -> Conventions:
    """The conventions of the gold sets."""
    lists = json.loads(Path(__file__).with_name("conventions.json").read_text(encoding="utf-8"))
    folded = {kind: frozenset(others) for kind, others in lists["folded"].items()}
    return Conventions(frozenset(lists["symmetric"]), lists["yielded"], folded, lists["factuality"])
