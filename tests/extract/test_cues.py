"""Word lists are read from the lexicon: without a list, what it made possible is gone."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from sayso.extract.explain.implied_words import ImpliedWords
from sayso.extract.identify.names import NameWords
from sayso.extract.judge.status_words import StatusWords
from sayso.extract.match.grammar import Roles
from sayso.extract.match.grammar_words import Grammar
from sayso.extract.match.triggers import Matcher
from sayso.extract.parse.step import SpacyParser
from sayso.extract.parse.tree import Tree
from sayso.extract.pipeline import Pipeline
from sayso.lexicon import Lexicon

ELSEWHERE = {"common", "credit", "spelling", "topics"}  # files that other rooms read
PAIRS = "irregular_verbs"  # pasts and participles, which may be the same


class Asked(dict[str, Any]):
    """The lists of a cue file, and which of them were asked for; of all at once only what has parts of its own."""

    def __init__(self, lists: Mapping[str, Any]) -> None:
        super().__init__(lists)
        self.names = set[str]()

    def __getitem__(self, name: str) -> Any:
        self.names.add(name)
        return super().__getitem__(name)

    def items(self) -> Any:
        self.names.update(name for name, value in super().items() if isinstance(value, dict))
        return super().items()


def lists(value: Any, name: str) -> Iterator[tuple[str, list[Any]]]:
    """All lists of words below a name, with where they stand."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from lists(part, f"{name}.{key}") if key != PAIRS else ()
    elif isinstance(value, list) and any(isinstance(word, str) for word in value):
        yield name, value


def without(lexicon: Lexicon, file: str, name: str) -> Lexicon:
    """A lexicon whose cue list is empty."""
    return replace(lexicon, cues={**lexicon.cues, file: {**lexicon.cues[file], name: []}})


def test_every_list_is_asked_for(lexicon: Lexicon) -> None:
    cues = {file: Asked(found) for file, found in lexicon.cues.items() if file not in ELSEWHERE}
    Pipeline(replace(lexicon, cues={**lexicon.cues, **cues}), SpacyParser(), "0")
    assert {f"{file}.{name}" for file, found in cues.items() for name in found.keys() - found.names} == set()


def test_a_list_holds_words_once(lexicon: Lexicon) -> None:
    found = dict(lists(lexicon.cues, "cues"))
    assert len(found) > 500
    assert {name: word for name, words in found.items() for word, n in Counter(words).items() if n > 1} == {}


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
