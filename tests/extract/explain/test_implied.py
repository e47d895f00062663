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
        ("Chad blamed Iran. The UN urged Sudan to talk. Tehran dismissed the accusation.", "REJECT IRN:GOV > TCD:GOV"),  # whose words
        (
            "Niger expelled a Dane. Mali ordered Danish troops to leave, and Denmark regretted the decision.",
            "ACCUSE DNK:GOV > MLI:GOV",
        ),
        ("Chad's president rang the Omani sultan, who declined to take the call.", "REJECT OMN:GOV > TCD:GOV"),
        ("Togo accused Benin of greed. Lima deplored the attack.", "ACCUSE PER:GOV > -"),  # which words are none
        ("Chad blamed Sudanese troops for shelling three villages.", "ASSAULT SDN:MIL > TCD:GOV"),  # who complains
        ("Ethiopia promised Somalia ships. Mogadishu recalled its ambassador.", "SANCTION SOM:GOV > ETH:GOV"),  # the other of two
        (
            "Kenyan police beat two Italian reporters. Rome has protested against this.",
            "ACCUSE ITA:GOV > KEN:COP",
        ),  # a deed called "this"
        ("Hezbollah shelled Haifa. Israel bombed Beirut's suburbs and laid a naval siege.", "COERCE ISR:GOV > LBN"),  # where it goes on
        ("American planes bombed Sudan. The Arab League condemned the strike on Sudan.", "ACCUSE igo-arab-league:IGO > USA"),  # who did it
        ("Malian soldiers killed two Chadian nuns. France condemned the killing of the Chadian nuns.", "ACCUSE FRA:GOV > MLI:MIL"),
        # where nobody is told of who did it, the deed alone is condemned: neither its victims nor the town
        ("Germany condemned the attack on the Kenyan embassy.", "ACCUSE DEU:GOV > (attack on the Kenyan embassy)"),
        ("Egypt deplored the raid in Mogadishu that left nine dead.", "ACCUSE EGY:GOV > (raid in Mogadishu)"),
        ("Peru voiced outrage at the murder of two Chilean priests.", "ACCUSE PER:GOV > (murder of two Chilean priests)"),
        ("Peru voiced outrage at the murder of two Chilean priests.", "ASSAULT - > CHL:REL"),
        ("Iran denounced the sanctions against Venezuela.", "ACCUSE IRN:GOV > (sanctions against Venezuela)"),
        ("Denmark criticised the arrest of two Ugandan lawyers in Kampala.", "ACCUSE DNK:GOV > UGA:GOV"),  # whom only states arrest
        ("Togo let Taiwan open an office, and China downgraded ties.", "SANCTION CHN:GOV > TGO:GOV"),  # the clause before
        ("Ethiopia reached a deal with Somalia. Turkey hosted the talks.", "CONSULT TUR:GOV > ETH:GOV+SOM:GOV"),  # between whom
        # all who made a pact, and they alone who promise something
        ("Peru and Chile signed a pact. Togo criticised the pact.", "ACCUSE TGO:GOV > PER:GOV+CHL:GOV"),
        ("Peru and Chile signed a pact. Peru promised Chile gas. Togo criticised the pact.", "ACCUSE TGO:GOV > PER:GOV+CHL:GOV"),
        ("Peru and Chile held talks. Peru raised tariffs. Togo condemned the move.", "ACCUSE TGO:GOV > PER:GOV"),
        # the opposition of a state speaks against that state's own deeds
        (
            "South Korea's president visited Tokyo. North Korea fired a missile. Seoul's opposition condemned the visit.",
            "ACCUSE KOR:OPP > KOR:GOV",
        ),
        # who only asks has harmed nobody who would have to answer him; who is asked for something may threaten him back
        ("China urged Iran to stop the strikes. Iran vowed revenge for any attack.", "THREATEN IRN:GOV > -"),
        ("Togo demanded an apology from Chad. Chad threatened to close the border.", "THREATEN TCD:GOV > TGO:GOV"),
        # what somebody calls a deed is that deed; what only states do to their own people, they did
        ("Peru held drills with Chile. Togo protested against what it called a provocation.", "ACCUSE TGO:GOV > PER:GOV"),
        ("Turkey shelled a village in Syria. Damascus condemned what it called an act of aggression.", "ACCUSE SYR:GOV > TUR:GOV"),
        ("Amnesty deplored the execution of two men in Arak, Iran.", "ACCUSE int-amnesty:NGO > IRN:GOV"),
        ("France condemned the execution of three hostages in Mali.", "ACCUSE FRA:GOV > (execution of three hostages)"),
        ("Peru condemned the execution of two Ukrainian soldiers.", "ACCUSE PER:GOV > (execution of two Ukrainian soldiers)"),
        # nobody in power answers what his own men did, which is what he was told
        ("Mali's army killed ten herders, residents said. Bamako dismissed the report.", "REJECT MLI:GOV > -"),
        # some of whom no more is known are meant, not the state told of
        ("Managua freed a bishop. Rome wrote to Managua. Spain offered visas to those without papers.", "AGREE ESP:GOV > (those)"),
        ("Chad closed its border with Togo. Peru was calm. Peru voiced concern over the violence.", "ACCUSE PER:GOV > -"),  # no violence
        (
            "Chinese ships rammed a Peruvian trawler. In 2016 Dutch judges jailed a Chinese spy. Chile condemned the incident.",
            "ACCUSE CHL:GOV > CHN",
        ),
        ("Sudanese students stormed Chad's embassy. Togo lodged a protest with Chad.", "ACCUSE TGO:GOV > TCD:GOV"),  # its own protest
        ("Togo called the arrest, which Chad condemned, legal.", "ACCUSE TCD:GOV > -"),
        ("Chad has accused Togo of sheltering rebels, a charge Lome rejects.", "REJECT TGO:GOV > TCD:GOV"),  # what is summed up
        ("Chad annexed the valley, a move that France condemned.", "ACCUSE FRA:GOV > TCD:GOV"),
        ("Chadian soldiers arrested a mayor and closed the airports.", "COERCE TCD:MIL > (airports)"),
        # what goes on, or answers, follows soon
        (
            "In May 2007 Chad froze the assets of Malian generals. Mali wept. In 1988 Mali's army crushed an uprising.",
            "ASSAULT MLI:MIL > -",
        ),
        (
            "Rebels attacked a Malian base. Togo wept. A nurse was shot in Gao. Police held a priest. Benin's king rang Togo. "
            "The rebels burned homes.",
            "ASSAULT MLI:REB > (homes)",
        ),
        ("India accused Pakistan's spies of lying. Both countries massed troops.", "MOBILIZE PAK:GOV+IND:GOV > -"),
        ("Uganda's army attacked Goma. Gangs stormed a prison in Lima.", "ASSAULT PER:CRM > PER"),  # gangs answer for nobody
    ],
)
def test_who_is_left_to_the_reader(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
