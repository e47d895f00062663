"""Country and sectors of those who act or are acted upon, in sentences of our own; `[[ ]]` marks the words in question."""

from collections.abc import Callable, Iterable

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

BOUND = [  # a name bound by its descriptor, and what points back to it
    ("Somali Interior Minister Dahir Warsame met elders. [[Warsame]] condemned the attack.", "SOM:GOV"),
    ("Somali Interior Minister Dahir Warsame met elders. [[The minister]] condemned the attack.", "SOM:GOV"),
    ("Somali Interior Minister Dahir Warsame met elders. [[Mr Warsame]] condemned the attack.", "SOM:GOV"),
    ("Somali Interior Minister Dahir Warsame met elders. [[Minister Warsame]] condemned the attack.", "SOM:GOV"),
    ("Somali Interior Minister Dahir Warsame met elders. [[He]] condemned the attack.", "SOM:GOV"),
    ("Dahir Warsame, the Somali interior minister, is sixty. [[Warsame]] condemned the attack.", "SOM:GOV"),
    ("Dahir Warsame is the interior minister of Somalia. [[Warsame]] condemned the attack.", "SOM:GOV"),
    ("The Somali army chief, General Dahir Warsame, resigned. [[The general]] condemned the attack.", "SOM:MIL"),
    ("Uganda's opposition leader Ruth Namara was freed. [[She]] condemned the attack.", "UGA:OPP"),
    ("Uganda's opposition leader Ruth Namara was freed. [[The opposition leader]] condemned the attack.", "UGA:OPP"),
    ("Uganda's opposition leader Ruth Namara was freed. [[Ruth Namara]] condemned the attack.", "UGA:OPP"),
    ("Ruth Namara of Uganda's opposition was freed. [[Namara]] condemned the attack.", "UGA:OPP"),
    ("The president of Peru visited China. [[The president]] met students.", "PER:GOV"),
    ("Emmanuel Macron landed in Beijing. [[The president]] met students.", "FRA:GOV"),
    ("Emmanuel Macron landed in Beijing. [[The French leader]] met students.", "FRA:GOV"),
    ("Peruvian envoy Ana Quispe met Steve Witkoff in Lima. [[Witkov]] condemned the attack.", "USA:GOV"),
    ("Volodymyr Zelensky landed in Lima. [[Selenskyj]] condemned the attack.", "UKR:GOV"),
    ("Colonel Ibrahim Dakore led the mutiny in Niger. [[Dakoré]] condemned the attack.", "NER:MIL"),
    ("Rebels of the National Front of Azania (NFA) attacked a post in Chad. [[The NFA]] freed two men.", "TCD:REB"),
    ("The Peruvian Teachers' Union (PTU) marched. [[The PTU]] called for a strike.", "PER:LAB"),
    ("The Economic Community of West African States (ECOWAS) met. [[ECOWAS]] condemned Mali.", ":IGO"),
]

REFERENCES = [
    ("China and India held talks. [[The two countries]] agreed to meet again.", "CHN:GOV + IND:GOV"),
    ("China and India held talks. [[Both countries]] agreed to meet again.", "CHN:GOV + IND:GOV"),
    ("China and India held talks. [[They]] agreed to meet again.", "CHN:GOV + IND:GOV"),
    ("China and India held talks. [[Both]] agreed to meet again.", "CHN:GOV + IND:GOV"),
    ("China and India held talks. [[The two]] agreed to meet again.", "CHN:GOV + IND:GOV"),
    ("China and India held talks. [[The former]] condemned Nepal.", "CHN:GOV"),
    ("China and India held talks. [[The latter]] condemned Nepal.", "IND:GOV"),
    ("China protested to India. [[The latter]] condemned Nepal.", "IND:GOV"),
    ("China protested to India. [[The former]] rejected the answer.", "CHN:GOV"),
    ("China and India held talks. [[Both]] condemned the attack.", "CHN:GOV + IND:GOV"),
    ("China and India held talks. [[Both sides]] condemned the attack.", "CHN:GOV + IND:GOV"),
    ("[[The pope]] condemned Nepal.", "VAT:REL"),
    ("[[Pope]] condemns attack in Nepal", "VAT:REL"),
    ("Vladimir Putin met Narendra Modi. [[The two leaders]] agreed to meet again.", "RUS:GOV + IND:GOV"),
    ("Vladimir Putin met Narendra Modi. [[The two countries]] agreed to meet again.", "RUS:GOV + IND:GOV"),
    ("Russian and Indian warships met at sea. [[The two countries]] agreed to meet again.", "RUS:GOV + IND:GOV"),
    ("Vladimir Putin visited India. [[The two countries]] agreed to meet again.", "RUS:GOV + IND:GOV"),
    ("Putin flew to Delhi to meet Modi. [[Both leaders]] condemned Nepal.", "RUS:GOV + IND:GOV"),
    ("Israel and Hamas agreed to a truce. [[Both sides]] freed prisoners.", "ISR:GOV + PSE:REB"),
    ("The army clashed with rebels in Chad. [[Both sides]] freed prisoners.", "TCD:MIL + TCD:REB"),
    ("The European Union fined Poland. [[The bloc]] condemned Nepal.", ":IGO"),
    ("NATO ministers met in Riga. [[The alliance]] condemned Nepal.", ":IGO"),
    ("Hamas freed two men. [[The group]] condemned Nepal.", "PSE:REB"),
    ("Al-Shabaab freed two men in Kismayo. [[The militant group]] condemned Nepal.", "SOM:REB"),
    ("Iran freed two men. [[The country]] condemned Nepal.", "IRN:GOV"),
    ("Iran freed two men. [[The Islamic Republic]] condemned Nepal.", "IRN:GOV"),
    ("Iran freed two men. [[It]] condemned Nepal.", "IRN:GOV"),
    ("Iran freed two men. [[Its foreign ministry]] condemned Nepal.", "IRN:GOV"),
    ("Iran freed two men. [[Its army]] attacked Nepal.", "IRN:MIL"),
    ("Iran freed two men. [[The country's president]] condemned Nepal.", "IRN:GOV"),
    ("Viktor Orban flew to Lima. [[His government]] condemned Nepal.", "HUN:GOV"),
    ("Viktor Orban flew to Lima. [[His foreign minister]] condemned Nepal.", "HUN:GOV"),
    ("US officials shared evidence with [[their Chinese counterparts]].", "CHN:GOV"),
    ("Emmanuel Macron met [[his Kenyan counterpart]].", "KEN:GOV"),
    ("Emmanuel Macron met [[his Kenyan counterpart William Ruto]].", "KEN:GOV"),
    ("Emmanuel Macron said [[he]] condemned Nepal.", "FRA:GOV"),
    ("“[[We]] condemn Nepal,” Emmanuel Macron said.", "FRA:GOV"),
    ("“[[I]] condemn Nepal,” Iran's foreign minister said.", "IRN:GOV"),
    ("“[[We]] condemn Nepal,” a Hamas spokesman said.", "PSE:REB"),
    ("Iran's foreign minister said that [[we]] would condemn Nepal.", "IRN:GOV"),
    ("Chadian rebels attacked a post. [[They]] freed two men.", "TCD:REB"),
    ("Chadian rebels attacked a post. [[The rebels]] freed two men.", "TCD:REB"),
    ("Chadian rebels attacked a post. [[The fighters]] freed two men.", "TCD:REB"),
]

BARE = [  # roles without a country: the dateline's, the paragraph's or the report's
    ("LIMA, Dec 3 - [[Police]] arrested two men.", "PER:COP"),
    ("LIMA, Dec 3 - [[The government]] condemned China.", "PER:GOV"),
    ("LIMA, Dec 3 - [[The president]] will visit China next week.", "PER:GOV"),
    ("LIMA, Dec 3 - [[The opposition]] called for a strike.", "PER:OPP"),
    ("Protests spread through Peru. [[Police]] arrested two men in Cusco.", "PER:COP"),
    ("Protests spread through Peru. [[The president]] will visit China.", "PER:GOV"),
    ("Protests spread through Peru. [[The army]] shot two men.", "PER:MIL"),
    ("Protests spread through Peru. [[Air force jets]] killed two men.", "PER:MIL"),
    ("Protests spread through Peru. [[The rebels' mortars]] killed two men.", "PER:REB"),
    ("Protests spread through Peru. [[The opposition's local branch]] condemned the arrests.", "PER:OPP"),
    ("Protests spread through Peru. [[The prosecution]] condemned the arrests.", "PER:JUD"),
    ("Chile is at ease. Peru's president condemned Chile and ordered [[the navy]] to attack two boats.", "PER:MIL"),
    ("[[A member of parliament in Lima]] condemned Chile.", "PER:LEG"),
    ("[[The president]] would visit China next week.", ":GOV"),
    ("[[Police]] arrested two men. The men are from Peru.", "PER:COP"),  # by what comes later
    ("Judges in Ghana freed a trader. He went to see a brother in Togo and a sister in Togo. [[The police]] condemned it.", "GHA:COP"),
    ("[[The prime minister]] asked Iran to free two men.", ":GOV"),
    ("[[Police in Lima]] arrested two men.", "PER:COP"),
    ("[[Militants]] attacked a mosque in northern Mali.", "MLI:REB"),
    ("[[The mayor]] banned a march in Lyon, France.", "FRA:GOV"),
]

BARE += [  # what a court or a president does to his own people is done at home
    ("A strike hit Peru. [[The court]] freed a Peruvian teacher.", "PER:JUD"),
    ("A strike hit Peru. [[The opposition]] met President Boluarte.", "PER:OPP"),
]

BARE += [  # the clause says where a crowd is; the report is about another country
    ("Iraq condemned Israel. Iraq's president met the king. [[Mourners]] marched in Isfahan.", "IRN:CVL"),
    ("Canada froze the assets of [[the officers who seized power in Niamey]].", "NER:COP"),
    ("Police in the capital, Kampala, used tear gas after France and French firms left Uganda. [[A crowd]] gathered.", "UGA:CVL"),
    ("Leaders of Togo met in Abuja on Sunday. [[The opposition]] condemned the leaders.", "TGO:OPP"),
    ("Togo closed the border. [[Protesters]] set fire to the French embassy and to French shops.", "TGO:CVL"),
]

BARE += [  # the place of another body, of who only visits, and of a deed that is no place
    ("Ghana closed its border. [[Police in the Togolese capital]] detained a trader.", "TGO:COP"),
    ("Ghana closed its border. [[Police in the capital, Lomé,]] shot a trader.", "TGO:COP"),
    ("Ghana closed its border. [[Judges at the International Criminal Court]] convicted a trader.", ":IGO+JUD"),
    ("Peru is calm. The president, who was in Paris for a summit, sacked a judge. [[Students]] marched.", "PER:EDU"),
    ("Peru is calm. [[Eight people]] died in Libyan raids.", "PER:CVL"),
    ("Peru is calm. The minister of Chad said [[eight people]] had been abducted.", "TCD:CVL"),
    ("Peru is calm. Peru is dry. Peru is rich. Canada warned [[residents]], some of whom were in Togo.", "PER:CVL"),
    ("Peru is calm. Libya rained shells on Sirte, killing [[six people]].", "LBY:CVL"),
    ("Peru is calm. [[Soldiers held by growers in Togo]] were freed.", "TGO:MIL"),
    ("Peru is calm. Libya shelled [[schools in the town of Sirte]].", "LBY:EDU"),
    ("Peru is calm. Libya shelled [[three schools]] in Sirte.", "LBY:EDU"),
    ("Peru is calm. Rebels killed [[nine people]], according to Chadian officials.", "TCD:CVL"),
    ("Peru is calm. A judge sentenced [[former minister Ana Quispe]] on Monday.", "PER:ELI"),
    ("Peru is calm. [[Students]] marched through Lomé and police arrested forty.", "TGO:EDU"),
    ("Peru is calm. Students marched through Lomé and [[police]] arrested forty.", "TGO:COP"),
    ("Peru is calm. [[Troops]] shot dead two nurses in Lomé.", "TGO:MIL"),
    ("Peru is calm. [[The government]] closed its embassy in Lomé.", "PER:GOV"),
    ("Peru is calm. Libya met [[two diplomats]].", ":GOV"),
    ("Peru is calm. [[The diplomats]] met Libya.", "PER:GOV"),
]

THEATRE = [  # where a report takes place, whosever people, firms and neighbours it names
    (
        "A French priest was freed in Conakry. The Frenchman was held for a year. The Frenchman was ill. [[Soldiers]] had arrested him.",
        "GIN:MIL",
    ),
    ("Chinese owners sold a mine. The Chinese firm paid forty million soles. [[Police]] arrested twelve miners.", "PER:COP"),
    ("Kisumu: Chinese managers sacked forty men. [[Police]] shot at the Chinese managers' car.", "KEN:COP"),
    (
        "A Malaysian court jailed a Togolese man. The Togolese was ill. Togolese lawyers wept. [[Activists]] urged the king to pardon him.",
        "MYS:CVL",
    ),
    ("Kenya is calm. Kenya is dry. In Burundi, [[soldiers]] closed a station.", "BDI:MIL"),
    ("Kenya's police shot two men. Uganda freed nine men. Chile: [[miners]] ended a strike.", "CHL:LAB"),
    ("Peru is calm. Chad jailed [[a bishop]].", "TCD:REL"),
    ("Peru is calm. Beijing condemned Lima. Peru expelled [[the ambassador]].", "CHN:GOV"),
    ("India is calm. [[The chief minister, Arun Rao,]] asked Delhi for help.", "IND:GOV"),
    ("Peru is calm. Peru is dry. Peru is rich. [[Foreign Minister Ana Quispe]] was arrested in Lomé.", "PER:GOV"),
]

OFFICES = [  # who is told of again by his office, and who by another's
    ("Togo's former president Kofi Abara was ill. Kenya praised Ghana. Kenya freed [[the ousted leader]].", "TGO:ELI"),
    ("Mongolia's prime minister sacked [[the mining minister]].", "MNG:GOV"),
    ("Prosecutors in Milan charged a Libyan commander. [[The commander, Abdul Milad]], was shot dead in Tripoli.", "LBY:MIL"),
    ("Chile's president met Peru's foreign minister. [[They]] signed a treaty.", "CHL:GOV + PER:GOV"),
    ("Peru expelled ten Russian envoys and Chile expelled [[seven]].", "RUS:GOV"),
    ("The Swiss mining firm Argor left Peru. Miners wept. It rained in Peru. Villagers attacked [[the firm]].", "CHE:BUS"),
    ("[[The union's president]] condemned Uganda.", ":LAB"),
    ("[[Jets of the Malian air force]] bombed a village.", "MLI:MIL"),
    ("Police in Peru detained [[a senator]] and six students.", "PER:LEG + PER:EDU"),
]

REFERENCES += [  # what stands for an unnamed body or crowd, and nobody condemns his own country
    ("The African Union warned Sudan. A spokeswoman for the council said [[its soldiers]] had never burned farms.", "SDN:MIL"),
    ("Togo closed its border. Togo condemned Kenya. The president of Togo condemned [[it]] again.", "KEN:GOV"),
]

REFERENCES += [  # under another noun than before, and a kind of bodies that is none of those told of
    ("Chad expelled the Libyan ambassador. Chad accused [[the diplomat]] of spying.", "LBY:GOV"),
    ("Myanmar's military government sent an envoy to Thailand. Thailand thanked [[the junta]].", "MMR:GOV"),
    ("Hamas attacked Israel. Israel banned [[the opposition parties]].", "ISR:OPP"),
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

NOBODY = [  # words that are no actors
    ("[[The rapid fall of the Assad regime]] raised doubts in Iran.", "-"),
    ("[[The end of the war in Syria]] raised doubts in Iran.", "-"),
    ("[[The military treaty]] was ratified in Peru.", ":MIL"),
    ("[[It]] is good to condemn Iran.", "-"),
    ("[[Nobody]] condemned Iran.", "-"),
    ("[[The weather]] worried Iran.", "-"),
]


REFERENCES += [  # what stands before "country" says which one it is
    ("Kenya and Ecuador quarrelled. [[The Andean nation]] condemned the arrests.", "ECU:GOV"),
    ("Chile and Mali quarrelled. [[The West African state]] condemned the arrests.", "MLI:GOV"),
    ("Canada expelled a Chinese envoy. [[The Asian giant]] condemned the arrests.", "CHN:GOV"),
    ("Kenya met Peru's tech firms. [[The tech giant]] condemned the arrests.", "KEN:BUS"),
    ("Estonia praised Chad. Moscow condemned [[the Baltic state's minister]].", "EST:GOV"),
    ("Protesters burned tyres in Niamey. [[The former colonial power]] condemned Niger.", "FRA:GOV"),
    ("Chad met the Lebanese minister. Togo condemned [[the Lebanese state]].", "LBN:GOV"),
    ("Togo and Chad signed a pact. Lomé received [[the tiny state's envoy]].", "TCD:GOV"),  # and none of its own
    ("The rebels fled Peru. The rebels condemned [[the state]].", "PER:GOV"),
]

REFERENCES += [  # what was told of under another noun
    ("Peru protected the Chadian embassy. Students stormed [[the building]].", "TCD:GOV"),
    ("Chad seized a Greek tanker. Soldiers boarded [[the vessel]].", "GRC"),
    ("The International Criminal Court indicted two Libyans. Libya condemned [[the court]].", ":IGO+JUD"),
    ("Chadian police arrested three Serbs. Belgrade condemned [[their]] arrest.", "SRB:CVL"),  # and not that of the police
    ("The president of Chad met the head of the Togolese army. [[The sides]] signed a pact.", "TCD:GOV + TGO:MIL"),
]

OTHERS += [  # who does the same elsewhere, or receives somebody
    ("Kenya's president flew to Uganda. He met [[his counterpart]].", "UGA:GOV"),
    ("Kenya's president visited Uganda. [[His host]] condemned Libya.", "UGA:GOV"),
    ("Paraguay praised Brazil. Paraguay condemned [[its larger partner]].", "BRA:GOV"),
    ("The chef met Peru's king. [[The guest]] condemned Libya.", "-"),
]

BARE += [  # whose friends and foes people are, and where their families come from, is not where they are at home
    ("Police in Moldova detained [[nine pro-Russian activists]].", "MDA:CVL"),
    ("[[Anti-French protesters]] marched in Niger.", "NER:CVL"),
    ("Turkey jailed [[a German journalist of Kenyan descent]].", "DEU:MED"),
    ("Poland is calm. Belarus jailed [[a journalist of Polish origin]].", "BLR:MED"),
]

BARE += [  # rebels of whom a group was named, and subjects side by side with rulers
    ("Houthi drones hit a ship. Denmark condemned [[the rebels]].", "YEM:REB"),
    ("Qatar mediated between Chad's government and [[rebels]].", "TCD:REB"),
    ("Poland condemned Russia. Russia expelled [[two diplomats]].", "POL:GOV"),
    ("The government and the rebels of Colombia held talks in Oslo. They freed [[a farmer]].", "COL:LAB"),  # not where they talk
    ("[[Turkish jets]] bombed Iraq.", "TUR:MIL"),
    ("[[A Turkish cargo jet]] crashed in Iraq.", "TUR"),
    ("[[Karachi traders]] condemned the arrests.", "PAK:BUS"),
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

AGAIN = [  # somebody told of before, whatever is said of him besides
    ("Evo Morales of Bolivia attacked the US. [[The leftist]], in power since 2006, condemned Chile.", "BOL:ELI"),
    ("Vladimir Putin flew to Beijing. [[His predecessor]] met the Indian premier.", "RUS:GOV"),
    ("Washington imposed sanctions on Iran, and [[the Islamic republic]] in turn expelled a diplomat.", "IRN:GOV"),
    ("Israel struck Gaza. [[The Jewish state]] warned Lebanon.", "ISR:GOV"),
    ("Hezbollah raided Israel. The Security Council met. [[The movement]] fired rockets at Haifa.", "LBN:REB"),
    ("A spokesman for the Sudanese army said [[its aircraft]] had bombed Omdurman.", "SDN:MIL"),
    ("France flew in [[200 troops]] to protect its nationals in Ivory Coast.", "FRA:MIL"),
    ("Gabon's junta fell in May. [[The deposed president]], who was in Nigeria then, condemned the army.", "GAB:ELI"),
    ("The US president sent ships to Libya. [[His Republican rival]] accused the administration of weakness.", "USA:OPP"),
    ("Daniel Ortega met the bishops. [[His opponents]] called for a strike.", "NIC:OPP"),
    ("Gunmen stormed the American consulate in Benghazi and killed [[the ambassador]].", "USA:GOV"),
    ("Talks between Manila and the communist rebels ended after [[the latter]] ambushed a patrol.", "PHL:REB"),
    ("Seoul held drills. Vietnam freed [[a blogger]].", "VNM:CVL"),
    ("Salva Kiir accused his former deputy of a plot. [[The latter]] urged the army to act.", "SSD:GOV"),
    ("Ilham Aliyev met the press. Turkey's president praised him. [[His foreign minister]] flew to Yerevan.", "TUR:GOV"),
    ("Ratko Mladic handed out sweets. [[The general]] threatened to shell the town.", "BIH:MIL"),
    ("Uganda sent a company of [[soldiers]] to Juba.", "UGA:MIL"),
    ("France called for talks and its ambassador accused the Russians of crimes. [[The latter's envoy]] rejected that.", "RUS:GOV"),
    ("Senegal's president put off the vote. Paris urged [[the former French colony]] to hold it.", "SEN:GOV"),
    ("India's home minister resigned. [[The premier]], Manmohan Singh, accused groups based in a neighbouring country.", "IND:ELI"),
    ("The decision by Ecuador's president to let [[police]] storm the Mexican embassy was condemned.", "ECU:COP"),
    ("Israel's minister met his Kenyan counterpart and [[the two]] agreed to share intelligence.", "ISR:GOV + KEN:GOV"),
]


FAILING = {  # text -> why it is not understood yet
    "Ruth Namara of Uganda's opposition was freed. [[Namara]] condemned the attack.": "the possessor is parsed as the whole name",
    "Rebels of the National Front of Azania (NFA) attacked a post in Chad. [[The NFA]] freed two men.": "no role noun says what a front is",
    "China and India held talks. [[The former]] condemned Nepal.": "the parser takes the former for an adjective",
    "[[The military treaty]] was ratified in Peru.": "what soldiers have and what they sign are told apart by no rule",
}
ROWS = [
    *ORDERS,
    *BODIES,
    *METONYMS,
    *AMBIGUOUS,
    *BOUND,
    *REFERENCES,
    *BARE,
    *TOWNS,
    *LISTS,
    *OTHERS,
    *NOBODY,
    *THEATRE,
    *OFFICES,
    *PEOPLES,
    *AGAIN,
]


def test_most_is_understood() -> None:
    assert len(ROWS) > 150
    assert len(FAILING) < len(ROWS) / 20
    assert FAILING.keys() <= {text for text, _ in ROWS}


@pytest.fixture(scope="module")
def understood(meant: Callable[[Iterable[str]], dict[str, str]]) -> dict[str, str]:
    return meant(text for text, _ in ROWS)


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
