"""Step 6, match: triggers, senses and their roles; one construction a row, coded by the whole pipeline."""

from collections.abc import Callable

import pytest

from sayso.extract.identify.memory import Referent
from sayso.extract.match.filler import Filler
from sayso.extract.match.step import forms, joined
from sayso.extract.parse.tree import Tree

Summary = Callable[..., list[str]]

ATTACK = "ASSAULT RUS:GOV > UKR:GOV"
ARREST = "COERCE KEN:COP > KEN:EDU"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        # plain, passive, relative, participial
        ("Russia attacked Ukraine.", ATTACK),
        ("Ukraine was attacked by Russia.", ATTACK),
        ("Russia, which attacked Ukraine, withdrew its forces.", ATTACK),
        ("Students arrested by Kenyan police were freed.", ARREST),
        ("Having attacked Ukraine, Russia withdrew.", ATTACK),
        ("Russia fired missiles, attacking Ukraine.", ATTACK),
        # a passive parts a verb from the words that belong to it, and its agent stands before their phrases
        ("Power was seized by soldiers in Mali on Sunday.", "COERCE MLI:MIL > MLI:GOV"),
        ("A date for the summit was set by Kenya and Uganda.", "AGREE KEN:GOV > UGA:GOV"),
        ("A French bank was found by a Kenyan court in breach of its licence.", "SANCTION KEN:JUD > FRA:BUS"),
        ("Petrol bombs were thrown by Kenyan students at Ugandan police.", "ASSAULT KEN:EDU > UGA:COP"),
        ("Their jobs were lost by two Kenyan judges.", "SANCTION - > KEN:JUD"),
        # what a clause tells of, wherever it hangs
        ("Tariffs on Togo lifted by Uganda had lasted for years.", "RETREAT UGA:GOV > TGO:GOV"),
        ("A damning report on Ugandan jails published by a Kenyan union was read.", "ACCUSE KEN:LAB > UGA"),
        ("The French soldiers in Mali, whom Russia attacked, have left.", "ASSAULT RUS:GOV > FRA:MIL"),
        ("A petition against Uganda, which Kenya lodged, was heard.", "ACCUSE KEN:GOV > UGA:GOV"),
        ("Russia, which Ukraine attacked in May, withdrew its forces.", "ASSAULT UKR:GOV > RUS:GOV"),
        ("Russia, which Macron accuses of spying, denied it.", "ACCUSE FRA:GOV > RUS:GOV"),
        # a deed that is spoken of, where a clause on it tells of it
        ("Mali criticised the sanctions that France imposed on Niger in May.", "SANCTION FRA:GOV > NER:GOV"),
        ("Sanctions imposed on Eritrea in 2009 might soon be lifted.", "SANCTION - > ERI:GOV"),
        ("Mali condemned the attack that Ugandan soldiers launched on Kenyan troops.", "ASSAULT UGA:MIL > KEN:MIL"),
        ("Kenyan police dispersed a protest staged by Ugandan students in Nairobi.", "PROTEST UGA:EDU > KEN:GOV"),
        # to each other
        ("India and Pakistan have each accused the other of lying.", "ACCUSE IND:GOV > PAK:GOV"),
        ("India and Pakistan blamed one another for the raid.", "ACCUSE IND:GOV > PAK:GOV"),
        ("India and Pakistan both blamed the other.", "ACCUSE IND:GOV > PAK:GOV"),
        ("India and Pakistan each blamed Nepal.", "ACCUSE IND:GOV+PAK:GOV > NPL:GOV"),
        # the actors' own side of two is none to whom it is done
        ("Kenya called off talks between its defence minister and Uganda's.", "SANCTION KEN:GOV > UGA:GOV"),
        # a condition has its parties
        ("Prices will fall if Russia writes off the debts of Somalia.", "AID RUS:GOV > SOM:GOV"),
        # control
        ("France urged Iran to attack Israel.", "REQUEST FRA:GOV > IRN:GOV"),
        ("Russia began to attack Ukraine.", ATTACK),
        ("Kenyan police started arresting students.", ARREST),
        ("Kenyan students were urged to leave by Uganda.", "REQUEST UGA:GOV > KEN:EDU"),
        ("Kenya was the first to send rescuers to Uganda.", "AID KEN:GOV > UGA:GOV"),
        # passives of giving
        ("Kenya was given nine tanks by France.", "AID FRA:GOV > KEN:GOV"),
        ("Kenya's former president has been granted asylum by Uganda.", "AID UGA:GOV > KEN:ELI"),
        # the sides of what acts
        ("Ties between France and Mali have warmed.", "SUPPORT FRA:GOV > MLI:GOV"),
        ("Direct flights between Algeria and France resumed on Sunday.", "COOPERATE DZA:GOV > FRA:GOV"),
        # a prefix with a hyphen
        ("Niger and Iran have re-established full diplomatic ties.", "SUPPORT NER:GOV > IRN:GOV"),
        # whose a conveyance is
        ("Planes chartered by the United Nations dropped flour to Kenyan villagers.", "AID igo-un:IGO > KEN:CVL"),
        ("A convoy of lorries from the Kenyan army brought flour to Ugandan villagers.", "AID KEN:MIL > UGA:CVL"),
        # coordination
        ("Germany and France condemned Iran and Syria.", "ACCUSE DEU:GOV+FRA:GOV > IRN:GOV+SYR:GOV"),
        ("Germany condemned Iran and attacked Syria.", "ASSAULT DEU:GOV > SYR:GOV"),
        ("Kenya was attacked by Uganda and condemned by France.", "ACCUSE FRA:GOV > KEN:GOV"),
        ("France, Germany and Italy imposed sanctions on Russia.", "SANCTION FRA:GOV+DEU:GOV+ITA:GOV > RUS:GOV"),
        # fixed words
        ("Kenyan police took two students into custody.", ARREST),
        ("The United Nations called on Iran to release the prisoners.", "REQUEST igo-un:IGO > IRN:GOV"),
        ("Uganda warned on Monday that it would retaliate against Kenya.", "THREATEN UGA:GOV > KEN:GOV"),  # a date in between
        # those who act together
        ("The Kenyan president met the Ugandan president.", "CONSULT KEN:GOV > UGA:GOV"),
        ("The Kenyan president met with the Ugandan president.", "CONSULT KEN:GOV > UGA:GOV"),
        ("The Kenyan president and the Ugandan president met on Monday.", "CONSULT KEN:GOV > UGA:GOV"),
        # two triggers, two events
        ("Moscow accused Kyiv of attacking Poland.", "ACCUSE RUS:GOV > UKR:GOV"),
        ("Moscow accused Kyiv of attacking Poland.", "ASSAULT UKR:GOV > POL:GOV"),
        # a role that nobody known fills keeps its words
        ("Ukraine was attacked by Zorblax.", "ASSAULT (Zorblax) > UKR:GOV"),
        # done to nobody who is named: the place receives it
        ("Germany gave money for homes destroyed by floods in Mali.", "AID DEU:GOV > MLI:GOV"),
        ("Kenyan police imposed a nightly curfew on Friday in Uganda.", "COERCE KEN:COP > UGA:GOV"),
        # a headline in title case
        ("Russia Attacks Ukraine After Failed Peace Talks", ATTACK),
        ("RUSSIA ATTACKS UKRAINE AFTER LONG TALKS FAIL", ATTACK),
        # a headline leaves out articles
        ("Kenya and Uganda set date for summit", "AGREE KEN:GOV > UGA:GOV"),
        # a pronoun is what it stands for
        ("The nurses of Togo said they will not end their strike until the ministry pays.", "REJECT TGO:HLH > TGO:GOV"),
        ("Kenyan foreign ministry spokesman John Kamau said they support the UN call.", "SUPPORT KEN:GOV > (UN call):IGO"),
        ("Peter Abara was released on Saturday after President Ruto pardoned him.", "RETREAT KEN:GOV > (Peter Abara)"),
        # those who are told of in a clause with "where" are at home there
        ("Egypt sent guns to Somalia. Sudan, where the army attacked Chad, recalled its envoy.", "ASSAULT SDN:MIL > TCD:GOV"),
        # no day does anything
        ("Forty people had been arrested or sentenced by Wednesday in Peru.", "SANCTION - > PER:CVL"),
        # one of two whose country only the report says
        (
            "In Accra the foreign minister, Ama Botwe, received Park Jin, South Korea's foreign minister. The two ministers signed a pact.",
            "SUPPORT GHA:GOV > KOR:GOV",
        ),
        # a surname is that of who was told of in full
        ("Egypt's interim president Adly Mansour spoke. Jordan congratulated Mansour.", "SUPPORT JOR:GOV > EGY:GOV"),
        # all sides of a conflict are no political parties
        ("The Pentagon called on all parties in Syria to talk.", "REQUEST USA:GOV > SYR:GOV"),
        # whose people rebels count
        ("Turkey bombed Syria. The Syrian Democratic Forces said that nine people were killed.", "ASSAULT - > SYR:CVL"),
        # who says that others suffered something goes on to speak
        ("The Kenyan minister said that ten people were killed and called on Uganda to act.", "REQUEST KEN:GOV > UGA:GOV"),
        ("The Kenyan minister said ten men were detained and accused of spying for Uganda.", "ACCUSE - > KEN:CVL"),
        # who governs gives refuge to somebody else
        ("Mexico met Evo Morales. The Government of López Obrador granted him asylum.", "AID MEX:GOV > BOL:ELI"),
        # what a text does its authors do
        ("Senators in Peru introduced a bill that would sanction Chilean officials.", "SANCTION PER:LEG > CHL:GOV"),
        ("A report which the Kenyan army published accused Uganda of torture.", "ACCUSE KEN:MIL > UGA:GOV"),
        # which countries can be called so
        ("Riyadh and Tehran agreed a truce after the kingdom executed a cleric.", "ASSAULT SAU:GOV > SAU:REL"),
        ("Taiwan and China are at odds. America has promised to defend the island.", "AID USA:GOV > TWN:GOV"),
        ("Netanyahu complained that his country had been attacked by Iran.", "ASSAULT IRN:GOV > ISR:GOV"),
        # subjects that the parser loses
        ("In a phone call with President Ruto, Secretary of State Marco Rubio urged a truce.", "REQUEST USA:GOV > KEN:GOV"),
        ("If London and Washington hurry to drop sanctions on Zimbabwe, they will regret it.", "RETREAT GBR:GOV+USA:GOV > ZWE:GOV"),
        ("The African Union suspended Mali for refusing to meet the envoy of Togo.", "REJECT MLI:GOV > TGO:GOV"),
        ("A 300-page report released in the Rwandan capital alleged that France knew of the plans.", "ACCUSE RWA > FRA:GOV"),
        ("Iraq's interior minister met with Syrian President Bashar Assad to discuss the war.", "CONSULT IRQ:GOV > SYR:GOV"),
        ("The US commander in Japan, General Ann Carter, held talks with President Ruto.", "CONSULT USA:MIL > KEN:GOV"),
        ("The Chadian army, said a spokesman, killed Libyan rebels near the lake.", "ASSAULT TCD:MIL > LBY:REB"),
        ("Peru, Cuba and, after some hesitation, Bolivia voted against the treaty with Spain.", "REJECT PER:GOV+CUB:GOV+BOL:GOV > ESP:GOV"),
        ("Spain's prime minister, who has weighed a ban, formally called on Togo to leave.", "REQUEST ESP:GOV > TGO:GOV"),
        (
            "Kenya said that after meeting with Togo's premier last May, a meeting also attended by Paul Biya, Ruto left.",
            "CONSULT KEN:GOV > TGO:GOV",
        ),
        ("Kenya was fined two million dollars a day for defying the High Court of Uganda.", "REJECT KEN:GOV > UGA:JUD"),
        ("Kenya was fined 4,000 shillings ($31) a day for defying the High Court of Uganda.", "REJECT KEN:GOV > UGA:JUD"),
        # who goes on in the tense in which he spoke
        ("The Kenyan minister said such laws have no use and urged Uganda to repeal them.", "REQUEST KEN:GOV > UGA:GOV"),
        ("The Kenyan minister said that it was no easy week and promised aid to Uganda.", "AGREE KEN:GOV > UGA:GOV"),
        # people who are called as months are
        ("Kenya accused Theresa May of having broken a promise to Uganda.", "REJECT GBR:ELI > UGA:GOV"),
        ("Kenya condemned Uganda in May.", "ACCUSE KEN:GOV > UGA:GOV"),
        # at the seat of one state in another
        ("Students threw stones at the Danish embassy in Jakarta.", "PROTEST IDN:EDU > DNK:GOV"),
        ("Sweden expelled three diplomats at the Iranian embassy in Stockholm.", "SANCTION SWE:GOV > IRN:GOV"),
        # what two sides deal with is neither of them
        ("Togo and Benin failed to reach agreement on any major change.", "REJECT TGO:GOV > BEN:GOV"),
    ],
)
def test_constructions(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine in Kenya.",
        "Kenya beat Uganda in the final.",
        "The minister's opinion piece on music was long.",
        "",
        "Moscow is the capital of Russia.",
        "It rained in Kenya, according to Reuters.",
    ],
)
def test_no_event(summary: Summary, text: str) -> None:
    assert summary(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Japan agreed to share intelligence with Peru.", ["AGREE JPN:GOV > PER:GOV"]),
        ("Japan is ready to send medics to Peru.", ["AGREE JPN:GOV > PER:GOV"]),
        ("Japan agreed to lift its sanctions on Peru.", ["AGREE JPN:GOV > PER:GOV", "RETREAT JPN:GOV > PER:GOV"]),
    ],
)
def test_help_that_is_only_agreed_is_told_once(summary: Summary, text: str, events: list[str]) -> None:
    assert summary(text) == events


@pytest.mark.model
def test_nobody_known_is_no_event(summary: Summary) -> None:
    assert summary("The general attacked the idea.") == []


def filler(at: int, country: str) -> Filler:
    return Filler(at, at, at, Referent(country, "country", country), "name")


def test_who_acts_together_faces_the_others() -> None:
    kenya, uganda, chad = filler(0, "KEN"), filler(2, "UGA"), filler(4, "TCD")
    assert joined([kenya], [uganda]) == ([kenya], [uganda])
    assert joined([kenya, uganda, chad], []) == ([kenya], [uganda, chad])
    assert joined([kenya, uganda], [kenya]) == ([kenya], [uganda])
    assert joined([kenya], []) == ([kenya], [])


def test_words_joined_by_a_hyphen(tree: Callable[[str], Tree]) -> None:
    made = tree("Police/NNS/nsubj/arrested re/NN/dep/arrested -/HYPH/punct/arrested arrested/VBD/ROOT")
    assert list(forms(made, 3)) == [("arrested", 3), ("re-arrested", 1), ("rearrested", 1)]
    assert list(forms(made, 0)) == [("police", 0)]
