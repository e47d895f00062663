"""What holds for any text at all."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import AnnotatedReport, Report
from sayso.run.coder import Coder

Spans = Callable[[Any], Iterator[dict[str, Any]]]

NEWS = [
    *("Russia", "Ukraine", "Emmanuel Macron", "Moscow", "police", "the Kenyan army", "soldiers", "he", "both sides", "Al-Shabaab", "U.S."),
    *("arrested", "attacked", "said", "killed", "will", "not", "sanctions on", "held talks with", "according to", "by", "which", "who"),
    *("on Monday", "last month", "3 May", "two days after", "in Lima", "at least", "12", "2,000", "$5 million", "between", "and"),
    *("“", "”", '"', "’s", "«", ".", "?", ";", ",", "—", " - ", "\n", "\n\n", "\r\n", "LIMA (AP) --", "Photo:", "Gen.", "MacronThe"),
]
STRANGE = [
    *("Ã©", "â€™", "\u00ad", "\u200b", "\u202e", "\u2066", "\u00a0", "\u2028", "\x85", "\x00", "\x07", "\x1b[31m", "\ufeff"),
    *("e\u0301", "👩‍👩‍👧", "🏳️‍🌈", "مرحبا", "שלום", "中国", "İ", "ß", "ﬁ", "ŉ", "x" * 400, "<b>&amp;", "\t"),
]
LONE = ["\ud800", "\udfff"]

letters = st.characters(exclude_categories=["Cs"])
words = st.one_of(st.sampled_from(NEWS), st.sampled_from(NEWS), st.sampled_from(STRANGE), st.text(letters, max_size=6))
texts = st.one_of(st.text(letters, max_size=80), st.lists(words, max_size=30).map(" ".join), st.lists(words, max_size=30).map("".join))
quickly = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
published = st.sampled_from([None, date(2025, 12, 4)])


def annotated(coder: Coder, text: str, day: date | None) -> AnnotatedReport:
    (found,) = coder.annotate_many([Report("r", text, day)])
    return found


@pytest.mark.model
@quickly
@given(texts, published)
def test_coding_never_raises_and_quotes_what_is_there(coder: Coder, spans: Spans, text: str, day: date | None) -> None:
    found = annotated(coder, text, day)
    for span in spans(found.to_dict()):
        assert text[span["start"] : span["end"]] == span["text"]
    for event in found.events:
        assert event.trigger.text
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end
        assert 0 <= event.confidence <= 1
        assert event.actors or event.recipients or event.quad


@pytest.mark.model
@quickly
@given(texts)
def test_coding_twice_gives_the_same(coder: Coder, text: str) -> None:
    assert annotated(coder, text, None) == annotated(coder, text, None)


@pytest.mark.model
@quickly
@given(st.lists(st.sampled_from(NEWS), min_size=1, max_size=25).map(" ".join), st.lists(st.sampled_from(STRANGE), max_size=6).map(" ".join))
def test_what_follows_a_report_changes_no_offset(coder: Coder, text: str, more: str) -> None:
    for event in annotated(coder, f"{text}.\n\n{more}", None).events:
        if event.evidence.end <= len(text):
            assert event.evidence.text in text


@pytest.mark.model
@settings(quickly, max_examples=30)
@given(st.lists(st.sampled_from([*LONE, "Kenya", "is", "a", "country", ".", "\n", "é"]), max_size=12).map(" ".join))
def test_lone_surrogates_where_nothing_is_coded(coder: Coder, spans: Spans, text: str) -> None:
    for span in spans(annotated(coder, text, None).to_dict()):
        assert text[span["start"] : span["end"]] == span["text"]
