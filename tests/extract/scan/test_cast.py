"""Who could act in a sentence, as far as words tell."""

from collections.abc import Callable

import pytest

from sayso.extract.scan.cast import MEMORY, Cast, CastWords, Present
from sayso.extract.scan.hits import Scanner, words_of
from sayso.extract.scan.openings import FIGURE, KNOWN, NAMED, SIGN
from sayso.lexicon import Lexicon

Enter = Callable[..., list[Present]]


@pytest.fixture(scope="module")
def entered(lexicon: Lexicon, scanner: Scanner) -> Enter:
    """Who is there in each of some sentences of one report."""
    words = CastWords.of(lexicon)

    def entered(*sentences: str) -> list[Present]:
        cast = Cast(words)
        return [cast.enter(s, words_of(s), [hit.names for hit in scanner.scan(s).hits]) for s in sentences]

    return entered


@pytest.mark.parametrize(
    ("sentences", "identified"),
    [
        (["Peru closed the road."], True),
        (["Soldiers closed the road."], True),
        # a name that nothing explains is nobody, even within a sentence
        (["Snow fell near Tumba."], False),
        # one that stood beside a noun for people, or beside a listed name, is somebody from then on
        (["The general Ada Tumba arrived.", "Tumba closed the road."], True),
        (["Ada Tumba, a general, arrived.", "Tumba closed the road."], True),
        # the first word of a sentence is no name for its capital alone, nor is a day
        (["They say a general came.", "They closed it.", "x", "x", "x", "They closed it."], False),
        (["A general came on Tuesday.", "x", "x", "x", "x", "On Tuesday it rained."], False),
        # a pronoun means somebody for some sentences
        (["A general came.", "He closed it."], True),
        (["A general came.", *["It rained."] * MEMORY, "He closed it."], False),
        (["Peru met a general.", "Both closed it."], True),
        (["Peru met a general.", "The latter closed it."], True),
    ],
)
def test_who_could_be_identified(entered: Enter, sentences: list[str], *, identified: bool) -> None:
    assert entered(*sentences)[-1].identified is identified


def test_any_name_is_enough_for_what_is_political_in_itself(entered: Enter) -> None:
    (present,) = entered("Snow fell near Tumba.")
    assert present.anybody
    assert not present.identified


@pytest.mark.parametrize(
    ("sentence", "signs"),
    [
        ("It rained.", set()),
        ("It rained in Tumba.", {NAMED}),
        ("Peru paid.", {NAMED}),
        ("The United Nations paid.", {NAMED, KNOWN}),
        ("It cost €20.", {FIGURE, SIGN}),
        ("It rained for 3 days.", {FIGURE}),
    ],
)
def test_signs_for_what_a_sentence_holds_besides_words(entered: Enter, sentence: str, signs: set[str]) -> None:
    (present,) = entered(sentence)
    assert set(present.known) - set(words_of(sentence)) == signs
