"""Wordings as numbers: what of a text is compared."""

import pytest

from sayso.ingest.copies import words
from sayso.ingest.copies.words import wording

TEXT = "The harbour master of Callao counted forty tankers at anchor on Monday, twice as many as in the week before the strike began. "


def test_case_and_punctuation_do_not_count() -> None:
    assert wording(TEXT.upper().replace(",", ";")).runs == wording(TEXT).runs


def test_of_a_very_long_text_the_beginning_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "COMPARED", len(TEXT))
    one, other = wording(TEXT + "Then it rained for nine days."), wording(TEXT + "Then it snowed for six nights.")
    assert one.runs == other.runs == wording(TEXT).runs
    assert len({one.digest, other.digest, wording(TEXT).digest}) == 3
