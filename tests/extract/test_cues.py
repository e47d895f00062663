"""Word lists are read from the lexicon: without a list, what it made possible is gone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.extract.explain.implied_words import ImpliedWords
from sayso.extract.identify.names import NameWords
from sayso.extract.judge.status_words import StatusWords
from sayso.extract.match.grammar import Roles
from sayso.extract.match.grammar_words import Grammar
from sayso.extract.match.triggers import Matcher
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

LISTS = [
    ("grammar", "counting"),
    ("grammar", "bundles"),
    ("grammar", "rounds"),
    ("grammar", "copulas"),
    ("grammar", "eventful"),
    ("grammar", "beside"),
    ("grammar", "before_relative"),
    ("reference", "titles"),
    ("reference", "weighty"),
    ("reference", "pointers"),
    ("reference", "deed_pointers"),
]


def without(lexicon: Lexicon, file: str, name: str) -> Lexicon:
    """A lexicon whose cue list is empty."""
    return replace(lexicon, cues={**lexicon.cues, file: {**lexicon.cues[file], name: []}})


@pytest.mark.parametrize(("file", "name"), LISTS)
def test_a_list_holds_words_once(lexicon: Lexicon, file: str, name: str) -> None:
    words = lexicon.cues[file][name]
    assert words
    assert len(words) == len(set(words))


def test_what_is_eventful_dates_nothing(lexicon: Lexicon, tree: Callable[[str], Tree]) -> None:
    made = tree("police/NNS/nsubj/banned banned/VBD/ROOT the/DT/det/march march/NN/dobj/banned")
    assert not Roles(made, Grammar.of(lexicon)).dates(3)
    assert Roles(made, Grammar.of(without(lexicon, "grammar", "eventful"))).dates(3)


@pytest.mark.parametrize(
    ("read", "file", "name", "word"),
    [
        (lambda x: Matcher.of(x).rounds, "grammar", "rounds", "spate"),
        (lambda x: Matcher.of(x).grammar.copulas, "grammar", "copulas", "remained"),
        (lambda x: StatusWords.of(x).beside, "grammar", "beside", "amid"),
        (lambda x: NameWords.of(x).titles, "reference", "titles", "sen"),
        (lambda x: ImpliedWords.of(x).weighty, "reference", "weighty", "MIL"),
        (lambda x: ImpliedWords.of(x).pointers, "reference", "deed_pointers", "such"),
        (lambda x: Grammar.of(x).before_relative, "grammar", "before_relative", "against"),
    ],
)
def test_rules_read_their_words(lexicon: Lexicon, read: Callable[[Lexicon], frozenset[str]], file: str, name: str, word: str) -> None:
    assert word in read(lexicon)
    assert word not in read(without(lexicon, file, name))
