"""A correction: what a person says of an event, hung on its evidence; and events as they are with corrections on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Self

from sayso.store.corrected.anchor import Anchor
from sayso.store.rows.words import digest

BY_HAND = "by-hand"  # the pattern of events that people have added
Action = Literal["set", "accept", "reject", "add"]
Event = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What somebody said of an event: `trigger` and `evidence` find it again, `event` is how it was, `changes` what it should be.

    A field of `changes` has the shape of the JSON contract. Of an added event `event` is the whole of it.
    """

    id: str
    action: Action
    report: Mapping[str, str | None]  # id, publisher and digest of the text that was corrected
    trigger: Anchor
    evidence: Anchor
    event: Event
    changes: Mapping[str, Any]
    who: str
    why: str
    at: str

    def to_dict(self) -> dict[str, Any]:
        """As it is exchanged, a line of JSON each."""
        plain = {key: getattr(self, key) for key in ("id", "action", "report", "event", "changes", "who", "why", "at")}
        return {**plain, "report": dict(self.report), "changes": dict(self.changes), **self._target()}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The correction that a line of JSON tells of.

        Raises:
            KeyError, TypeError: something is missing or unknown.
        """
        target = value["target"]
        kept = {key: found for key, found in value.items() if key != "target"}
        return cls(**kept, trigger=Anchor.from_dict(target["trigger"]), evidence=Anchor.from_dict(target["evidence"]))

    def _target(self) -> dict[str, Any]:
        return {"target": {"trigger": self.trigger.to_dict(), "evidence": self.evidence.to_dict()}}


@dataclass(frozen=True, slots=True)
class Held:
    """An event as it holds now: as coded, as corrected where that differs, and its state."""

    state: str  # coded, accepted, corrected, rejected, added (by hand) or kept (by hand, though the coder no longer finds it)
    coded: Event | None
    corrected: Event | None = None

    @property
    def event(self) -> Event:
        """The event to be shown and counted."""
        event = self.corrected or self.coded
        assert event is not None  # one of the two is always there
        return event


def held(text: str, coded: Sequence[Event], corrections: Iterable[Correction]) -> tuple[list[Held], dict[str, str]]:
    """The events of a text with all corrections on them, in the order they were made; and each correction's outcome by its id."""
    events, outcomes = [Held("coded", event) for event in coded], {}
    for correction in corrections:
        outcomes[correction.id] = _apply(text, events, correction)
    return events, outcomes


def alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two events at the same words are one: of a type, and with a party in common where both name some."""
    return one["type"] == other["type"] and all(_shared(one[role], other[role]) for role in ("actors", "recipients"))


def _shared(parties: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]]) -> bool:
    return not parties or not others or any(_one(one, other) for one in parties for other in others)


def _one(party: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two parties may be one: of a country, or of none and in the same words."""
    same_words = party["text"] in other["text"] or other["text"] in party["text"]
    return party["country"] == other["country"] and (party["country"] is not None or same_words)


def _apply(text: str, events: list[Held], correction: Correction) -> str:
    """Put one correction on its event: `applied`, `kept` where only it still knows the event, `lost` where the text is gone."""
    start = correction.trigger.find(text)
    if start is None:
        return "lost"
    at = _target(events, correction, start)
    if at is not None:
        events[at] = _corrected(events[at], correction, text)
    elif correction.action == "reject":
        return "applied"  # the coder has come to agree
    else:
        state: str = "added" if correction.action == "add" else "kept"
        event = _grounded({**_moved(correction.event, text, start, correction), **correction.changes}, text)
        if any(one.event["id"] == event["id"] for one in events):
            event["id"] = digest(f"{event['id']}|{correction.id}")[:16]  # whoever made the correction: an id names one event of a text
        events.append(Held(state, None, event))
        return "applied" if state == "added" else "kept"
    return "applied"


def _target(events: Sequence[Held], correction: Correction, start: int) -> int | None:
    """Which event is meant: one at the same trigger, of several the one most like the event that was corrected."""
    there = [i for i, one in enumerate(events) if one.event["trigger"]["start"] == start]
    if correction.action == "add":
        there = [i for i in there if events[i].state != "rejected" and alike(events[i].event, correction.event)]
    elif correction.event["pattern"] == BY_HAND:  # where it is gone, others at its words are no substitute
        there = [i for i in there if events[i].event["id"] == correction.event["id"] or alike(events[i].event, correction.event)]
    return max(there, key=lambda i: _likeness(events[i].coded or events[i].event, correction.event), default=None)


def _likeness(one: Event, other: Event) -> tuple[bool, bool, int]:
    """Same id first, then same type, then how many other fields are the same."""
    return (
        one["id"] == other["id"],
        one["type"] == other["type"],
        sum(_who(one, role) == _who(other, role) for role in ("actors", "recipients", "says")),
    )


def _who(event: Event, role: str) -> list[tuple[Any, ...]]:
    return [(p["entity"], p["country"], p["name"]) for p in event[role]]


def _corrected(one: Held, correction: Correction, text: str) -> Held:
    if correction.action == "reject":
        return replace(one, state="rejected")
    if correction.action == "add" and one.coded is not None:
        return replace(one, state="accepted") if one.state == "coded" else one
    if correction.action == "set":
        start = one.event["trigger"]["start"]
        changes = _moved(dict(correction.changes), text, start, correction)
        return Held("corrected" if one.coded else one.state, one.coded, _grounded({**one.event, **changes}, text))
    return replace(one, state="accepted" if one.state in ("coded", "rejected") and not one.corrected else _affirmed(one))


def _grounded(event: Event, text: str) -> Event:
    """The event, of which place and numbers quote nothing where what was set by hand stands nowhere in the text."""
    place, numbers = event["place"], event["quantities"]
    return {**event, "place": place and _quoting(place, text), "quantities": [_quoting(one, text) for one in numbers]}


def _quoting(field: Event, text: str) -> Event:
    return field if field["text"] in text else {**field, "text": ""}


def _affirmed(one: Held) -> str:
    return "corrected" if one.coded else "added" if one.state == "rejected" else one.state


def _moved(fields: Event, text: str, start: int, correction: Correction) -> Event:
    """Fields with their offsets moved as far as the trigger has moved; those whose words no longer stand there point at the trigger."""
    shift = start - correction.trigger.start
    if not shift:
        return fields
    trigger = {"start": start, "end": start + len(correction.trigger.exact), "text": correction.trigger.exact}
    return {key: _shifted(value, shift, text, trigger) for key, value in fields.items()}


def _shifted(value: Any, shift: int, text: str, trigger: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_shifted(one, shift, text, trigger) for one in value]
    if not isinstance(value, dict) or not {"start", "end", "text"} <= set(value) or not isinstance(value["start"], int):
        return value
    start, end = value["start"] + shift, value["end"] + shift
    return {**value, "start": start, "end": end} if text[start:end] == value["text"] else {**value, **_sought(value, text, trigger)}


def _sought(value: Mapping[str, Any], text: str, trigger: Mapping[str, Any]) -> Mapping[str, Any]:
    """The words of a field nearest to the trigger."""
    at = Anchor(value["text"], "", "", trigger["start"], 0).find(text)
    return trigger if at is None else {"start": at, "end": at + len(value["text"])}
