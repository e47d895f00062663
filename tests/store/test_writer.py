"""What goes in comes out, to the byte; and coding again changes only what has changed."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from sayso.errors import InputError
from sayso.model import AnnotatedReport, Event, Party, Place, Quantity, Report, SentenceNote, Span, Speaker, Version, When
from sayso.model.jsonl import line
from sayso.store import View, Writer
from sayso.store.check import problems
from sayso.store.schema.connect import address, reading
from sayso.store.schema.versions import metadata

Coded = Callable[..., AnnotatedReport]


def dump(db: str) -> dict[str, Any]:
    """All rows of all tables."""
    engine = reading(address(db))
    with engine.connect() as connection:
        found = {table.name: sorted(map(repr, connection.execute(select(table)).all())) for table in metadata.sorted_tables}
    engine.dispose()
    return found


# A surrogate pair in JSON is read as one character: of lone surrogates only those of the lower half stay what they are side by side.
words = st.text(st.characters(exclude_categories=()), max_size=12).filter(lambda text: not any("\ud800" <= c <= "\udbff" for c in text))
some = st.none() | words
codes = st.sampled_from(["RUS", "UKR", "XKX"])
offsets = st.integers(0, 10**6)
amounts = st.none() | st.floats(0, 1e12)
spans = st.builds(Span, offsets, offsets, words)
parties = st.builds(
    Party,
    some,
    words,
    st.none() | codes,
    st.lists(words, max_size=3).map(tuple),
    offsets,
    offsets,
    words,
    st.sampled_from(["name", "text"]),
)
speakers = st.builds(
    Speaker, words, some, st.none() | codes, st.lists(words, max_size=2).map(tuple), offsets, offsets, words, words, st.just("quote")
)
days = st.dates().map(date.isoformat)
times = st.builds(When, st.none() | days, st.none() | days, some, st.sampled_from(["stated", "unknown"]))
degrees = st.none() | st.floats(-180, 180)
places = st.builds(Place, words, words, st.none() | codes, some, degrees, degrees, st.none() | st.integers(0, 10**8), st.just("city"))
quantities = st.builds(Quantity, st.sampled_from(["deaths", "money"]), amounts, amounts, some, words)


def listed(of: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=most).map(tuple)


@st.composite
def reports(draw: st.DrawFn) -> AnnotatedReport:
    """A report with anything that a coder could write."""
    report = Report(draw(words), draw(words), draw(st.none() | st.dates()), draw(some), draw(some), draw(some), draw(some))
    event = st.builds(
        Event,
        id=words, report=st.just(report.reference()), type=st.sampled_from(["AID", "ASSAULT"]), mode=some, contexts=listed(words),
        cameo=st.just("0231"), quad=st.integers(1, 4), score=st.floats(-10, 10), trigger=spans, evidence=spans,
        actors=listed(parties), recipients=listed(parties), status=st.sampled_from(["occurred", "denied"]), says=listed(speakers),
        time=st.none() | times, place=st.none() | places, quantities=listed(quantities), pattern=words, confidence=st.floats(0, 1),
        version=st.builds(Version, words, words),
    )  # fmt: skip
    notes = listed(st.builds(SentenceNote, offsets, offsets, words, listed(words), listed(words)))
    mention = st.fixed_dictionaries({"start": offsets, "end": offsets, "text": words, "name": words, "country": st.none() | codes})
    return AnnotatedReport(report, entities=draw(listed(mention)), events=draw(listed(event)), sentences=draw(notes))


def round_trip(db: str, one: AnnotatedReport) -> None:
    with Writer(db) as writer:
        writer.add(one)
    with View(db) as view:
        assert line(view.annotated(one.report.id, one.report.publisher).to_dict()) == line(one.to_dict())
        assert sorted(view.lines()) == sorted(line(event.to_dict()) for event in one.events)
        assert sorted(line(event.to_dict()) for event in view.events()) == sorted(view.lines())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_what_goes_in_comes_out_to_the_byte(empty: Callable[[Path], str], one: AnnotatedReport) -> None:
    with tempfile.TemporaryDirectory() as folder:
        round_trip(empty(Path(folder) / "sayso.db"), one)


def test_what_a_database_can_not_hold_comes_back_all_the_same(db: str) -> None:
    text = "a\x00b\udfff🏳️‍🌈"
    party = Party(None, text, "RUS", (text,), 0, 3, text, "text")
    when, span = When("2025-12-04", None, text, "stated"), Span(0, 3, text)
    version = Version("1", text)
    event = Event(
        text, {"id": text}, "AID", text, (text,), "07", 2, 7.0, span, span, (party,), (), "occurred", (), when, None, (), text, 0.5, version
    )  # fmt: skip
    report = Report(text, text, date(2025, 12, 4), text, text, text, "en")
    round_trip(db, AnnotatedReport(report, events=(replace(event, report=report.reference()),)))
    assert list(problems(db)) == []


def test_coding_again_changes_nothing(db: str, coded: Coded) -> None:
    reports = [coded("RUS attacked UKR. USA visited CHN.", f"r{n}") for n in range(3)]
    with Writer(db) as writer:
        for one in reports:
            writer.add(one)
    before = dump(db)
    with Writer(db) as writer:
        for one in reports:
            writer.add(one)
    assert (writer.written.added, writer.written.replaced, writer.written.unchanged) == (0, 0, 3)
    assert dump(db) == before


def test_a_new_lexicon_replaces_the_events_of_a_report(db: str, coded: Coded) -> None:
    text = "RUS attacked UKR. USA visited CHN."
    with Writer(db) as writer:
        writer.add(coded(text))
        writer.add(coded(text, "r2"))
    with Writer(db) as writer:
        writer.add(coded(text, lexicon="b", skip="visited"))
    assert (writer.written.added, writer.written.replaced, writer.written.events) == (0, 1, 1)
    with View(db) as view:
        found = [(e.report["id"], e.type, e.version.lexicon) for e in view.events()]
        assert sorted(found) == [("r1", "ASSAULT", "b"), ("r2", "ASSAULT", "a"), ("r2", "CONSULT", "a")]
        assert [(run["added"], run["replaced"], run["events"], run["lexicon"]) for run in view.runs()] == [(0, 1, 1, "b"), (2, 0, 4, "a")]


def test_an_empty_reading_takes_the_old_events_away(db: str, coded: Coded) -> None:
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR."))
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR.", skip="attacked"))
    found = dump(db)
    assert [name for name in ("events", "parties", "countries", "dyads", "bodies", "mentions", "contexts") if found[name]] == []
    with View(db) as view:
        assert view.count() == 0
        assert view.annotated("r1").report.text == "RUS attacked UKR."


def test_the_same_id_under_two_publishers_is_two_reports(db: str, coded: Coded) -> None:
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR.", publisher="A"))
        writer.add(coded("USA visited CHN.", publisher="B"))
    with View(db) as view:
        assert sorted((r.publisher, r.text) for r in view.reports(id="r1")) == [("A", "RUS attacked UKR."), ("B", "USA visited CHN.")]


def test_copies_keep_an_event_each_though_its_id_is_the_same(db: str, coded: Coded) -> None:
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR.", "a"))
        writer.add(coded("RUS attacked UKR.", "b"))
    with View(db) as view:
        events = list(view.events())
    assert len({e.id for e in events}) == 1
    assert {e.report["id"] for e in events} == {"a", "b"}


@pytest.mark.parametrize("together", [1, 64])
def test_another_text_under_the_same_id_in_one_run_is_refused(db: str, coded: Coded, together: int) -> None:
    with Writer(db, together=together) as writer:
        writer.add(coded("RUS attacked UKR."))
        with pytest.raises(InputError, match=r"^r1: not stored: another text"):
            writer.add(coded("USA visited CHN."))
    with View(db) as view:
        assert [r.text for r in view.reports()] == ["RUS attacked UKR."]


def test_a_text_that_changed_is_a_new_version_of_the_report(db: str, coded: Coded) -> None:
    for text in ("RUS attacked UKR.", "RUS sanctioned UKR."):
        with Writer(db) as writer:
            writer.add(coded(text))
    with View(db) as view:
        assert [e.type for e in view.events()] == ["SANCTION"]
        assert [r.text for r in view.reports()] == ["RUS sanctioned UKR."]


def test_what_was_read_before_an_error_is_written(db: str, coded: Coded) -> None:
    def interrupted() -> None:
        with Writer(db) as writer:
            writer.add(coded("RUS attacked UKR."))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with View(db) as view:
        assert view.count() == 1
