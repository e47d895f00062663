"""Texts are found leftmost and longest, whether or not there is an automaton yet."""

import random

import pytest

from sayso.extract.scan import spotter
from sayso.extract.scan.spotter import Spotter


@pytest.mark.parametrize("worth", [0, 10**9])
@pytest.mark.parametrize(
    ("texts", "text", "found"),
    [
        (["Peru", "Peru Today"], "In Peru Today and Peru", ["Peru Today", "Peru"]),
        (["New York", "York Times"], "New York Times", ["New York"]),
        (["Ma", "Mali", "Malian"], "Malians in Mal", ["Malian", "Ma"]),
        (["a", "ab"], "abba", ["ab", "a"]),
        ([], "Peru", []),
        (["Zürich", "Åland"], "Åland, Zürich 😀 Zürich", ["Åland", "Zürich", "Zürich"]),
    ],
    ids=["longest", "leftmost", "inside", "short", "none", "letters"],
)
def test_spots(monkeypatch: pytest.MonkeyPatch, worth: int, texts: list[str], text: str, found: list[str]) -> None:
    monkeypatch.setattr(spotter, "WORTH", worth)
    assert [text[start:end] for start, end in Spotter(texts).spots(text)] == found


def test_both_ways_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    texts = {"".join(chance.choice("abAB ") for _ in range(chance.randint(1, 6))) for _ in range(60)}
    several = ["".join(chance.choice("abAB c") for _ in range(40)) for _ in range(200)]
    slow = Spotter(texts)
    monkeypatch.setattr(spotter, "WORTH", 0)
    quick = Spotter(texts)
    assert [list(quick.spots(t)) for t in several] == [list(slow._one_by_one(t)) for t in several]
