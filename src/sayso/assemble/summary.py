"""What the events of one incident come to: who tells of it, the best-supported reading, what is contested, what changed."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from sayso.assemble import fields
from sayso.assemble.cluster import Group
from sayso.assemble.holdings import Compatible, Held, change, disagreement, held
from sayso.assemble.nodes import Node
from sayso.assemble.telling import Teller, Telling
from sayso.assemble.voices import voices
from sayso.model.incident import Change, Disagreement, Incident, Link

Contested = tuple[str, list[Held], Compatible]


def summary(group: Group, nodes: Sequence[Node], origins: Mapping[Teller, str], houses: Mapping[str, str]) -> Incident:
    """The incident of a group of nodes."""
    events = sorted((told for number in group.members for told in nodes[number].events), key=_order)
    voice = voices(events, origins, houses)
    read = {
        "type": held(fields.types(events), voice),
        "status": held(fields.statuses(events), voice, each=True),  # who reports a denial reports what is denied, too
        "actors": held(fields.parties(events, "actors"), voice),
        "recipients": held(fields.parties(events, "recipients"), voice),
        "time": held(fields.days(events), voice),
        "place": held(fields.places(events), voice),
    }
    numbers = {kind: held(fields.numbers(events, kind), voice) for kind in fields.kinds(events)}
    days = sorted(day for told in events if (day := told.event["report"].get("published")))
    return Incident(
        id=_id(events[0]),
        type=read["type"][0].shown,
        status=read["status"][0].shown,
        events=tuple(_event(told) for told in events),
        reports=len(voice),
        publishers=len({told.event["report"].get("publisher") for told in events} - {None}),
        origins=len(set(voice.values())),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        actors=tuple(_named(read["actors"])),
        recipients=tuple(_named(read["recipients"])),
        time=_best(read["time"]),
        place=_best(read["place"]),
        quantities=tuple(found[0].shown for found in numbers.values()),
        disagreements=_disagreements(_contested(read, numbers)),
        changes=_changes([("status", held(fields.stages(events), voice), _same), *_counts(numbers)]),
        links=tuple(sorted((_link(link, nodes) for link in group.links), key=lambda k: (-k.by_hand, -k.points, k.one, k.other))),
    )


def _order(told: Telling) -> tuple[str, str, str, str, tuple[int, int]]:
    return (told.event["report"].get("published") or "9", told.report, told.id, told.teller[1] or "", told.span)


def _id(first: Telling) -> str:
    """Named after its first event: a report that comes later does not change it."""
    return blake2b("\0".join(map(str, _order(first)[:3])).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _event(told: Telling) -> dict[str, Any]:
    """An event as the incident names it."""
    report, evidence = told.event["report"], told.event["evidence"]
    return {
        "id": told.id,
        "report": told.report,
        "publisher": report.get("publisher"),
        "published": report.get("published"),
        "type": told.type,
        "status": told.event["status"],
        "start": evidence["start"],
        "end": evidence["end"],
        "quote": evidence["text"],
    }


def _named(values: Sequence[Held]) -> list[dict[str, Any]]:
    """The best-supported parties; a role is left open only where all leave it open."""
    return next((one.shown for one in values if one.key != fields.OPEN), [])


def _best(values: Sequence[Held]) -> Any:
    return values[0].shown if values else None


def _same(one: Any, other: Any) -> bool:
    return bool(one == other)


def _contested(read: Mapping[str, list[Held]], numbers: Mapping[str, list[Held]]) -> list[Contested]:
    """Every field with its values and the question whether two of them can both be right."""
    return [
        ("type", read["type"], _same),
        ("status", read["status"], _same),
        ("actors", read["actors"], fields.same_parties),
        ("recipients", read["recipients"], fields.same_parties),
        ("time", read["time"], fields.same_days),
        ("place", read["place"], fields.same_places),
        *_counts(numbers),
    ]


def _counts(numbers: Mapping[str, list[Held]]) -> list[Contested]:
    return [(kind, values, fields.same_days) for kind, values in numbers.items()]


def _disagreements(contested: Sequence[Contested]) -> tuple[Disagreement, ...]:
    return tuple(found for name, values, can in contested if (found := disagreement(name, values, can)))


def _changes(told: Sequence[Contested]) -> tuple[Change, ...]:
    return tuple(found for name, values, can in told if (found := change(name, values, can)))


def _link(link: tuple[int, int, Any], nodes: Sequence[Node]) -> Link:
    one, other = sorted((min(nodes[n].events, key=_order) for n in link[:2]), key=_order)
    found = link[2]
    return Link(one.id, other.id, found.points, found.reasons, by_hand=found.reasons == ("joined by hand",))
