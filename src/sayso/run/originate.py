"""Origins of a database's reports, brought up to date: which of those that are new are copies, and of what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.ingest.copies.compare import compared
from sayso.ingest.copies.index import Entry, Known, Label, Link
from sayso.ingest.copies.newcomers import Reader, keys, rests_on, stories, worth_comparing, writes_as
from sayso.model import Report
from sayso.run.pace import Pace
from sayso.store import Writer
from sayso.store.gathered.copies import HOLDERS, NEAR, Copies, Copy, Wording

TOGETHER = 500  # reports in one transaction
LEAST = 50  # while others write

Told = Callable[[int], None]


def originate(writer: Writer, reader: Reader, *, told: Told = lambda _: None) -> int:
    """Find the origins of all reports that have none, a portion in each transaction; how many reports were given one, or another one.

    What the stories are does not depend on when their reports came. `told` hears after each step how many reports it looked at. Texts are
    read into words while others may write.
    """
    moved, pace = 0, Pace(TOGETHER, LEAST)
    while (step := _step(writer, reader, pace)) is not None:
        looked_at, changed = step
        moved += changed
        told(looked_at)
    return moved


@dataclass(frozen=True, slots=True)
class Entries:
    """Makes reports ready to be compared, each once."""

    reader: Reader
    made: dict[tuple[int, Report], Entry] = field(default_factory=dict)

    def entry(self, number: int, report: Report) -> Entry:
        """A report as it is compared, under a number."""
        if (number, report) not in self.made:
            self.made[number, report] = self.reader.entry(number, report)
        return self.made[number, report]


def _step(writer: Writer, reader: Reader, pace: Pace) -> tuple[int, int] | None:
    """One portion, None where nothing is left: how many reports it looked at, and how many were given another origin."""
    waiting, version, entries = writer.copied(lambda copies: _prepared(copies, reader, pace.many))
    return writer.copying(lambda copies: _placed(copies, entries, pace, version)) if waiting else None


def _prepared(copies: Copies, reader: Reader, many: int) -> tuple[bool, int, Entries]:
    """Whether anything is left to be done, of which version of the data that is, and the next reports, made ready."""
    fresh, waiting = copies.waiting(many)
    entries = Entries(reader)
    for number, report in fresh.items():
        entries.entry(number, report)
    return bool(waiting), copies.version(), entries


def _placed(copies: Copies, reader: Entries, pace: Pace, version: int) -> tuple[int, int] | None:
    """The origins of some reports, by what holds now."""
    fresh, waiting = copies.waiting(pace.many)
    pace.after(alone=copies.version() == version)
    if not waiting:
        return None
    entries = {number: reader.entry(number, report) for number, report in fresh.items()}
    credited = _credits(copies, reader, entries, fresh)
    mine = {number: keys(entry, credited) for number, entry in entries.items()}
    links = _links(copies, reader, entries, mine)
    copies.know([_wording(entry, fresh[number]) for number, entry in entries.items()], links)
    wordings, between = copies.known(copies.hanging_together(waiting))
    origins = stories([_known(one) for one in wordings], [Link(k.one, k.other, k.cut, k.strength, k.reason) for k in between])
    return len(waiting), copies.keep({number: (origin.id, origin.reason) for number, origin in origins.items()})


def _credits(copies: Copies, reader: Entries, entries: Mapping[int, Entry], fresh: Mapping[int, Report]) -> set[str]:
    """Who is credited in the days of the new reports; whoever is so for the first time, theirs are to be met under their name too."""
    named = {name: number for number, entry in entries.items() for name in rests_on(entry)}
    asked = {*named, *(name for entry in entries.values() for name in writes_as(entry))}
    before = copies.credited(asked)
    new = set(named) - before
    copies.credit(new)
    for name in sorted(new):
        _met_by_name(copies, reader, name.rpartition(" ")[0], fresh[named[name]], new)
    return before | new


def _met_by_name(copies: Copies, reader: Entries, voice: str, report: Report, credited: set[str]) -> None:
    around = _around(report.published) if report.published else None
    older = copies.reports(copies.written_by(voice, around))
    held = {number: keys(reader.entry(number, one), credited) for number, one in older.items()}
    copies.hold(held, copies.holders({key for some in held.values() for key in some}))


def _around(day: date) -> tuple[str, str]:
    return (day - timedelta(NEAR)).isoformat(), (day + timedelta(NEAR)).isoformat()


def _links(copies: Copies, reader: Entries, entries: Mapping[int, Entry], mine: Mapping[int, set[int]]) -> list[Copy]:
    """The links from new reports to those that are known, and among each other."""
    holders = copies.holders({key for held in mine.values() for key in held})
    copies.hold(mine, holders)
    lengths = copies.lengths({other for held in holders.values() for other in held})
    lengths.update({number: len(entry.wording.runs) for number, entry in entries.items()})
    near = {}
    for number, held in mine.items():
        near[number] = worth_comparing(held, holders, lengths, lengths[number])
        for key in held:
            holders[key] = [*holders.get(key, ()), number][-HOLDERS:]
    others = {other for found in near.values() for other in found} - entries.keys()
    known = {number: reader.entry(number, report) for number, report in copies.reports(others).items()} | dict(entries)
    links = (compared(known[other], known[number]) for number, found in near.items() for other in found)
    return [Copy(link.one, link.other, link.cut, link.strength, link.reason) for link in links if link]


def _wording(entry: Entry, report: Report) -> Wording:
    day = report.published.isoformat() if report.published else None
    return Wording(entry.number, report.id, day, entry.wording.digest, len(entry.wording.runs), entry.voice, entry.writer)


def _known(one: Wording) -> Known:
    day = date.fromisoformat(one.published).toordinal() if one.published else None
    return Known(Label(one.number, one.id, one.digest, one.voice, one.writer), one.length, day)
