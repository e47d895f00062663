"""Texts of others made harmless, and marks in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.shown.marks import Mark, stretches
from sayso.web.shown.text import seen, sound


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (None, ""),
        ("plain", "plain"),
        ("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"),
        ("a\nb\tc", "a\nb\tc"),
        ("a\u202eb", 'a<span class="unseen" title="U+202E RIGHT-TO-LEFT OVERRIDE">RLO</span>b'),
        ("\ud800", "\ufffd"),
        ("\x00", '<span class="unseen" title="U+0000 control character">\u2423</span>'),
        ("\U0001f600 \u05d0", "\U0001f600 \u05d0"),
    ],
)
def test_a_text_is_shown_as_it_is_and_does_nothing(text: str | None, html: str) -> None:
    assert str(seen(text)) == html


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_a_sound_text_can_be_encoded_and_keeps_its_offsets(text: str) -> None:
    found = str(sound(text))
    assert len(found) == len(text)
    assert found.encode().decode() == found


@given(
    st.text(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=6),
    st.integers(0, 39),
    st.integers(0, 39),
)
def test_stretches_put_together_are_the_text(text: str, spans: list[tuple[int, int]], start: int, end: int) -> None:
    marks = [Mark(min(a, b), max(a, b), "actor", f"actor-{i}") for i, (a, b) in enumerate(spans)]
    found = stretches(text, marks, (min(start, end), max(start, end)))
    assert "".join(one.text for one in found) == str(sound(text))
    for mark in marks:
        if mark.start < mark.end <= len(text):
            assert "".join(one.text for one in found if mark.field in one.fields) == str(sound(text[mark.start : mark.end]))
