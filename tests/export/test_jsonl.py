"""JSON Lines."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export import line
from sayso.model import Event, Span

Make = Callable[..., Event]


def test_a_line_is_the_contract_in_its_order(event: Make) -> None:
    text = line(event().to_dict())
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert list(json.loads(text)) == list(event().to_dict())
    assert json.loads(text)["score"] == -7.5
    assert line(event().to_dict()) == text


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Malmö “x” 😀", "Malmö “x” 😀"),
        ("a\ud800b", "a\\ud800b"),
        ("a\u2028b\u2029c\x85d", "a\\u2028b\\u2029c\\u0085d"),
        ("\x1b[31m\x9b5m\x07", "\\u001b[31m\\u009b5m\\u0007"),
        ("\u202eevil\u202c", "\\u202eevil\\u202c"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_could_break_a_reader_is_escaped(given: str, written: str) -> None:
    assert line({"text": given}) == f'{{"text":"{written}"}}\n'


@given(st.text(st.characters(exclude_categories=()), max_size=20).filter(lambda t: not any("\ud800" <= c <= "\udbff" for c in t)))
def test_every_text_comes_back(text: str) -> None:
    written = line({"text": text})
    written.encode("utf-8")
    assert json.loads(written) == {"text": text}
    assert len(written.splitlines()) == 1


def test_an_event_with_a_lone_surrogate(event: Make) -> None:
    text = line(event(evidence=Span(0, 3, "a\udfffb")).to_dict())
    assert json.loads(text.encode("utf-8"))["evidence"]["text"] == "a\udfffb"
