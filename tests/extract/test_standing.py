"""Whose act it is: what private people, firms and things without a will do is no politics."""

from collections.abc import Callable

import pytest

from sayso.extract.fields import Fields
from sayso.extract.match import Match
from sayso.extract.memory import Referent
from sayso.extract.roles import Filler
from sayso.extract.standing import Standing
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon


@pytest.fixture(scope="module")
def standing(lexicon: Lexicon) -> Standing:
    return Standing.of(lexicon, Fields.of(lexicon))


@pytest.mark.parametrize(
    ("actors", "recipients", "expected"),
    [
        ([("BUS",)], [("BUS",)], True),
        ([("BUS",)], [], True),
        ([("BUS",)], [("GOV",)], False),
        ([("BUS",)], [("LAB",)], False),
        ([], [("BUS",)], False),  # somebody unnamed did it to a firm
    ],
)
def test_what_firms_do_among_themselves(
    standing: Standing,
    tree: Callable[[str], Tree],
    matched: Callable[..., Match],
    actors: list[tuple[str, ...]],
    recipients: list[tuple[str, ...]],
    *,
    expected: bool,
) -> None:
    made = tree("Firms/NNS/nsubj/attacked attacked/VBD/ROOT rivals/NNS/dobj/attacked")
    sides = [
        tuple(Filler(0, 0, 0, Referent("firm", "body", "FRA", sectors), "descriptor") for sectors in side) for side in (actors, recipients)
    ]
    assert standing.among_themselves(matched(made, "attacked", actors=sides[0], recipients=sides[1])) is expected


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("malaria/NN", True),
        ("Traffic/NN", True),
        ("missiles/NNS", False),  # somebody fired them
        ("attack/NN", False),
        ("rebels/NNS", False),
        ("arsonist/NN", False),  # by its ending a person
        ("Majority/NNP", False),  # a name may be anybody's
    ],
)
def test_what_has_no_will(
    standing: Standing, tree: Callable[[str], Tree], matched: Callable[..., Match], actor: str, *, expected: bool
) -> None:
    made = tree(f"{actor}/nsubj/struck struck/VBD/ROOT towns/NNS/dobj/struck")
    match = matched(made, "struck", actors=(Filler(0, 0, 0, None, "text"),))
    assert standing.by_a_thing(match, made) is expected


@pytest.mark.parametrize(
    ("kind", "sectors", "expected"),
    [
        ("person", ("GOV",), True),
        ("person", ("BUS",), False),
        ("organisation", ("LAB",), True),
        ("group", ("LAB",), False),
        ("group", ("REL",), True),
        ("country", (), False),
    ],
)
def test_who_stands_for_something(standing: Standing, kind: str, sectors: tuple[str, ...], *, expected: bool) -> None:
    assert standing.stands(Referent("somebody", kind, "FRA", sectors)) is expected  # type: ignore[arg-type]


@pytest.mark.model
def test_what_happens_says_nothing(summary: Callable[..., list[str]]) -> None:
    assert summary("The collapse of the truce raised doubts about the Kenyan government.") == []
    assert "REQUEST UGA > KEN:GOV" in summary("The Ugandan truce asks the Kenyan government to leave the border.")
