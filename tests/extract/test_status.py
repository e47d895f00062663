"""Whether an event is said to have happened: cues by their scope, on trees built by hand and on whole sentences."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.extract.match import Match
from sayso.extract.status import StatusWords, status
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.model import Event

SUBJECT, OBJECT = "Iran/NNP/nsubj/attack", "Iraq/NNP/dobj/attack"


@pytest.fixture(scope="session")
def cues(lexicon: Lexicon) -> StatusWords:
    return StatusWords.of(lexicon)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Iran/NNP/nsubj/attacked attacked/VBD/ROOT Iraq/NNP/dobj/attacked", "occurred"),
        (f"{SUBJECT} did/VBD/aux/attack not/RB/neg/attack attack/VB/ROOT {OBJECT}", "denied"),
        (f"{SUBJECT} did/VBD/aux/attack n't/RB/neg/attack attack/VB/ROOT {OBJECT}", "denied"),
        ("Iran/NNP/nsubj/attacked never/RB/neg/attacked attacked/VBD/ROOT Iraq/NNP/dobj/attacked", "denied"),
        (f"{SUBJECT} will/MD/aux/attack attack/VB/ROOT {OBJECT}", "planned"),
        (f"{SUBJECT} will/MD/aux/attack not/RB/neg/attack attack/VB/ROOT {OBJECT}", "denied"),
        (f"{SUBJECT} may/MD/aux/attack attack/VB/ROOT {OBJECT}", "possible"),
        (f"{SUBJECT} would/MD/aux/attack attack/VB/ROOT {OBJECT}", "possible"),
        (f"{SUBJECT} could/MD/aux/attack not/RB/neg/attack attack/VB/ROOT {OBJECT}", "denied"),
        (f"Iran/NNP/nsubj/said said/VBD/ROOT it/PRP/nsubj/attack would/MD/aux/attack attack/VB/ccomp/said {OBJECT}", "planned"),
        ("Did/VBD/aux/attack Iran/NNP/nsubj/attack attack/VB/ROOT Iraq/NNP/dobj/attack ?/./punct/attack", "possible"),
        ("If/IN/mark/attacks Iran/NNP/nsubj/attacks attacks/VBZ/advcl/rose prices/NNS/nsubj/rose rose/VBD/ROOT", "possible"),
        ("When/WRB/advmod/attacked Iran/NNP/nsubj/attacked attacked/VBD/advcl/rose prices/NNS/nsubj/rose rose/VBD/ROOT", "occurred"),
        # governors
        (f"Iran/NNP/nsubj/failed failed/VBD/ROOT to/TO/aux/attack attack/VB/xcomp/failed {OBJECT}", "denied"),
        (f"Iran/NNP/nsubj/plans plans/VBZ/ROOT to/TO/aux/attack attack/VB/xcomp/plans {OBJECT}", "planned"),
        ("Iran/NNP/nsubj/considered considered/VBD/ROOT attacking/VBG/xcomp/considered Iraq/NNP/dobj/attacking", "possible"),
        (f"Iran/NNP/nsubj/ought ought/MD/ROOT to/TO/aux/attack attack/VB/xcomp/ought {OBJECT}", "possible"),
        (f"Iran/NNP/nsubj/began began/VBD/ROOT to/TO/aux/attack attack/VB/xcomp/began {OBJECT}", "occurred"),
        (f"Iran/NNP/nsubj/is is/VBZ/ROOT to/TO/aux/attack attack/VB/xcomp/is {OBJECT}", "planned"),
        ("Iran/NNP/nsubj/left left/VBD/ROOT without/IN/prep/left attacking/VBG/pcomp/without Iraq/NNP/dobj/attacking", "denied"),
        # two denials
        (
            "rain/NN/nsubj/prevent did/VBD/aux/prevent not/RB/neg/prevent prevent/VB/ROOT Iran/NNP/dobj/prevent from/IN/prep/prevent "
            "attacking/VBG/pcomp/from Iraq/NNP/dobj/attacking",
            "occurred",
        ),
        (
            "rain/NN/nsubj/prevented prevented/VBD/ROOT Iran/NNP/dobj/prevented from/IN/prep/prevented attacking/VBG/pcomp/from",
            "denied",
        ),
        # what is merely said is not under the speaker's negation, what is denied is
        ("Iran/NNP/nsubj/denied denied/VBD/ROOT that/IN/mark/attacked it/PRP/nsubj/attacked attacked/VBD/ccomp/denied", "denied"),
        ("Iran/NNP/nsubj/said said/VBD/ROOT that/IN/mark/attacked it/PRP/nsubj/attacked attacked/VBD/ccomp/said", "occurred"),
        # background in a relative clause is not under the modal around it
        (
            "Iran/NNP/nsubj/visit will/MD/aux/visit visit/VB/ROOT men/NNS/dobj/visit who/WP/nsubj/attacked attacked/VBD/relcl/men "
            "Iraq/NNP/dobj/attacked",
            "occurred",
        ),
        # nobody did it
        ("No/DT/det/troops troops/NNS/nsubjpass/attacked were/VBD/auxpass/attacked attacked/VBN/ROOT", "denied"),
        ("Nobody/NN/nsubjpass/attacked was/VBD/auxpass/attacked attacked/VBN/ROOT", "denied"),
        # purpose
        ("Iran/NNP/nsubj/sent sent/VBD/ROOT men/NNS/dobj/sent to/TO/aux/attack attack/VB/advcl/sent Iraq/NNP/dobj/attack", "planned"),
    ],
)  # fmt: skip
def test_verbs(tree: Callable[[str], Tree], matched: Callable[..., Match], cues: StatusWords, spec: str, expected: str) -> None:
    made = tree(spec)
    word = next(w for w in made.words if w.startswith("attack"))
    assert status(made, matched(made, word), cues) == expected


@pytest.mark.parametrize(
    ("spec", "light", "expected"),
    [
        ("Iran/NNP/nsubj/launched launched/VBD/ROOT an/DT/det/attack attack/NN/dobj/launched", "launched", "occurred"),
        ("Iran/NNP/nsubj/launch will/MD/aux/launch launch/VB/ROOT an/DT/det/attack attack/NN/dobj/launch", "launch", "planned"),
        ("Iran/NNP/nsubj/launched launched/VBD/ROOT no/DT/det/attack attack/NN/dobj/launched", "launched", "denied"),
        ("a/DT/det/attack planned/VBN/amod/attack attack/NN/nsubj/failed failed/VBD/ROOT", None, "planned"),
        ("the/DT/det/attack alleged/JJ/amod/attack attack/NN/nsubj/failed failed/VBD/ROOT", None, "possible"),
        ("the/DT/det/threat threat/NN/nsubj/rose of/IN/prep/threat attack/NN/pobj/of rose/VBD/ROOT", None, "possible"),
        ("Police/NNS/nsubj/foiled foiled/VBD/ROOT an/DT/det/attack attack/NN/dobj/foiled", None, "denied"),
        ("Iran/NNP/nsubj/left left/VBD/ROOT after/IN/prep/left the/DT/det/attack attack/NN/pobj/after", None, "occurred"),
    ],
)
def test_nouns(
    tree: Callable[[str], Tree], matched: Callable[..., Match], cues: StatusWords, spec: str, light: str | None, expected: str
) -> None:
    made = tree(spec)
    assert status(made, matched(made, "attack", "noun", light=light), cues) == expected


@pytest.mark.parametrize("given", ["planned", "possible", "denied"])
def test_a_sense_may_say_so_itself(tree: Callable[[str], Tree], matched: Callable[..., Match], cues: StatusWords, given: Any) -> None:
    made = tree("Iran/NNP/nsubj/attacked attacked/VBD/ROOT Iraq/NNP/dobj/attacked")
    assert status(made, matched(made, "attacked", status=given), cues) == given


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel attacked Iran.", "occurred"),
        ("Israel did not attack Iran.", "denied"),
        ("Israel has never attacked Iran.", "denied"),
        ("Israel will attack Iran.", "planned"),
        ("Israel is to attack Iran.", "planned"),
        ("Israel is going to attack Iran.", "planned"),
        ("Israel plans to attack Iran.", "planned"),
        ("Israel may attack Iran.", "possible"),
        ("Israel might have attacked Iran.", "possible"),
        ("If Israel attacks Iran, prices will rise.", "possible"),
        ("Unless Israel attacks Iran, talks will go on.", "possible"),
        ("Did Israel attack Iran?", "possible"),
        ("Israel failed to attack Iran.", "denied"),
        ("Israel denied that it had attacked Iran.", "denied"),
        ("Israel denied attacking Iran.", "denied"),
        ("The minister said Israel would attack Iran.", "planned"),
        ("The storm did not prevent Israel from attacking Iran.", "occurred"),
        ("Israel has begun attacking Iran.", "occurred"),
        pytest.param(
            "Had Israel attacked Iran, prices would have risen.",
            "possible",
            marks=pytest.mark.xfail(strict=True, reason="a condition without “if” is not seen"),
        ),
    ],
)
def test_sentences(only: Callable[..., Event], text: str, expected: str) -> None:
    assert only(text, "ASSAULT").status == expected
