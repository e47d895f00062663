"""A report, and the same with all that was found in it."""

from datetime import date

import pytest

from sayso.model import AnnotatedReport, Event, Report, SentenceNote, Span, Speaker, Version


@pytest.mark.parametrize("text", ["", "plain", "é 👩‍👧 שלום", "a\ud800b"])
def test_a_digest_is_of_the_text_alone(text: str) -> None:
    digest = Report("a", text).digest
    assert len(digest) == 64
    assert digest == Report("b", text, date(2025, 12, 4), "Harbour Post").digest
    assert digest != Report("a", text + " ").digest


def test_what_an_event_carries_of_its_report() -> None:
    assert Report("a", "x", date(2025, 12, 4), "Harbour Post", "Title", "https://example.org").reference() == {
        "id": "a",
        "url": "https://example.org",
        "publisher": "Harbour Post",
        "title": "Title",
        "published": "2025-12-04",
    }
    assert Report("a", "x").reference()["published"] is None


def event(*says: Speaker) -> Event:
    span = Span(0, 1, "x")
    return Event(
        id="e",
        report={},
        type="ASSAULT",
        mode=None,
        contexts=(),
        cameo="190",
        quad=4,
        score=-9.0,
        trigger=span,
        evidence=span,
        actors=(),
        recipients=(),
        status="occurred",
        says=says,
        time=None,
        place=None,
        quantities=(),
        pattern="p",
        confidence=0.5,
        version=Version("0", "0"),
    )


def test_an_annotated_report_in_json() -> None:
    late, early = (Speaker(name, None, None, (), at, at + 1, "x", "said", "quote") for name, at in (("late", 9), ("early", 2)))
    notes = (SentenceNote(0, 1, "x", ("e",), ("coded",)),)
    found = AnnotatedReport(Report("a", "x", language="en"), events=(event(late), event(late, early)), sentences=notes).to_dict()
    assert list(found)[:5] == ["id", "url", "publisher", "title", "published"]
    assert (found["text"], found["language"]) == ("x", "en")
    assert [s["name"] for s in found["says"]] == ["early", "late"]  # every speaker once, in the order of the text
    assert found["sentences"] == [{"start": 0, "end": 1, "text": "x", "events": ["e"], "reasons": ["coded"]}]
    assert len(found["events"]) == 2


def test_a_report_in_json_can_be_read_again() -> None:
    report = Report("a", "x", date(2025, 12, 4), "Harbour Post", "T", "u", "en", "Ana Quispe", "Andes Wire", "meta")
    assert report.to_dict() == {
        "id": "a",
        "url": "u",
        "publisher": "Harbour Post",
        "title": "T",
        "published": "2025-12-04",
        "published_basis": "meta",
        "byline": "Ana Quispe",
        "agency": "Andes Wire",
        "language": "en",
        "text": "x",
    }
