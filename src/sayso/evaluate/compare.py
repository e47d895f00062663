"""What a change gains and loses: two codings of the same reports, event by event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Event = Mapping[str, Any]
Pair = tuple[Event, Event]

# Left out: ids and versions differ by nature, quad and score follow the type, and confidence moves with every calibration.
FIELDS = (
    "type",
    "mode",
    "cameo",
    "contexts",
    "status",
    "actors",
    "recipients",
    "says",
    "time",
    "place",
    "quantities",
    "trigger",
    "evidence",
    "pattern",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of an event before and after, in words."""

    field: str
    base: str
    new: str

    def __str__(self) -> str:
        """One line."""
        return f"{self.field}: {self.base} → {self.new}"


@dataclass(frozen=True, slots=True)
class Changed:
    """An event that both codings hold, and what differs."""

    base: Event
    new: Event
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Events that only the new coding holds, only the base holds, or both hold differently; prints as a list."""

    gained: tuple[Event, ...]
    lost: tuple[Event, ...]
    changed: tuple[Changed, ...]

    def __str__(self) -> str:
        """Counts first, then one event a line: + gained, - lost, ~ changed with its fields below."""
        lines = [f"{len(self.gained)} gained, {len(self.lost)} lost, {len(self.changed)} changed"]
        lines += [f"+ {line(event)}" for event in self.gained]
        lines += [f"- {line(event)}" for event in self.lost]
        for change in self.changed:
            lines += [f"~ {line(change.new)}", *(f"    {difference}" for difference in change.differences)]
        return "\n".join(lines)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.gained or self.lost or self.changed)


def compare(base: Iterable[Event], new: Iterable[Event]) -> Comparison:
    """Match the events of two codings by report, trigger and type, and tell the rest."""
    old, young = _by_report(base), _by_report(new)
    gained: list[Event] = []
    lost: list[Event] = []
    changed: list[Changed] = []
    for report in dict.fromkeys([*old, *young]):
        pairs, gone, came = _matched(old.get(report, []), young.get(report, []))
        lost += gone
        gained += came
        changed += [Changed(*pair, differences) for pair in pairs if (differences := tuple(_differences(*pair)))]
    return Comparison(tuple(gained), tuple(lost), tuple(changed))


def _by_report(events: Iterable[Event]) -> dict[str, list[Event]]:
    grouped: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        grouped[str(event["report"]["id"])].append(event)
    return {report: sorted(found, key=_order) for report, found in grouped.items()}


def _matched(base: list[Event], new: list[Event]) -> tuple[list[Pair], list[Event], list[Event]]:
    """Pairs of one type with overlapping triggers, the closest first; then pairs on the very same trigger, whose type has changed."""
    near = sorted(_candidates(base, new), key=lambda c: c[:2])
    pairs: dict[int, int] = {}
    for _, _, b, n in near:
        if b not in pairs and n not in pairs.values():
            pairs[b] = n
    gone = [event for b, event in enumerate(base) if b not in pairs]
    came = [event for n, event in enumerate(new) if n not in pairs.values()]
    return [(base[b], new[n]) for b, n in sorted(pairs.items())], gone, came


def _candidates(base: Sequence[Event], new: Sequence[Event]) -> Iterator[tuple[int, int, int, int]]:
    """Rank (same type first), distance of the triggers' bounds, and the two positions."""
    for b, old in enumerate(base):
        for n, young in enumerate(new):
            one, other = old["trigger"], young["trigger"]
            distance = abs(one["start"] - other["start"]) + abs(one["end"] - other["end"])
            if old["type"] == young["type"] and one["start"] < other["end"] and other["start"] < one["end"]:
                yield 0, distance, b, n
            elif distance == 0:
                yield 1, 0, b, n


def _order(event: Event) -> tuple[int, int, str]:
    return event["trigger"]["start"], event["trigger"]["end"], str(event["type"])


def _differences(base: Event, new: Event) -> Iterator[Difference]:
    for field in FIELDS:
        before, after = _words(field, base.get(field)), _words(field, new.get(field))
        if before != after:
            yield Difference(field, before, after)


def _words(field: str, value: Any) -> str:
    """A field's value as it is read."""
    if not value:
        return "—"
    if field in ("actors", "recipients", "says"):
        return ", ".join(_party(one) for one in value)
    if field == "quantities":
        return ", ".join(f"{q.get('kind')} {_number(q.get('low'))}-{_number(q.get('high'))} {q.get('unit') or ''}".strip() for q in value)
    if field == "time":
        return f"{value.get('start')}/{value.get('end')} ({value.get('basis')})"
    if field == "place":
        return f"{value.get('name')}, {value.get('country')} ({value.get('precision')})"
    if field in ("trigger", "evidence"):
        return f"{value['start']}-{value['end']} “{' '.join(str(value['text']).split())}”"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _party(party: Mapping[str, Any]) -> str:
    codes = " ".join([party.get("country") or "-", *(party.get("sectors") or [])])
    return f"{party.get('name')} [{codes}]"


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"


def line(event: Event) -> str:
    """An event in one line: report, who → type → whom, status, and the trigger."""
    actors, recipients = (", ".join(str(p.get("name")) for p in event.get(role) or []) or "—" for role in ("actors", "recipients"))
    kind = f"{event['type']}/{event['mode']}" if event.get("mode") else event["type"]
    start, words = event["trigger"]["start"], " ".join(str(event["trigger"]["text"]).split())
    return f"{event['report']['id']} {start}: {actors} → {kind} → {recipients} [{event.get('status')}] “{words}”"
