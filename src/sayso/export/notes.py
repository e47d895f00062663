"""What a layout could not carry, counted while events pass; written beside the export."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

TOLD = ("status", "says", "further actors", "further recipients")  # losses that change what a reader believes


@dataclass(slots=True)
class Notes:
    """Counts of events: read and written, left out, changed, shorn of a feature, or without what a column asks for."""

    read: int = 0
    written: int = 0
    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    not_carried: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)

    def to_json(self, head: dict[str, Any], remarks: tuple[str, ...]) -> str:
        """The sidecar: the head, then all counts with the most frequent first."""
        counts = {name: dict(getattr(self, name).most_common()) for name in ("left_out", "changed", "not_carried", "missing")}
        body = {**head, "events_read": self.read, "events_written": self.written, "rows": self.rows, **counts, "remarks": list(remarks)}
        return json.dumps(body, ensure_ascii=True, indent=2) + "\n"

    def told(self) -> str:
        """One line for people."""
        reasons = ", ".join(f"{count:,} {why}" for why, count in self.left_out.most_common(3))
        dropped = [f"{self.not_carried[what]:,} with {what}" for what in TOLD if self.not_carried[what]]
        parts = [f"{self.read:,} events read", f"{self.written:,} written in {self.rows:,} rows"]
        parts += [f"{sum(self.left_out.values()):,} left out ({reasons}{', ...' if len(self.left_out) > 3 else ''})"] if reasons else []
        return " · ".join([*parts, *([f"no column for: {', '.join(dropped)}"] if dropped else [])])
