"""Snapshots: whatever is written later, the past is told to the row as it was then."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import select

from sayso.errors import StoreError
from sayso.lexicon.incident import rules
from sayso.model import AnnotatedReport
from sayso.run.gather import gather
from sayso.settings import Settings
from sayso.store import Filter, View, Writer
from sayso.store.asked import hits
from sayso.store.corrected.correction import Action
from sayso.store.corrected.propose import Proposer, Signed
from sayso.store.drawn.facets import FACETS, chosen
from sayso.store.found.reports import Wanted, report_lines
from sayso.store.found.snapshot import now, since
from sayso.store.schema import tables as t
from sayso.store.schema.past import OF_EVENTS, PLAIN

Coded = Callable[..., AnnotatedReport]
TABLES = (*PLAIN, t.reports, t.events, t.incidents, *OF_EVENTS)
UNTOLD = ("since", "linked", "placed", "staled", "part", "coded", "run")  # of reports, what no view shows; see below for bodies
KINDS = {name: {"modes": (), "cameo": "1", "quad": 3, "score": -1.0} for name in ("ASSAULT", "CONSULT", "COERCE")}
SIGNED = Signed(who="ann", why="because", at="2026-01-01T00:00:00+00:00")
LOSSES = "RUS attacked UKR in Kyiv UKR, Ann Lee said. UKR attacked RUS, 11 to 14 dead."


def told(view: View) -> dict[str, Any]:
    """All that the views of a database rest on."""
    found: dict[str, Any] = {}
    for table in TABLES:
        columns = [c for c in table.c if c.name not in UNTOLD or (table is t.bodies and c.name == "coded")]
        found[table.name] = sorted(map(tuple, view.rows(select(*columns))), key=repr)
    found["facets"] = {name: sorted(map(repr, counts)) for name, counts in view.ask(chosen(Filter(), FACETS, 50))[1].items()}
    found["words"] = [[one.id for one in view.ask(report_lines(Wanted(text=word)))[0]] for word in ("attacked", "rained", "sun")]
    found["evidence"] = [view.count(Filter.of(text=word)) for word in ("attacked", "visited")]
    return found


def changes(db: str, coded: Coded) -> Iterator[None]:
    """A history: each step changes what views show."""
    known = rules(cache=Settings().cache)

    def put(*reports: AnnotatedReport, gathered: bool = True) -> None:
        with Writer(db) as writer:
            for one in reports:
                writer.add(one)
            writer.flush()
            if gathered:
                gather(writer, known)

    def correct(kind: str, action: Action, *changes: str) -> None:
        with View(db) as view:
            event = next(view.events(Filter.of(type=kind)))
            with Writer(db) as writer:
                writer.correct([Proposer(view, KINDS).of_event(event.id, action, changes, SIGNED, report=event.report["id"])])

    put(coded(LOSSES, "r1"), coded("USA visited CHN. It rained.", "r2", published="2025-11-04"), gathered=False)

    yield
    put()
    yield
    correct("CONSULT", "set", "type=COERCE")
    yield
    put(coded(LOSSES, "r3", publisher="Copy"), coded("RUS attacked UKR in Kyiv UKR.", "r4", published="2025-12-05"))
    yield
    correct("ASSAULT", "reject")
    yield
    correct("ASSAULT", "accept")
    yield
    put(coded("USA visited CHN. The sun shone.", "r2", published="2025-11-04", title="Another"))
    yield
    with View(db) as view:
        made = [one["id"] for one in view.corrections()]
    for one in reversed(made):
        with Writer(db) as writer:
            writer.undo(one, who="ann")
            yield
    put(coded(LOSSES, "r1", skip="visited", lexicon="b"), coded("Nothing.", "r4", published="2025-12-05"))
    yield


def test_every_version_is_told_as_it_was(db: str, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, dict[str, Any]] = {}
    for _ in changes(db, coded):
        with View(db) as view:
            seen[view.ask(now)] = told(view)
    assert len({repr(one) for one in seen.values()}) == len(seen) > 8
    with View(db) as view:
        for snapshot in list(seen)[:: 3 if "://" in db else 1]:  # a server takes its time
            with view.at(snapshot) as past:
                assert told(past) == seen[snapshot], snapshot
    monkeypatch.setattr(hits, "FEW", 1)  # over columns, too
    with Writer(db) as writer:
        writer.pack()
    with View(db) as view:
        for snapshot in list(seen)[1::3]:
            with view.at(snapshot) as past:
                assert told(past) == seen[snapshot], snapshot


def test_what_has_happened_since_is_told(db: str, coded: Coded) -> None:
    steps = changes(db, coded)
    next(steps), next(steps)
    with View(db) as view:
        snapshot = view.ask(now)
        told = view.ask(since(snapshot))
        assert (told.anything, told.added, told.recoded, told.corrected, told.undone) == (False, 0, 0, 0, 0)
        assert told.made
        next(steps), next(steps)
        told = view.ask(since(snapshot))
        assert (told.anything, told.added, told.recoded, told.corrected, told.undone) == (True, 2, 0, 1, 0)
        list(steps)
        told = view.ask(since(snapshot))
        assert (told.added, told.recoded, told.corrected, told.undone) == (2, 2, 3, 3)


def test_nothing_written_is_no_version_and_none_can_be_made_up(db: str, coded: Coded) -> None:
    one = coded(LOSSES, "r1")
    for _ in range(2):
        with Writer(db) as writer:
            writer.add(one)
        with View(db) as view:
            assert view.ask(now) == "v1"
    with View(db) as view:
        with pytest.raises(StoreError, match="there is no snapshot v2 of these data; the latest is v1"), view.at("v2") as past:
            past.count()
        with pytest.raises(StoreError, match="they look like v42"):
            view.at("monday")
        with view.at("v1") as past, pytest.raises(StoreError, match=r"opened for reading|DECLARE"):
            past.sql("DELETE FROM names")
