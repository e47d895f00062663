"""What people call the actors that filters know by their keys."""

import re
from collections.abc import Mapping

SECTOR = re.compile(r"(?P<country>[A-Z]{3})?:(?P<sector>[A-Z]{3})")


def called(key: str, countries: Mapping[str, str], name: str | None = None) -> str:
    """Russia for RUS, Russia · MIL for RUS:MIL, the name found in reports for an entity; else the key."""
    if sector := SECTOR.fullmatch(key):
        country = sector["country"]
        return f"{countries.get(country, country)} · {sector['sector']}" if country else f"any · {sector['sector']}"
    return name or countries.get(key, key)
