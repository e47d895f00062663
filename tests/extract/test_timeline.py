"""Time expressions that are found when asked for, and no sooner."""

from collections.abc import Iterator
from datetime import date

import pytest

from sayso.extract.scan.hits import words_of
from sayso.extract.text.split import Sentence
from sayso.extract.timeline import Timeline
from sayso.extract.times import TimeFinder, TimeMention
from sayso.extract.times.anchors import Frame
from sayso.lexicon import Lexicon

TEXT = "Police in Lima found the van. On Tuesday they opened it. He ran two days later. Former guards said so."


@pytest.fixture(scope="module")
def finder(lexicon: Lexicon) -> TimeFinder:
    return TimeFinder(lexicon)


def sentences() -> Iterator[Sentence]:
    at = 0
    for told in TEXT.split(". "):
        yield Sentence(at, at + len(told), "text", 0, quoted=False)
        at += len(told) + 2


def timeline(finder: TimeFinder) -> tuple[Timeline, list[Sentence]]:
    cut = list(sentences())
    return Timeline(finder, TEXT, date(2025, 12, 4), cut, [words_of(TEXT[s.start : s.end]) for s in cut]), cut


def test_each_sentence_has_its_own(finder: TimeFinder) -> None:
    found, cut = timeline(finder)
    assert [[TEXT[t.start : t.end] for t in found.inside(s)] for s in cut] == [[], ["Tuesday"], ["two days later"], ["Former"]]


def test_a_sentence_that_opens_with_a_day(finder: TimeFinder) -> None:
    found, cut = timeline(finder)
    assert [(t := found.opening(s)) and t.value for s in cut] == [None, "2025-12-02", None, None]


def test_nothing_is_looked_for_where_no_sentence_can_open_with_a_time(finder: TimeFinder, monkeypatch: pytest.MonkeyPatch) -> None:
    found, cut = timeline(finder)
    monkeypatch.setattr(finder, "each", lambda *_: pytest.fail("looked for times"))
    assert found.opening(cut[0]) is None
    assert found.opening(cut[2]) is None


def test_a_report_is_read_no_further_than_is_asked(finder: TimeFinder, monkeypatch: pytest.MonkeyPatch) -> None:
    read, (found, cut) = list[int](), timeline(finder)
    inside = finder._in

    def noted(text: str, start: int, end: int, frame: Frame) -> tuple[list[TimeMention], Frame]:
        read.append(start)
        return inside(text, start, end, frame)

    monkeypatch.setattr(finder, "_in", noted)
    assert found.inside(cut[0]) == ()
    assert found.inside(cut[1])
    assert read == [cut[1].start]
    assert [TEXT[t.start : t.end] for t in found.times] == ["Tuesday", "two days later", "Former"]
