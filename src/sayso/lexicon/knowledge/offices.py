"""The sectors of an office by its name."""

import re
from collections.abc import Mapping
from typing import Any

Offices = Mapping[str, tuple[str, ...]]


def offices_of(data: Mapping[str, Any]) -> Offices:
    """Sectors of role nouns, persons first."""
    roles = sorted(data["roles"], key=lambda role: role["kind"] == "person")
    return {noun: tuple(role["sectors"]) for role in roles for noun in role["nouns"]}


def sectors(name: str, offices: Offices) -> tuple[str, ...]:
    """Sectors of the longest role noun in a name, of equally long ones the first; empty where it has none."""
    words = re.findall(r"[\w'-]+", name.lower())
    spans = ((length, start) for length in range(len(words), 0, -1) for start in range(len(words) - length + 1))
    found = (offices.get(" ".join(words[start : start + length])) for length, start in spans)
    return next((sectors for sectors in found if sectors), ())
