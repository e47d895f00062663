"""What surrounds a report's text: set apart, and its facts kept."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from sayso.extract.text.split import Abbreviations, Layout, split
from sayso.extract.text.surround import Surround
from sayso.lexicon import Lexicon

Cut = Callable[[str], Layout]
BODY = "Police left the town on Monday."


@pytest.fixture(scope="session")
def cut(lexicon: Lexicon) -> Cut:
    """Split a text with our own cues."""
    abbreviations, surround = Abbreviations.of(lexicon.cues["grammar"]), Surround.of(lexicon.cues["layout"])
    return lambda text: split(text, surround, abbreviations)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        # cookie notices
        ("We use cookies to give you the best experience. You can change this at any time.", "boilerplate"),
        ("This site uses cookies.", "boilerplate"),
        ("Accept all cookies", "boilerplate"),
        ("The court fined the company on Monday over its cookies.", "text"),
        # share bars and menus
        ("Share", "boilerplate"),
        ("Facebook Twitter WhatsApp E-mail Print", "boilerplate"),
        ("Share on Facebook | Tweet | Share via Telegram", "boilerplate"),
        ("Home", "boilerplate"),
        ("Privacy Policy | Terms of Use | Contact us", "boilerplate"),
        ("Russia blocked Facebook and Twitter on Friday.", "text"),
        ("Russia blocks Facebook and Twitter", "headline"),
        ("The company changed its privacy policy after the ruling, officials said.", "text"),
        # related links
        ("Read more: Army leaves the town", "boilerplate"),
        ("RELATED: Army leaves the town", "boilerplate"),
        ("You may also like", "boilerplate"),
        ("Also Read | Army leaves the town", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("Relatives of the men protested in Lima.", "text"),
        ("Readers of the paper protested in Lima.", "text"),
        ("Subscribers of the paper protested in Lima.", "text"),
        # copyright and disclaimers
        ("Copyright 2025 Harbour Post. All rights reserved.", "boilerplate"),
        ("© 2025 Harbour Post", "boilerplate"),
        ("The views expressed here are the author's own.", "boilerplate"),
        ("The parliament passed a law on copyright on Monday.", "text"),
        # captions
        ("Photo: Soldiers in Lima", "caption"),
        ("Soldiers in Lima on Monday. (Photo by Ana Quispe)", "caption"),
        ("Soldiers in Lima on Monday. REUTERS/Ana Quispe", "caption"),
        ("Soldiers in Lima. Ana Quispe/Getty Images", "caption"),
        ("A Reuters/Ipsos poll found support for the president on Monday.", "text"),
        ("Police published a photo of the man on Monday.", "text"),
        # bylines
        ("By Ana Quispe", "byline"),
        ("By Ana Quispe and Juan Rojas in Lima", "byline"),
        ("BY ANA QUISPE, HARBOUR POST STAFF WRITER", "byline"),
        ("By Ana de la Quispe | Harbour Post", "byline"),
        ("From our correspondent", "byline"),
        ("Staff Reporter", "byline"),
        ("By Monday the army had left.", "text"),
        ("By a wide margin, voters back reform", "headline"),
        # credits
        ("(Reporting by Ana Quispe; Editing by Juan Rojas)", "credit"),
        ("Additional reporting by Juan Rojas in Quito.", "credit"),
        ("With inputs from PTI", "credit"),
        ("Source: Xinhua", "credit"),
        ("Reuters", "credit"),
        ("(AFP)", "credit"),
        ("AFP/Reuters", "credit"),
        ("Reuters reported on Monday that police left.", "text"),
        ("Reporting restrictions were lifted on Monday.", "text"),
        ("Sources in the police said that he left.", "text"),
    ],
)
def test_lines_are_told_apart(cut: Cut, line: str, kind: str) -> None:
    assert {s.kind for s in cut(line).sentences} == {kind}


@pytest.mark.parametrize(
    ("line", "kept", "kind"),
    [
        (f"{BODY} (Reporting by Ana Quispe; Editing by Juan Rojas)", BODY, "credit"),
        (f"{BODY} Editing by Juan Rojas.", BODY, "credit"),
        (f"{BODY} All rights reserved.", BODY, "boilerplate"),
        (f"{BODY} © 2025 Harbour Post. Follow us.", BODY, "boilerplate"),
        (f"{BODY}Read also: Army leaves | Subscribe to our newsletter", BODY, "boilerplate"),
        (f"{BODY} Read more: Who left the town?", BODY, "boilerplate"),
        (f"{BODY}Reporting by Ana Quispe", BODY, "credit"),
        (f"{BODY} – AFP", BODY, "credit"),
        (f"{BODY} (AP)", BODY, "credit"),
        (f"{BODY} -- Reuters", BODY, "credit"),
    ],
)
def test_what_stands_after_the_text_does_not_take_it_along(cut: Cut, line: str, kept: str, kind: str) -> None:
    found = cut(line).sentences
    assert (line[found[0].start : found[0].end], found[0].kind) == (kept, "text")
    assert {s.kind for s in found[1:]} == {kind}
    assert found[-1].end == len(line)


@pytest.mark.parametrize(
    "line", ["He joined the union (AP).", "The deal was signed with Interfax (Reuters) on Monday.", "It is called the PA"]
)
def test_an_agency_within_the_text_is_text(cut: Cut, line: str) -> None:
    assert [line[s.start : s.end] for s in cut(line).sentences] == [line]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"LIMA, Dec 4 (Reuters) - {BODY}", [("dateline", "LIMA"), ("agency", "Reuters")]),
        (f"(Reuters) - {BODY}", [("agency", "Reuters")]),
        (f"LIMA (Harbour Post) - {BODY}", [("dateline", "LIMA")]),
        (f"By Ana Quispe in Lima\n\n{BODY}", [("byline", "Ana Quispe")]),
        (f"By Ana Quispe and Juan Rojas, Harbour Post\n\n{BODY}", [("byline", "Ana Quispe and Juan Rojas")]),
        (f"From our correspondent\n\n{BODY}", []),
        (f"{BODY} – AFP", [("agency", "AFP")]),
        (f"{BODY}\n\nAFP/Reuters", [("agency", "AFP/Reuters")]),
        (f"{BODY}\n\n(Reporting by Ana Quispe)", [("credit", "Reporting by Ana Quispe")]),
        (f"{BODY}\n\n© 2025 Harbour Post", [("copyright", "© 2025 Harbour Post")]),
        (f"{BODY}\n\nWe use cookies.", []),
        (BODY, []),
    ],
)
def test_facts_are_kept_where_they_stand(cut: Cut, text: str, facts: list[tuple[str, str]]) -> None:
    found = cut(text).facts
    assert [(f.kind, f.name) for f in found] == facts
    assert all(text[f.start : f.end].strip("()") == f.name for f in found)


def test_a_caption_is_known_again_without_its_credit(cut: Cut) -> None:
    text = "Soldiers leave the town on Monday. (Photo by Ana Quispe)\n\nSoldiers leave the town on Monday.\n\nThey left."
    assert [s.kind for s in cut(text).sentences] == ["caption", "caption", "copy", "text"]


def test_every_character_belongs_to_one_sentence_at_most(cut: Cut) -> None:
    text = f"LIMA (AP) -- {BODY} {BODY} © 2025 X. All rights reserved.\n\nBy Ana\n\nShare\n\n{BODY} Source: AFP"
    found = cut(text).sentences
    assert all(a.end <= b.start for a, b in pairwise(found))
