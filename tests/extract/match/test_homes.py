"""The country of those for whom the words name none: that of the report, and never that of whom they harm, or of whoever tells of it."""

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
        # nor is anybody of the country that he is said to be none of
        ("Chile cut funding for non-Chilean charities.", "SANCTION CHL:GOV > (non-Chilean charities):NGO"),
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
        # whom a state strikes at is another's, unless the report knows of no other
        ("Israel bombed Syria. Israeli troops attacked government forces.", "ASSAULT ISR:MIL > SYR:MIL"),
        ("Turkey struck Syria. A Turkish raid on the new government failed.", "ASSAULT TUR > SYR:GOV"),
        ("Malian soldiers attacked the government.", "ASSAULT MLI:MIL > MLI:GOV"),
        # who is told of again
        ("Rebels seized a nun in Mali. The group freed two Danes.", "RETREAT MLI:REB > DNK:CVL"),
        ("Rebels in Mali seized two Danes. Soldiers freed the hostages.", "AID MLI:MIL > DNK:CVL"),
        ("Rebels in Mali seized two Danes. The captors freed them.", "RETREAT MLI:CRM > DNK:CVL"),
    ],
)
def test_whose_they_are(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)


GHANA_TALKS = "Ghana offered to receive both sides in Accra, and its president called Nigeria's."


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        # where a report was filed and goes on holds against hosts, neighbours and visitors
        (f"LOME, May 4 - Police shot two students. {GHANA_TALKS} The army arrested a nun.", "COERCE TGO:MIL > TGO:REL"),
        ("LOME, Togo (Wire) - Students fought with police. Ghana jailed nine Togolese. Soldiers shot a nun.", "ASSAULT TGO:MIL > TGO:REL"),
        (f"Police in Togo shot two students. Soldiers beat a nun. {GHANA_TALKS} The army arrested a bishop.", "COERCE TGO:MIL > TGO:REL"),
        (
            "LOME - Police shot two students. The prime minister, who was in Accra, resigned. Protesters attacked soldiers.",
            "ASSAULT TGO:CVL > TGO:MIL",
        ),
        ("LOME - Exiles from Chad marched through Lome for men who are jailed in Chad. Police shot a nun.", "ASSAULT TGO:COP > TGO:REL"),
        # but where people only meet, it takes place elsewhere
        (
            "GENEVA - Chad's rebels met in Geneva with envoys of its neighbours. The army shelled a village.",
            "ASSAULT TCD:MIL > (village)",
        ),
        ("LIMA - Miners struck in Lima on Friday. Chile protested. The army shelled a village.", "ASSAULT PER:MIL > (village)"),
        # a paragraph that opens elsewhere tells of those who are at home there, to its end
        (
            "LOME - Police shot a nun. Soldiers beat two students.\n\nIn Ghana, police shot a bishop. The army arrested two teachers.",
            "COERCE GHA:MIL > GHA:EDU",
        ),
        (
            "LOME - Police shot a nun. Soldiers beat two students.\n\nIn Ghana, police shot a bishop. The army arrested ten men."
            "\n\nThe junta jailed two teachers.",
            "COERCE TGO:MIL > TGO:EDU",
        ),
        (
            "LOME - Police shot a nun. Soldiers beat two students. In Ghana, police shot a bishop.\n\nThe army arrested two teachers.",
            "COERCE TGO:MIL > TGO:EDU",
        ),
        ("Togo's army shelled Ghana. In Accra, the army arrested two teachers.", "COERCE GHA:MIL > GHA:EDU"),
        # arms of whoever holds the land
        ("A Palestinian minister spoke. Helicopter gunships fired at two cars in Hebron.", "ASSAULT ISR:MIL > (two cars)+PSE"),
        # who suffers something in a sentence that names one other country alone, unless the report is about its own by far
        ("Peru closed a mine. Peru was calm. Chile was dry. Norway was fined for defying a tribunal.", "REJECT NOR:GOV > NOR:JUD"),
        ("Peru closed a mine. Chile was dry. Miners in Peru beat a bishop in Lima. Norway sued a tribunal.", "ACCUSE NOR:GOV > PER:JUD"),
        ("LOME - Police shot a nun. In Accra, residents said that the army had shelled a village.", "ASSAULT GHA:MIL > (village)"),
    ],
)
def test_the_country_of_the_report(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)
