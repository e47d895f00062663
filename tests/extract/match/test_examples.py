"""Those who are named as examples of many are parties by their names."""

from collections.abc import Callable

import pytest

Summary = Callable[..., list[str]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ghana held talks with partners including Togo and Benin.", "CONSULT GHA:GOV > TGO:GOV+BEN:GOV"),
        ("Heads of several states, including Chad and Niger, condemned Iran.", "ACCUSE TCD:GOV+NER:GOV > IRN:GOV"),
        ("Neighbours such as Peru and Chile threatened Bolivia.", "THREATEN PER:GOV+CHL:GOV > BOL:GOV"),
        ("Western governments, notably Norway, sanctioned Belarus.", "SANCTION NOR:GOV > BLR:GOV"),
        ("Fiji closed its ports to states like Nauru.", "SANCTION FJI:GOV > NRU:GOV"),
        # who are told by their own words, and people of the report's country, stand beside them
        ("Polish ministers including Radoslaw Sikorski criticised Hungary.", "ACCUSE POL:GOV+POL:GOV > HUN:GOV"),
        ("Norwegian police arrested ten people, including three Swedes.", "COERCE NOR:COP > NOR:CVL+SWE:CVL"),
        # all of those who were counted or told of before
        ("The truce's mediators, Egypt and Qatar, urged Hamas to free the hostages.", "REQUEST EGY:GOV+QAT:GOV > PSE:REB"),
        ("Its main donors, the EU and Britain, suspended aid to Rwanda.", "SANCTION igo-eu:IGO+GBR:GOV > RWA:GOV"),
        ("The club's two largest members, Germany and France, condemned Russia.", "ACCUSE DEU:GOV+FRA:GOV > RUS:GOV"),
        ("Three generals, Tomas Rua and Abel Mota, resigned in Angola.", "RETREAT AGO:MIL > AGO:GOV"),
        # no examples: a role, a thing that somebody has, a country whose people they are
        ("Turkish officials, including the interior minister, criticised Sweden.", "ACCUSE TUR:GOV > SWE:GOV"),
        ("France took in refugees from states like Chad and Mali.", "AID FRA:GOV > (refugees):REF"),
    ],
)
def test_examples(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)
