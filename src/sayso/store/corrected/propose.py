"""Corrections made from what a person says: of an event by its id, or of a passage that was missed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from sayso.errors import StoreError
from sayso.model import Report
from sayso.store.asked.condition import begins
from sayso.store.corrected.amend import Subject, changes
from sayso.store.corrected.anchor import Anchor
from sayso.store.corrected.codes import ANY, Codes
from sayso.store.corrected.correction import BY_HAND, Action, Correction, alike
from sayso.store.rows.report import COLUMNS, report_of
from sayso.store.rows.words import digest, plain
from sayso.store.rows.words import key as key_of
from sayso.store.schema import tables as t
from sayso.store.view import View

SHOWN = 5  # ids that begin alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who says so, why, and when (UTC, ISO 8601)."""

    who: str
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class Proposer:
    """Makes corrections of what a database holds; `kinds` are the event types as the lexicon has them, by name, `codes` what else."""

    view: View
    kinds: Mapping[str, Mapping[str, Any]]
    codes: Codes = ANY

    def of_event(
        self,
        event: str,
        action: Action,
        settings: Sequence[str],
        signed: Signed,
        *,
        report: str | None = None,
        key: str | None = None,
        blind: bool = False,
    ) -> Correction:
        """A correction of an event by its id; copies of a report have events with the same id, and `report` or its key says which is meant.

        A `blind` one is made by somebody who saw the event as it was coded, whatever has been said of it.

        Raises:
            StoreError: there is no such event, or several; or a setting can't be.
        """
        found, coded, now = self._event(event, report, key)
        changed = changes(Subject(coded if blind else now, found.text, self.kinds, self.codes), settings)
        return self._once(_correction(found, action, coded, changed, signed))

    def added(self, report: str, evidence: str, trigger: str, kind: str, settings: Sequence[str], signed: Signed) -> Correction:
        """A correction that adds an event which the coder missed: of a type, at words (`trigger`) within words (`evidence`) of a report.

        Raises:
            StoreError: the report or the words are not there, or a setting can't be.
        """
        reports = list(self.view.reports(id=report))
        if not reports:
            raise StoreError(f"there is no report {report!r}")
        found = next((one for one in reports if evidence in one.text), None)
        if found is None or trigger not in evidence or not trigger:
            raise StoreError(f"report {report}: has no passage {evidence!r} with {trigger!r} in it; quote it as it is written there")
        start = found.text.index(evidence)
        at = start + evidence.index(trigger)
        return self._added(found, (start, start + len(evidence)), (at, at + len(trigger)), kind, settings, signed)

    def added_at(
        self, report: str, trigger: tuple[int, int], evidence: tuple[int, int], kind: str, settings: Sequence[str], signed: Signed
    ) -> Correction:
        """The same for places in the text (code points, end excluded) of the report that has a key.

        Raises:
            StoreError: there is no such report or place, or a setting can't be.
        """
        rows = self.view.rows(select(*COLUMNS).where(t.reports.c.key == report))
        if not rows:
            raise StoreError(f"there is no report {report!r}")
        found = report_of(rows[0])
        if not 0 <= evidence[0] <= trigger[0] < trigger[1] <= evidence[1] <= len(found.text):
            length = f"its text has {len(found.text)} characters"
            raise StoreError(f"report {found.id}: has no trigger at {trigger} in a passage at {evidence}; {length}")
        return self._added(found, evidence, trigger, kind, settings, signed)

    def _added(
        self, report: Report, evidence: tuple[int, int], trigger: tuple[int, int], kind: str, settings: Sequence[str], signed: Signed
    ) -> Correction:
        event = _blank(report, evidence, trigger)
        event |= changes(Subject(event, report.text, self.kinds, self.codes), [f"type={kind}", *settings])
        event["id"] = digest(json.dumps([report.digest, event]))[:16]  # two events at the same words are two
        if (there := next((one for one in self._standing(report) if same(one, event)), None)) is not None:
            raise StoreError(
                f"report {report.id}: {there['type']} at “{there['trigger']['text']}” is there already, as event {there['id']}:"
                " correct that one; or name other actors or recipients, if another event is meant"
            )
        return _correction(report, "add", event, {}, signed)

    def _once(self, correction: Correction) -> Correction:
        """The correction; or the last one of its event where that says the same in the same second: it was sent twice."""
        c, report = t.corrections.c, correction.report
        here = (c.event_id == plain(correction.event["id"]), c.report_key == key_of(str(report["id"]), report["publisher"]))
        rows = self.view.rows(select(c.body).where(*here, c.undone_at.is_(None)).order_by(c.at.desc(), c.n.desc()).limit(1))
        last = [Correction.from_dict(json.loads(row.body)) for row in rows]
        return next((one for one in last if _told(one) == _told(correction)), correction)

    def _standing(self, report: Report) -> Iterator[dict[str, Any]]:
        """The events of a report as they hold now."""
        query = select(t.bodies.c.coded, t.bodies.c.corrected).join(t.reports, t.bodies.c.report == t.reports.c.n)
        here = (t.reports.c.digest == report.digest, t.reports.c.id == report.id, t.bodies.c.state != "rejected")
        return (json.loads(row.corrected or row.coded) for row in self.view.rows(query.where(*here)))

    def _event(self, event: str, report: str | None, key: str | None) -> tuple[Report, dict[str, Any], dict[str, Any]]:
        """The report of an event, the event as coded, and as it is now; the beginning of its id will do where no other has the same."""
        joined = select(*COLUMNS, t.bodies.c.id.label("event"), t.bodies.c.coded, t.bodies.c.corrected).join(
            t.bodies, t.bodies.c.report == t.reports.c.n
        )
        joined = joined if report is None else joined.where(t.reports.c.id == report)
        joined = joined if key is None else joined.where(t.reports.c.key == key)
        rows = self.view.rows(joined.where(t.bodies.c.id == event)) or self.view.rows(joined.where(begins(t.bodies.c.id, event)))
        if not rows:
            raise StoreError(f"there is no event {event!r}" + (f" in report {report}" if report else ""))
        if len(ids := sorted({row.event for row in rows})) > 1:
            raise StoreError(f"{event!r} is the beginning of several events: {', '.join(ids[:SHOWN])}; give more of the id")
        if len({row.n for row in rows}) > 1:
            raise StoreError(f"event {event} stands in the reports {', '.join(row.id for row in rows)}: say which with --report")
        coded, corrected = rows[0].coded, rows[0].corrected
        return report_of(rows[0]), json.loads(coded or corrected), json.loads(corrected or coded)


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two events of a report are one: alike, at words that overlap."""
    first, second = one["trigger"], other["trigger"]
    return first["start"] < second["end"] and second["start"] < first["end"] and alike(one, other)


def _told(correction: Correction) -> tuple[Any, ...]:
    """What is said, by whom and in which second."""
    return correction.action, dict(correction.changes), correction.who, correction.why, correction.at[: len("2026-01-01T00:00:00")]


def _correction(report: Report, action: Action, event: dict[str, Any], changed: Mapping[str, Any], signed: Signed) -> Correction:
    trigger, evidence = (Anchor.of(report.text, event[name]["start"], event[name]["end"]) for name in ("trigger", "evidence"))
    told = json.dumps([report.id, report.publisher, action, event["id"], changed, signed.who, signed.why, signed.at])
    return Correction(
        id=digest(told)[:12],
        action=action,
        report={"id": report.id, "publisher": report.publisher, "digest": report.digest},
        trigger=trigger,
        evidence=evidence,
        event=event,
        changes=changed,
        who=signed.who,
        why=signed.why,
        at=signed.at,
    )


def _blank(report: Report, evidence: tuple[int, int], trigger: tuple[int, int]) -> dict[str, Any]:
    """An event of which nothing is known but where it stands; it has no id yet."""
    spans = {name: {"start": s, "end": e, "text": report.text[s:e]} for name, (s, e) in (("trigger", trigger), ("evidence", evidence))}
    return {
        "id": "",
        "report": report.reference(),
        "type": "",
        "mode": None,
        "contexts": [],
        "cameo": "",
        "quad": 0,
        "score": 0.0,
        **spans,
        "actors": [],
        "recipients": [],
        "status": "occurred",
        "says": [],
        "time": None,
        "place": None,
        "quantities": [],
        "pattern": BY_HAND,
        "confidence": 1.0,
        "version": {"sayso": BY_HAND, "lexicon": BY_HAND},
    }
