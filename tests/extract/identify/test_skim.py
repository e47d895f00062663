"""Sentences that are never parsed: who is named in them, and which names they explain."""

import pytest

from sayso.extract.identify.memory import Memory
from sayso.extract.identify.names import NameWords
from sayso.extract.identify.skim import skim
from sayso.extract.scan.hits import Scanner
from sayso.extract.text.split import Sentence
from sayso.lexicon import Lexicon


def skimmed(scanner: Scanner, lexicon: Lexicon, text: str) -> tuple[list[str], Memory]:
    memory = Memory("2025-12-04")
    hits = scanner.scan(text).hits
    found = skim(text, Sentence(0, len(text), "text", 0, quoted=False), hits, memory, NameWords.of(lexicon))
    return [m.referent.name for m in found], memory


@pytest.mark.parametrize(
    ("text", "name", "country", "sectors"),
    [
        ("The Indian prime minister, Ravi Sharma, is sixty.", "Ravi Sharma", "IND", ("GOV",)),
        ("Indian Prime Minister Ravi Sharma is sixty.", "Ravi Sharma", "IND", ("GOV",)),
        ("India's foreign minister Ravi Sharma is sixty.", "Ravi Sharma", "IND", ("GOV",)),
        ("The foreign minister of India, Ravi Sharma, is sixty.", "Ravi Sharma", "IND", ("GOV",)),
        ("Ravi Sharma, the Indian army chief, is sixty.", "Ravi Sharma", "IND", ("MIL",)),
        ("Ravi Sharma, foreign minister of India, is sixty.", "Ravi Sharma", "IND", ("GOV",)),
    ],
)
def test_a_role_of_a_country_explains_a_name(
    scanner: Scanner, lexicon: Lexicon, text: str, name: str, country: str, sectors: tuple[str, ...]
) -> None:
    _, memory = skimmed(scanner, lexicon, text)
    bound = memory.known_as(name)
    assert bound is not None
    assert (bound.name, bound.country, bound.sectors, bound.unlisted) == (name, country, sectors, True)
    assert memory.known_as("Sharma") == bound


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister, Ravi Sharma, is sixty.",  # of which country?
        "The Indian prime minister, Monday was told, is sixty.",
        "Ravi Sharma likes Indian food, the minister said.",
        "The weather in Delhi was good.",
    ],
)
def test_other_words_explain_nothing(scanner: Scanner, lexicon: Lexicon, text: str) -> None:
    assert skimmed(scanner, lexicon, text)[1].bound == {}


def test_names_are_remembered_in_their_order(scanner: Scanner, lexicon: Lexicon) -> None:
    names, memory = skimmed(scanner, lexicon, "Angela Merkel knows NATO, Iran and French food.")
    assert names == ["Angela Merkel", "NATO", "Iran"]
    assert memory.known_as("Merkel") is not None
