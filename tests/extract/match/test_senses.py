"""Which senses are worth testing: the ones that what stands there leaves open, in the lexicon's order."""

from collections.abc import Callable

import pytest

from sayso.extract.match.senses import Senses
from sayso.lexicon import Lexicon

ALL = -1  # the bits of all patterns


@pytest.fixture(scope="module")
def senses(lexicon: Lexicon) -> Senses:
    return Senses.of(lexicon)


@pytest.fixture(scope="module")
def near(senses: Senses) -> Callable[..., list[str]]:
    def found(form: str, *, words: str = "", nouns: str = "", prepositions: str = "") -> list[str]:
        near = senses.near(form, frozenset(words.split()), nouns.split, prepositions.split, ALL)
        return [trigger.pattern.id for trigger in near]

    return found


def test_all_that_is_left_out_lacks_what_it_needs(senses: Senses, lexicon: Lexicon) -> None:
    words, nouns, prepositions = frozenset({"down", "on", "with"}), {"sanctions", "troops"}, {"on"}
    for form, triggers in list(lexicon.verbs.items())[::40]:
        kept = senses.near(form, words, lambda: nouns, lambda: prepositions, ALL)
        assert kept == [t for t in triggers if t in kept]
        for trigger in (t for t in triggers if t not in kept):
            pattern = trigger.pattern
            lacks_words = not words.issuperset(trigger.words)
            lacks_object = pattern.object is not None and pattern.object.forms.isdisjoint(nouns)
            assert lacks_words or lacks_object or (pattern.with_ and not prepositions & pattern.with_.keys())


def test_only_patterns_that_the_sentence_leaves_open_are_tested(senses: Senses, lexicon: Lexicon) -> None:
    for form, triggers in list(lexicon.verbs.items())[::200]:
        of_one = [t for t in senses.near(form, frozenset(triggers[0].words), tuple, tuple, ALL) if t.pattern is triggers[0].pattern]
        assert senses.near(form, frozenset(triggers[0].words), tuple, tuple, senses.bits[triggers[0].pattern.id]) == of_one
        assert not senses.near(form, frozenset(triggers[0].words), tuple, tuple, 0)


def test_objects_open_senses(near: Callable[..., list[str]]) -> None:
    assert near("imposed", nouns="deadline") == [*near("imposed"), "request/-/set-deadline"]


def test_fixed_words_open_senses(near: Callable[..., list[str]]) -> None:
    assert set(near("broke")) < set(near("broke", words="into off down up", prepositions="into"))


def test_no_verb(near: Callable[..., list[str]]) -> None:
    assert near("xylophone") == []


def test_what_no_sense_hangs_on_is_not_looked_for(senses: Senses) -> None:
    def asked() -> list[str]:
        pytest.fail("looked for the objects or prepositions of a verb")

    free = next(bit for bit in senses.bits.values() if bit & senses.any_object & senses.no_preposition)
    for form in senses.verbs:
        senses.near(form, frozenset(), asked, asked, free)
