"""The country of those for whom the words name none: never that of whom they harm, or of whoever tells of it."""

from collections.abc import Callable

import pytest

Summary = Callable[..., list[str]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        # guests say nothing of where they are
        ("Kidnappers freed two Swiss engineers.", "RETREAT (Kidnappers):CRM > CHE:CVL"),
        ("Police arrested two Algerians and a Dane.", "COERCE (Police):COP > DZA:CVL+DNK:CVL"),
        ("Pirates seized a Greek tanker.", "COERCE (Pirates):CRM > GRC"),
        ("A British-flagged tanker was seized by commandos.", "COERCE (commandos):MIL > GBR"),
        ("The militia freed a Ukrainian nurse, a firm in London said.", "RETREAT (militia):REB > UKR:HLH"),
        ("A mob attacked the Danish embassy in Damascus. Police shot two youths.", "ASSAULT SYR:COP > SYR:CVL"),
        ("Kenyan students marched. Police shot two of them.", "ASSAULT KEN:COP > KEN:EDU"),  # who are at home
        # those of an occupation are of whoever occupies
        ("Egypt protested. In Gaza, the occupation forces arrested two teachers.", "COERCE ISR:MIL > PSE:EDU"),
        # nor do those whom they hold, or who back them
        ("The Danish nun was freed by her captors. The captors seized two doctors in Chad.", "RETREAT TCD:CRM > DNK:REL"),
        ("Terrorists backed by Turkey attacked a clinic in Syria.", "ASSAULT SYR:REB > SYR:HLH"),
        ("Ethnic Albanian rebels killed two policemen near Tetovo.", "ASSAULT MKD:REB > MKD:COP"),
        # soldiers and settlers of another country
        ("Settlers stormed a village near Nablus and soldiers shot two farmers.", "ASSAULT ISR:MIL > PSE:LAB"),
        # who acts beside them
        (
            "Ghana's president met the pope in Paris. Protesters outside the Elysee jeered and police arrested four students.",
            "COERCE FRA:COP > FRA:EDU",
        ),
        # a country that its sentence settles
        ("Villagers in eastern Congo attacked Chinese miners. Police arrested nine traders.", "COERCE COD:COP > COD:BUS"),
        ("Dominican soldiers deported nine Haitians.", "COERCE DOM:MIL > HTI:CVL"),
        # whose envoys are expelled for what is done by judges
        ("Prosecutors in Lviv charged a Hungarian nurse. Budapest expelled two diplomats.", "SANCTION HUN:GOV > UKR:GOV"),
        # whom those in power tell what to do
        ("Police beat nurses in Guyana. Nicolas Maduro ordered the state bank to open.", "REQUEST VEN:GOV > VEN:GOV"),
        # how many act
        ("Thousands marched through Lima against the president.", "PROTEST PER:CVL > PER:GOV"),
        # who is told of again
        ("Rebels seized a nun in Mali. The group freed two Danes.", "RETREAT MLI:REB > DNK:CVL"),
        ("Rebels in Mali seized two Danes. Soldiers freed the hostages.", "AID MLI:MIL > DNK:CVL"),
        ("Rebels in Mali seized two Danes. The captors freed them.", "RETREAT MLI:CRM > DNK:CVL"),
    ],
)
def test_whose_they_are(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)
