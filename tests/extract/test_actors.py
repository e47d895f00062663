"""Country and sectors of those who act or are acted upon, in sentences of our own; `[[ ]]` marks the words in question."""

import pytest

ORDERS = [  # descriptors in their English orders
    ("[[Kenyan police]] arrested two traders.", "KEN:COP"),
    ("[[Kenya's police]] arrested two traders.", "KEN:COP"),
    ("[[The police of Kenya]] arrested two traders.", "KEN:COP"),
    ("[[The deputy defence minister of Ghana]] met traders.", "GHA:GOV"),
    ("[[Ghana's deputy defence minister]] met traders.", "GHA:GOV"),
    ("[[Ghanaian deputy defence minister Kofi Abara]] met traders.", "GHA:GOV"),
    ("[[Kofi Abara, the deputy defence minister of Ghana]], met traders.", "GHA:GOV"),
    ("[[Kofi Abara, Ghana's deputy defence minister]], met traders.", "GHA:GOV"),
    ("[[Ghana's deputy defence minister, Kofi Abara]], met traders.", "GHA:GOV"),
    ("[[The Ghanaian deputy defence minister, Kofi Abara]], met traders.", "GHA:GOV"),
    ("[[The deputy minister of defence of Ghana, Kofi Abara]], met traders.", "GHA:GOV"),
    ("[[Ghana Deputy Defence Minister Kofi Abara]] met traders.", "GHA:GOV"),
    ("[[Former Ghanaian defence minister Kofi Abara]] met traders.", "GHA:ELI"),
    ("[[Ghana's former defence minister]] met traders.", "GHA:ELI"),
    ("[[Ghana's former nurses]] met the president.", "GHA:HLH"),  # who are no notables
    ("[[Kofi Abara, a former defence minister of Ghana]], met traders.", "GHA:ELI"),
    ("[[Ghana's ex-president Kofi Abara]] met traders.", "GHA:ELI"),
    ("[[Ghana's acting president]] met traders.", "GHA:GOV"),
    ("[[The acting Ghanaian foreign minister]] met traders.", "GHA:GOV"),
    ("[[Ghana's exiled opposition leader]] met traders.", "GHA:OPP"),
    ("[[The ousted president of Ghana]] met traders.", "GHA:ELI"),
    ("[[Ghana's self-declared president]] met traders.", "GHA:GOV"),
    ("[[Ghana's president-elect]] met traders.", "GHA:GOV"),
    ("[[Ghana's foreign ministry]] condemned the arrests.", "GHA:GOV"),
    ("[[Amnesty International Ghana]] condemned the arrests.", "GHA:NGO"),  # a branch, and no state
    ("[[The general manager of Ghana's state railway company]] condemned the arrests.", "GHA:BUS"),  # and no general
    ("[[Ghana's Ministry of Foreign Affairs]] condemned the arrests.", "GHA:GOV"),
    ("[[The Ministry of Defence of Ghana]] condemned the arrests.", "GHA:GOV"),
    ("[[A spokesman for the Ghanaian army]] condemned the arrests.", "GHA:MIL"),
    ("[[A spokeswoman for Ghana's foreign ministry]] condemned the arrests.", "GHA:GOV"),
    ("[[Ghanaian army spokesman Kofi Abara]] condemned the arrests.", "GHA:MIL"),
    ("[[The head of Ghana's electoral commission]] condemned the arrests.", "GHA:GOV"),
    ("[[The chief of the Ghanaian navy]] condemned the arrests.", "GHA:MIL"),
    ("[[The Ghanaian army chief of staff]] condemned the arrests.", "GHA:MIL"),
    ("Meanwhile, in January [[Macron]] condemned the arrests.", "FRA:GOV"),  # and no January Macron
    ("[[The chiefs of staff of Ghana]] condemned the arrests.", "GHA:GOV"),  # and no staff on strike
    ("[[The governor of Ghana's central bank]] condemned the arrests.", "GHA:GOV"),
    ("[[Members of Ghana's parliament]] condemned the arrests.", "GHA:LEG"),
    ("[[Lawmakers in Ghana]] condemned the arrests.", "GHA:LEG"),
    ("[[Two of Ghana's lawmakers]] condemned the arrests.", "GHA:LEG"),
    ("[[A group of Ghanaian students]] condemned the arrests.", "GHA:EDU"),
    ("[[Dozens of students from Ghana]] condemned the arrests.", "GHA:EDU"),
    ("[[The mayor of Accra]] condemned the arrests.", "GHA:GOV"),
    ("[[Lagos state governor Tunde Okafor]] condemned the arrests.", "NGA:GOV"),
    ("[[Abena Owusu, who heads Ghana's army]], condemned the arrests.", "GHA:MIL"),
    ("[[Ghanaian Nobel laureate Abena Owusu]] condemned the arrests.", "GHA:CVL"),
    ("[[Ghana's ambassador to Kenya]] condemned the arrests.", "GHA:GOV"),
    ("[[The Ghanaian ambassador to Kenya, Abena Owusu]], condemned the arrests.", "GHA:GOV"),
    ("[[Ghana's envoy to the United Nations]] condemned the arrests.", "GHA:GOV"),
    ("[[The US ambassador in Ghana]] condemned the arrests.", "USA:GOV"),
    ("[[Washington's ambassador to Accra]] condemned the arrests.", "USA:GOV"),
    ("[[Ghanaian and Kenyan officials]] condemned the arrests.", "GHA:GOV + KEN:GOV"),
    ("[[The presidents of Ghana and Kenya]] condemned the arrests.", "GHA:GOV + KEN:GOV"),
    ("[[Diplomats from Poland, Germany and Sweden]] condemned the arrests.", "POL:GOV + DEU:GOV + SWE:GOV"),
    ("[[The foreign ministers of Ghana, Kenya and Uganda]] condemned the arrests.", "GHA:GOV + KEN:GOV + UGA:GOV"),
    ("[[The Ghanaian and the Kenyan foreign ministers]] condemned the arrests.", "GHA:GOV + KEN:GOV"),
    ("[[Nigerian and British armed forces]] agreed to train together.", "NGA:MIL + GBR:MIL"),
]

BODIES = [  # whose body, whose man
    ("[[Russian-backed rebels]] shelled the town of Ivanivka in Ukraine.", "UKR:REB"),
    ("[[Iran-backed militiamen in Iraq]] fired rockets at a base.", "IRQ:REB"),
    ("[[The Obama administration]] sent advisers to Libya.", "USA:GOV"),
    ("[[Deputy leader Mary Lou McDonald]] condemned Libya.", "IRL:OPP"),
    ("[[The Macron Administration]] sent advisers to Libya.", "FRA:GOV"),
    ("[[Chad's governing coalition]] condemned Libya.", "TCD:GOV"),
    ("[[Chadian long-range bombers]] struck a camp.", "TCD:MIL"),
    ("[[A Chadian suicide bomber]] struck a camp.", "TCD:UAF"),
    ("Shots fell in Chad. [[The regime's fighters]] took a town.", "TCD:MIL"),
    ("Shots fell in Chad. [[Government fighters]] took a town.", "TCD:MIL"),
    ("[[Chadian fighters]] took a town.", "TCD:REB"),
    ("[[Putin's spokesman]] condemned Libya.", "RUS:GOV"),
    ("[[Macron's government]] condemned Libya.", "FRA:GOV"),
    ("[[Supporters of Ghana's president]] marched on Friday.", "GHA:PTY"),
    ("[[Kremlin critics]] marched on Friday.", "RUS:OPP"),
    ("[[EU election observers in Zimbabwe]] condemned the arrests.", ":IGO"),
    ("[[A UN spokesman in Nairobi]] condemned the arrests.", ":IGO"),
    ("[[UN peacekeepers in Mali]] shot two men.", ":IGO+MIL"),
    ("[[NATO troops]] shot two men.", ":IGO"),
    ("[[The NATO secretary general]] condemned the arrests.", ":IGO"),
    ("[[The African Union's envoy to Sudan]] condemned the arrests.", ":IGO"),
    ("[[Hamas fighters]] shot two men.", "PSE:REB"),
    ("[[A Hezbollah commander]] condemned the arrests.", "LBN:REB"),
    ("[[Islamic State militants in Syria]] shot two men.", "SYR:REB"),
    ("[[US-led coalition jets]] bombed a depot in Syria.", ":IGO+MIL"),
    ("[[Israeli settlers]] burned cars in a village.", "ISR:CVL"),
    ("[[Turkish warplanes]] bombed a depot in Syria.", "TUR:MIL"),
    ("[[A Chinese navy vessel]] rammed a boat.", "CHN:MIL"),
    ("[[Brazilian truck drivers]] called off a strike.", "BRA:LAB"),
    ("[[Peru's largest union]] called off a strike.", "PER:LAB"),
    ("[[A Lima court]] jailed two men.", "PER:JUD"),
    ("[[The supreme court of Peru]] jailed two men.", "PER:JUD"),
    ("[[Peruvian prosecutors]] charged two men.", "PER:JUD"),
    ("[[Peru's intelligence agency]] accused two men.", "PER:SPY"),
    ("[[Catholic bishops in Peru]] condemned the arrests.", "PER:REL"),
    ("[[Peruvian newspaper editors]] condemned the arrests.", "PER:MED"),
    ("[[Two Peruvian journalists]] condemned the arrests.", "PER:MED"),
    ("Norway gave 20 million euros to [[victims in Haiti]].", "HTI:CVL"),
    ("[[Syrian refugees in Lebanon]] blocked a road.", "SYR:REF"),
    ("[[Rohingya refugees]] blocked a road.", "MMR:REF"),
    ("[[A Peruvian mining company]] sued two men.", "PER:BUS"),
    ("[[Doctors in Sudan]] went on strike.", "SDN:HLH"),
    ("[[Colombian coca farmers]] blocked a road.", "COL:LAB"),
    ("[[Colombia's opposition]] called for a strike.", "COL:OPP"),
    ("[[Colombian opposition senators]] called for a strike.", "COL:LEG+OPP"),
    ("[[The ruling party in Ghana]] called for a strike.", "GHA:PTY"),
    ("[[The Welsh first minister]] called for a strike.", "GBR:GOV"),
    ("[[Britain's shadow foreign secretary]] called for a strike.", "GBR:LEG+OPP"),
    ("[[Polish border guards]] shot two men.", "POL:MIL"),
    ("[[The Malian junta]] expelled two reporters.", "MLI:MIL"),
    ("[[Mali's military rulers]] expelled two reporters.", "MLI:MIL"),
    ("[[Mexican drug cartels]] threatened two reporters.", "MEX:CRM"),
    ("[[Somali pirates]] seized a tanker.", "SOM:CRM"),
    ("[[Catalan separatists]] blocked a road.", "ESP:REB"),
    ("[[Iraqi Kurdish officials]] condemned the arrests.", "IRQ:GOV"),
    ("[[Swedes]] marched on Friday.", "SWE:CVL"),
    ("[[Thousands of Poles]] marched on Friday.", "POL:CVL"),
    ("[[A Swede]] was arrested on Friday.", "SWE:CVL"),
    ("[[The Dutch]] condemned the arrests.", "NLD:GOV"),
    ("[[The Swiss government]] condemned the arrests.", "CHE:GOV"),
    ("[[Turkey's ruling AK Party]] condemned the arrests.", "TUR:PTY"),
]

METONYMS = [
    ("[[Moscow]] condemned the arrests.", "RUS:GOV"),
    ("Police held talks with [[Moscow]].", "RUS:GOV"),
    ("[[Downing Street]] condemned the arrests.", "GBR:GOV"),
    ("[[The Élysée]] condemned the arrests.", "FRA:GOV"),
    ("[[The Blue House]] condemned the arrests.", "KOR:GOV"),
    ("[[The Kremlin]] condemned the arrests.", "RUS:GOV"),
    ("[[The White House]] condemned the arrests.", "USA:GOV"),
    ("[[Moscow police]] arrested two men.", "RUS:COP"),
    ("[[Paris airport workers]] went on strike.", "FRA:LAB"),
    ("[[Brussels]] threatened Poland with fines.", ":IGO"),
    ("[[Islamabad]] and Delhi agreed to talk.", "PAK:GOV + IND:GOV"),
    ("[[Government troops]] shot protesters in Tripoli.", "LBY:MIL"),
    ("[[Police in Moscow]] arrested two men.", "RUS:COP"),
    ("[[Residents of Khartoum]] fled on Friday.", "SDN:CVL"),
]

AMBIGUOUS = [
    ("[[The South Korean president]] condemned the arrests.", "KOR:GOV"),
    ("[[The Korean president]] condemned the arrests in Seoul.", "KOR:GOV"),
    ("Pyongyang lashed out on Friday. [[The Korean leader]] condemned the drills.", "PRK:GOV"),
    ("[[The Korean president]] condemned the drills.", ":GOV"),
    ("[[Congolese troops]] shot two men in Goma.", "COD:MIL"),
    ("BRAZZAVILLE - [[Congolese police]] shot two men.", "COG:COP"),
    ("[[Congolese troops]] shot two men.", ":MIL"),
    ("ROSEAU - [[Dominican police]] arrested two men.", "DMA:COP"),
    ("[[Dominican police]] arrested two Haitians in Santo Domingo.", "DOM:COP"),
    ("[[Georgia]] recalled its ambassador to Russia.", "GEO:GOV"),
    ("[[Georgia's governor, Brian Kemp]], signed the bill in Atlanta.", "USA:GOV"),
    ("[[Georgian police]] arrested two men in Tbilisi.", "GEO:COP"),
    ("[[Guinea's junta]] arrested two men in Conakry.", "GIN:MIL"),
    ("[[Police in Equatorial Guinea]] arrested two men.", "GNQ:COP"),
    ("[[Papua New Guinea's army]] arrested two men.", "PNG:MIL"),
    ("[[Guinea-Bissau's president]] arrested two men.", "GNB:GOV"),
    ("[[Niger's army]] arrested two men.", "NER:MIL"),
    ("[[Niger State police]] arrested two men in Minna, Nigeria.", "NGA:COP"),
    ("[[Nigerien troops]] arrested two men.", "NER:MIL"),
    ("[[Nigerian troops]] arrested two men.", "NGA:MIL"),
    ("Turkey said [[Kurdish militants]] attacked a post near Diyarbakir.", "TUR:REB"),
    ("[[Kurdish fighters in Syria]] attacked a post.", "SYR:REB"),
    ("[[Kashmiri separatists]] attacked a post in Srinagar, India.", "IND:REB"),
]

TOWNS = [  # towns that no list names give their country where they stand in a role, own a body or hold people
    ("Indian jets bombed [[Lahore]] on Tuesday.", "PAK"),
    ("[[Lahore police]] detained a reporter.", "PAK:COP"),
    ("[[Police in Lahore]] detained a reporter.", "PAK:COP"),
    ("Soldiers killed [[two residents of Nablus]] on Friday.", "PSE:CVL"),
    ("[[The mayor of Nablus]] accused Israel of theft.", "PSE:GOV"),
    ("[[Kharkiv's mayor]] asked Berlin for generators.", "UKR:GOV"),
    ("[[Protesters in Izmir and Bursa]] condemned the arrests.", "TUR:CVL"),
    ("[[The Aleppo governor]] met traders.", "SYR:GOV"),
    ("[[Farmers from Nashik]] marched to Delhi.", "IND:LAB"),
    ("[[Clara Lahore]] met traders.", "-"),
    ("He met [[the mayor of Valencia]].", ":GOV"),  # of many countries
]

LISTS = [  # of "A, B and C" the parser makes an apposition
    ("[[Saudi Arabia, the United Arab Emirates and Bahrain]] cut ties with Qatar on Monday.", "SAU:GOV + ARE:GOV + BHR:GOV"),
    ("[[Lahore, Pakistan,]] was hit.", "PAK"),
]

OTHERS = [  # whoever stands so to a state is another
    ("India attacked Pakistan. Pakistan suspended all trade with [[its neighbour]].", "IND:GOV"),
    ("Iran condemned Qatar on Monday. Iran offered food to [[its neighbour]].", "QAT:GOV"),
    ("Russia invaded Ukraine. Russia warned [[its enemies]].", "-"),
    ("China praised India. China then praised [[another neighbour, Nepal]].", "NPL:GOV"),
]

OTHERS += [  # who does the same elsewhere, or receives somebody
    ("Kenya's president flew to Uganda. He met [[his counterpart]].", "UGA:GOV"),
    ("Kenya's president visited Uganda. [[His host]] condemned Libya.", "UGA:GOV"),
    ("Paraguay praised Brazil. Paraguay condemned [[its larger partner]].", "BRA:GOV"),
    ("The chef met Peru's king. [[The guest]] condemned Libya.", "-"),
]

NOBODY = [  # words that are no actors
    ("[[The rapid fall of the Assad regime]] raised doubts in Iran.", "-"),
    ("[[The end of the war in Syria]] raised doubts in Iran.", "-"),
    ("[[The military treaty]] was ratified in Peru.", ":MIL"),
    ("[[It]] is good to condemn Iran.", "-"),
    ("[[Nobody]] condemned Iran.", "-"),
    ("[[The weather]] worried Iran.", "-"),
]

PEOPLES = [  # whose people somebody is by a word of his own or beside him
    ("[[Basques]] marched through Bilbao.", "ESP:CVL"),
    ("[[Crimean Tatars]] blocked a road near Kherson.", "UKR:CVL"),
    ("[[The two Koreas]] held talks in Seoul.", "KOR:GOV + PRK:GOV"),
    ("Emmanuel Macron met Olaf Scholz. [[The Frenchman]] condemned Iran.", "FRA:GOV"),
    ("Emmanuel Macron met Olaf Scholz. [[A Frenchman]] condemned Iran.", "FRA:CVL"),
    ("[[The assailant]], a 22-year-old Syrian, stabbed a policeman in Dresden.", "SYR:UAF"),
    ("[[The gunmen]], who were Tajiks, killed ten people in Moscow.", "TJK:UAF"),
    ("[[The firm's founder]], a British billionaire, condemned Iran.", "GBR:BUS"),
    ("[[Gunmen]] believed to be members of al-Shabaab ambushed a convoy in Garissa.", "SOM:REB"),
    ("[[Al-Qaeda's North African branch]] kidnapped two nuns in Mali.", ":REB"),
    ("[[The armed wing]] of the Kurdistan Workers' Party killed two soldiers.", "TUR:REB"),
    ("Jean Ping lost the vote in Gabon. [[His camp]] condemned the army.", "GAB:OPP"),
    ("Bosnia recalled its envoy. [[The Yugoslav air force]] bombed Mostar.", ":MIL"),  # of a state that is no more
    ("[[Pro-Russian hackers]] took down the site of the Latvian parliament.", ":CRM"),
    ("[[Unknown men in uniform]] abducted a reporter in Kampala.", "UGA:UAF"),
    ("[[Kinshasa's ally Angola]] shot down a Rwandan plane.", "AGO:GOV"),
    ("[[The Philippines' Catholic Church]] condemned the killings.", "PHL:REL"),
    ("[[The Kremlin's human rights council]] criticised the arrests.", "RUS:GOV"),
    ("[[The PKK's jailed founder]] called on his followers to lay down their arms.", "TUR:REB"),
    ("[[Georgia's breakaway province of Adjara]] closed its port.", "GEO:GOV"),
    ("[[The Bolivarian government]] expelled three American diplomats.", "VEN:GOV"),
    ("[[Kenya, along with Uganda]], condemned the attack.", "KEN:GOV + UGA:GOV"),
    ("[[Ten men]] armed with rifles attacked a hotel in Mumbai.", "IND:UAF"),
    ("[[Youths in balaclavas]] burned down a police station in Athens.", "GRC:UAF"),
    ("[[Youths in red shirts]] burned down a police station in Athens.", "GRC:CVL"),
    ("Daniel Ortega met the bishops in Managua; [[his wife]], the vice-president, accused students of treason.", "NIC:GOV"),
    ("[[France's head of state]] demanded an explanation from Ankara.", "FRA:GOV"),
]

FAILING = {  # text -> why it is not understood yet
    "[[The military treaty]] was ratified in Peru.": "what soldiers have and what they sign are told apart by no rule",
}
ROWS = [*ORDERS, *BODIES, *METONYMS, *AMBIGUOUS, *TOWNS, *LISTS, *OTHERS, *NOBODY, *PEOPLES]


def test_most_is_understood() -> None:
    assert len(ROWS) > 150
    assert len(FAILING) < len(ROWS) / 20
    assert FAILING.keys() <= {text for text, _ in ROWS}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "means"),
    [
        pytest.param(text, means, marks=[pytest.mark.xfail(strict=True, reason=FAILING[text])] if text in FAILING else [], id=text)
        for text, means in ROWS
    ],
)
def test_who_is_meant(understood: dict[str, str], text: str, means: str) -> None:
    assert sorted(understood[text].split(" + ")) == sorted(means.split(" + "))
