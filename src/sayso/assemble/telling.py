"""An event as it is held against others: its parties, days, place, numbers and words, each made ready once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.lexicon.incident import Family, Rules

WORD = re.compile(r"\w+")
STEM = 5  # letters: forgives endings, and "Egypt" beside "Egyptian"
LONGEST = 31  # days: what is dated more vaguely only meets what is dated as vaguely
UNKNOWN = "~"
TO_COME = ("planned", "possible")

Item = Mapping[str, Any]
Home = str
Teller = tuple[str, str | None]  # what a report is known by: its id and publisher


@dataclass(frozen=True, slots=True)
class Side:
    """The parties of one role: their entities, their countries or (where they have none) entities, and their sectors."""

    entities: frozenset[str]
    homes: frozenset[Home]
    sectors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Days:
    """The stretch of days, as ordinals, in which the act may lie; `stated` where the passage itself dates it."""

    start: int
    end: int
    stated: bool

    @property
    def exact(self) -> bool:
        """Whether one day is stated."""
        return self.stated and self.start == self.end


@dataclass(frozen=True, slots=True)
class Where:
    """A place: its country, its region and its name, as far as given, with coordinates in degrees where it is a point."""

    country: str | None
    admin1: str | None
    name: str | None
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One event, ready to be compared; `event` is the event as the contract has it."""

    id: str
    report: str
    teller: Teller
    families: tuple[Family, ...]
    type: str
    mode: str | None
    actors: Side
    recipients: Side
    days: Days | None
    published: int | None
    where: Where | None
    quantities: Mapping[str, tuple[float, float]]
    words: frozenset[str]
    trigger: str
    span: tuple[int, int]
    event: Item

    @property
    def plan(self) -> bool:
        """Whether the act is told as to come, or as what may come, on days that the passage states."""
        return self.event.get("status") in TO_COME and self.days is not None and self.days.stated

    @property
    def open_side(self) -> bool:
        """Whether one of the two roles is left open, or filled by nobody known."""
        return not (self.actors.homes and self.recipients.homes)


def telling(event: Item, rules: Rules) -> Telling:
    """An event (as `Event.to_dict` gives it) made ready."""
    families = rules.families_of(event["type"])
    published = _day((event.get("report") or {}).get("published"))
    trigger, evidence = event["trigger"], event["evidence"]
    return Telling(
        id=event["id"],
        report=str(event["report"]["id"]),
        teller=teller(event),
        families=families,
        type=event["type"],
        mode=event.get("mode"),
        actors=side(event.get("actors") or ()),
        recipients=side(event.get("recipients") or ()),
        days=_days(event, published, max(f.lag for f in families), max(f.ahead for f in families)),
        published=published,
        where=_where(event.get("place")),
        quantities={q["kind"]: _bounds(q) for q in event.get("quantities") or () if q["low"] is not None or q["high"] is not None},
        words=frozenset(_topic(event, rules.idle)),
        trigger=_stem(trigger["text"]),
        span=(evidence["start"], evidence["end"]),
        event=event,
    )


class Tellings:
    """Events made ready, each object once, however often it is asked for."""

    def __init__(self, rules: Rules) -> None:
        """Begin without events."""
        self._rules = rules
        self._made: dict[int, Telling] = {}

    def __call__(self, event: Item) -> Telling:
        """The event made ready."""
        made = self._made.get(id(event))
        if made is None:
            made = self._made[id(event)] = telling(event, self._rules)  # which holds the event, so that no other gets its id
        return made


def teller(event: Item) -> Teller:
    """The report of an event, by its id and publisher."""
    report = event["report"]
    return str(report["id"]), report.get("publisher")


def side(parties: Iterable[Item]) -> Side:
    """The parties of one role."""
    parties = list(parties)
    return Side(
        entities=frozenset(p["entity"] for p in parties if p.get("entity")),
        homes=frozenset(home for p in parties if (home := p.get("country") or p.get("entity"))),
        sectors=frozenset(s for p in parties for s in p.get("sectors") or ()),
    )


def _day(text: Any) -> int | None:
    """The ordinal of an ISO day; None where there is none."""
    try:
        return date.fromisoformat(text[:10]).toordinal() if text else None
    except ValueError:
        return None


def _days(event: Item, published: int | None, lag: int, ahead: int) -> Days | None:
    time = event.get("time") or {}
    start, end = _day(time.get("start")), _day(time.get("end"))
    if time.get("basis") in ("stated", "relative") and (start or end):
        return Days(start or end or 0, max(end or start or 0, start or 0), stated=True)
    if published is None:
        return None
    if event.get("status") in TO_COME:
        return Days(published - 1, published + ahead, stated=False)
    return Days(published - lag, published, stated=False)


def _where(place: Item | None) -> Where | None:
    if not place:
        return None
    precise = place.get("precision") in ("site", "city")
    point = (place["lat"], place["lon"]) if precise and place.get("lat") is not None and place.get("lon") is not None else None
    name = place.get("name") if precise or place.get("precision") == "region" else None
    return Where(place.get("country"), place.get("admin1"), name, point)


def _bounds(quantity: Item) -> tuple[float, float]:
    low, high = quantity["low"], quantity["high"]
    return (low if low is not None else 0.0, high if high is not None else float("inf"))


def _topic(event: Item, idle: frozenset[str]) -> Iterator[str]:
    """The stems of what the passage is about: its words without the parties, the place, the speakers and the time."""
    told = [p.get("text") for role in ("actors", "recipients", "says") for p in event.get(role) or ()]
    told += [(event.get(key) or {}).get("text") for key in ("place", "time", "trigger")]
    gone = {_stem(word) for text in told if text for word in WORD.findall(text)}
    for word in WORD.findall(event["evidence"]["text"]):
        if (len(word) > 3 or word.isdigit()) and (lower := word.lower()) not in idle and (stem := lower[:STEM]) not in gone:
            yield stem


def _stem(word: str) -> str:
    return word.lower()[:STEM]
