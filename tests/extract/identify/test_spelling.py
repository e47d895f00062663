"""Spellings of one name, and identifiers for persons whom no lexicon lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.identify.memory import Memory, Referent
from sayso.extract.identify.spelling import folded, identifier


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Witkoff", "Witkov"),
        ("Zelensky", "Selenskyj"),
        ("Zelenskiy", "Zelenskyy"),
        ("Khaddafi", "Haddafy"),
        ("Yusuf Warsame", "Yusouf Warsame"),
        ("Dakoré", "Dakore"),
        ("Chernyshenko", "Tschernyshenko"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Merkel", "Merz"), ("Biden", "Baden"), ("Modi", "Mody"), ("Sharma", "Sherma"), ("Ghani", "Hani")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert not folded(one) or folded(one) != folded(other)


@given(st.text())
def test_folding_is_the_same_whatever_the_case(name: str) -> None:
    assert folded(name.upper().lower()) == folded(name.upper().lower().title().lower())


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Ravi Sharma", "IND", "x-ind-ravi-sharma"),
        ("Ravi Sharma", None, "x-ravi-sharma"),
        ("Sharma", "IND", None),
        ("Ana María Quispe", "PER", "x-per-ana-maria-kuispe"),
    ],
)
def test_identifiers(name: str, country: str | None, expected: str | None) -> None:
    assert identifier(name, country) == expected


def test_a_name_is_known_in_another_spelling() -> None:
    memory, who = Memory(), Referent("Ibrahim Dakore", "person", "NER", ("MIL",))
    memory.bind("Ibrahim Dakore", who)
    assert [memory.known_as(name) for name in ("Dakoré", "Ibrahim Dakoré", "Dakota", "Da")] == [who, who, None, None]
