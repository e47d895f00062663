"""Which place an event took place at."""

from collections.abc import Callable

import pytest

from sayso.model import Event


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        # what opens the sentence, and what the parser hangs on who acts there
        ("In Lima students stormed on Sunday the headquarters of the tax office.", "PROTEST", "Lima"),
        ("In Conakry soldiers opened fire on a crowd.", "ASSAULT", "Conakry"),
        ("In God the police of Chad trust, and arrested ten reporters.", "COERCE", None),
        # neither from where those are who act, nor in whose war they help, nor what stands in brackets
        ("Under pressure from Norway and Sweden, the question of the treaty is on the table.", "REQUEST", None),
        ("Iran backed Syria in its struggle.", "SUPPORT", None),
        ("At about 2am (AEST) Peruvian police shot two men.", "ASSAULT", None),
        # parts of a country or town
        ("Peruvian jets bombed a camp on Chilean soil.", "ASSAULT", "Chile"),
        ("Pirates seized a Chilean ship off the coast of Benin.", "COERCE", "Benin"),
        ("Peruvian soldiers shot two men on the outskirts of Gao.", "ASSAULT", "Gao"),
        ("Peruvian police arrested two Chileans in a Greek town.", "COERCE", "Greece"),
        ("Peru has forbidden Chilean inspectors on its soil to travel.", "COERCE", "Peru"),
        # names that no list has
        ("Peru imposed a curfew across the Westmost province.", "COERCE", "Westmost"),
        ("Militants killed two Chileans in Al-Zarubiya.", "ASSAULT", "Al-Zarubiya"),
        ("The Malian army recaptured Berru, a town east of Gao, from rebels.", "ASSAULT", "Berru"),
        ("Mali bombed a village in Sagaing region on Monday.", "ASSAULT", "Sagaing Region"),
        ("Peruvian soldiers shot two men at the Berru-Zal crossing.", "ASSAULT", "Berru-Zal crossing"),
        ("Peruvian gunners fired ten shells from Mount Berru.", "ASSAULT", "Mount Berru"),
        ("Shelling was heard near Camp Berru, where Malian soldiers murdered a colonel.", "ASSAULT", "Camp Berru"),
        ("Peruvian troops shot two inmates in the prison La Berra of Lima.", "ASSAULT", "Lima"),
        # a larger place only tells where the one before it lies
        ("Two men were shot dead by Malian troops at Bourem, in the Gao region, on Monday.", "ASSAULT", "Bourem"),
        ("Two Chileans were killed by Peruvian police in the Lima suburb of Barranco.", "ASSAULT", "Barranco"),
        # directions from a place, squares, and a country that something is done to
        ("Malian jets bombed a camp of the rebels south of Gao.", "ASSAULT", "Gao"),
        ("Thousands of Peruvians rallied on Lima's San Martin Square.", "PROTEST", "Lima"),
        ("Peruvian troops fired rockets into Chile.", "ASSAULT", "Chile"),
        ("Chad's minister was on a visit to Amman.", "CONSULT", "Amman"),
        # where those are who act, as told beside it
        ("The Chilean president, speaking in Lima, urged Chad to hold elections.", "REQUEST", "Lima"),
        ("The African Union, in Addis Ababa, condemned Chad.", "ACCUSE", "Addis Ababa"),
        ("Students in Lima demanded that the Peruvian government resign.", "REQUEST", "Lima"),
        ("Chad's minister, who flew to Amman on Friday, met Jordan's king.", "CONSULT", "Amman"),
        ("The Peruvian mayor was murdered as he left a rally in Cusco.", "ASSAULT", "Cusco"),
        ("Chad's president visited Malian troops stationed at Gao.", "CONSULT", "Gao"),
        # what is done to a happening is done where it takes place
        ("Peruvian police dispersed a march in Lima.", "ASSAULT", "Lima"),
        ("Norway condemned a march in Lima.", "ACCUSE", None),
        ("Chad's president denounced Peru during a visit to Cusco.", "ACCUSE", "Cusco"),
        ("Chad's president met his Chilean counterpart on the sidelines of a summit in Cusco.", "CONSULT", "Cusco"),
        ("Chad, in a statement issued in Cusco, urged Peru to hold elections.", "REQUEST", "Cusco"),
        ("Norway expelled four Russian diplomats over the poisoning of a spy in Gao.", "SANCTION", None),
        # where those come from, go and meet who act, and at whose it is
        ("Chad's minister flew from Cusco to Lima and met students.", "CONSULT", "Lima"),
        ("The leaders of Chad and Mali, who met in Lima on Monday, condemned Togo.", "ACCUSE", "Lima"),
        ("Peruvian rebels abducted two teachers from Berru.", "ASSAULT", "Berru"),
        ("Chad recalled its soldiers from Mali.", "RETREAT", "Mali"),
        ("Rebels shot at Malian troops at a US base.", "ASSAULT", None),
        ("Norway condemned Peru's raid and called on all sides in Chad to stop.", "ACCUSE", None),
        ("Togo, on a trip to Chad, urged Mali to hold elections.", "REQUEST", "Chad"),
        ("Peruvians living in Gao picketed the embassy of Chile.", "PROTEST", "Gao"),
        ("The Chilean mayor, who was in Lima for a fair, denounced the rebels.", "ACCUSE", "Lima"),
        ("The Chilean mayor, who was the envoy in Lima, denounced the rebels.", "ACCUSE", None),
        ("Delegates of Chad and Togo, brought together in Lima by Mali, agreed to a truce.", "AGREE", "Lima"),
        ("Police dispersed a crowd of Peruvians that stormed the consulate in Gao.", "ASSAULT", "Gao"),
        ("Two rockets of the rebels hit Gao and one a school in Bourem.", "ASSAULT", "Gao"),
        ("A gunman was shot dead by Malian police in the Berru quarter.", "ASSAULT", "Berru"),
        ("Mali lodged a protest with the Chilean ambassador in Lima.", "ACCUSE", "Lima"),
        ("Norway condemned the killing of two nurses at a hospital in Gao.", "ACCUSE", None),
        ("Peru thanked Chad for hosting refugees in Gao.", "SUPPORT", None),
        ("Togo hosted refugees from Chad.", "AID", "Togo"),
        ("Chad's president telephoned Peru's from Lima.", "CONSULT", "Lima"),
        # where somebody speaks, and those are whom a deed strikes
        ("Chad's spokesman condemned the raid at a news conference in Lima.", "ACCUSE", "Lima"),
        ("Malian soldiers shot two men who were praying at a mosque in Lima.", "ASSAULT", "Lima"),
        ("Malian soldiers shelled the Berru market.", "ASSAULT", "Berru market"),
        ("Peruvian police shot two men on Gao Street.", "ASSAULT", "Gao Street"),
        # of whom something is said, and where a later deed leads
        ("Peru's minister met with officials of Arica in the city of Lima.", "CONSULT", "Lima"),
        ("Chileans were rounded up by Peruvian police in Lima and driven to Cusco.", "COERCE", "Lima"),
        # what is made where its verb says, what it goes on, and "there"
        ("Hungary and Serbia signed an agreement in Subotica in June.", "SUPPORT", "Subotica"),
        ("Two days of talks between Peru and Chile ended in Gao.", "CONSULT", "Gao"),
        ("Peru's minister flew to Amman and received Chad's president there.", "CONSULT", "Amman"),
        # who hosts has it at home
        ("Chile, which hosted talks between Peru and Ecuador in 2022, sent tents.", "CONSULT", "Chile"),
        # the clause that tells how somebody came to harm, and what struck
        ("Four Peruvian soldiers were killed when a bomb exploded in Gao.", "ASSAULT", "Gao"),
        ("A bomb that went off at a hotel in Gao on Monday killed four Peruvian soldiers.", "ASSAULT", "Gao"),
        ("Peruvian soldiers died in rocket attacks on Gao and Bourem.", "ASSAULT", "Gao"),
        ("A Malian missile strike on Gao killed four Peruvian soldiers.", "ASSAULT", "Gao"),
        ("Four Peruvian soldiers were killed as Chad's minister arrived in Lima by train.", "CONSULT", "Lima"),
        # at whose wish, and whose force
        ("At Chile's insistence Peruvian and Chadian ministers met on Monday.", "CONSULT", None),
        ("At the invitation of Chile Peru's minister met Chad's in Gao.", "CONSULT", "Gao"),
        ("Four Peruvian soldiers died in a Malian drone strike at Gao airport.", "ASSAULT", "Gao"),
        # the part of a town, the first of several places, and between two
        ("Peruvian police shot two men in the Cusco district of Barranco.", "ASSAULT", "Barranco"),
        ("Peruvian police arrested ten men in Lima and Cusco.", "COERCE", "Lima"),
        ("Malian rebels ambushed a Peruvian patrol between Gao and Bourem.", "ASSAULT", "Gao"),
        # bound for a place, and kept from one
        ("Malian marines boarded a Peruvian ship carrying flour to Lima.", "COERCE", None),
        ("Peruvian police kept a Chilean senator from boarding a plane to Lima.", "COERCE", None),
        ("The bishop of Cusco was expelled from Peru by the army on Monday.", "COERCE", "Peru"),
        ("Peru and Chile rejected the plan at a meeting of the Andean Community in Quito.", "REJECT", "Quito"),
        ("Peruvian soldiers pushed towards Berru, a small village, on Monday.", "MOBILIZE", "Berru"),
        # a place of the clause after "after" is that of another deed
        ("The Peruvian minister resigned after a bomb at the airport of Gao killed nine conscripts.", "RETREAT", None),
        ("The Peruvian minister met his Chilean counterpart, and on Tuesday he flew to Doha.", "CONSULT", None),
        # where somebody is accused, asked or refused to do something is not where it is said
        ("Peru accused Chile of shelling villages near Tacna.", "ACCUSE", None),
        ("Peru refused to leave its bases in Gao.", "REJECT", None),
        ("The Peruvian senate launched an inquiry into Chile on Monday.", "ACCUSE", None),
        # a treaty is made where nobody need be any more
        ("Peru withdrew from the Paris Agreement.", "SANCTION", None),
    ],
)
def test_where_it_happened(code: Callable[..., list[Event]], text: str, kind: str, place: str | None) -> None:
    found = next(e.place for e in code(text) if e.type == kind)
    assert (found and found.name) == place
