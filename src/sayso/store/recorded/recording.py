"""What a writer does with reports: which of them are new or have changed, and all rows of these.

A report is replaced whole, in the transaction of the writer; its corrections are put on what is coded now.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from sayso.model import AnnotatedReport, Report, Version
from sayso.model.jsonl import line
from sayso.store.corrected.correction import Correction, held
from sayso.store.gathered.copies import forgotten
from sayso.store.recorded.corrections import noted, standing
from sayso.store.recorded.derive import Derivation, cleared
from sayso.store.rows.dictionary import following
from sayso.store.rows.event import Row, mention_rows, name_row
from sayso.store.rows.report import annotation, put_reports, report_row
from sayso.store.rows.words import digest, key, plain
from sayso.store.schema import tables as t


@dataclass(slots=True)
class Written:
    """What a writer has done so far: reports and events; corrections whose text is gone, or that alone hold an event."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    events: int = 0
    lost: list[Correction] = field(default_factory=list)
    kept: list[Correction] = field(default_factory=list)

    def add(self, other: "Written") -> None:
        """Count what a transaction has done, once it is done."""
        self.added += other.added
        self.replaced += other.replaced
        self.unchanged += other.unchanged
        self.events += other.events
        self.lost += other.lost
        self.kept += other.kept


class Recording:
    """One run of a command: puts reports into the tables, and has a row of `runs` as soon as it has changed something."""

    def __init__(self, command: str, clock: Callable[[], str]) -> None:
        """Take the command that writes, and what tells the time."""
        self.derivation = Derivation()
        self.run: int | None = None
        self._command, self._clock = command, clock

    def back(self, run: int | None) -> None:
        """Forget what was rolled back: the row of the run, unless it was there already, and numbers of names."""
        self.run = run
        self.derivation.forget()

    def coded(self, connection: Connection, reports: Sequence[AnnotatedReport]) -> Written:
        """Put those of coded reports into the tables that are new or have changed."""
        latest = {key(one.report.id, one.report.publisher): one for one in reports}
        told = {known: one.to_dict() for known, one in latest.items()}
        digests = {known: digest(line(one)) for known, one in told.items()}
        before = _before(connection, list(latest))
        new = {known: one for known, one in latest.items() if known not in before or before[known].coded != digests[known]}
        if not new:
            return Written(unchanged=len(latest))
        run = self._running(connection, next((event.version for one in reports for event in one.events), None))
        numbers = {known: row.n for known, row in before.items() if known in new}
        cleared(connection, numbers.values())
        rows = self._rows(connection, {known: one.report for known, one in new.items()}, digests, numbers, run)
        forgotten(connection, [row["n"] for known, row in rows.items() if known in before and _changed(before[known], row)])
        put_reports(connection, rows, set(numbers))
        self._annotate(connection, [(rows[known], one) for known, one in new.items()])
        done = self._events(connection, [(rows[known], one.report.text, told[known]["events"]) for known, one in new.items()])
        done.added, done.replaced, done.unchanged = len(new) - len(numbers), len(numbers), len(latest) - len(new)
        self._log(connection, done)
        return done

    def uncoded(self, connection: Connection, reports: Sequence[Report]) -> Written:
        """Put those of reports into the tables that are new or have changed; what was coded of an older text is gone with it."""
        latest = {key(one.id, one.publisher): one for one in reports}
        before = _before(connection, list(latest))
        new = {known: one for known, one in latest.items() if known not in before or _changed(before[known], report_row(one))}
        if not new:
            return Written(unchanged=len(latest))
        numbers = {known: row.n for known, row in before.items() if known in new}
        cleared(connection, numbers.values())
        for table in (t.annotations, t.mentions):
            connection.execute(delete(table).where(table.c.report.in_(numbers.values())))
        rows = self._rows(connection, new, dict.fromkeys(new, ""), numbers, self._running(connection, None))
        forgotten(connection, [*numbers.values()])
        put_reports(connection, rows, set(numbers))
        done = Written(len(new) - len(numbers), len(numbers), len(latest) - len(new))
        self._log(connection, done)
        return done

    def _rows(
        self, connection: Connection, new: Mapping[str, Report], digests: Mapping[str, str], numbers: Mapping[str, int], run: int
    ) -> dict[str, Row]:
        """Rows of `reports`, by key; whichever is there already keeps its number."""
        first = following(connection, t.reports)
        free = iter(range(first, first + len(new)))
        publishers = self.derivation.names.numbers(connection, (plain(r.publisher) for r in new.values() if r.publisher), name_row)
        return {
            known: {
                **report_row(one),
                "n": numbers[known] if known in numbers else next(free),
                "key": known,
                "publisher_name": publishers[plain(one.publisher)] if one.publisher else None,
                "coded": digests[known],
                "run": run,
            }
            for known, one in new.items()
        }

    def _annotate(self, connection: Connection, new: Sequence[tuple[Row, AnnotatedReport]]) -> None:
        """Write what was found besides events: mentions, places, times, and why sentences were or were not coded."""
        numbers = [row["n"] for row, _ in new]
        for table in (t.annotations, t.mentions):
            connection.execute(delete(table).where(table.c.report.in_(numbers)))
        connection.execute(insert(t.annotations), [{"report": row["n"], "body": annotation(one)} for row, one in new])
        layers = [(row["n"], {"entity": [*one.entities], "place": [*one.places], "time": [*one.times]}) for row, one in new]
        found = (plain(m["name"]) for _, kinds in layers for layer in kinds.values() for m in layer if m.get("name"))
        names = self.derivation.names.numbers(connection, found, name_row)
        if rows := [row for report, kinds in layers for row in mention_rows(report, kinds, names)]:
            connection.execute(insert(t.mentions), rows)

    def _events(self, connection: Connection, new: Sequence[tuple[Row, str, list[dict[str, Any]]]]) -> Written:
        """Write the events of reports with the corrections that hang on them."""
        done = Written()
        corrections = standing(connection, [row["key"] for row, *_ in new])
        reports = []
        for row, text, coded in new:
            mine = corrections.get(row["key"], [])
            events, outcomes = held(text, coded, mine)
            reports.append((row, events))
            noted(connection, outcomes)
            done.lost += [c for c in mine if outcomes[c.id] == "lost"]
            done.kept += [c for c in mine if outcomes[c.id] == "kept"]
        done.events = self.derivation.insert(connection, reports)
        return done

    def _running(self, connection: Connection, version: Version | None) -> int:
        """The row of this run: made when it changes something for the first time."""
        if self.run is None:
            self.run = following(connection, t.runs)
            row = {"n": self.run, "command": self._command, "begun": self._clock(), "added": 0, "replaced": 0, "events": 0}
            coder = {name: plain(getattr(version, name)) if version else None for name in ("sayso", "lexicon")}
            connection.execute(insert(t.runs), [{**row, **coder}])
        return self.run

    def _log(self, connection: Connection, done: Written) -> None:
        sums = {name: t.runs.c[name] + getattr(done, name) for name in ("added", "replaced", "events")}
        connection.execute(update(t.runs).where(t.runs.c.n == self.run).values(ended=self._clock(), **sums))


def _changed(before: Any, row: Row) -> bool:
    """Whether a report has another text, day or credit than it had."""
    return any(getattr(before, name) != row[name] for name in ("digest", "published", "agency"))


def _before(connection: Connection, keys: list[str]) -> dict[str, Any]:
    """What is there of reports, by key."""
    c = t.reports.c
    found = connection.execute(select(c.key, c.n, c.coded, c.digest, c.published, c.agency).where(c.key.in_(keys)))
    return {row.key: row for row in found}
