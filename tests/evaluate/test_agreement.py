"""Whether a coded event agrees with an annotated one."""

from typing import Any

import pytest

from sayso.evaluate.agreement import agreement, date_agrees, place_agrees, quantities_agree, roles_agree, same_entity, says_agree

IND, PAK = {"country": "IND"}, {"country": "PAK"}
AU = {"country": None, "name": "African Union", "sectors": ["IGO"]}


@pytest.mark.parametrize(
    ("gold", "coded", "same"),
    [
        (IND, {"country": "IND", "sectors": ["MIL"]}, True),
        (IND, {"country": None}, False),
        (AU, {"name": "the African Union envoy"}, True),
        (AU, {"name": "the bloc", "sectors": ["IGO"]}, True),
        (AU, {"name": "Olusegun Obasanjo", "country": "NGA", "sectors": ["IGO"]}, False),
        ({"country": None, "name": None}, {"country": "FRA"}, True),
    ],
    ids=["country", "no-country", "name", "kind-of-body", "national", "open"],
)
def test_same_entity(gold: dict[str, Any], coded: dict[str, Any], *, same: bool) -> None:
    assert same_entity(gold, coded) is same


def test_agreement_is_the_f1_of_two_lists() -> None:
    assert agreement([], [IND]) == 1.0
    assert agreement([IND], []) == 0.0
    assert agreement([IND, PAK], [IND]) == pytest.approx(2 / 3)
    assert agreement([IND], [PAK]) == 0.0


def test_parties_of_a_symmetric_act_may_change_places() -> None:
    gold = {"sources": [IND], "targets": [PAK], "symmetric": True}
    swapped = {"actors": [PAK], "recipients": [IND]}
    assert roles_agree(gold, swapped)
    assert not roles_agree({**gold, "symmetric": False}, swapped)


def test_says_agrees_by_any_long_word_or_by_silence() -> None:
    speaker = {"says": [{"name": "Kenyan presidency", "text": "the presidency"}]}
    assert says_agree({"says": "newspaper > presidency"}, speaker)
    assert not says_agree({"says": "police"}, speaker)
    assert not says_agree({"says": None}, speaker)
    assert says_agree({"says": None}, {"says": []})


def test_date_agrees_as_exactly_as_annotated() -> None:
    coded = {"time": {"start": "2024-03-12"}}
    assert date_agrees({"date": "2024-03"}, coded)
    assert not date_agrees({"date": "2024-03-13"}, coded)
    assert not date_agrees({"date": "2024"}, {"time": None})


def test_place_agrees_by_country_or_by_name() -> None:
    coded = {"place": {"name": "Nairobi", "text": "the capital", "country": "KEN"}}
    assert place_agrees({"place": "KEN"}, coded)
    assert place_agrees({"place": "nairobi"}, coded)
    assert not place_agrees({"place": "UGA"}, {"place": None})


def test_all_annotated_quantities_must_be_there() -> None:
    gold = {"quantities": [{"kind": "deaths", "low": 11}]}
    assert quantities_agree(gold, {"quantities": [{"kind": "deaths", "low": 11.0}, {"kind": "injured", "low": 3}]})
    assert not quantities_agree(gold, {"quantities": [{"kind": "injured", "low": 11}]})
