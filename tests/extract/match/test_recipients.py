"""To whom something is done, where no slot of the pattern says it: found deeper in the phrase, never beside the act."""

from collections.abc import Callable

import pytest

Summary = Callable[..., list[str]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        # within the phrases that a verb or a noun takes, however deep
        ("The Polish court rejected a request for documents from the Belarusian government.", "REJECT POL:JUD > BLR:GOV"),
        ("Kenya opened an investigation into claims that Ugandan soldiers killed herders.", "ACCUSE KEN:GOV > UGA:MIL"),
        ("Peru announced a suspension of air links with Ecuador.", "SANCTION PER:GOV > ECU:GOV"),
        # who answers for what only states do
        ("Norway condemned the jailing of a Danish nun in Moscow.", "ACCUSE NOR:GOV > RUS:GOV"),
        ("Uganda criticised the arrest of two of its reporters in Kenya.", "ACCUSE UGA:GOV > KEN:GOV"),
        ("Norway condemned the expulsion of its envoys from Mali.", "ACCUSE NOR:GOV > MLI:GOV"),
        ("Norway condemned the jailing of a Danish nun by rebels in Mali.", "ACCUSE NOR:GOV > MLI:REB"),
        # in a clause on the object, or by whom the complement says that it was done
        ("French deputies turned down the treaty that Togo had signed in Rome.", "REJECT FRA:LEG > TGO:GOV"),
        ("Bolivia alleged that the plotters had been paid by Chile.", "ACCUSE BOL:GOV > CHL:GOV"),
        ("Togo was offered ten patrol boats by Japan.", "AGREE JPN:GOV > TGO:GOV"),
        ("Bolivia alleged that the mayor was deposed at the behest of Chile.", "ACCUSE BOL:GOV > CHL:GOV"),
        # hung by the parser on a noun before
        ("Norway gave the names, ages and addresses of the account holders to the Indian government.", "COOPERATE NOR:GOV > IND:GOV"),
        ("Peru gave information on the drivers, who hide in the hills, to the Chilean police.", "COOPERATE PER:GOV > CHL:COP"),
        # on whom it depends what somebody threatens with or refuses
        ("Gunmen threatened a civil war in Haiti unless the president of Haiti resigned.", "THREATEN HTI:UAF > HTI:GOV"),
        ("Norway will not lift the embargo until Serbia hands over the suspects.", "REJECT NOR:GOV > SRB:GOV"),
        ("Ankara threatened to open the gates to refugees unless the EU paid.", "THREATEN TUR:GOV > igo-eu:IGO"),
        ("The drivers of Togo will not end the strike before the president of Benin pays.", "REJECT TGO:CVL > BEN:GOV"),
        # somebody of whom only the name is known
        ("Two Kenyan unions demanded that Okoro step down as prime minister.", "REQUEST KEN:LAB > (Okoro)"),
        ("Kenyan drivers went on strike in response to Gavex's decision to fire ten men.", "PROTEST KEN:CVL > (Gavex)"),
        # where it is done to a name is nobody besides
        ("Gunmen wounded Ana Quispe in Lima.", "ASSAULT PER:UAF > (Ana Quispe)"),
        ("Gunmen wounded two nuns in Lima.", "ASSAULT PER:UAF > PER:REL"),
        # between two, and along a border
        ("Kenya launched a mediation effort to try and prevent a war between Sudan and Chad.", "CONSULT KEN:GOV > SDN:GOV+TCD:GOV"),
        ("Togolese troops remained on alert in the Benin border area.", "MOBILIZE TGO:MIL > BEN"),
        # beside somebody who is not known in his own right
        ("NATO agreed to the expansion of its peacekeeping force in Somalia.", "AGREE igo-nato:IGO > (its peacekeeping force):IGO+SOM:GOV"),
        ("The court of Peru rejected every offer made by Chile to share its files.", "REJECT PER:JUD > CHL:GOV"),
        # neither where something is, nor he for whom it is not done, nor whom others reproach
        ("The envoys of Chad signed the treaty in the Swiss town of Lugano.", "SUPPORT TCD:GOV > -"),
        ("Chad will surrender the suspects to Togo, not to Benin.", "COOPERATE TCD:GOV > TGO:GOV"),
        ("Chad rejected criticism by Togo of the army of Mali.", "REJECT TCD:GOV > TGO:GOV"),
        # with whom a clause around deals, and who it is that only comes from a place
        ("The French envoy visited the Malian president, urging restraint.", "REQUEST FRA:GOV > MLI:GOV"),
        ("Malaysia blamed the unrest on the arrival of rebels from Java.", "ACCUSE MYS:GOV > IDN:REB"),
        # behind what a gift is worth
        ("Kenya and Uganda failed to reach agreement during talks in Athens.", "REJECT KEN:GOV > UGA:GOV"),
        ("The Chadian minister rejected reports the driver belonged to his guard.", "REJECT TCD:GOV > -"),
        # whose something is by a pronoun
        ("The European Union met Serbia and rejected its plan.", "REJECT igo-eu:IGO > SRB:GOV"),
        ("Iran accused Israel of theft and condemned its raid on Gaza.", "ACCUSE IRN:GOV > ISR:GOV"),
        ("The Malian junta attacked France and its troops.", "ASSAULT MLI:MIL > FRA:GOV+FRA:MIL"),
        ("Kenya arrested 15 rebels from Chad and closed their offices.", "COERCE KEN:GOV > TCD:REB"),
        ("Macron met Putin in Oslo. He thanked him for his help.", "SUPPORT FRA:GOV > RUS:GOV"),
        # behind what a gift is worth
        ("China donated power equipment worth $8 million to Togo.", "AID CHN:GOV > TGO:GOV"),
        # sums and goods are nobody
        ("Japan gave $3 million to Chad.", "AID JPN:GOV > TCD:GOV"),
        ("Germany returned the bronzes to Nigeria.", "RETREAT DEU:GOV > NGA:GOV"),
        # who gets something, taken by the parser for a part of it
        ("Russia sold India fighter jets.", "COOPERATE RUS:GOV > IND:GOV"),
        ("Germany gave Ukraine tanks.", "AID DEU:GOV > UKR:GOV"),
        ("China sold Pakistan fighter jets.", "COOPERATE CHN:GOV > PAK:GOV"),
        ("Rome promised Tunis money for farms.", "AGREE ITA:GOV > TUN:GOV"),
        ("Merz promised Zelensky missiles.", "AGREE DEU:GOV > UKR:GOV"),
        ("Russia plans to sell India S-400 missile systems in March.", "COOPERATE RUS:GOV > IND:GOV"),
        # two clauses, which the parser may take for one
        ("Chad bombed Wau and Togo shelled Paris.", "ASSAULT TCD:GOV > SSD"),
        ("Chad bombed a camp, and Togo fired rockets at Lima.", "ASSAULT TCD:GOV > -"),
        ("Chad bombed a camp, and Togo fired rockets at Lima.", "ASSAULT TGO:GOV > PER"),
        # a capital that is struck or seized is the town, one that is judged or punished its government
        ("Russia struck Kyiv overnight.", "ASSAULT RUS:GOV > UKR"),
        ("Chadian rebels besieged N'Djamena.", "COERCE TCD:REB > TCD"),
        ("Russia condemned Kyiv.", "ACCUSE RUS:GOV > UKR:GOV"),
        ("Russia broke off relations with Kyiv.", "SANCTION RUS:GOV > UKR:GOV"),
        # who did the harm that a clause tells of
        ("Two farmers were killed when Peruvian soldiers opened fire near Cusco.", "ASSAULT PER:MIL > PER:LAB"),
        ("One nun was killed and three were wounded after Chadian troops shelled a village.", "ASSAULT TCD:MIL > TCD:REL"),
        ("A Peruvian port was bombed after Chadian rebels lynched two nuns.", "ASSAULT - > PER"),
        ("Five soldiers were killed when they attacked a rebel base in Mali.", "ASSAULT - > MLI:MIL"),
        # people who are somebody's are others than he
        ("The Chilean president sacked his finance minister.", "SANCTION CHL:GOV > CHL:GOV"),
        ("The Chilean minister met his advisers.", "CONSULT CHL:GOV > CHL:GOV"),
        # under a light verb, though nothing is known of them
        ("Kenyan gunmen mounted an attack yesterday on a hilltop village.", "ASSAULT KEN:UAF > (hilltop village)"),
        ("Peru filed a lawsuit against the makers of the vaccine.", "ACCUSE PER:GOV > (makers)"),
        # who is to do what somebody calls for
        ("The Spanish minister repeated calls for Israel to hand over the maps.", "REQUEST ESP:GOV > ISR:GOV"),
        ("Chad made a plea on Monday for Togo to free the crew.", "REQUEST TCD:GOV > TGO:GOV"),
        # hung by the parser on a date
        ("Cuban dissidents fasted for weeks against the government of Cuba.", "PROTEST CUB:OPP > CUB:GOV"),
        # whose what somebody asks for is
        ("Sudan's president asked for Polish help.", "REQUEST SDN:GOV > POL"),
        # what is taken, and from whom
        ("Somali troops retook Kismayo from Kenyan rebels.", "ASSAULT SOM:MIL > SOM+KEN:REB"),
        # a state that "it" stands for
        ("Armenia said it was prepared to share its data with Georgia.", "AGREE ARM:GOV > GEO:GOV"),
        # who acts on account of what another one says, or with his help
        ("Under pressure from Egypt, Sudan freed the pilot.", "REQUEST EGY:GOV > SDN:GOV"),
        ("Despite warnings from Spain, Peru bought missiles.", "THREATEN ESP:GOV > PER:GOV"),
        ("With help from Chad, Kenyan police arrested two Britons.", "AID TCD:GOV > KEN:COP"),
        # who is among those to whom something is done
        ("Ten Kenyan soldiers were among those killed by Somali gunmen.", "ASSAULT SOM:UAF > KEN:MIL"),
        ("Among those held by Chad are two Polish nurses.", "COERCE TCD:GOV > POL:HLH"),
        # beside a name set beside the first
        ("Kenya's foreign minister, Musalia Mudavadi, and his Somali counterpart signed a pact.", "SUPPORT KEN:GOV > SOM:GOV"),
        ("Kenya's allies, Uganda and Rwanda, met in Kigali.", "CONSULT UGA:GOV > RWA:GOV"),
        # whom the governing clause addresses, or where it leads
        ("Ankara telephoned Moscow to appeal for calm.", "REQUEST TUR:GOV > RUS:GOV"),
        ("The Peruvian president drove to the Mexican embassy, where he asked for asylum.", "REQUEST PER:GOV > MEX:GOV"),
        # of whom only the number is told
        ("Kenyan police fired at marchers. Doctors reported more than 200 injured.", "ASSAULT - > KEN:CVL"),
        ("Dutch peacekeepers, ten of whom were taken hostage by Serb troops, left.", "ASSAULT SRB:MIL > NLD:IGO"),
        ("The Taliban forbade women to work for the United Nations.", "COERCE AFG:GOV > AFG:CVL+igo-un:IGO"),
        # an embassy of nobody named is another state's
        ("Germany expelled a Turkish consul. In Ankara, nationalists threw eggs at the embassy.", "PROTEST TUR:PTY > DEU:GOV"),
        # a town of which only the name is known
        ("The rebels attacked Kenya's army. They overran Zubara.", "ASSAULT KEN:REB > KEN"),
        # not the actor's own, whom he promises to move
        ("The Chadian general met the Togolese envoy. He promised that his men would leave.", "AGREE TCD:MIL > TGO:GOV"),
        ("Georgia will sever ties with Moscow and recall most of its diplomats.", "SANCTION GEO:GOV > RUS:GOV"),
        # a phrase of the act that somebody is blamed for, or of the people whom something is meant for
        ("Togo blamed Benin for the raid on a Ghanaian village.", "ACCUSE TGO:GOV > BEN:GOV"),
        ("Peru complained to Chile about the failure of its soldiers.", "ACCUSE PER:GOV > CHL:GOV"),
        # in whose anger something is done, and what a sum is worth
        ("Peruvian students marched in Lima in anger over a Chilean minister's visit.", "PROTEST PER:EDU > CHL"),
        ("Canada halted aid worth nine million dollars to Togo's police.", "SANCTION CAN:GOV > TGO:COP"),
        # a state accuses no government of its own
        ("Canada halted aid to Togo, accusing the government of fraud.", "SANCTION CAN:GOV > TGO:GOV"),
        ("Canada halted aid to Togo, accusing the government of fraud.", "ACCUSE CAN:GOV > TGO:GOV"),
        # whom an aide serves, where people are paid, whose parliament and officials are told to do something
        ("Kenya was calm. The Kenyan minister accused an adviser to President Lula of lying.", "ACCUSE KEN:GOV > BRA:GOV"),
        ("Qatar paid the wages of civil servants in Gaza for a month.", "AID QAT:GOV > PSE:GOV"),
        ("Chad was calm. The Swedish government asked parliament to approve a loan.", "REQUEST SWE:GOV > SWE:LEG"),
        ("Chad was calm. Japan's prime minister ordered officials to count the dead.", "REQUEST JPN:GOV > JPN:GOV"),
        ("Peru bombed Chile. Kenya's president telephoned the leaders of both countries.", "CONSULT KEN:GOV > CHL:GOV+PER:GOV"),
        # whose deed somebody is praised or dropped for, and whose troops are visited
        ("Peru cut ties with Chile over its support for the rebels of Chad.", "SUPPORT CHL:GOV > TCD:REB"),
        ("Chad thanked Togo for its aid to refugees.", "AID TGO:GOV > (refugees):REF"),
        ("The Philippine president visited troops on an island claimed by Vietnam.", "CONSULT PHL:GOV > PHL:MIL"),
        # two countries with a hyphen between them
        ("US-Iran relations were restored.", "SUPPORT - > USA+IRN"),
        # who is blamed for something on others, and a bare name before those of whom it is told
        ("Kenya blamed Chadian rebels for attacks on Togo.", "ACCUSE KEN:GOV > TCD:REB"),
        ("Kenya accused Zorinex of involvement in attacks against Togo.", "ACCUSE KEN:GOV > (Zorinex)"),
        # those whom only a number counts, and not where they are
        ("Dozens more were killed in Lima.", "ASSAULT - > PER:CVL"),
        ("Rwandan rebels wounded hundreds near Goma, a nun said.", "ASSAULT RWA:REB > COD:CVL"),
        # whom two meet who was told of before
        ("The Omani envoy Ali Said landed. Putin and Erdogan met Mr Said.", "CONSULT RUS:GOV+TUR:GOV > OMN:GOV"),
        # after "called", only a preposition makes the person called do the next thing
        ("The Qatari emir called the Lebanese president on Friday to offer condolences.", "CONSULT QAT:GOV > LBN:GOV"),
        ("France called on Serbia on Monday to recognise Kosovo.", "REQUEST FRA:GOV > SRB:GOV"),
        # whom a passive blames, not those who suffered
        ("The Haqqani network is blamed for the attacks on Kabul.", "ACCUSE - > AFG:REB"),
        # who suffers what shall end, or what somebody promises to do to him, is no other side; what is his own is none either
        ("Peru's president called for an end to raids on Chile.", "REQUEST PER:GOV > -"),
        ("Peru's president called for a halt to Chile's raids on Togo.", "REQUEST PER:GOV > CHL"),
        ("Peru rejected a Kenyan appeal for an end to attacks on Chile.", "REJECT PER:GOV > KEN"),
        ("Peru promised to round up smugglers.", "AGREE PER:GOV > -"),
        ("Peruvian unions refuse to soften their stance.", "REJECT PER:LAB > -"),
    ],
)
def test_a_recipient_is_found(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Kenya closed the airport during the visit of the French president.", "FRA:GOV"),
        ("Chile postponed the election before the arrival of observers from Norway.", "NOR:GOV"),
        ("Hours before the president of Norway flew home, Chile fired a missile.", "NOR:GOV"),
        ("Kenya sent medics into the hills, according to officials of Norway.", "NOR:GOV"),
        ("A minister of Peru threatened that Peru would close the border.", "PER:GOV"),
        ("Peruvian students marched in Lima.", "PER:GOV"),
        # whom others are asked to do something to, and where something was on its way
        ("Bolivia asked the criminal court to investigate Benjamin Netanyahu.", "ISR:GOV"),
        ("Mexico urged the tribunal to fine Ecuador.", "ECU:GOV"),
        ("Rebels in Mali ambushed a convoy bound for Niger.", "NER:GOV"),
    ],
)
def test_who_stands_beside_the_act_receives_nothing(summary: Summary, text: str, nobody: str) -> None:
    assert not [event for event in summary(text) if event.endswith(f"> {nobody}")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        # said to people of whom no more is known, whoever was dealt with before
        ("Zelensky thanked the Ukrainian army. He called on the partners to send guns.", "REQUEST UKR:GOV > (partners)"),
        ("Kenya's president met the Ugandan minister in Kampala. Kenya's envoy asked them for money.", "REQUEST KEN:GOV > (them)"),
        # nobody told of is of the country that he was given before
        ("Canada was calm. Canada condemned the generals who rule in Niger and warned them.", "THREATEN CAN:GOV > NER:MIL"),
        # one government is no other
        ("Germany sent Ukraine tanks in the end. Today Chancellor Merz refuses to deliver the missiles.", "REJECT DEU:GOV > -"),
        # what a plan or text that others judge is about, and those whom a target serves
        ("Kenya voted for a resolution urging Chad to free the crew.", "SUPPORT KEN:GOV > -"),
        ("Kenya denounced a plan to sell tanks to Chad.", "ACCUSE KEN:GOV > (plan)"),
        ("The navy of Kenya fired rockets at a boat taking food to Chadian troops.", "ASSAULT KEN:MIL > (boat)"),
        ("The United Nations appealed for money for refugees from Mali.", "REQUEST igo-un:IGO > -"),
        ("Kenya and Uganda discussed sanctions against Chad.", "CONSULT KEN:GOV > UGA:GOV"),
        # why something is not done, at what somebody is surprised, and of whom talks are
        ("Germany refused to sell tanks for fear of Russia.", "REJECT DEU:GOV > (tanks)"),
        ("Kenya and Uganda met in Lima to discuss how to deal with Chad.", "CONSULT KEN:GOV > UGA:GOV"),
        ("Peru said nothing. Kenya telephoned the leaders of both countries.", "CONSULT KEN:GOV > (leaders of both countries):GOV"),
        # who resolves on something asks nobody, and a strike is not against those with whom one sides
        ('The Kenyan president said they must protect Chad from fire.', "REQUEST KEN:GOV > -"),
        ("Kenyan miners went on strike in sympathy with Peruvian dockers.", "PROTEST KEN:LAB > -"),
        ("Russian jets stopped the bombing due to the advance of Turkey.", "RETREAT RUS:MIL > -"),
        # who is to be freed is not asked, and allies are of no one country
        ("Peru demanded that the prisoners be freed.", "REQUEST PER:GOV > -"),
        ("Chile called for the miners to be allowed home.", "REQUEST CHL:GOV > -"),
        ("Russia was calm. Peru's president thanked the allies.", "SUPPORT PER:GOV > (allies):GOV"),
        # a border that is nobody's, what is one of the things threatened, and one's own country
        ("Rwanda massed tanks along the frontier.", "MOBILIZE RWA:GOV > -"),
        ("Iran threatened reprisals, including military action.", "THREATEN IRN:GOV > -"),
        ("Bolivia's president was angry about what had happened in Bolivia.", "ACCUSE BOL:GOV > -"),
        # what talks are about
        ("Vietnam agreed to attend a summit on Chad in Lima.", "AGREE VNM:GOV > -"),
        # people who are only mentioned deep in a phrase
        ("Togo was calm. Chile voiced concern over curbs imposed on at least 50 teachers.", "ACCUSE CHL:GOV > -"),
        # who is told what to do, be they unknown, and not to whom they shall do it
        ("Peru's premier urged the organisers of the march to meet villagers from Chile.", "REQUEST PER:GOV > (organisers)"),
        # a country that was named long ago
        (
            "Chad bought grain. " + "The harvest was good, and the roads were dry, and the mills ran day and night for weeks on end. " * 8
            + "The army of Togo fired two missiles.",
            "MOBILIZE TGO:MIL > -",
        ),
    ],
)  # fmt: skip
def test_nobody_is_guessed(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        # a deed that was told of is its doer's, and only words of praise, blame and refusal answer it
        ("Peru bombed a camp in Ecuador. Chile condemned the move.", "ACCUSE CHL:GOV > PER:GOV"),
        ("Peru bombed a camp in Ecuador. Chile outlawed the Lions.", "COERCE CHL:GOV > (Lions)"),
        (
            "Russia shelled a camp in Ukraine. Ukraine, in Ukraine, shot down a Russian jet. Chile denounced the shelling.",
            "ACCUSE CHL:GOV > RUS:GOV",
        ),
        # what was not done is done to nobody, nor what a clause tells more of, and who is blamed by name is nobody else
        ("Peru bombed a camp in Ecuador. Chile vowed to buy wheat.", "AGREE CHL:GOV > -"),
        ("Peru bombed a camp in Ecuador. Chile has not closed its embassy.", "SANCTION CHL:GOV > -"),
        ("Peru bombed a camp in Ecuador. Chile blamed the West.", "ACCUSE CHL:GOV > (West)"),
        # what is resumed or undone was done to somebody
        ("Chile imposed sanctions on Togo. Peru attacked Ghana. Chile may lift the sanctions.", "RETREAT CHL:GOV > TGO:GOV"),
        ("Chile imposed sanctions on Togo. Peru attacked Ghana. Ghana may lift the sanctions.", "RETREAT GHA:GOV > -"),
        # a country that the report is clearly about, or none of several
        ("Peru bombed a camp in Ecuador. Chile has closed its embassy.", "SANCTION CHL:GOV > ECU:GOV"),
        ("Peru bombed a camp in Ecuador. Peru was calm. Chile has closed its embassy.", "SANCTION CHL:GOV > -"),
        # two who act together do it to each other, wherever that is
        ("Israel and Egypt signed their treaty in Gaza.", "SUPPORT ISR:GOV > EGY:GOV"),
        ("Italy and Spain refused to let the plane enter their airspace.", "REJECT ITA:GOV+ESP:GOV > (plane)"),
        # leaders from elsewhere
        ("Peru was calm. Peru was dry. Chile met European leaders.", "CONSULT CHL:GOV > (European leaders):IGO"),
        # who blames a deed on somebody, and whose ambassador it is that is expelled
        ("Kenya spoke of the killing in Meru, which it blames on Uganda.", "ACCUSE KEN:GOV > UGA:GOV"),
        ("Mexico granted asylum to the wife of the president of Peru. Lima then expelled the ambassador.", "SANCTION PER:GOV > MEX:GOV"),
        # a meeting with nobody told is with anybody
        ("The minister arrived in Peru. Peru was calm. Togo took part in a summit.", "CONSULT TGO:GOV > -"),
        # one's own soldiers are no other side
        ("Peru offered to send soldiers.", "AGREE PER:GOV > -"),
        # whom one thanks or urges, not who else is spoken of
        ("Cuba thanked Togo's teachers for opposing the Peruvian embargo.", "SUPPORT CUB:GOV > TGO:EDU"),
        # who acts where the report last placed something acts at home
        (
            "Peru's minister met the Norwegian envoy in Lima, and Peru was calm.\n\n"
            "In Bolivia, supporters of former president Evo Morales lifted the blockades.\n\nMorales began a hunger strike.",
            "PROTEST BOL:ELI > -",
        ),
    ],
)
def test_a_recipient_is_left_to_the_reader_where_one_is_plain(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)


@pytest.mark.model
def test_what_others_are_surprised_at_moves_them_to_nothing(summary: Summary) -> None:
    assert not [event for event in summary("Finland voiced surprise at the Swedish offer.") if event.endswith("> FIN:GOV")]


@pytest.mark.model
def test_who_is_found_deep_in_a_phrase_grounds_no_event(summary: Summary) -> None:
    assert summary("The owner rejected the request for a key to the house of the Peruvian president.") == []
