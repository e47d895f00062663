"""Who has power, and what firms do among themselves."""

from collections.abc import Callable

import pytest

from sayso.extract.identify.memory import Referent
from sayso.extract.match.filler import Filler
from sayso.extract.match.step import Match
from sayso.extract.parse.tree import Tree
from sayso.extract.politics.power import Power
from sayso.lexicon import Lexicon


@pytest.fixture(scope="module")
def power(lexicon: Lexicon) -> Power:
    return Power.of(lexicon)


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
    power: Power,
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
    assert power.among_themselves(matched(made, "attacked", actors=sides[0], recipients=sides[1])) is expected


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
def test_who_stands_for_something(power: Power, kind: str, sectors: tuple[str, ...], *, expected: bool) -> None:
    assert power.stands(Referent("somebody", kind, "FRA", sectors)) is expected  # type: ignore[arg-type]
