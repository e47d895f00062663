"""Floors under the scores: committed figures that a change may raise but not silently lower."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.errors import InputError, OutputError
from sayso.evaluate.gold import GoldSet, Kind, fingerprint, read, sets
from sayso.evaluate.score import Annotator, scored

# The same text gives the same events on one machine. On another one the parser's arithmetic differs in its last bits and may decide
# one attachment otherwise; one event of the smaller sets, and the rounding to three places, are worth this much.
EPSILON = 0.003

FIGURES: Mapping[Kind, tuple[str, ...]] = {
    "reports": (
        "typed.f1",
        "typed.recall",
        "core.f1",
        "fields_when_typed.sectors",
        "fields_when_typed.status",
        "fields_when_typed.says",
        "fields_when_typed.date",
        "fields_when_typed.place",
        "fields_when_typed.quantities",
    ),
    "seeds": (  # other events than the main ones stand in the texts too: precision means nothing here
        "typed.recall",
        "core.recall",
        "fields_when_typed.status",
        "fields_when_typed.says",
    ),
    "relations": ("pair_recall", "type_recall", "type_accuracy_when_linked", "type_precision", "macro_f1"),
    "codes": ("any", "type", "countries", "full", "type_precision"),
    "places": ("found.f1", "within_161km", "country", "country_by_name"),
    "times": ("found.f1", "value.f1"),
    "factuality": ("status.accuracy", "status.occurred.f1", "status.planned.f1", "says.precision", "says.recall"),
    "negatives": ("silent",),
}

Floors = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pin:
    """What is promised of one set: which set it is, and the least its figures may be."""

    fingerprint: str
    floors: Floors

    def to_dict(self) -> dict[str, Any]:
        """The pin as the floors file has it."""
        return {"fingerprint": self.fingerprint, "floors": dict(sorted(self.floors.items()))}


@dataclass(frozen=True, slots=True)
class GateResult:
    """What the gate has to say, line by line, and whether the change may pass."""

    lines: tuple[str, ...]
    passed: bool


@dataclass(slots=True)
class _Passage:
    """The passing of the gate: its lines so far, and what it would write."""

    pins: dict[str, Pin]
    update: bool
    allow_regression: bool
    lines: list[str] = field(default_factory=list)
    passed: bool = True

    def fail(self, line: str) -> None:
        self.lines.append(f"FAIL {line}")
        self.passed = False


def check(floors: Path, folder: Path, coder: Annotator, *, update: bool = False, allow_regression: bool = False) -> GateResult:
    """Score a coder on the gold sets of a folder and hold the figures against the floors.

    A set that is not there is skipped; one whose fingerprint has changed fails until it is pinned again. With `update` sets are
    pinned and floors raised; a floor is lowered only with `allow_regression`, and where one would have to be, nothing is written.

    Raises:
        InputError: the floors or a set can't be read.
        OutputError: the floors can't be written.
    """
    passage = _Passage(_read(floors), update, allow_regression)
    there = {path.name.removesuffix(".jsonl"): path for path in sets(folder)} if folder.is_dir() else {}
    for name in sorted({*passage.pins, *there}):
        if name not in there:
            passage.lines.append(f"skip {name}: the set is not in {folder}")
        elif update:
            _pin(passage, read(there[name]), coder)
        else:
            _hold(passage, name, there[name], coder)
    if not passage.pins:
        passage.fail(f"{floors} pins no set: run the gate with --update")
    if update and passage.passed:
        _write(floors, passage.pins)
    return GateResult(tuple(passage.lines), passage.passed)


def _hold(passage: _Passage, name: str, path: Path, coder: Annotator) -> None:
    """Hold one set's figures against its floors."""
    pin = passage.pins.get(name)
    if pin is None:
        passage.lines.append(f"skip {name}: not pinned")
        return
    if pin.fingerprint != fingerprint(path):
        passage.fail(f"{name}: the set has changed; look at its figures and pin it again with --update")
        return
    figures = _figures(read(path), coder)
    for key, floor in sorted(pin.floors.items()):
        value = figures.get(key)
        if value is None or value < floor - EPSILON:
            passage.fail(f"{name} {key}: {_shown(value)}, floor {floor:.3f}")
        else:
            passage.lines.append(f"ok   {name} {key}: {value:.3f}, floor {floor:.3f}")


def _pin(passage: _Passage, gold: GoldSet, coder: Annotator) -> None:
    """Pin a set at its present figures, as far as no floor is lowered without leave."""
    figures = _figures(gold, coder)
    old = passage.pins[gold.name].floors if gold.name in passage.pins else {}
    floors = dict(old)
    for key in sorted({*old, *figures}):
        value, floor = figures.get(key), old.get(key)
        sinks = floor is not None and (value is None or value < floor - EPSILON)
        if sinks and not passage.allow_regression:
            passage.fail(f"{gold.name} {key}: {_shown(value)} would lower the floor {floor:.3f}; --allow-regression lowers it")
        elif value is None:
            del floors[key]
        elif sinks or floor is None or value > floor:
            floors[key] = value
            passage.lines.append(f"pin  {gold.name} {key}: {_shown(floor)} → {value:.3f}")
    passage.pins[gold.name] = Pin(gold.fingerprint, floors)


def _figures(gold: GoldSet, coder: Annotator) -> Floors:
    """The figures of a set that have floors, by dotted name; those that the set does not yield are left out."""
    flat = dict(_flat(scored(gold, coder).figures))
    return {key: float(flat[key]) for key in FIGURES[gold.kind] if flat.get(key) is not None}


def _flat(figures: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in figures.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def _shown(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"


def _read(path: Path) -> dict[str, Pin]:
    if not path.exists():
        return {}
    try:
        pinned = json.loads(path.read_text(encoding="utf-8"))["sets"]
        return {name: Pin(pin["fingerprint"], {key: float(value) for key, value in pin["floors"].items()}) for name, pin in pinned.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: not a file of floors: {error!r}") from error


def _write(path: Path, pins: Mapping[str, Pin]) -> None:
    lines = json.dumps({"sets": {name: pin.to_dict() for name, pin in sorted(pins.items())}}, indent=2)
    try:
        path.write_text(lines + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {error}") from error
