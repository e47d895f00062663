"""Which senses the words of a sentence leave open."""

import pytest

from sayso.extract.scan.hits import Scanner, words_of
from sayso.extract.scan.openings import FIGURE, KNOWN, NAMED, SIGN, Openings
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern


@pytest.fixture(scope="module")
def openings(lexicon: Lexicon) -> Openings:
    return Openings.of(lexicon)


CLASSES = {"money": SIGN, "number": FIGURE, "person": NAMED, "actor": NAMED, "place": NAMED, "country": NAMED, "name": NAMED}


def objects(pattern: Pattern) -> set[str]:
    """What opens a pattern by its object, one for each of its words and classes."""
    assert pattern.object
    lasts = {form.rpartition(" ")[2].rpartition("-")[2] for form in pattern.object.forms}
    return lasts | {CLASSES.get(kind, KNOWN) for kind in pattern.object.computed - {"event"}}


def test_each_word_and_each_class_of_an_object_opens_its_pattern(openings: Openings, lexicon: Lexicon) -> None:
    needing = [p for p in lexicon.patterns if p.object and not p.object.empty and not (p.subject or p.with_ or p.modal or p.clause_verb)]
    assert needing
    for pattern in needing:
        assert not openings.open(set()) & openings.verbs[pattern.id], pattern.id
        for word in objects(pattern):
            assert openings.open({word}) & openings.verbs[pattern.id], (pattern.id, word)


def test_a_noun_may_leave_its_object_unsaid(openings: Openings, lexicon: Lexicon) -> None:
    for pattern in (p for p in lexicon.patterns if p.object and not (p.subject or p.with_)):
        assert openings.open(set()) & openings.nouns[pattern.id], pattern.id


@pytest.mark.parametrize("word", ["he", "them", "who", "we", "country", "sides", "members", "latter", "soldiers"])
def test_whoever_may_be_meant_opens_what_takes_forces(openings: Openings, lexicon: Lexicon, word: str) -> None:
    taking = [p for p in lexicon.patterns if p.object and "MIL" in p.object.computed and not (p.subject or p.with_)]
    assert taking
    assert all(openings.open({word}) & openings.verbs[p.id] for p in taking)


@pytest.mark.parametrize(
    ("sentence", "trigger", "found"),
    [
        ("he said that they must leave", "said", True),
        ("he said that they mustn't leave", "said", True),
        ("he said that they left", "said", False),
        ("'Protesters' clashed there", "clashed", True),
        ("those arrested were freed", "arrested", True),
        ("villages were subjected to attacks by rebels", "attacks", True),
        ("the arrested left", "arrested", False),
        ("a state of emergency was declared there", "declared", True),
        ("ties between 'Peru' and 'Chile' blossomed", "blossomed", True),
        ("ties of 'Peru' blossomed", "blossomed", False),
        ("its muscles were flexed by 'Peru'", "flexed", True),
        ("the muscles 'Peru' flexed", "flexed", False),
    ],
)
def test_what_a_trigger_must_have_around_it(scanner: Scanner, sentence: str, trigger: str, *, found: bool) -> None:
    words = words_of(sentence)
    assert bool(scanner.triggers(words, {*words, NAMED}).get(trigger)) is found
