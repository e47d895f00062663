"""Quotations found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store.corrected.anchor import Anchor


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("a |held| b", "a |held| b", "same"),
        ("a |held| b", "More. a held b", "held b"),
        ("first held one. then |held| two men.", "now held two men. but held three. first held one.", "held two"),
        ("he |held| it", "he let it go", None),
        ("|held| it", "it was held", "held"),
        ("Rebels were |led| by him into the old town.", "The rulers of the old town fled.", None),
        ("Rebels were |led| by him into the old town.", "The rebels were led by her.", "led by her"),
        ("x |🏳️‍🌈| y", "🏳️‍🌈 z x 🏳️‍🌈 y", "🏳️‍🌈 y"),
    ],
)
def test_a_quotation_is_found_where_its_surroundings_are(before: str, after: str, found: str | None) -> None:
    start, end = before.index("|"), before.rindex("|") - 1
    text = before.replace("|", "")
    at = Anchor.of(text, start, end).find(after.replace("|", ""))
    if found == "same":
        assert at == start
    elif found is None:
        assert at is None
    else:
        assert at is not None
        assert after[at:].startswith(found)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20), st.text(max_size=20))
def test_a_quotation_is_found_after_text_was_put_before_it(text: str, start: int, length: int, more: str) -> None:
    quoted = Anchor.of(text, start, min(start + length, len(text)))
    if quoted.exact:
        assert quoted.find(text) == start
        at = quoted.find(more + text)
        assert at is not None
        assert (more + text)[at : at + len(quoted.exact)] == quoted.exact
        assert Anchor.from_dict(quoted.to_dict()) == quoted


def test_words_without_context_are_sought_as_whole_words() -> None:
    text = "Rulers fled; they were led away."
    assert Anchor("led", "", "", 0, 0).find(text) == text.index("led away")
