"""Phrases for people who don't know the codes."""

from pathlib import Path

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.phrases import FILE, phrases, problems
from sayso.lexicon.read import Data

OURS = phrases()


@pytest.mark.parametrize(
    ("type", "mode", "pattern", "phrase"),
    [
        ("COOPERATE", None, "cooperate/-/sell-arms", "sells arms"),
        ("COOPERATE", None, "cooperate/-/not-known-here", "cooperates with"),
        ("COERCE", "seize", "coerce/seize/seize-power", "seizes power"),
        ("SANCTION", "discontinue", "coerce/seize/freeze-assets", "cuts ties or trade"),
        ("CONSULT", None, "consult/visit/visit", "talks with"),
        ("CONSULT", "phone", None, "speaks by phone with"),
        ("ASSAULT", None, None, "attacks"),
        ("NOVEL", None, None, "novel"),
    ],
)
def test_the_phrase_that_says_most(type: str, mode: str | None, pattern: str | None, phrase: str) -> None:
    assert OURS.of(type, mode, pattern) == phrase


def test_every_type_and_mode_has_one_and_nothing_else_has(data: Data) -> None:
    assert list(problems(OURS, data)) == []


def test_what_does_not_fit_is_told(tmp_path: Path) -> None:
    (tmp_path / "ontology").mkdir()
    (tmp_path / FILE).write_text("PLAY: {phrase: plays, modes: {loud: plays loudly}, patterns: {drum: drums}}\n")
    data = {"events": [{"type": "PLAY", "modes": {"soft": {}}, "patterns": [{"name": "flute"}]}, {"type": "REST", "modes": {}}]}
    assert list(problems(phrases(tmp_path), data)) == [
        "REST: a type and its phrase must both be there",
        "PLAY/loud: a mode and its phrase must both be there",
        "PLAY/soft: a mode and its phrase must both be there",
        "PLAY: no pattern is named drum",
    ]
    (tmp_path / FILE).write_text("PLAY: {sound: loud}\n")
    with pytest.raises(LexiconError, match=r"phrases\.yaml"):
        phrases(tmp_path)
