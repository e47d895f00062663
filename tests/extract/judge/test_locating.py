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
        # what is made where its verb says, what it goes on, and "there"
        ("Hungary and Serbia signed an agreement in Subotica in June.", "SUPPORT", "Subotica"),
        ("Two days of talks between Peru and Chile ended in Gao.", "CONSULT", "Gao"),
        ("Peru's minister flew to Amman and received Chad's president there.", "CONSULT", "Amman"),
        # who hosts has it at home
        ("Chile, which hosted talks between Peru and Ecuador in 2022, sent tents.", "CONSULT", "Chile"),
        # a place of the clause after "after" is that of another deed
        ("The Peruvian minister resigned after a bomb at the airport of Gao killed nine conscripts.", "RETREAT", None),
        ("The Peruvian minister met his Chilean counterpart, and on Tuesday he flew to Doha.", "CONSULT", None),
        # where somebody is accused, asked or refused to do something is not where it is said
        ("Peru accused Chile of shelling villages near Tacna.", "ACCUSE", None),
        ("Peru refused to leave its bases in Gao.", "REJECT", None),
    ],
)
def test_where_it_happened(code: Callable[..., list[Event]], text: str, kind: str, place: str | None) -> None:
    found = next(e.place for e in code(text) if e.type == kind)
    assert (found and found.name) == place
