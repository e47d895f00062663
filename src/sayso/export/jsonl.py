"""JSON Lines, as the contracts of events and reports have them."""

from sayso.model.jsonl import line

__all__ = ["line"]
