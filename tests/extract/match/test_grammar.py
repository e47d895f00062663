"""Who is the subject and what the object of a trigger, on trees built by hand."""

from collections.abc import Callable, Iterable

import pytest

from sayso.extract.match.forms import conjuncts, passive
from sayso.extract.match.grammar import Roles
from sayso.extract.match.grammar_words import Grammar
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]

ACTIVE = "Russia/NNP/nsubj/attacked attacked/VBD/ROOT Ukraine/NNP/dobj/attacked"
PASSIVE = "Ukraine/NNP/nsubjpass/attacked was/VBD/auxpass/attacked attacked/VBN/ROOT by/IN/agent/attacked Russia/NNP/pobj/by"
RELATIVE = "rebels/NNS/nsubj/fled who/WP/nsubj/attacked attacked/VBD/relcl/rebels soldiers/NNS/dobj/attacked fled/VBD/ROOT"
RELATIVE_OBJECT = "men/NNS/nsubj/fled whom/WP/dobj/arrested police/NNS/nsubj/arrested arrested/VBD/relcl/men fled/VBD/ROOT"
RELATIVE_BARE = "men/NNS/nsubj/fled police/NNS/nsubj/arrested arrested/VBD/relcl/men fled/VBD/ROOT"
PARTICIPLE = "men/NNS/nsubj/fled arrested/VBN/acl/men by/IN/agent/arrested police/NNS/pobj/by fled/VBD/ROOT"
GERUND = "Russia/NNP/nsubj/attacked attacked/VBD/ROOT Ukraine/NNP/dobj/attacked killing/VBG/advcl/attacked men/NNS/dobj/killing"
OBJECT_CONTROL = "France/NNP/nsubj/urged urged/VBD/ROOT Iran/NNP/dobj/urged to/TO/aux/leave leave/VB/xcomp/urged Syria/NNP/dobj/leave"
SUBJECT_CONTROL = "France/NNP/nsubj/promised promised/VBD/ROOT Iran/NNP/dobj/promised to/TO/aux/leave leave/VB/xcomp/promised"
JOINED = "Iran/NNP/nsubj/met met/VBD/ROOT Iraq/NNP/dobj/met and/CC/cc/met left/VBD/conj/met"
JOINED_PASSIVES = (
    "men/NNS/nsubjpass/arrested were/VBD/auxpass/arrested arrested/VBN/ROOT and/CC/cc/arrested "
    "beaten/VBN/conj/arrested by/IN/agent/beaten police/NNS/pobj/by"
)
PLAN = "Iran/NNP/nsubj/has has/VBZ/ROOT a/DT/det/plan plan/NN/dobj/has to/TO/aux/leave leave/VB/acl/plan"
OWNED_PLAN = "Iran/NNP/poss/plan 's/POS/case/Iran plan/NN/nsubj/failed to/TO/aux/leave leave/VB/acl/plan failed/VBD/ROOT"
GIVEN = "Iran/NNP/nsubj/gave gave/VBD/ROOT rebels/NNS/dative/gave days/NNS/dobj/gave to/TO/aux/leave leave/VB/{dep}"
AFTER = "Iran/NNP/nsubj/left left/VBD/ROOT after/IN/prep/left meeting/VBG/pcomp/after Iraq/NNP/dobj/meeting"
CHARGED = (
    "Iran/NNP/nsubj/{0} {0}/VBD/ROOT Iraq/NNP/dobj/{0} of/IN/prep/{0} plans/NNS/pobj/of "
    "to/TO/aux/bomb bomb/VB/acl/plans Syria/NNP/dobj/bomb"
)
FIRED = "Iran/NNP/nsubj/fired fired/VBD/ROOT its/PRP$/poss/envoy envoy/NN/dobj/fired for/IN/prep/fired spying/VBG/pcomp/for"
ACCUSED = "Iran/NNP/nsubj/accused accused/VBD/ROOT Iraq/NNP/dobj/accused of/IN/prep/accused leaving/VBG/pcomp/of"
THERE = "there/EX/nsubj/were were/VBD/ROOT men/NNS/attr/were"
ARRESTED = "men/NNS/nsubj/arrested arrested/VBD/ROOT in/IN/prep/arrested Mali/NNP/pobj/in{end}"
BY_WHOM = (
    "he/PRP/nsubjpass/accused was/VBD/auxpass/accused accused/VBN/ROOT of/IN/prep/accused lying/VBG/pobj/of "
    "by/IN/prep/accused Mali/NNP/pobj/by"
)
DENIED = "men/NNS/nsubjpass/denied were/VBD/auxpass/denied denied/VBN/ROOT {gift}/NNS/dobj/denied by/IN/agent/denied police/NNS/pobj/by"
RAIDED = (
    "huts/NNS/nsubjpass/burned were/VBD/auxpass/burned burned/VBN/ROOT {prep}/IN/prep/burned raids/NNS/pobj/{prep} "
    "by/IN/prep/raids rebels/NNS/pobj/by"
)
FIRST = "Iran/NNP/nsubj/was was/VBD/ROOT the/DT/det/{0} {0}/{1}/attr/was to/TO/aux/leave leave/VB/relcl/{0} Syria/NNP/dobj/leave"
LENT = "Iran/NNP/nsubjpass/{0} was/VBD/auxpass/{0} {0}/VBN/ROOT jets/NNS/dobj/{0} by/IN/agent/{0} Syria/NNP/pobj/by"
DATED = "Iran/NNP/nsubj/left left/VBD/ROOT Monday/NNP/dobj/left"


@pytest.fixture(scope="session")
def grammar(lexicon: Lexicon) -> Grammar:
    return Grammar.of(lexicon)


def at(tree: Tree, word: str) -> int:
    return list(tree.words).index(word)


def names(tree: Tree, heads: Iterable[int]) -> list[str]:
    return [tree.words[i] for i in heads]


@pytest.mark.parametrize(
    ("spec", "verb", "subjects", "objects"),
    [
        (ACTIVE, "attacked", ["Russia"], ["Ukraine"]),
        (PASSIVE, "attacked", ["Russia"], ["Ukraine"]),
        (RELATIVE, "attacked", ["rebels"], ["soldiers"]),
        (RELATIVE, "fled", ["rebels"], []),
        (RELATIVE_OBJECT, "arrested", ["police"], ["men"]),
        (RELATIVE_BARE, "arrested", ["police"], ["men"]),
        (PARTICIPLE, "arrested", ["police"], ["men"]),
        (GERUND, "killing", ["Russia"], ["men"]),
        (OBJECT_CONTROL, "urged", ["France"], ["Iran"]),
        (OBJECT_CONTROL, "leave", ["Iran"], ["Syria"]),
        (SUBJECT_CONTROL, "leave", ["France"], []),
        (JOINED, "left", ["Iran"], []),
        (JOINED_PASSIVES, "arrested", ["police"], ["men"]),
        (JOINED_PASSIVES, "beaten", ["police"], ["men"]),
        (PLAN, "leave", ["Iran"], []),
        (OWNED_PLAN, "leave", ["Iran"], []),
        (GIVEN.format(dep="advcl/gave"), "leave", ["rebels"], []),
        (GIVEN.format(dep="acl/days"), "leave", ["rebels"], []),
        (GIVEN.format(dep="acl/days").replace("gave", "told"), "leave", ["Iran"], []),
        (AFTER, "meeting", ["Iran"], ["Iraq"]),
        (ACCUSED, "leaving", ["Iraq"], []),
        (CHARGED.format("accused"), "bomb", ["Iraq"], ["Syria"]),
        (CHARGED.format("told"), "bomb", ["Iran"], ["Syria"]),
        (PLAN.replace("has", "drew"), "leave", ["Iran"], []),
        (PLAN.replace("has", "deplored"), "leave", [], []),
        (THERE, "were", [], []),
        (DATED, "left", ["Iran"], []),
        (ARRESTED.format(end=""), "arrested", [], ["men"]),
        (ARRESTED.format(end=" ././punct/arrested"), "arrested", ["men"], []),
        (ARRESTED.format(end="").replace("arrested", "marched"), "marched", ["men"], []),
        (BY_WHOM, "lying", ["he"], []),
        (ACCUSED + " and/CC/cc/of of/IN/conj/of lying/VBG/pcomp/of", "lying", ["Iraq"], []),
        (ACCUSED + " by/IN/prep/accused lying/VBG/pcomp/by", "lying", ["Iraq"], []),
        (FIRED, "spying", ["envoy"], []),
        (FIRED.replace("for", "after"), "spying", ["Iran"], []),
        (DENIED.format(gift="visas"), "denied", ["police"], ["visas"]),
        (DENIED.format(gift="days"), "denied", ["police"], ["men"]),
        (RAIDED.format(prep="in"), "burned", ["rebels"], ["huts"]),
        (RAIDED.format(prep="after"), "burned", [], ["huts"]),
        (FIRST.format("first", "JJ"), "leave", ["Iran"], ["Syria"]),
        (FIRST.format("man", "NN"), "leave", ["man"], ["Syria"]),
        (LENT.format("lent"), "lent", ["Syria"], ["jets"]),
        (LENT.format("called"), "called", ["Syria"], ["Iran"]),
    ],
    ids=["active", "passive", "relative", "main-over-relative", "relative-object", "relative-bare", "participle", "gerund", "controller",
         "object-control", "subject-control", "joined", "joined-passives", "joined-passives-last", "plan", "owned-plan", "given",
         "given-noun", "not-given", "after", "accused", "accused-plan", "told-plan", "drawn-plan", "deplored-plan",
         "there", "dated", "headline", "no-headline", "headline-active", "by-whom", "two-charges", "by-deed", "at-fault", "no-fault",
         "gift", "dated-gift", "deed", "no-deed",
         "first", "not-ranked", "lent", "not-given-to"],
)  # fmt: skip
def test_subjects_and_objects(tree: Build, grammar: Grammar, spec: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    made = tree(spec)
    roles = Roles(made, grammar)
    assert names(made, roles.subjects(at(made, verb))) == subjects
    assert names(made, roles.objects(at(made, verb))) == objects


@pytest.mark.parametrize(
    ("spec", "verb", "is_passive"),
    [
        (ACTIVE, "attacked", False),
        (PASSIVE, "attacked", True),
        (PARTICIPLE, "arrested", True),
        (JOINED_PASSIVES, "beaten", True),
        (GERUND, "killing", False),
        (JOINED, "left", False),
    ],
)
def test_passives(tree: Build, spec: str, verb: str, *, is_passive: bool) -> None:
    made = tree(spec)
    assert passive(made, at(made, verb)) is is_passive


def test_the_grammatical_subject(tree: Build, grammar: Grammar) -> None:
    for spec, subject in ((ACTIVE, "Russia"), (PASSIVE, "Ukraine")):
        made = tree(spec)
        assert names(made, Roles(made, grammar).surface(at(made, "attacked"))) == [subject]


@pytest.mark.parametrize(
    ("spec", "verb", "given", "surface"),
    [
        (GIVEN.format(dep="acl/days"), "gave", ["rebels"], ["Iran"]),
        (LENT.format("lent"), "lent", ["Iran"], ["Iran"]),
        (LENT.format("called"), "called", [], ["Iran"]),
        (ACTIVE, "attacked", [], ["Russia"]),
    ],
)
def test_to_whom_something_is_given(tree: Build, grammar: Grammar, spec: str, verb: str, given: list[str], surface: list[str]) -> None:
    made = tree(spec)
    roles = Roles(made, grammar)
    assert names(made, roles.datives(at(made, verb))) == given
    assert names(made, roles.surface(at(made, verb))) == surface


def test_coordination_is_a_chain(tree: Build) -> None:
    made = tree("Iran/NNP/nsubj/met ,/,/punct/Iran Iraq/NNP/conj/Iran and/CC/cc/Iraq Syria/NNP/conj/Iraq met/VBD/ROOT")
    assert names(made, conjuncts(made, 0)) == ["Iran", "Iraq", "Syria"]
    assert names(made, conjuncts(made, 5)) == ["met"]


def test_what_a_relative_pronoun_stands_for(tree: Build) -> None:
    made = tree(RELATIVE)
    assert made.words[made.antecedent(at(made, "who"))] == "rebels"
    assert made.words[made.antecedent(at(made, "soldiers"))] == "soldiers"
    for dep, noun in (("dobj", "guns"), ("mark", "that")):
        made = tree(f"guns/NNS/nsubj/came that/IN/{dep}/sent Iran/NNP/nsubj/sent sent/VBD/acl/guns came/VBD/ROOT")
        assert made.words[made.antecedent(1)] == noun


def test_prepositional_phrases(tree: Build, grammar: Grammar) -> None:
    made = tree(
        "Iran/NNP/nsubj/imposed imposed/VBD/ROOT a/DT/det/ban ban/NN/dobj/imposed on/IN/prep/ban Iraq/NNP/pobj/on "
        "with/IN/prep/imposed Syria/NNP/pobj/with on/IN/prep/imposed Friday/NNP/pobj/on"
    )
    roles = Roles(made, grammar)
    assert [(word, names(made, heads)) for word, _, heads in roles.obliques(1)] == [("with", ["Syria"])]
    assert [(word, names(made, heads)) for word, _, heads in roles.all_obliques(1)] == [("with", ["Syria"]), ("on", ["Iraq"])]


def test_the_sides_of_a_subject_count_as_those_of_its_verb(tree: Build, grammar: Grammar) -> None:
    made = tree("ties/NNS/nsubj/warmed between/IN/prep/ties Iran/NNP/pobj/between of/IN/prep/ties Iraq/NNP/pobj/of warmed/VBD/ROOT")
    roles = Roles(made, grammar)
    assert not roles.all_obliques(5)
    assert {word: [names(made, heads) for _, heads in taken] for word, taken in roles.slots(5).items()} == {"between": [["Iran"]]}


def test_who_is_joined_in_something_does_it_as_well(tree: Build, grammar: Grammar) -> None:
    made = tree(
        "Iran/NNP/nsubj/joined joined/VBD/ROOT Iraq/NNP/dobj/joined in/IN/prep/joined condemning/VBG/pcomp/in Chad/NNP/dobj/condemning"
    )
    assert names(made, Roles(made, grammar).subjects(4)) == ["Iran", "Iraq"]


def test_a_cycle_finds_nobody(grammar: Grammar) -> None:
    loop = Tree(["left", "came"], ["VBD", "VBD"], [1, 0], ["conj", "conj"], [0, 5])
    assert Roles(loop, grammar).subjects(0) == Roles(loop, grammar).objects(0) == []


def test_a_verb_that_takes_no_object_has_no_passive(tree: Build, grammar: Grammar) -> None:
    made = tree("India/NNP/nsubj/spoke spoke/VBD/ROOT but/CC/cc/spoke stood/VBN/conj/spoke by/IN/agent/stood Chad/NNP/pobj/by")
    assert names(made, Roles(made, grammar).subjects(at(made, "stood"))) == ["India"]


def test_who_judges_a_decision_has_not_made_it(tree: Build, grammar: Grammar) -> None:
    made = tree(
        "the/DT/det/decision decision/NN/nsubjpass/condemned to/TO/aux/leave leave/VB/acl/decision "
        "was/VBD/auxpass/condemned condemned/VBN/ROOT by/IN/agent/condemned Iraq/NNP/pobj/by"
    )
    assert Roles(made, grammar).subjects(at(made, "leave")) == []


def test_the_owner_of_a_decision_may_be_a_name_before_it(tree: Build, grammar: Grammar) -> None:
    made = tree(
        "the/DT/det/decision Iran/NNP/compound/decision decision/NN/nsubjpass/announced to/TO/aux/leave leave/VB/acl/decision "
        "was/VBD/auxpass/announced announced/VBN/ROOT by/IN/agent/announced Iraq/NNP/pobj/by"
    )
    assert names(made, Roles(made, grammar, planners={1}).subjects(at(made, "leave"))) == ["Iran"]
