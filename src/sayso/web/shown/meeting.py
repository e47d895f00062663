"""A text that is in no database held against the incidents of one: which it would join, who else tells of it, what they say otherwise."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.assemble import Assembler, Edit, edit
from sayso.assemble import incidents as assembled
from sayso.assemble.blocks import LENGTH
from sayso.assemble.edits import Decisions
from sayso.assemble.newcomers import Newcomers
from sayso.assemble.telling import Teller, teller, telling
from sayso.ingest.copies import Credits
from sayso.ingest.copies.compare import compared
from sayso.ingest.copies.keys import entry_of
from sayso.lexicon import incident
from sayso.lexicon.incident import Rules
from sayso.lexicon.lexicon import gathered
from sayso.model import Report
from sayso.settings import Settings
from sayso.store import Filter, View
from sayso.store.found.listing import Listed, listed, listing
from sayso.store.found.reports import report_by
from sayso.store.gathered.gathering import Gathering

Event = Mapping[str, Any]
MOST = 400  # events beside which a text is put; more tell of it than anybody reads
COPIES = 40  # reports that are looked at word for word
WEEKS = 3  # on either side: what the same parties are said to do later is another story
CLOSE = 20  # events, the newest
UNSURE = ("planned", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Meeting:
    """What an event of the text meets.

    `incident` is the one that it would stand in, `others` the events of the database in it. `close` are events of the same parties and
    the like act within weeks that are not taken for the same happening, and `either` what they and it would come to if they were.
    `copies` are the ids of reports that the text copies, with the reason; `stories` are the origins of others and close, by number.
    """

    incident: Mapping[str, Any]
    others: Sequence[Listed]
    close: Sequence[Listed]
    either: Mapping[str, Any]
    copies: Mapping[str, str]
    stories: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Near:
    """What the database has that a text may belong to: others' events by number, their origins, and what people decided."""

    events: Mapping[int, Event]
    origins: Mapping[int, str]
    rows: Sequence[Listed]
    decided: Sequence[Mapping[str, Any]]


class Meetings:
    """Holds texts against a database; what it knows of incidents and of copies is read when first needed."""

    def __init__(self, view: View, settings: Settings) -> None:
        """Take what to read."""
        self._view, self._settings = view, settings

    def of(self, report: Report, events: Sequence[Event]) -> dict[str, Meeting]:
        """What each event of a text meets, by the event's id; nothing is written."""
        near = self._view.ask(lambda connection: _near(Gathering(connection), lambda some: listed(connection, some), events, self._rules))
        copies = self._copied(report, list(dict.fromkeys(one.report for one in near.rows))[:COPIES])
        incidents = _incidents(near, events, self._rules, _origins(near, events, copies))
        mine = {told["id"]: one for one in incidents for told in one["events"] if told["report"] == report.id}
        return {event["id"]: self._meeting(event, mine[event["id"]], near, copies) for event in events}

    def read(self) -> None:
        """Read now what is known of incidents and of copies, so that nobody has to wait for it later."""
        self._rules, self._known  # noqa: B018 - they are kept

    def _meeting(self, event: Event, incident: Mapping[str, Any], near: Near, copies: Mapping[str, str]) -> Meeting:
        others = _others(near, incident)
        known = {one.number for one in others}
        close = [one for one in self._close(event) if one.number not in known]
        stories = self._view.ask(lambda connection: Gathering(connection).origins([one.number for one in (*others, *close)]))
        either = self._either(event, [*others, *close], stories)
        return Meeting(incident, others, close, either, copies, stories)

    def _either(self, event: Event, told: Sequence[Listed], stories: Mapping[int, str]) -> Mapping[str, Any]:
        """The incident that an event and others would come to if they told of one happening."""
        joined = [Edit((tuple({event["id"], *(one.event["id"] for one in told)}),))] if told else []
        origins = {teller(one.event): stories[one.number] for one in told if one.number in stories}
        found = assembled([*(one.event for one in told), event], self._rules, origins=origins, edits=joined)
        return next(one for one in found if event["id"] in {e["id"] for e in one.events}).to_dict()

    def _close(self, event: Event) -> list[Listed]:
        """Events of the same two parties, either way, of a family of types with the event, within weeks of it."""
        told = telling(event, self._rules)
        if told.open_side or not told.days:
            return []
        actors, recipients = sorted(told.actors.homes), sorted(told.recipients.homes)
        types = sorted({kind for family in told.families for kind in family.types})
        ways = [(actors, recipients), (recipients, actors)] if any(one.either_way for one in told.families) else [(actors, recipients)]
        when = _when(event, told.days.start, told.days.end)
        wanted = [Filter.of(actor=a, recipient=b, type=types, **within) for a, b in ways for within in when]
        found = {one.number: one for filter_ in wanted for one in self._view.ask(listing(filter_, limit=CLOSE)).events}
        return list(found.values())

    @cached_property
    def _rules(self) -> Rules:
        return incident.rules(cache=self._settings.cache, knowledge=tuple(map(Path, self._settings.knowledge)))

    @cached_property
    def _known(self) -> tuple[Credits, frozenset[str]]:
        """Who is credited for texts, and the words that carry no facts."""
        _, data = gathered(cache=self._settings.cache, knowledge=tuple(map(Path, self._settings.knowledge)))
        return Credits.from_lexicon(data), frozenset(data["cues"]["layout"]["function_words"])

    def _copied(self, report: Report, keys: Sequence[str]) -> dict[str, str]:
        """Which reports the text is a copy of, by id, and why."""
        others = [one for key in keys if (one := self._view.ask(report_by(key)))]
        if not others:
            return {}
        mine, *theirs = (entry_of(n, one, *self._known) for n, one in enumerate([report, *others]))
        links = ((one, compared(mine, entry)) for one, entry in zip(others, theirs, strict=True))
        return {one.id: link.reason for one, link in links if link}


def _when(event: Event, first: int, last: int) -> list[dict[str, Any]]:
    """Within weeks of its days; what has not happened yet is also denied, promised or doubted in what came out about when its text did."""
    found: list[dict[str, Any]] = [dict(zip(("since", "until"), _weeks(first, last), strict=True))]
    if event["status"] in UNSURE and (published := event["report"]["published"]):
        day = date.fromisoformat(published).toordinal()
        found.append({**dict(zip(("published_since", "published_until"), _weeks(day, day), strict=True)), "status": UNSURE})
    return found


def _weeks(first: int, last: int) -> list[str]:
    """The days on which begins and ends what is close to a stretch of days."""
    return [date.fromordinal(day).isoformat() for day in (first - WEEKS * 7, last + WEEKS * 7)]


def _near(gathering: Gathering, rows: Callable[[Sequence[int]], list[Listed]], events: Sequence[Event], rules: Rules) -> Near:
    decided = gathering.decisions()
    new = Newcomers(events, rules, Decisions.of(edit(value) for value in decided))
    near = gathering.near({(s.block, s.first, s.last) for s in new.stretches()}, LENGTH)
    linked = new.joined({telling: event for telling, (_, event) in near.items()})
    parts = gathering.saying(new.keys) | {near[telling][0] for telling in linked}
    found = dict(islice(gathering.members(parts).items(), MOST))
    return Near(found, gathering.origins(found), rows(list(found)), decided)


def _origins(near: Near, events: Collection[Event], copies: Mapping[str, str]) -> dict[Teller, str]:
    """The origin of each report; the text has that of a report that it copies."""
    found = {teller(event): near.origins[number] for number, event in near.events.items() if number in near.origins}
    copied = next((origin for (report, _), origin in found.items() if report in copies), None)
    return {**found, **({teller(event): copied for event in events} if copied else {})}


def _incidents(near: Near, events: Sequence[Event], rules: Rules, origins: Mapping[Teller, str]) -> list[dict[str, Any]]:
    assembler = Assembler(rules, origins=origins, edits=[edit(value) for value in near.decided])
    assembler.add([*near.events.values(), *events])
    return [one.to_dict() for one in assembler.incidents()]


def _others(near: Near, incident: Mapping[str, Any]) -> list[Listed]:
    """The rows of an incident's events that are in the database, in the order in which they were told."""
    told = {(one["report"], one["publisher"], one["id"]) for one in incident["events"]}
    found = [one for one in near.rows if (one.event["report"]["id"], one.event["report"]["publisher"], one.event["id"]) in told]
    return sorted(found, key=lambda one: (one.event["report"]["published"] or "", one.number))
