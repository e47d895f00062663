"""The published JSON Schemas of what Sayso reads and writes."""

import json
from importlib.resources import files
from typing import Any, Literal

Name = Literal["event", "annotated-report", "report", "incident"]


def schema(name: Name) -> dict[str, Any]:
    """A schema (JSON Schema, draft 2020-12) that stands by itself: what it refers to is inside, under `$defs`."""
    found = _read(name)
    return {**found, "$defs": {**found.get("$defs", {}), "event": _read("event")}} if name == "annotated-report" else found


def _read(name: str) -> dict[str, Any]:
    text = files("sayso.export").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")
    value: dict[str, Any] = json.loads(text)
    return value
