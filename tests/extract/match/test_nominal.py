"""Nouns as triggers: light verbs, parties of their own, and nouns that stand alone."""

from collections.abc import Callable

import pytest

from sayso.model import AnnotatedReport

Summary = Callable[..., list[str]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        # light verbs
        ("China held talks with Japan.", "CONSULT CHN:GOV > JPN:GOV"),
        ("China and Japan held talks in Geneva.", "CONSULT CHN:GOV > JPN:GOV"),
        ("Russia launched an attack on Ukraine.", "ASSAULT RUS:GOV > UKR:GOV"),
        ("Deliveries of Turkish tanks to Chad began in March.", "AID TUR:MIL > TCD:GOV"),  # whose the tanks are
        ("Peru announced the delivery of air defence systems to Chad.", "AID PER:GOV > TCD:GOV"),  # what is given is nobody
        ("Peru announced the delivery to Chad of air defence systems.", "AID PER:GOV > TCD:GOV"),
        ("Russia launched a series of attacks on Ukraine.", "ASSAULT RUS:GOV > UKR:GOV"),
        ("France imposed sanctions on Russia.", "SANCTION FRA:GOV > RUS:GOV"),
        ("Sanctions were imposed on Russia by France.", "SANCTION FRA:GOV > RUS:GOV"),
        # what those hold who act together is none of them, and who keeps others from an act has no part in it
        ("China and Japan held their first meeting.", "CONSULT CHN:GOV > JPN:GOV"),
        ("Chinese and Japanese officials held their third round of talks.", "CONSULT CHN:GOV > JPN:GOV"),
        ("China and Japan held a number of meetings in Geneva.", "CONSULT CHN:GOV > JPN:GOV"),
        ("Norway announced a slew of sanctions on Mali.", "SANCTION NOR:GOV > MLI:GOV"),
        ("Peruvian police foiled an attack on the embassy of Chad.", "ASSAULT - > TCD:GOV"),
        ("The mayor prevented a meeting between China and Japan.", "CONSULT CHN:GOV > JPN:GOV"),
        # who only speaks of a deed that is known, or makes use of it, has no part in it; of one that is not he may
        ("The Peruvian president raised the arrest of two Danish reporters.", "COERCE - > DNK:MED"),
        ("Norway brought up the shelling of Chad.", "ASSAULT - > TCD:GOV"),
        ("Chad discussed the missile tests carried out by Iran.", "MOBILIZE IRN:GOV > -"),
        ("Qatar mediated the war between Chad and Libya.", "ASSAULT TCD:GOV > LBY:GOV"),
        ("Norway used the attack on Chad to warn Sudan.", "ASSAULT - > TCD:GOV"),
        ("The Danish cabinet discussed an attack on Iran.", "ASSAULT DNK:GOV > IRN:GOV"),
        ("Egypt broke the siege of Chad.", "COERCE - > TCD:GOV"),
        # who is called guilty of it, or is blamed over it, did it
        ("The Malian army is guilty of the massacre of 90 Danish monks.", "ASSAULT MLI:MIL > DNK:REL"),
        ("Two Kenyan officers were implicated in the killing of a Danish monk.", "ASSAULT KEN:COP > DNK:REL"),
        ("Peru condemned Chile over the shelling of Bolivia.", "ASSAULT CHL:GOV > BOL:GOV"),
        # nor is it done to him whose side is taken, or with him against whom others stand together
        ("Eritrea entered the war on Sudan's side.", "ASSAULT ERI:GOV > -"),
        ("Russia conducted air strikes in support of the Malian government.", "ASSAULT RUS:GOV > -"),
        ("Kenya joined the war against Chad.", "COOPERATE KEN:GOV > -"),
        # of whom a toll is, and what is offered
        ("The death toll in Bolivia's bread riots has risen to 12.", "ASSAULT - > BOL:GOV"),
        ("Kenya made an offer of soldiers to Haiti.", "AGREE KEN:GOV > HTI:GOV"),
        # what somebody has of others
        ("The Kosovo premier won the support of Albania.", "SUPPORT ALB:GOV > XKX:GOV"),
        ("The Malian junta enjoys Algeria's support.", "SUPPORT DZA:GOV > MLI:MIL"),
        ("The Malian junta has support from Algeria.", "SUPPORT DZA:GOV > MLI:MIL"),
        ("The Malian junta has support for Algeria.", "SUPPORT MLI:MIL > DZA:GOV"),
        ("Kenya won the vote with the backing of the Ugandan air force.", "SUPPORT UGA:MIL > KEN:GOV"),
        ("The Syrian army began an offensive with the support of Uganda.", "SUPPORT UGA:GOV > SYR:MIL"),
        # a town before what was agreed says where that was
        ("The Moscow talks between Libya and Egypt went on.", "CONSULT LBY:GOV > EGY:GOV"),
        # parties of their own
        ("Russia's attack on Ukraine lasted for nine days.", "ASSAULT RUS:GOV > UKR:GOV"),
        ("The attack on Ukraine by Russia lasted for nine days.", "ASSAULT RUS:GOV > UKR:GOV"),
        ("Talks between China and Japan ended on Sunday.", "CONSULT CHN:GOV > JPN:GOV"),
        ("The Chinese president in a call with Japan condemned Peru.", "CONSULT CHN:GOV > JPN:GOV"),
        ("In Geneva, talks took place between the Chinese side and the delegation of Japan.", "CONSULT CHN:GOV > JPN:GOV"),
        ("The NATO bombing of Serbia went on for weeks.", "ASSAULT igo-nato:IGO > SRB:GOV"),
        ("The arrest of two students in Kenya was a mistake.", "COERCE - > KEN:EDU"),
        ("The Malian junta put Niger under siege.", "COERCE MLI:MIL > NER:GOV"),
        ("A wave of killings in Chad went on.", "ASSAULT - > TCD:GOV"),
        # who is on a journey does what the clause tells
        ("The French president arrived on a visit to Chad.", "CONSULT FRA:GOV > TCD:GOV"),
        ("During a visit to Chad, the French president criticised Sudan.", "CONSULT FRA:GOV > TCD:GOV"),
        ("The French president, on a visit to Chad, criticised Sudan.", "CONSULT FRA:GOV > TCD:GOV"),
        ("Nine people were arrested during a visit to Chad.", "CONSULT - > TCD:GOV"),
        # what a nobody's act does to people is one event with it
        ("Dozens of strikes on Ukraine killed nine doctors.", "ASSAULT - > UKR:GOV+UKR:HLH"),
        ("A series of bombings in Chad killed nine doctors.", "ASSAULT - > TCD:GOV+TCD:HLH"),
        # what is asked for stands on the noun, behind whom it is asked of or on the light verb
        ("Chad gave Togo an order to leave.", "REQUEST TCD:GOV > TGO:GOV"),
        ("Chad issued an order to Togo to leave.", "REQUEST TCD:GOV > TGO:GOV"),
        # named after where they struck, or by whom
        ("The Gaza bombing continued on Monday.", "ASSAULT - > PSE"),
        ("The Ukraine war goes on.", "ASSAULT - > UKR:GOV"),
        ("US strikes on Yemen continued.", "ASSAULT USA > YEM:GOV"),
        # those who deny it, and those who are away for it
        ("Peru denied the attack on a Chilean port.", "ASSAULT PER:GOV > CHL"),
        ("Peru denied Chile's attack on a port.", "ASSAULT CHL:GOV > (port)"),
        ("Peru denied any role in the attack on a Chilean port.", "ASSAULT PER:GOV > CHL"),
        ("Chinese president in Lima for talks", "CONSULT CHN:GOV > PER:GOV"),
        # what somebody only tells of, what there was, what is counted
        ("Witnesses heard gunfire.", "ASSAULT - > -"),
        ("Clashes were reported on Sunday.", "ASSAULT - > -"),
        ("Residents reported shelling.", "ASSAULT - > -"),
        ("The Kenyan president repeated his offer of talks with the Ugandan rebels.", "AGREE KEN:GOV > UGA:REB"),
        ("There was shooting in Chad.", "ASSAULT - > TCD:GOV"),
        ("There have been dozens of clashes in Peru.", "ASSAULT - > PER:GOV"),
        ("A raid by Ugandan police on the offices of a Kenyan newspaper ended at noon.", "COERCE UGA:COP > KEN:MED"),
        ("An appeal by Kenya's president for Uganda to pull back its troops was heard.", "REQUEST KEN:GOV > UGA:GOV"),
        ("The seizure by Peruvian police of a Chilean trawler angered many.", "COERCE PER:COP > CHL"),
        ("A threat of sanctions by the United Nations against the Malian junta was heard.", "THREATEN igo-un:IGO > MLI:MIL"),
        ("The charges against Peru's former president, filed by Chilean prosecutors, run to 300 pages.", "ACCUSE CHL:JUD > PER:ELI"),
        ("The restoration of diplomatic ties between Chad and Niger took a year.", "SUPPORT TCD:GOV > NER:GOV"),
        # words come from those who speak, to those who hear them
        ("Sudan received a pledge from Kenya of five doctors.", "AGREE KEN:GOV > SDN:GOV"),
        ("Zambia has received fresh demands from the United Nations that it cut subsidies.", "REQUEST igo-un:IGO > ZMB:GOV"),
        ("Unrest in Gabon drew a warning from France to the Gabonese junta.", "THREATEN FRA:GOV > GAB:MIL"),
        ("Chad slapped an embargo on fruit from Togo.", "SANCTION TCD:GOV > TGO:GOV"),
        ("Fiji's council met at the request of Tonga.", "REQUEST TON:GOV > FJI"),
        # who is locked in something, and who keeps others from it
        ("Togo and Benin have been locked in negotiations for a week.", "CONSULT TGO:GOV > BEN:GOV"),
        ("Togolese police were involved in clashes with Beninese students.", "ASSAULT TGO:COP > BEN:EDU"),
        ("Togolese police foiled an attack on a Beninese base.", "ASSAULT - > BEN"),
        # who is blamed for an act, and who is thanked for one
        ("Togo condemned Beninese rebels for an attack on Chadian nurses.", "ASSAULT BEN:REB > TCD:HLH"),
        ("Chad accused the Togolese army of a role in an attack on Beninese farmers.", "ASSAULT TGO:MIL > BEN:LAB"),
        ("Chad condemned Togo for an attack by Benin on Libya.", "ASSAULT BEN:GOV > LBY:GOV"),
        # whose plan it is that others speak of
        ("Chad condemned a decision to expel Libyan nurses.", "COERCE - > LBY:HLH"),
        ("Chad voiced concern over plans to expel Libyan nurses.", "COERCE - > LBY:HLH"),
        ("Chad announced a decision to expel Libyan nurses.", "COERCE TCD:GOV > LBY:HLH"),
        # both whose talks they are
        ("The Chadian-Libyan talks were held in Rome.", "CONSULT TCD > LBY"),
        # a sum fines nobody
        ("The Peruvian minister received a fine of 900 Swiss francs.", "SANCTION - > PER:GOV"),
        ("In Lima Peru's president said that Togo was ready, in a call with the Chadian premier.", "CONSULT PER:GOV > TCD:GOV"),
        # of whose country an actor is receives nothing of what he brings
        ("Chad's president called the Libyan premier to convey Chad's support and solidarity.", "SUPPORT TCD:GOV > LBY:GOV"),
        # political in itself
        ("The French envoy left Mali after talks with the Malian junta.", "CONSULT FRA:GOV > MLI:MIL"),
        ("Fighting flared between Chadian soldiers and Libyan rebels.", "ASSAULT TCD:MIL > LBY:REB"),
        ("Clashes near the town of Beni between the army and the rebels continued in Congo.", "ASSAULT COD:MIL > COD:REB"),
        ("A ceasefire between Israel and Hamas took effect.", "RETREAT ISR:GOV > PSE:REB"),
        # who counts several, who joins two by a hyphen, who tells another in a talk, for whose sake
        ("Somali rebels have carried out most of the raids on Kenya since May.", "ASSAULT SOM:REB > KEN:GOV"),
        ("The Ruto-Museveni meeting lasted an hour.", "CONSULT KEN:GOV > UGA:GOV"),
        ("The Kenyan president informed the Chadian premier in a telephone call.", "CONSULT KEN:GOV > TCD:GOV"),
        ("The Togolese minister was told of the plan by the Cuban envoy in a phone call.", "CONSULT CUB:GOV > TGO:GOV"),
        ("Chadian jets flew in support of the Libyan army.", "SUPPORT TCD:MIL > LBY:MIL"),
        ("Uganda has taken new measures in cooperation with Rwanda.", "COOPERATE UGA:GOV > RWA:GOV"),
        # the sides behind a place; of whom a charge tells; on whom sanctions are that another announces
        ("Clashes in Chad's northeast between Chadian troops and Libyan rebels killed nine.", "ASSAULT TCD:MIL > LBY:REB"),
        ("Ruto said that accusations of Kenya arming rebels were groundless.", "ACCUSE - > KEN:GOV"),
        ("Kenya announced Ugandan sanctions.", "SANCTION KEN:GOV > UGA"),
        ("Kenya announced Kenyan sanctions on Uganda.", "SANCTION KEN > UGA:GOV"),
        # who keeps an act of force from others or from himself does not do it
        ("Police foiled an attack on the Kenyan army.", "ASSAULT - > KEN:MIL"),
        ("Chad wants to avoid sanctions.", "SANCTION - > TCD:GOV"),
        ("Chad wants to avoid a war with Togo.", "ASSAULT TCD:GOV > TGO:GOV"),
        pytest.param(
            "The arrest of two students by Kenyan police angered many.",
            "COERCE KEN:COP > KEN:EDU",
        ),
    ],
)
def test_nouns(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan singer had a heart attack.",
        "Kenya is a country of many languages.",
        "The attack was long ago.",
        "Kenyan police foiled a bombing in Lima.",
    ],
)
def test_nouns_that_tell_of_nothing(summary: Summary, text: str) -> None:
    assert not [event for event in summary(text) if event.startswith("ASSAULT KEN")]


@pytest.mark.model
def test_the_verb_over_a_noun_is_not_a_second_event(summary: Summary) -> None:
    assert summary("France imposed sanctions on Russia.") == ["SANCTION FRA:GOV > RUS:GOV"]


@pytest.mark.model
def test_no_town_does_what_struck_it(annotate: Callable[..., AnnotatedReport]) -> None:
    (event,) = annotate("The London bombing killed 50 people.").events
    assert ([party.country for party in event.actors], [party.country for party in event.recipients]) == ([], ["GBR"])


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The Kenyan president is on a visit to Chad.", ["CONSULT KEN:GOV > TCD:GOV"]),
        ("The Kenyan president arrived in Chad on a visit.", ["CONSULT KEN:GOV > TCD:GOV"]),
        ("The meeting between Chad and Niger took place on Monday.", ["CONSULT TCD:GOV > NER:GOV"]),
        ("Ten farmers were killed in Wau in a Ugandan air strike.", ["ASSAULT UGA > SSD:LAB"]),
    ],
)
def test_an_act_is_told_once(summary: Summary, text: str, events: list[str]) -> None:
    assert summary(text) == events
