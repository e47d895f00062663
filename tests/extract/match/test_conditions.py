"""Whether the words around a trigger meet the conditions of a pattern, on trees built by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.extract.identify.step import Sentence
from sayso.extract.match.conditions import Conditions
from sayso.extract.match.grammar import Roles
from sayso.extract.match.grammar_words import Grammar
from sayso.extract.match.party_words import PartyWords
from sayso.extract.match.roles import Parties
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern, Words
from sayso.model import AnnotatedReport

Make = Callable[..., Any]
DETAINED = (
    "Kenyan/JJ/amod/police police/NNS/nsubj/detained detained/VBD/ROOT two/CD/nummod/students students/NNS/dobj/detained "
    "for/IN/prep/detained theft/NN/pobj/for"
)
ITSELF = "Kenyan/JJ/amod/police police/NNS/nsubj/detained detained/VBD/ROOT ././punct/detained"
AGREED = "Kenya/NNP/nsubj/detained detained/VBD/ROOT to/TO/aux/leave leave/VB/xcomp/detained"
SAID = "Kenya/NNP/nsubj/detained detained/VBD/ROOT that/IN/mark/left Iran/NNP/nsubj/left left/VBD/ccomp/detained"
UNMADE = "Kenya/NNP/nsubj/detained detained/VBD/ROOT it/PRP/nsubj/leave did/VBD/aux/leave n't/RB/neg/leave leave/VB/ccomp/detained"
BESIDE = "Kenya/NNP/nsubj/detained detained/VBD/ROOT before/IN/prep/detained shelling/VBG/pcomp/before towns/NNS/dobj/shelling"
STOPPED = "Kenya/NNP/nsubj/detained detained/VBD/ROOT shelling/VBG/xcomp/detained towns/NNS/dobj/shelling"
OFFICERS = "police/NNS/nsubj/detained detained/VBD/ROOT Ugandan/JJ/amod/pickers olive/NN/compound/pickers pickers/NNS/dobj/detained"
SHIPS = "Kenyan/JJ/amod/police police/NNS/nsubj/detained detained/VBD/ROOT ships/NNS/dobj/detained"
STAYED = "Kenya/NNP/nsubj/detained detained/VBD/ROOT {}in/IN/prep/detained Iran/NNP/pobj/in ././punct/detained"
LENT = "Kenya/NNP/nsubj/detained detained/VBD/ROOT Iran/NNP/{}/detained tanks/NNS/dobj/detained"
TAXED = "Kenya/NNP/nsubj/set set/VBD/ROOT a/DT/det/curfew curfew/NN/dobj/set and/CC/cc/set detained/VBD/conj/set it/PRP/dobj/detained"
CALLED = "police/NNS/nsubj/detained detained/VBD/ROOT the/DT/det/Sea {}/NN/compound/Sea {}/NNP/compound/Sea Sea/NNP/dobj/detained"
DEED = "shooting/VBG/csubj/detained detained/VBD/ROOT students/NNS/dobj/detained"
PASSIVE = "students/NNS/nsubjpass/detained were/VBD/auxpass/detained detained/VBN/ROOT"
MUST = "Kenya/NNP/nsubj/detained detained/VBD/ROOT that/IN/mark/leave {} should/MD/aux/leave {}leave/VB/ccomp/detained"
QUOTED = "{}/PRP/nsubj/leave should/MD/aux/leave leave/VB/ccomp/detained minister/NN/nsubj/detained detained/VBD/ROOT"
ASKED = "Kenya/NNP/nsubj/detained detained/VBD/ROOT {} Iran/NNP/nsubj/left left/VBD/ccomp/detained"
SHOULD: dict[str, Any] = {"complement": frozenset({"that"}), "modal": frozenset({"should"}), "clause_others": True}


@pytest.fixture
def conditions(identified: Callable[..., Sentence], lexicon: Lexicon) -> Callable[[str], Conditions]:
    def conditions(spec: str) -> Conditions:
        sentence = identified(spec)
        roles = Roles(sentence.tree, Grammar.of(lexicon))
        return Conditions(Parties(sentence, roles, PartyWords.of(lexicon)), roles)

    return conditions


@pytest.mark.parametrize(
    ("spec", "field", "items", "fits"),
    [
        (DETAINED, "object", ("students",), True),
        (DETAINED, "object", ("@person",), True),
        (DETAINED, "object", ("ships",), False),
        (DETAINED, "object", ("none",), False),
        (ITSELF, "object", ("none",), True),
        (STAYED.format(""), "object", ("none",), True),
        (STAYED.format("popular/JJ/acomp/detained "), "object", ("none",), False),
        (TAXED, "object", ("curfew",), True),
        (TAXED, "object", ("jets",), False),
        (ITSELF, "object", ("students",), False),
        (PASSIVE, "object", ("students",), True),
        (CALLED.format("tanker", "Black"), "object", ("tanker",), True),  # "the tanker Black Sea"
        (CALLED.format("tanker", "fleet"), "object", ("tanker",), False),
        (DETAINED, "subject", ("police",), True),
        (DETAINED, "subject", ("@actor",), True),
        (DETAINED, "subject", ("@COP",), True),
        (DETAINED, "subject", ("@MIL",), False),
        (DETAINED, "subject", ("weather",), False),
        (PASSIVE, "subject", ("@actor",), True),  # a missing subject is held against nobody
        (DEED, "subject", ("@actor",), False),  # "shooting detained students": what is done does it, and nobody
        (DETAINED, "unless_object", ("students",), False),
        (DETAINED, "unless_object", ("ships",), True),
        (DETAINED, "unless_subject", ("@actor",), False),
        (PASSIVE, "unless_subject", ("@actor",), True),
        (PASSIVE, "unless_subject", ("none",), False),
        (DETAINED, "unless_subject", ("none",), True),
        (ITSELF, "unless_object", ("none",), False),
        (OFFICERS, "object", ("@tied",), True),  # "Ugandan olive pickers": who belongs to somebody known
        (SHIPS, "object", ("@tied",), False),
    ],
)
def test_slots(
    conditions: Make,
    pattern: Callable[..., Pattern],
    words: Callable[..., Words],
    spec: str,
    field: str,
    items: tuple[str, ...],
    *,
    fits: bool,
) -> None:
    tested = conditions(spec)
    at = list(tested.tree.words).index("detained")
    fit = tested.verb(at, pattern(**{field: words(*items)}), (at,))
    assert (fit.weight is not None) is fits
    assert bool(fit.failed) is not fits


@pytest.mark.parametrize(
    ("field", "item", "fits"), [("object", "radio", True), ("object", "plug", False), ("unless_object", "radio", False)]
)
def test_a_noun_of_the_trigger_is_not_what_it_takes(
    conditions: Make, pattern: Callable[..., Pattern], words: Callable[..., Words], field: str, item: str, *, fits: bool
) -> None:
    tested = conditions("Kenya/NNP/nsubj/pulled pulled/VBD/ROOT the/DT/det/plug plug/NN/dobj/pulled on/IN/prep/plug radio/NN/pobj/on")
    assert (tested.verb(1, pattern(**{field: words(item)}), (1, 3, 4)).weight is not None) is fits


@pytest.mark.parametrize(
    ("spec", "changes", "fits"),
    [
        (DETAINED, {"with_": {"for": None}}, True),
        (DETAINED, {"with_": {"over": None, "for": None}}, True),
        (DETAINED, {"with_": {"over": None}}, False),
        (DETAINED, {"with_": {"for": ("theft",)}}, True),
        (DETAINED, {"with_": {"for": ("murder",)}}, False),
        (DETAINED, {"unless_with": {"for": None}}, False),
        (DETAINED, {"unless_with": {"over": None}}, True),
        (AGREED, {"complement": frozenset({"to"})}, True),
        (AGREED, {"complement": frozenset({"that", "ing"})}, False),
        (SAID, {"complement": frozenset({"that"})}, True),
        (SAID, {"complement": frozenset({"that"}), "clause_verb": frozenset({"left"})}, True),
        (SAID, {"complement": frozenset({"that"}), "clause_verb": frozenset({"left"}), "clause_others": True}, True),
        (SAID, {"complement": frozenset({"that"}), "clause_verb": frozenset({"lied"})}, False),
        (UNMADE, {"complement": frozenset({"that"}), "clause_verb": frozenset({"leave"})}, False),
        (UNMADE, {"complement": frozenset({"that"}), "clause_verb": frozenset({"not leave"})}, True),
        (UNMADE, {"complement": frozenset({"that"}), "clause_verb": frozenset({"not leave"}), "clause_others": True}, False),
        (MUST.format("Iran/NNP/nsubj/leave", ""), SHOULD, True),
        (MUST.format("Kenya/NNP/nsubj/leave", ""), SHOULD, False),  # of one's own country
        (MUST.format("we/PRP/nsubj/leave", ""), SHOULD, False),
        (MUST.format("Iran/NNP/nsubj/leave", "have/VB/aux/leave "), SHOULD, False),  # of what is past
        (MUST.format("Iran/NNP/nsubj/leave", "have/VB/aux/leave "), SHOULD | {"modal": frozenset({"should have"})}, True),
        (MUST.format("Iran/NNP/nsubj/leave", ""), SHOULD | {"modal": frozenset({"should have"})}, False),
        (QUOTED.format("He"), SHOULD, True),  # who speaks of himself says "I"
        (QUOTED.format("I"), SHOULD, False),
        (ASKED.format("whether/IN/mark/left"), {"complement": frozenset({"that"})}, False),
        (ASKED.format("whether/IN/mark/left"), {"complement": frozenset({"whether"})}, True),
        (ASKED.format("that/IN/mark/left"), {"complement": frozenset({"whether"})}, False),
        (ASKED.format("what/WP/dobj/left"), {"complement": frozenset({"that"})}, False),
        (AGREED, {"complement": frozenset({"to"}), "clause_verb": frozenset({"leave"})}, True),
        (AGREED, {"complement": frozenset({"to"}), "clause_verb": frozenset({"stay"})}, False),
        (AGREED, {"unless_clause": frozenset({"leave"})}, False),
        (AGREED, {"unless_clause": frozenset({"stay"})}, True),
        (STOPPED, {"complement": frozenset({"ing"})}, True),
        (BESIDE, {"complement": frozenset({"ing"})}, False),
        (STOPPED, {"complement": frozenset({"to"})}, False),
        (DETAINED, {"unless": ("kenyan police",)}, False),
        (DETAINED, {"unless": ("police detained",)}, False),
        (DETAINED, {"unless": ("iranian police",)}, True),
        (DETAINED, {}, True),
        (LENT.format("dative"), {"with_": {"dative": None}}, True),
        (LENT.format("dative"), {"with_": {"dative": ("@country",)}}, True),
        (LENT.format("dative"), {"with_": {"dative": ("@MIL",)}}, False),
        (LENT.format("appos"), {"with_": {"dative": None}}, False),
    ],
)
def test_prepositions_clauses_and_phrases(
    conditions: Make, pattern: Callable[..., Pattern], words: Callable[..., Words], spec: str, changes: dict[str, Any], *, fits: bool
) -> None:
    made = {
        key: {prep: items and words(*items) for prep, items in value.items()} if isinstance(value, dict) else value
        for key, value in changes.items()
    }
    tested = conditions(spec)
    at = list(tested.tree.words).index("detained")
    assert (tested.verb(at, pattern(**made), (at,)).weight is not None) is fits


def test_a_listed_word_outweighs_a_class_and_that_anything(
    conditions: Make, pattern: Callable[..., Pattern], words: Callable[..., Words]
) -> None:
    tested = conditions(DETAINED)
    weights = [
        tested.verb(2, pattern(**changes), (2,)).weight
        for changes in ({}, {"with_": {"for": None}}, {"object": words("@person")}, {"object": words("students")})
    ]
    assert weights == sorted(weights)
    assert len(set(weights)) == len(weights)


@pytest.mark.parametrize(
    ("subject", "fits"),
    [
        ("Kenya/NNP/nsubj/detained and/CC/cc/Kenya Uganda/NNP/conj/Kenya", True),
        ("Kenya/NNP/nsubj/detained", False),
        ("Kenyan/JJ/amod/police police/NNS/nsubj/detained", False),
        ("students/NNS/nsubj/detained and/CC/cc/students drivers/NNS/conj/students", False),
    ],
)
def test_several_are_parties_of_two_countries(conditions: Make, pattern: Callable[..., Pattern], subject: str, *, fits: bool) -> None:
    tested = conditions(f"{subject} detained/VBD/ROOT ships/NNS/dobj/detained")
    at = list(tested.tree.words).index("detained")
    assert (tested.verb(at, pattern(several=True), (at,)).weight is not None) is fits


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("The Chadian president discussed the price of bread.", False),
        ("The Chadian president discussed the price of bread with farmers.", True),
        ("The Chadian president and his minister discussed the price of bread.", True),
        ("The Chadian ministers discussed the price of bread.", True),
        ("The Chadian government discussed the price of bread.", True),
        ("The Chadian president wants to discuss the price of bread.", True),
    ],
)
def test_it_takes_two_to_talk(annotate: Callable[..., AnnotatedReport], text: str, *, fits: bool) -> None:
    assert any(e.trigger.text.startswith("discuss") for e in annotate(text).events) is fits


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Georgian students marched on Sunday. They blocked the road to the airport.", "PROTEST GEO:EDU > -"),
        ("Georgian students marched on Sunday, and some of them blocked the road.", "PROTEST GEO:EDU > -"),
        ("Georgian soldiers marched on Sunday. They blocked the road to the airport.", "COERCE GEO:MIL > -"),
    ],
)
def test_a_pronoun_stands_for_the_noun_that_it_means(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert any(told.split(" >")[0] == event.split(" >")[0] for told in summary(text)[-1:]), summary(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan soldiers stopped shelling the camp.", "RETREAT"),
        ("Kenya suspended aid to Togo, blaming the junta for a raid.", "SANCTION"),  # no aid to blaming
    ],
)
def test_a_clause_behind_a_comma_is_no_complement(summary: Callable[..., list[str]], text: str, kind: str) -> None:
    assert summary(text)[0].startswith(kind)
