"""Text that can't harm a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.terminal import harmless, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [bold]text[/bold]", "plain [bold]text[/bold]"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x9b5m\x07\x00\x7f", "\\x9b5m\\x07\\x00\\x7f"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("a\ud800", "a\\ud800"),
        ("a\U000e0041", "a\\U000e0041"),
        ("one\r\n two\tthree\u2028four", "one two three four"),
        ("👩\u200d🚀 می\u200cخواهم Malmö", "👩\u200d🚀 می\u200cخواهم Malmö"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_no_control_character_is_left(text: str) -> None:
    assert not [c for c in safe(text) if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]


def test_line_breaks_can_be_kept() -> None:
    assert harmless("a\tb\n\x1bc\n") == "a b\n\\x1bc\n"
