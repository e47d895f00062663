"""Numbers as they are written, with their bounds."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.judge.numerals import Numerals
from sayso.lexicon import Lexicon


@pytest.fixture(scope="module")
def numerals(lexicon: Lexicon) -> Numerals:
    return Numerals(lexicon.cues["quantity"])


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("12 men", "12", 12, 12),
        ("1,500 men", "1,500", 1500, 1500),
        ("twenty - five men", "twenty - five", 25, 25),
        ("twenty-five men", "twenty-five", 25, 25),
        ("two hundred and fifty men", "two hundred and fifty", 250, 250),
        ("three million men", "three million", 3e6, 3e6),
        ("half a million men", "half a million", 5e5, 5e5),
        ("2 thousand 745 men", "2 thousand 745", 2745, 2745),
        ("a dozen men", "a dozen", 12, 12),
        ("two dozen men", "two dozen", 24, 24),
        ("several hundred men", "several hundred", 200, None),
        ("dozens of men", "dozens", 24, None),
        ("tens of thousands of men", "tens of thousands", 20000, None),
        ("hundreds of thousands of men", "hundreds of thousands", 200000, None),
        ("14 to 20 men", "14 to 20", 14, 20),
        ("14-20 men", "14-20", 14, 20),
        ("one or two men", "one or two", 1, 2),
        ("between 10 and 15 men", "between 10 and 15", 10, 15),
        ("2 to 3 million men", "2 to 3 million", 2e6, 3e6),
        ("at least 12 men", "at least 12", 12, None),
        ("no more than 12 men", "no more than 12", None, 12),
        ("12 or more men", "12 or more", 12, None),
        ("more than $ 10 billion", "more than $ 10 billion", 1e10, None),
        ("$ 2-3 million", "$ 2-3 million", 2e6, 3e6),
        ("€50m", "€50m", 5e7, 5e7),
        ("$ 50 m", "$ 50 m", 5e7, 5e7),
        ("50 m away", "50", 50, 50),
        ("a third of the men", "a third", 0.333, 0.333),
        ("two - thirds of the men", "two - thirds", 0.67, 0.67),
    ],
)
def test_values(numerals: Numerals, text: str, words: str, low: float | None, high: float | None) -> None:
    lower = text.split()
    found = numerals.find(lower)[0]
    assert (" ".join(lower[found.first : found.last + 1]), found.low, found.high) == (words, low, high)


@pytest.mark.parametrize("text", ["a man", "S-500 missiles", "half asleep", "", "no one's", "the third man", "abc12def", "-"])
def test_words_that_are_no_number(numerals: Numerals, text: str) -> None:
    assert numerals.find(text.lower().split()) == []


def test_a_list_is_several_numbers(numerals: Numerals) -> None:
    assert [n.low for n in numerals.find(["5", "and", "6", ",", "70", "and", "800"])] == [5, 6, 70, 800]


WORDS = [
    *("twenty", "five", "-", "hundred", "and", "thousand", "12", "3.5", "1,000", "to", "between", "$", "million", "dozens", "of", "half")
]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.lists(
        st.one_of(st.sampled_from([*WORDS, "a", "third", "at", "least", "or", "m", "bn"]), st.text(min_size=1, max_size=4)), max_size=10
    )
)
def test_numbers_stand_apart_and_their_bounds_are_in_order(numerals: Numerals, words: list[str]) -> None:
    found = numerals.find(words)
    assert all(0 <= n.first <= n.core[0] <= n.core[1] <= n.last < len(words) for n in found)
    assert all(a.last < b.core[0] for a, b in pairwise(found))
    assert all(n.low <= n.high for n in found if n.low is not None and n.high is not None)
