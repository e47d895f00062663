"""Words that look like somebody and mean nobody: on trees built by hand."""

from collections.abc import Callable

import pytest

from sayso.extract.identify import nobody
from sayso.extract.identify.memory import Mention, Referent
from sayso.extract.parse.tree import Tree

EASY = frozenset({"easy", "time", "planned"})


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("It/PRP/nsubj/is is/VBZ/ROOT easy/JJ/acomp/is to/TO/aux/mock mock/VB/xcomp/easy", True),
        ("It/PRP/nsubj/is is/VBZ/ROOT ready/JJ/acomp/is to/TO/aux/mock mock/VB/xcomp/ready", False),  # somebody is
        ("It/PRP/nsubj/is is/VBZ/ROOT time/NN/attr/is to/TO/aux/go go/VB/relcl/time", True),
        ("It/PRP/nsubj/is is/VBZ/ROOT party/NN/attr/is to/TO/aux/go go/VB/relcl/party", False),
        ("It/PRP/nsubjpass/recalled is/VBZ/auxpass/recalled recalled/VBN/ROOT Iran/NNP/nsubj/left left/VBD/ccomp/recalled", True),
        ("It/PRP/nsubjpass/recalled was/VBD/auxpass/recalled recalled/VBN/ROOT", False),
        ("It/PRP/nsubjpass/planned is/VBZ/auxpass/planned planned/VBN/ROOT to/TO/aux/sign sign/VB/xcomp/planned", True),
        ("It/PRP/nsubjpass/forced is/VBZ/auxpass/forced forced/VBN/ROOT to/TO/aux/sign sign/VB/xcomp/forced", False),  # somebody is
    ],
)
def test_it_may_stand_for_a_clause(tree: Callable[[str], Tree], spec: str, *, expected: bool) -> None:
    assert nobody.expletive(tree(spec), 0, EASY) is expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("sang/VBD/ROOT in/IN/prep/sang Polish/NNP/pobj/in", True),
        ("spoke/VBD/ROOT with/IN/prep/spoke Poles/NNPS/pobj/with", False),
    ],
)
def test_a_nationality_may_be_a_language(tree: Callable[[str], Tree], spec: str, *, expected: bool) -> None:
    assert nobody.language(tree(spec), 2) is expected


@pytest.mark.parametrize(
    ("spec", "kind", "expected"),
    [
        ("neighbours/NNS/ROOT in/IN/prep/neighbours Graz/NNP/pobj/in", "place", True),
        ("neighbours/NNS/ROOT of/IN/prep/neighbours Austria/NNP/pobj/of", "country", False),
        ("neighbours/NNS/ROOT of/IN/prep/neighbours bars/NNS/pobj/of", None, True),
    ],
)
def test_neighbours_may_be_those_next_door(tree: Callable[[str], Tree], spec: str, kind: str | None, *, expected: bool) -> None:
    def at(i: int) -> Mention | None:
        return Mention(i, i, i, Referent("X", kind, "AUT"), "name", placelike=True) if kind else None  # type: ignore[arg-type]  # a kind of the table

    assert nobody.local(tree(spec), 0, at) is expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("A/DT/det/country country/NN/ROOT bombs/VBZ/relcl/country", True),
        ("The/DT/det/country country/NN/ROOT", False),
        ("A/DT/det/country large/JJ/amod/country country/NN/ROOT", False),  # told more of
    ],
)
def test_a_country_may_be_any(tree: Callable[[str], Tree], spec: str, *, expected: bool) -> None:
    made = tree(spec)
    assert nobody.of_any_kind(made, made.words.index("country"), frozenset(), frozenset({"every"}), frozenset({"a"})) is expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Four/CD/nummod/fighters F-16/NNP/compound/fighters fighters/NNS/ROOT", True),
        ("Four/CD/nummod/fighters Rafale/NNP/compound/fighters fighters/NNS/ROOT", True),
        ("Some/DT/det/fighters 18/CD/nummod/fighters fighters/NNS/ROOT", False),
        ("Four/CD/nummod/fighters Kurdish/JJ/amod/fighters fighters/NNS/ROOT", False),
    ],
)
def test_a_make_tells_machines_from_men(tree: Callable[[str], Tree], spec: str, *, expected: bool) -> None:
    assert nobody.machine(tree(spec), 2, frozenset({"fighters"}), frozenset({"rafale"})) is expected


@pytest.mark.parametrize(
    ("spec", "first", "expected"),
    [
        ("Ford/NNP/compound/Togo Togo/NNP/nsubj/met met/VBD/ROOT", 1, 0),
        ("Blue/NNP/compound/Togo Sky/NNP/compound/Togo Togo/NNP/nsubj/met met/VBD/ROOT", 2, 0),
        ("North/NNP/compound/Togo Togo/NNP/nsubj/met met/VBD/ROOT", 1, None),
        ("Northern/NNP/compound/Togo Togo/NNP/nsubj/met met/VBD/ROOT", 1, None),
        ("in/IN/prep/met Togo/NNP/pobj/in met/VBD/ROOT", 1, None),
    ],
)
def test_a_longer_name_is_not_the_country(tree: Callable[[str], Tree], spec: str, first: int, expected: int | None) -> None:
    assert nobody.namesake(tree(spec), first, first, frozenset({"north"})) == expected
