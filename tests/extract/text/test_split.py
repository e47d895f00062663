"""Step 2, split: paragraphs, sentences, and what surrounds a report's text."""

from collections.abc import Callable

import pytest

from sayso.extract.text.split import Abbreviations, Layout, split
from sayso.extract.text.surround import Surround
from sayso.lexicon import Lexicon

Cut = Callable[..., Layout]
LONG_HEAD = "Army withdraws from all of the northern border towns at night"


@pytest.fixture(scope="session")
def cut(lexicon: Lexicon) -> Cut:
    """Split a text with our own cues."""
    abbreviations, surround = Abbreviations.of(lexicon.cues["grammar"]), Surround.of(lexicon.cues["layout"])
    return lambda text, lands=frozenset(): split(text, surround, abbreviations, lands)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("   \n \n", []),
        ("One. Two.", ["One.", "Two."]),
        ("Was it so? It was! Really… Yes.", ["Was it so?", "It was!", "Really…", "Yes."]),
        ("no full stop at the end", ["no full stop at the end"]),
        ("He left. (04.02.2017) She met him.", ["He left. (04.02.2017)", "She met him."]),  # the day of what stands before it
        ("He left. (Nobody saw.) She met him.", ["He left.", "(Nobody saw.)", "She met him."]),
        # abbreviations and initials
        ("Gen. Juan Rojas met Mr. Ali. He left.", ["Gen. Juan Rojas met Mr. Ali.", "He left."]),
        ("The U.S. Senate voted. It rained.", ["The U.S. Senate voted.", "It rained."]),
        ("J. D. Vance met him. They spoke.", ["J. D. Vance met him.", "They spoke."]),
        ("J.D. Vance met M.K. Stalin. They spoke.", ["J.D. Vance met M.K. Stalin.", "They spoke."]),
        ("They met in the U.A.E. Rebels left.", ["They met in the U.A.E.", "Rebels left."]),
        ("On Jan. 5 the army left. Rebels came.", ["On Jan. 5 the army left.", "Rebels came."]),
        ("It fell by 2.5 percent. Then it rose.", ["It fell by 2.5 percent.", "Then it rose."]),
        # paragraphs and wrapped lines
        ("First line.\nSecond line.", ["First line.", "Second line."]),
        ("The army\nwithdrew on Monday.", ["The army\nwithdrew on Monday."]),
        # a headline next to its text, and lists, are not broken lines
        (f"{LONG_HEAD}\nThe rebels {'came ' * 40}", [LONG_HEAD, f"The rebels {'came ' * 40}".strip()]),
        (f"- {LONG_HEAD}\n- Rebels are held to be near", [f"- {LONG_HEAD}", "- Rebels are held to be near"]),
        ("Army withdraws\n\nthe rebels came.", ["Army withdraws", "the rebels came."]),
        (
            "10.45 Army withdraws from the northern border towns, says minister\nRebels came.",
            ["Army withdraws from the northern border towns, says minister", "Rebels came."],
        ),
        ("• The army withdrew.", ["The army withdrew."]),
        ("H.E. the minister left.", ["H.E. the minister left."]),
        # a blank forgotten
        ("The army withdrew.Rebels came.", ["The army withdrew.", "Rebels came."]),
        ("The army withdrew.US President Ito spoke.", ["The army withdrew.", "US President Ito spoke."]),
        # quotations
        ('"We will leave." He then left.', ['"We will leave."', "He then left."]),
        ("“We will leave.” He left.", ["“We will leave.”", "He left."]),
        ('He said "no". She left.', ['He said "no".', "She left."]),
    ],
)
def test_sentences(cut: Cut, text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in cut(text).sentences] == sentences


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The army left the town on Monday.", ["text"]),
        ("Army leaves the town", ["headline"]),
        ("Photo: soldiers leave the town", ["caption"]),
        ("14:32 GMT - Army leaves the town", ["headline"]),
        ("14:32 GMT - The army has left the town.", ["text"]),
        ("By Ana Quispe", ["byline"]),
        ("By Monday the army had left.", ["text"]),
        ("© 2025 Harbour Post. All rights reserved.", ["boilerplate", "boilerplate"]),
        ("Read more: the army leaves", ["boilerplate"]),
        ("READ MORE: Who leads the army? Soldiers left the town on Monday after nine days of fighting.", ["boilerplate", "text"]),
        ("Read more: Who leads the army? What comes next", ["boilerplate", "boilerplate"]),
        ("Sign up for our letter. It tells of all that has happened in town each day.", ["boilerplate", "boilerplate"]),
        ("Subscribe to our newsletter", ["boilerplate"]),
        ("The army left the town.\n\nThe army left the town.", ["text", "copy"]),
        ("Photo: soldiers leave the town\n\nSoldiers leave the town", ["caption", "copy"]),
        ("Yes.\n\nYes.", ["text", "text"]),
    ],
)
def test_kinds(cut: Cut, text: str, kinds: list[str]) -> None:
    assert [s.kind for s in cut(text).sentences] == kinds


LANDS = frozenset({"peru", "chad", "ghana", "chile"})


@pytest.mark.parametrize(
    ("text", "place", "agency", "rest"),
    [
        ("LIMA (AP) -- Police left.", "LIMA", "(AP)", "Police left."),
        ("LIMA, Peru - Police left.", "LIMA", None, "Police left."),
        ("KYIV, Dec. 4 (Reuters) — Police left.", "KYIV", "(Reuters)", "Police left."),
        ("Nairobi (Harbour Post) – Police left.", "Nairobi", "(Harbour Post)", "Police left."),
        ("NEW DELHI: Police left.", "NEW DELHI", None, "Police left."),
        ("Harare, 4 December - Police left.", "Harare", None, "Police left."),
        ("Harare - Police left.", None, None, "Harare - Police left."),
        ("Peru - Police left.", "Peru", None, "Police left."),  # a land or capital needs nothing else
        ("Lima, Peru: Police left.", "Lima", None, "Police left."),
        ("Lima, Adams: Police left.", None, None, "Lima, Adams: Police left."),
        ("LIMA (Agencies) Police left.", "LIMA", "(Agencies)", "Police left."),
        ("FIFA (the federation) Police left.", None, None, "FIFA (the federation) Police left."),
        ("Peru-Chile talks failed.", None, None, "Peru-Chile talks failed."),
        ("Police left - and came back.", None, None, "Police left - and came back."),
    ],
)
def test_datelines(cut: Cut, text: str, place: str | None, agency: str | None, rest: str) -> None:
    layout = cut(text, lands=LANDS)
    line = layout.dateline
    assert (line.place if line else None) == place
    assert (line.agency if line else None) == agency
    assert not line or text[line.start : line.end] == place
    assert [text[s.start : s.end] for s in layout.sentences] == [rest]


@pytest.mark.parametrize(
    ("text", "place", "sentences"),
    [
        ("Police leave town. LIMA, Peru (AP) - Police left.", "LIMA", ["Police leave town.", "Police left."]),
        ("Police leave town. LIMA --- Police left.", "LIMA", ["Police leave town.", "Police left."]),
        ("Police leave town. FIFA - the federation - came.", None, ["Police leave town.", "FIFA - the federation - came."]),
    ],
)
def test_a_dateline_under_a_headline_in_one_paragraph(cut: Cut, text: str, place: str | None, sentences: list[str]) -> None:
    layout = cut(text, lands=LANDS)
    assert (layout.dateline.place if layout.dateline else None) == place
    assert [text[s.start : s.end] for s in layout.sentences] == sentences


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Peru: Police left.\n\nChad: Troops came.\n\nSport: A team won.", ["Peru", "Chad", "Sport"]),
        ("PERU. Police left.\n\nCHAD-GHANA. Troops came.\n\nCHESS. A team won.", ["PERU", "CHAD-GHANA", "CHESS"]),
        ("Peru - Police left.\n\nChad. Troops came.\n\nNo. He stayed.", ["Peru", "Chad"]),
        ("Peru and Chile: Police left.\n\nChad: Troops came.", ["Peru and Chile", "Chad"]),
        ("Peru: Police left.\n\nMarket: A team won.", []),  # one alone may speak
        ("Adams: Peru is calm.\n\nBaker: Chad is not.", []),
        ("17:30 Accra\nPolice left.\n\n18:10\nTroops came.", ["Accra", ""]),
    ],
)
def test_the_items_of_a_round_up(cut: Cut, text: str, places: list[str]) -> None:
    assert [line.place for line in cut(text, lands=LANDS).entries] == places


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We left. They came.” It rained.", [False, True, False]),
        ('"We left. They came." It rained.', [False, True, False]),
        ("«We left. They came.» It rained.", [False, True, False]),
        ('"We left. "They came. "It rained." It was cold.', [False, True, True, False]),  # paragraphs run together
        ("It rained. It was cold.", [False, False]),
        ("“We left. They came.\n\nIt rained.", [False, True, False]),
        # paragraphs run together, the first of which left its mark unclosed for the next
        ('"We left. It rained. "They came," he said.', [False, False, False]),
        ('"We left. They came." It rained. "We ate."', [False, True, False, False]),
    ],
)
def test_quotations_over_sentences(cut: Cut, text: str, quoted: list[bool]) -> None:
    assert [s.quoted for s in cut(text).sentences] == quoted


def test_paragraphs_are_counted(cut: Cut) -> None:
    assert [s.paragraph for s in cut("One. Two.\n\nThree.").sentences] == [0, 0, 1]


def test_nothing_readable_is_too_long_to_parse(cut: Cut) -> None:
    text = "word " * 2000 + "x" * 5000
    found = cut(text).sentences
    assert max(s.end - s.start for s in found) <= 2000
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace(" ", "")
