"""What each event claims of each field."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.assemble.holdings import Claim
from sayso.assemble.telling import Side, Telling, side

OPEN = ()  # a role that a report leaves open


def types(events: Iterable[Telling]) -> Iterator[Claim]:
    """Event types."""
    return (Claim(told, told.type, told.type) for told in events)


def statuses(events: Iterable[Telling]) -> Iterator[Claim]:
    """Whether it happened; a plan that came true is no claim of its own any more."""
    events = list(events)
    told = {one.event["status"] for one in events}
    for one in events:
        status = one.event["status"]
        if status not in ("planned", "possible") or not told & {"occurred", "denied"}:
            yield Claim(one, status, status)


def stages(events: Iterable[Telling]) -> Iterator[Claim]:
    """The status as told, plans included: how the story went on."""
    return (Claim(told, told.event["status"], told.event["status"]) for told in events)


def parties(events: Iterable[Telling], role: str) -> Iterator[Claim]:
    """Who fills a role: compared by country and body, shown as the report has it."""
    for told in events:
        given = told.event.get(role) or ()
        yield Claim(told, _key(side(given)) if given else OPEN, [_party(p) for p in given], weight=_definite(side(given)) + bool(given))


def _key(parties: Side) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(sorted(parties.homes)), tuple(sorted(parties.sectors))


def _definite(parties: Side) -> int:
    return 4 * bool(parties.homes) + 2 * bool(parties.entities) + bool(parties.sectors)


def _party(party: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "entity": party.get("entity"),
        "name": party.get("name"),
        "country": party.get("country"),
        "sectors": list(party.get("sectors") or ()),
    }


def same_parties(one: Any, other: Any) -> bool:
    """Whether two readings of a role can be one: neither is left open, and neither names who the other doesn't know of."""
    if OPEN in (one, other):
        return bool(one == other)
    homes, others = set(one[0]), set(other[0])
    return not homes or not others or bool(homes & others)


def days(events: Iterable[Telling]) -> Iterator[Claim]:
    """Stated days; what is only known from the day of publication claims none."""
    for told in events:
        if told.days and told.days.stated:
            time = told.event["time"]
            shown = {key: time.get(key) for key in ("start", "end", "basis")}
            yield Claim(told, (told.days.start, told.days.end), shown, weight=told.days.start - told.days.end)


def same_days(one: Any, other: Any) -> bool:
    """Whether two stretches share a day."""
    return bool(max(one[0], other[0]) <= min(one[1], other[1]))


def places(events: Iterable[Telling]) -> Iterator[Claim]:
    """Places; the most precise of a report counts."""
    precision = {"site": 3, "city": 2, "region": 1}
    for told in events:
        place = told.event.get("place")
        if place and told.where:
            key = (told.where.country, told.where.admin1 if not told.where.name else None, told.where.name)
            shown = {name: place.get(name) for name in ("name", "country", "admin1", "lat", "lon", "geonames_id", "precision")}
            yield Claim(told, key, shown, weight=precision.get(place.get("precision"), 0))


def same_places(one: Any, other: Any) -> bool:
    """Whether one can lie in the other."""
    if one[0] and other[0] and one[0] != other[0]:
        return False
    return not one[2] or not other[2] or one[2] == other[2]


def kinds(events: Iterable[Telling]) -> list[str]:
    """The kinds of quantities that are given."""
    return sorted({kind for told in events for kind in told.quantities})


def numbers(events: Iterable[Telling], kind: str) -> Iterator[Claim]:
    """What is given of one kind; an exact number before a bound."""
    for told in events:
        for quantity in told.event.get("quantities") or ():
            if quantity["kind"] == kind and kind in told.quantities:
                low, high = told.quantities[kind]
                shown = {name: quantity.get(name) for name in ("kind", "low", "high", "unit")}
                yield Claim(told, (low, high), shown, weight=int(low == high))
