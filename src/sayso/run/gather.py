"""Incidents of a database, brought up to date: what is new or has changed, and what it touches."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.assemble import Assembler, edit
from sayso.assemble.assembler import Part
from sayso.assemble.blocks import LENGTH, stretches
from sayso.assemble.edits import Decisions
from sayso.assemble.newcomers import Newcomers
from sayso.assemble.telling import Teller, Tellings, teller
from sayso.lexicon.incident import Rules
from sayso.run.pace import Pace
from sayso.store import Incident, Writer
from sayso.store.gathered.gathering import Gathering, Portion, Said

TOGETHER = 2000  # events taken in by one transaction: what bounds memory, beside the parts that they touch
LEAST = 200  # while others write
PART = 4  # events that a part which is put together anew counts for
TRIES = 3  # times that a portion is drafted before it is put together with all others shut out

Event = dict[str, Any]
Identity = tuple[Teller, str]
Told = Callable[[int], None]


@dataclass(slots=True)
class Gathered:
    """What was done: events taken in, incidents written and gone, transactions."""

    events: int = 0
    written: int = 0
    gone: int = 0
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """What a portion comes to: how many events it takes in, and what takes the place of which parts."""

    events: int
    parts: Collection[int]
    portions: Sequence[Portion]


def gather(writer: Writer, rules: Rules, *, told: Told = lambda _: None) -> Gathered:
    """Bring all incidents up to date, a portion in each transaction; a kill leaves those that are done, and the rest for the next time.

    Incidents depend on the events, origins and decisions that are there, not on when they came. `told` hears after each step how many
    events it took in. Portions are put together while others may write; their transactions hold what has to be written, and no more.
    """
    done, pace = Gathered(), Pace(TOGETHER, LEAST)
    if loose := writer.drafted(lambda gathering: gathering.loose()).made:
        writer.gathering(lambda gathering: gathering.let_go(loose))
    while (step := _step(writer, rules, pace)) is not None:
        done.steps += 1
        done.events += step.events
        done.written += step.written
        done.gone += step.gone
        told(step.events)
    return done


def _step(writer: Writer, rules: Rules, pace: Pace) -> Gathered | None:
    """One portion, None where nothing is left to be done: drafted, and drafted again where others have changed what it stands on."""
    for _ in range(TRIES):
        draft = writer.drafted(lambda gathering: _made(gathering, rules, pace.many))
        if draft.made is None:
            return None
        kept, alone = writer.kept(draft, _kept)
        pace.after(alone=alone)
        if kept:
            return kept
    return writer.gathering(lambda gathering: _kept(gathering, _made(gathering, rules, pace.many)))


def _kept(gathering: Gathering, made: Made | None) -> Gathered | None:
    return Gathered(made.events, *gathering.keep(made.parts, made.portions)) if made else None


def _made(gathering: Gathering, rules: Rules, many: int) -> Made | None:
    """What some events come to: incidents whose events have changed, and as many events that are new as there is room for beside them.

    None where nothing is left to be done.
    """
    parts = gathering.stale(max(1, many // PART))
    fresh = gathering.waiting(max(0, many - PART * len(parts)))
    if not parts and not fresh:
        return None
    edits = [edit(value) for value in gathering.decisions()]
    decisions = Decisions.of(edits)
    tellings = Tellings(rules)
    parts |= _joined(gathering, Newcomers(fresh.values(), rules, decisions, tellings))
    events = _closed(gathering, parts, fresh, decisions)
    assembler = Assembler(rules, origins=_origins(gathering, events), edits=edits, tellings=tellings)
    return Made(len(fresh), parts, _portions(events, assembler))


def _joined(gathering: Gathering, new: Newcomers) -> set[int]:
    """The parts that new events join: because it is said there, or something that is linked to it."""
    near = gathering.near({(s.block, s.first, s.last) for s in new.stretches()}, LENGTH)
    linked = new.joined({telling: event for telling, (_, event) in near.items()})
    return gathering.saying(new.keys) | {near[telling][0] for telling in linked}


def _closed(gathering: Gathering, parts: set[int], fresh: Mapping[int, Event], decisions: Decisions) -> dict[int, Event]:
    """All events of the parts, and of those, which are added to them, that decisions join them to."""
    events = dict(fresh)
    new = parts | gathering.named(_partners(fresh.values(), decisions))
    while new:
        parts |= new
        events.update(gathering.members(new))
        new = gathering.named(_partners(events.values(), decisions)) - parts
    return events


def _partners(events: Iterable[Event], decisions: Decisions) -> set[str]:
    """The ids of events that decisions join to some events; their own too, which several reports may have."""
    named = {event["id"] for event in events} & decisions.named
    return named | {one for pair in decisions.together if pair & named for one in pair}


def _origins(gathering: Gathering, events: Mapping[int, Event]) -> dict[Teller, str]:
    return {teller(events[number]): origin for number, origin in gathering.origins(events).items()}


def _portions(events: Mapping[int, Event], assembler: Assembler) -> list[Portion]:
    """What events come to."""
    numbers: dict[Identity, list[int]] = defaultdict(list)
    for number, event in sorted(events.items()):
        numbers[teller(event), event["id"]].append(number)
    assembler.add(events[of[0]] for of in numbers.values())
    return [_portion(part, numbers) for part in assembler.parts()]


def _portion(part: Part, numbers: Mapping[Identity, list[int]]) -> Portion:
    said = [
        Said(
            node.key,
            [n for told in node.events for n in numbers[told.teller, told.id]],
            {(s.block, s.first, s.last) for s in stretches(node.telling)},
        )
        for node in part.nodes
    ]
    incidents = []
    for one in part.incidents:
        body = one.to_dict()
        members = [numbers[(told["report"], told["publisher"]), told["id"]] for told in body["events"]]
        incidents.append((Incident(body, _why(body)), members))
    return Portion(said, incidents)


def _why(body: Mapping[str, Any]) -> list[str]:
    """For each event of an incident the reasons of its strongest link."""
    links: dict[str, str] = {}
    for link in body["links"]:
        for name in ("one", "other"):
            links.setdefault(link[name], "; ".join(link["reasons"]))
    alone = "alone in telling of it" if len(body["events"]) == 1 else "says the same as another"
    return [links.get(told["id"], alone) for told in body["events"]]
