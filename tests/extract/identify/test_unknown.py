"""Whom "it" and "he" mean after subjects of whom nothing is known, on trees built by hand."""

from collections.abc import Callable

import pytest

from sayso.extract.identify.memory import Memory, Mention, Referent
from sayso.extract.identify.reference_words import ReferenceWords
from sayso.extract.identify.references import resolve
from sayso.extract.identify.unknown import newcomer_told, thing_told
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]

MACRON = Referent("Emmanuel Macron", "person", "FRA", ("GOV",), "fra-macron", "m")
IRAN = Referent("Iran", "country", "IRN", ("GOV",))


@pytest.fixture(scope="session")
def back(lexicon: Lexicon) -> ReferenceWords:
    return ReferenceWords.of(lexicon)


def mention(referent: Referent, at: int = 0) -> Mention:
    return Mention(at, at, at, referent, "name")


def test_an_it_that_opens_a_sentence_goes_on_with_its_subject(back: ReferenceWords, tree: Build) -> None:
    film = tree("The/DT/det/film film/NN/nsubj/praised praised/VBD/ROOT Iran/NNP/dobj/praised")
    shot = tree("It/PRP/nsubjpass/shot was/VBD/auxpass/shot shot/VBN/ROOT")
    memory = Memory()
    memory.remember([mention(IRAN)])
    assert thing_told(film, [mention(IRAN, 3)])
    assert not thing_told(film, [mention(IRAN, 1)])
    assert resolve(shot, 0, [], memory, back) is not None
    memory.thing = 0  # the sentence before
    assert resolve(shot, 0, [], memory, back) is None


@pytest.mark.parametrize(
    ("sentence", "newcomer"),
    [
        ("Ana/NNP/compound/Paz Paz/NNP/nsubj/fled fled/VBD/ROOT Iran/NNP/dobj/fled", True),
        ("Paz/NNP/nsubj/fled fled/VBD/ROOT Iran/NNP/dobj/fled", False),
        ("the/DT/det/nurse nurse/NN/nsubj/fled fled/VBD/ROOT Iran/NNP/dobj/fled", False),
    ],
)
def test_a_name_of_several_words_that_is_nobody_known(sentence: str, newcomer: object, tree: Build) -> None:
    told = tree(sentence)
    assert newcomer_told(told, [mention(IRAN, len(told) - 1)]) is newcomer
    assert not newcomer_told(told, [mention(MACRON, told.lower.index("fled") - 1)])


def test_who_was_known_before_a_newcomer_is_not_he(back: ReferenceWords, tree: Build) -> None:
    hides = tree("He/PRP/nsubj/hides hides/VBZ/ROOT")
    memory = Memory()
    memory.remember([mention(MACRON)])
    assert resolve(hides, 0, [], memory, back) is not None
    memory.newcomer = memory.sentence
    memory.remember([mention(IRAN)])
    assert resolve(hides, 0, [], memory, back) is None
    memory.remember([mention(MACRON)])
    assert resolve(hides, 0, [], memory, back) is not None
