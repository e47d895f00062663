"""Patterns as the engine uses them."""

from typing import Any

import pytest

from sayso.lexicon.pattern import Classes, Pattern, compiled
from sayso.lexicon.schema import EventType

LISTS = {"captive": ["suspect", "@rebel"], "rebel": ["insurgent", "@person"]}
TOLD = {"type": "COERCE", "label": "Coerce", "definition": "Forces.", "quad": 4, "score": -7, "cameo": "170"}


def forms(lemma: str) -> tuple[str, str]:
    return lemma, lemma + "s"


def build(*, kind: Any = None, **entry: Any) -> Pattern:
    plain = {"name": "arrest", "verbs": ["arrest"], "examples": ["A.", "B."], "counterexamples": ["C."], **entry}
    modes = {"arrest": {"score": -8, "definition": "Takes."}, "search": {"definition": "Looks."}}
    read = EventType.model_validate({**TOLD, "modes": modes, "patterns": [plain], **(kind or {})}).model_dump(mode="json", by_alias=True)
    return compiled(read, read["patterns"][0], Classes(LISTS, forms))


@pytest.mark.parametrize(
    ("items", "words", "computed", "empty"),
    [
        (["man"], {"man", "mans"}, set(), False),
        (["@person"], set(), {"person"}, False),
        (["@captive"], {"suspect", "suspects", "insurgent", "insurgents"}, {"person"}, False),
        (["none"], set(), set(), True),
        (["@MIL", "man"], {"man", "mans"}, {"MIL"}, False),
        ([], set(), set(), False),
    ],
)
def test_classes(items: list[str], words: set[str], computed: set[str], *, empty: bool) -> None:
    found = Classes(LISTS, forms).words(items)
    assert (set(found.forms - {"nones"}), set(found.computed), found.empty) == (words, computed, empty)


@pytest.mark.parametrize(
    ("entry", "field", "value"),
    [
        ({}, "id", "coerce/-/arrest"),
        ({"mode": "arrest"}, "id", "coerce/arrest/arrest"),
        ({}, "cameo", "170"),
        ({"cameo": "173"}, "cameo", "173"),
        ({}, "score", -7),
        ({"mode": "arrest"}, "score", -8),
        ({"mode": "search"}, "score", -7),  # a mode without a score has its type's
        ({}, "object", None),
        ({}, "actor", ("subject",)),
        ({}, "of", "recipient"),
        ({"recipient": ["on"]}, "of", "actor"),
        ({"recipient": ["on"], "of": "recipient"}, "of", "recipient"),
        ({}, "consumes", False),
        ({"content": "consume"}, "consumes", True),
        ({}, "bare", True),
        ({"clause_verb": ["lie", "not obey"]}, "clause_verb", {"lie", "not obey"}),
        ({"unless_clause": ["lie"]}, "unless_clause", {"lie"}),
        ({"mutual": True}, "mutual", True),
        ({"received": True}, "received", True),
        ({"with": ["for"]}, "with_", {"for": None}),
        ({"with": {"for": "any"}}, "with_", {"for": None}),
    ],
)
def test_what_an_entry_becomes(entry: dict[str, Any], field: str, value: Any) -> None:
    assert getattr(build(**entry), field) == value


def test_a_type_may_consume_for_all_its_patterns() -> None:
    assert build(kind={"content": "consume"}).consumes
    assert not build(kind={"content": "consume"}, content="code").consumes


def test_a_preposition_with_words() -> None:
    words = build(**{"with": {"for": ["theft"]}}).with_["for"]
    assert words is not None
    assert words.forms == {"theft", "thefts"}


def test_the_more_conditions_the_more_special() -> None:
    assert build().conditions == 0
    assert build(object=["man"]).conditions == 1
    assert build(object=["man"], subject=["@actor"], complement=["to"], **{"with": ["for"]}).conditions == 4
