"""Pronouns and definite descriptions, by recency and kind, on trees built by hand."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sayso.extract.identify.antecedents import REACH, joined
from sayso.extract.identify.memory import Memory, Mention, Referent
from sayso.extract.identify.reference_words import ReferenceWords
from sayso.extract.identify.references import resolve
from sayso.extract.identify.several import several
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]

MACRON = Referent("Emmanuel Macron", "person", "FRA", ("GOV",), "fra-macron", "m")
MELONI = Referent("Giorgia Meloni", "person", "ITA", ("GOV",), "ita-meloni", "f")
OFFICIAL = Referent("an official", "person", "TUR", ("GOV",))
IRAN = Referent("Iran", "country", "IRN", ("GOV",))
IRAQ = Referent("Iraq", "country", "IRQ", ("GOV",))
EU = Referent("European Union", "organisation", None, ("IGO",), "igo-eu")
HAMAS = Referent("Hamas", "organisation", "PSE", ("REB",), "pse-hamas")
REBELS = Referent("rebels", "group", "SYR", ("REB",), plural=True)
TANKER = Referent("an Iranian tanker", "thing", "IRN")


@pytest.fixture(scope="session")
def back(lexicon: Lexicon) -> ReferenceWords:
    return ReferenceWords.of(lexicon)


def mention(referent: Referent, at: int = 0, **changes: Any) -> Mention:
    return Mention(at, at, at, referent, "name", **changes)


def told(*sentences: list[Referent]) -> Memory:
    """A memory of sentences with these mentions each."""
    memory = Memory()
    for sentence in sentences:
        memory.remember(mention(r, n) for n, r in enumerate(sentence))
    return memory


@pytest.mark.parametrize(
    ("word", "before", "means"),
    [
        ("he", [[MACRON], [MELONI]], "Emmanuel Macron"),
        ("she", [[MELONI], [MACRON]], "Giorgia Meloni"),
        ("he", [[MELONI]], None),
        ("he", [[OFFICIAL]], "an official"),
        ("she", [[OFFICIAL]], "an official"),
        ("he", [[IRAN, EU, REBELS]], None),
        ("it", [[IRAN], [MACRON]], "Iran"),
        ("it", [[MACRON]], None),
        ("they", [[REBELS], [MACRON]], "rebels"),
        ("they", [[IRAN]], None),
        ("they", [[HAMAS], [MACRON]], "Hamas"),
        ("bloc", [[EU], [IRAN], [HAMAS]], "European Union"),
        ("group", [[HAMAS], [IRAN]], "Hamas"),
        ("country", [[IRAN], [HAMAS]], "Iran"),
        ("country", [[IRAN], [IRAQ]], "Iraq"),
        ("weather", [[IRAN]], None),
        # out of reach
        ("he", [[MACRON], *([[]] * (REACH - 1))], "Emmanuel Macron"),
        ("he", [[MACRON], *([[]] * REACH)], None),
        # things are nobody
        ("it", [[TANKER]], None),
        ("he", [], None),
    ],
)
def test_antecedents(tree: Build, back: ReferenceWords, word: str, before: list[list[Referent]], means: str | None) -> None:
    made = tree(f"{word}/PRP/nsubj/left left/VBD/ROOT")
    found = resolve(made, 0, [], told(*before), back)
    assert (found.referent.name if found else None) == means


@pytest.mark.parametrize(("dep", "means"), [("dobj", "Giorgia Meloni"), ("poss", "Giorgia Meloni"), ("nsubj", "an official")])
def test_her_is_rather_who_is_known_to_be_a_woman(tree: Build, back: ReferenceWords, dep: str, means: str) -> None:
    made = tree(f"freed/VBD/ROOT her/PRP/{dep}/freed")
    found = resolve(made, 1, [], told([MELONI], [OFFICIAL]), back)
    assert found is not None
    assert found.referent.name == means


@pytest.mark.parametrize(("dep", "means"), [("dobj", None), ("nsubj", "Emmanuel Macron")])
def test_who_does_something_to_himself_does_it_to_nobody_told_of(tree: Build, back: ReferenceWords, dep: str, means: str | None) -> None:
    made = tree(f"shot/VBD/ROOT himself/PRP/{dep}/shot")
    found = resolve(made, 1, [], told([MACRON]), back)
    assert (found.referent.name if found else None) == means


@pytest.mark.parametrize(("word", "means"), [("he", None), ("she", "an official")])
def test_he_is_nobody_whom_she_means(tree: Build, back: ReferenceWords, word: str, means: str | None) -> None:
    made = tree(f"she/PRP/nsubj/said said/VBD/ROOT {word}/PRP/nsubj/left left/VBD/ccomp/said")
    found = resolve(made, 2, [replace(mention(OFFICIAL, 0, subject=True), gender="f")], told([]), back)
    assert (found.referent.name if found else None) == means


@pytest.mark.parametrize(("det", "means"), [("No", "Emmanuel Macron"), ("The", "an official")])
def test_who_speaks_is_none_of_some_of_whom_he_speaks(tree: Build, back: ReferenceWords, det: str, means: str) -> None:
    made = tree(f"{det}/DT/det/official official/NN/nsubj/left left/VBD/ccomp/said ,/,/punct/said he/PRP/nsubj/said said/VBD/ROOT")
    found = resolve(made, 4, [mention(OFFICIAL, 1, subject=True)], told([MACRON]), back)
    assert found is not None
    assert found.referent.name == means


def test_a_subject_comes_before_a_later_object(tree: Build, back: ReferenceWords) -> None:
    memory = Memory()
    memory.remember([mention(MACRON, 0, subject=True), mention(OFFICIAL, 3)])
    found = resolve(tree("he/PRP/nsubj/left left/VBD/ROOT"), 0, [], memory, back)
    assert found is not None
    assert found.referent == MACRON


def test_the_same_sentence_comes_first_and_the_other_party_is_taken(tree: Build, back: ReferenceWords) -> None:
    made = tree("Iran/NNP/nsubj/said said/VBD/ROOT it/PRP/nsubj/left left/VBD/ccomp/said")
    here = [mention(IRAN, 0)]
    assert (found := resolve(made, 2, here, told([IRAQ]), back))
    assert found.referent == IRAN
    assert (found := resolve(made, 2, here, told([IRAQ]), back, frozenset({0})))
    assert found.referent == IRAQ


def test_they_are_all_who_stand_side_by_side(tree: Build, back: ReferenceWords) -> None:
    made = tree("Iran/NNP/nsubj/said and/CC/cc/Iran Iraq/NNP/conj/Iran said/VBD/ROOT they/PRP/nsubj/left left/VBD/ccomp/said")
    found = resolve(made, 4, [mention(IRAN, 0), mention(IRAQ, 2)], Memory(), back)
    assert found is not None
    assert [found.referent.name, *(r.name for r in found.referent.also)] == ["Iran", "Iraq"]


@pytest.mark.parametrize(
    ("phrase", "before", "means"),
    [
        ("both/DT/det/sides sides/NNS/nsubj/left", [[IRAN], [IRAQ]], ["Iran", "Iraq"]),
        ("two/CD/nummod/countries countries/NNS/nsubj/left", [[EU], [IRAN, IRAQ]], ["Iran", "Iraq"]),
        ("two/CD/nummod/leaders leaders/NNS/nsubj/left", [[MACRON], [MELONI]], ["Emmanuel Macron", "Giorgia Meloni"]),
        ("two/CD/nummod/tankers tankers/NNS/nsubj/left", [[IRAN], [IRAQ]], []),
        ("many/JJ/amod/sides sides/NNS/nsubj/left", [[IRAN], [IRAQ]], []),
        ("both/DT/det/sides sides/NNS/nsubj/left", [[IRAN], [IRAN]], []),
        ("both/DT/det/sides sides/NNS/nsubj/left", [], []),
    ],
)
def test_pairs(tree: Build, back: ReferenceWords, phrase: str, before: list[list[Referent]], means: list[str]) -> None:
    found = several(tree(f"{phrase} left/VBD/ROOT"), 1, [], told(*before), back)
    assert ([found.name, *(r.name for r in found.also)] if found else []) == means


def test_who_stands_side_by_side(tree: Build) -> None:
    made = tree("Iran/NNP/nsubj/met and/CC/cc/Iran Iraq/NNP/conj/Iran met/VBD/ROOT Syria/NNP/dobj/met")
    here = [mention(IRAN, 0), mention(IRAQ, 2), mention(REBELS, 4)]
    assert joined(made, here, 5) == (IRAN, IRAQ)
    assert joined(made, here[:1], 5) is None
    assert joined(made, [mention(IRAN, 0), mention(IRAN, 2)], 5) is None


def test_a_name_is_bound_whole_and_by_its_last_word() -> None:
    memory = Memory()
    memory.bind("Ravi Sharma", MACRON)
    assert memory.bound == {"Ravi Sharma": MACRON, "Sharma": MACRON}


def test_the_theatre_is_the_country_named_most() -> None:
    memory = Memory()
    assert memory.theatre() is None
    for country in ("PER", "CHL", None, "CHL"):
        memory.notice(country)
    assert memory.theatre() == "CHL"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        # those who deal with two are neither of them
        (
            "Kenya met Uganda on Monday. Angola, whose president mediates between the two neighbours, was calm.",
            "CONSULT AGO:GOV > UGA:GOV+KEN:GOV",
        ),
        ("Togo met Benin. The president of Peru warned both sides.", "THREATEN PER:GOV > BEN:GOV+TGO:GOV"),
        # sides are those who face each other, not who stands beside
        (
            "Togo's opposition met the government. Togolese police left. Peru warned both sides.",
            "THREATEN PER:GOV > TGO:GOV+TGO:OPP",
        ),
        ("Togo met Benin. Peru urged all sides to disarm.", "REQUEST PER:GOV > (sides)"),  # whoever they are
        # rebels who call themselves an army are not "the army", and are whom others deal with
        ("The Arakan Army attacked Sittwe. Peru condemned the army.", "ACCUSE PER:GOV > MMR:MIL"),
        ("Boko Haram attacked Togo, said Amnesty International. Peru condemned the group.", "ACCUSE PER:GOV > NGA:REB"),
        ("Chad met Togo. Peru deplored the deaths and urged both sides to talk.", "REQUEST PER:GOV > TGO:GOV+TCD:GOV"),
        # rather those whose country is told
        ("India accused Pakistan of hiding gunmen. China offered to mediate between the two.", "AGREE CHN:GOV > PAK:GOV+IND:GOV"),
        # who deals with "the two" is neither of "both sides"
        (
            "Zambia summoned Zimbabwe's envoy. Botswana and Namibia will mediate between the two. Cuba urged both sides to talk.",
            "REQUEST CUB:GOV > ZWE:GOV+ZMB:GOV",
        ),
        # the two who have dealt with each other, not those named last
        (
            "Serbia accused Kosovo of an attack. Kosovo blamed Serbia. France condemned the violence. Norway invited both leaders to Oslo.",
            "AGREE NOR:GOV > XKX:GOV+SRB:GOV",
        ),
        (
            "Iran struck Pakistan. Pakistan recalled its envoy. Mexico's president met Lula of Brazil. The two leaders condemned Peru.",
            "ACCUSE MEX:GOV+BRA:GOV > PER:GOV",
        ),
        # whose neighbour: with whom it has dealt, not who was named last
        (
            "Nigeria held talks with Niger. Russia offered help. Nigeria has cut the electricity to its neighbour.",
            "COERCE NGA:GOV > NER:GOV",
        ),
        ("Police beat nurses in Niger. The Kremlin called for calm. Nigeria fined its neighbour.", "SANCTION NGA:GOV > NER:GOV"),
        # who does something to "them" is not they
        ("Rebels in Chad seized four nuns. They released them after a week.", "RETREAT TCD:REB > TCD:REL"),
        # of a state at war with its own those who fight there
        (
            "M23 rebels fought Congo's army. The Congolese army bombed the rebels. Kenya and Rwanda sent envoys. Peru warned both sides.",
            "THREATEN PER:GOV > COD:MIL+COD:REB",
        ),
        # all states of a small region
        ("Peru signed a treaty with the three Baltic republics.", "SUPPORT PER:GOV > EST:GOV+LTU:GOV+LVA:GOV"),
        # whoever does the same elsewhere
        ("Kenya's president phoned his counterparts in Uganda and Tanzania.", "CONSULT KEN:GOV > UGA:GOV+TZA:GOV"),
        # who opens a report, though its own clause hangs on the next
        ("Moscow hit back at Ankara on Monday: it halted a travel deal.", "SANCTION RUS:GOV > TUR:GOV"),
        # one of a people of whom one was named
        ("Joe Biden met Lula. The Brazilian condemned Chad.", "ACCUSE BRA:GOV > TCD:GOV"),
        # whoever reigns does so in a monarchy
        (
            "Turkey searched the Saudi consulate. Turkey denied it. Chilean senators urged the crown prince to resign.",
            "REQUEST CHL:LEG > SAU:GOV",
        ),
        # of whom a number counts more
        ("Chad sacked five ministers and arrested nine others.", "COERCE TCD:GOV > TCD:GOV"),
        # not what somebody is called
        ("Peru called the Chilean president a dictator and warned him to leave.", "THREATEN PER:GOV > CHL:GOV"),
        # a rival by his name
        ("Peru was calm. His rival Evo Morales condemned Chile.", "ACCUSE BOL:ELI > CHL:GOV"),
        # the government at home
        ("Peru met Chile in Lima. Togo's opposition urged the government to resign.", "REQUEST TGO:OPP > TGO:GOV"),
        # those of the main clause before those of whom it tells in passing
        (
            "Peru found six Chilean captains guilty over a raid that killed nine Bolivian nuns. They were jailed in Lima.",
            "COERCE - > CHL",
        ),
        # two persons, though a state was named between them
        ("Ana Paz, a senator, echoed concerns on Russia and praised Judge Lee Udall when the two met.", "CONSULT RUS:JUD > RUS:LEG"),
        # one man or woman whom only a noun tells of
        ("A man in Lyon stabbed a nurse. Police shot him.", "ASSAULT FRA:COP > FRA:CVL"),
        ("A Danish tourist was seized in Mali. Rebels held her for a year.", "ASSAULT MLI:REB > DNK:CVL"),
        # who holds office is seldom arrested or shot, unless it was told before
        ("A teacher killed two nuns in Berlin. Merz visited the site. He was shot by police.", "ASSAULT DEU:COP > DEU:EDU"),
        ("Niger's president Mohamed Bazoum was ousted on Monday. A cook left. Soldiers detained him.", "COERCE NER:MIL > NER:GOV"),
        ("A Danish nun was seized in Mali. President Macron promised to help. She was freed.", "RETREAT - > DNK:REL"),
        # whom the sentence is about, not where they came from
        ("Refugees came from Chad and Togo, and in Mali they were attacked by soldiers.", "ASSAULT MLI:MIL > (Refugees):REF"),
        # no soldiers of its own are sent to a country
        ("Moldova voted. Russian soldiers were sent to the country.", "MOBILIZE RUS:MIL > MDA:GOV"),
        # a body by one word of its name
        ("The U.N. Security Council met. Peru asked the Council to lift the ban.", "REQUEST PER:GOV > igo-unsc:IGO"),
    ],
)
def test_what_is_pointed_at(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
