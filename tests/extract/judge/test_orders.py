"""What somebody tells another to do in direct speech is asked for, and neither done nor denied."""

from collections.abc import Callable

import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('"Stop the war," Peru\'s president said to the Chilean government.', "REQUEST PER:GOV > CHL:GOV"),
        ('"Let the inspectors in," Washington told Tehran.', "REQUEST USA:GOV > IRN:GOV"),
        ('"Please help us," Haiti\'s envoy told the United Nations.', "REQUEST HTI:GOV > igo-un:IGO"),
        ('"Do not send us weapons," the Libyan premier told Turkey.', "REQUEST LBY:GOV > TUR:GOV"),
        ('"Withdraw your troops and open the crossing," Colombia told Venezuela.', "REQUEST COL:GOV > VEN:GOV"),
    ],
)
def test_orders(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert summary(text) == [event]


@pytest.mark.model
def test_what_is_told_as_done_is_no_order(summary: Callable[..., list[str]]) -> None:
    assert all(not told.startswith("REQUEST") for told in summary('"We withdrew our troops," Colombia told Venezuela.'))
