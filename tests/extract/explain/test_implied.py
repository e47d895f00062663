"""Recipients that a passage leaves to its reader, in short texts of our own."""

from collections.abc import Callable

import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Israel bombed Damascus. Syria's air defences shot down two missiles.", "ASSAULT SYR:MIL > ISR:GOV"),  # who is fired back at
        ("Chad seized a Greek tanker. Athens demanded the release of its crew.", "REQUEST GRC:GOV > TCD:GOV"),  # who holds them
        ("Chadian police arrested three Serbs. Belgrade demanded their release.", "REQUEST SRB:GOV > TCD:COP"),
        ("Chad jailed a Swedish diplomat. Stockholm condemned his imprisonment.", "ACCUSE SWE:GOV > TCD:GOV"),
        ("Kenya asked Uganda to free the rebel. Kampala refused.", "REJECT UGA:GOV > KEN:GOV"),  # who had asked
        ("Peru's lawmakers dissolved a party. The US embassy voiced concern over the decision.", "ACCUSE USA:GOV > PER:LEG"),
        ("Peruvian police stormed the Mexican embassy in Lima. Mexico left. Togo condemned the raid.", "ACCUSE TGO:GOV > PER:COP"),
        ("Uganda's army attacked Goma. Gangs stormed a prison in Lima.", "ASSAULT PER:CRM > PER:GOV"),  # gangs answer for nobody
    ],
)
def test_who_is_left_to_the_reader(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
