"""Whether an event is said to have happened: cues by their scope, on trees built by hand and on whole sentences."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.extract.judge.status import status
from sayso.extract.judge.status_words import StatusWords
from sayso.extract.match.step import Match
from sayso.extract.parse.tree import Tree
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
        # joined, with a tense of its own
        ("He/PRP/nsubj/come did/VBD/aux/come not/RB/neg/come come/VB/ROOT and/CC/cc/come attacked/VBD/conj/come", "occurred"),
        ("He/PRP/nsubj/come did/VBD/aux/come not/RB/neg/come come/VB/ROOT and/CC/cc/come attack/VB/conj/come", "denied"),
        (f"{SUBJECT} did/VBD/aux/attack n't/RB/neg/attack attack/VB/ROOT {OBJECT}", "denied"),
        # a colon parts what is not said from what is
        (
            "Iran/NNP/nsubj/attacked attacked/VBD/ccomp/able Iraq/NNP/dobj/attacked :/:/punct/able they/PRP/nsubj/able will/MD/aux/able "
            "not/RB/neg/able be/VB/aux/able able/JJ/ROOT",
            "occurred",
        ),
        # an aim
        (
            "Iran/NNP/nsubj/find will/MD/aux/find find/VB/ROOT ways/NNS/dobj/find to/TO/aux/attack attack/VB/relcl/ways "
            "Iraq/NNP/dobj/attack",
            "planned",
        ),
        # future in the past
        (f"{SUBJECT} would/MD/aux/attack later/RB/advmod/attack attack/VB/ROOT {OBJECT}", "occurred"),
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
        # set against what is denied
        (
            "Iran/NNP/nsubj/strike did/VBD/aux/strike not/RB/neg/strike strike/VB/ROOT Oman/NNP/dobj/strike but/CC/cc/strike "
            "attacked/VBD/conj/strike Iraq/NNP/dobj/attacked",
            "occurred",
        ),
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
        # what must be remembered is a fact
        (
            "we/PRP/nsubj/forget must/MD/aux/forget not/RB/neg/forget forget/VB/ROOT that/IN/mark/attacked Iran/NNP/nsubj/attacked "
            "attacked/VBD/ccomp/forget",
            "occurred",
        ),
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
        ("No matter how often the talks were held, Israel attacked Iran.", "occurred"),
        ("Israel would attack Iran three years later.", "occurred"),
        ("Turkey fears an attack by Israel on Iran.", "possible"),
        ("Turkey will answer in response to the Israeli attack on Iran.", "occurred"),
        ("Turkey did not comment on the Israeli attack on Iran.", "occurred"),
        ("Turkey is trying to contain the fighting between Israel and Iran.", "occurred"),
        ("Turkey tried to prevent an Israeli attack on Iran.", "denied"),
        ("Israel did not attack Iran.", "denied"),
        # what lies before and beside what is denied, and what nobody shied from
        ("Soon after attacking Iran, Israel did not explain itself.", "occurred"),
        ("Attacking Iran on Monday, Israel did not use its ships.", "occurred"),
        ("Israel did not explain itself after attacking Iran.", "occurred"),
        ("Israel has never shied from attacking Iran.", "occurred"),
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
        ("Peru failed to prevent an attack on Iran.", "occurred"),
        ("Peru admitted planning the March attack on Iran.", "occurred"),
        ("Peru was accused of planning an attack on Iran.", "planned"),
        ("Israel will consider the ongoing attack on Iran.", "occurred"),
        ("Israel has begun attacking Iran.", "occurred"),
        ("Had Israel attacked Iran, prices would have risen.", "possible"),
        ("An inquiry determined that Israel attacked Iran.", "occurred"),
        ("On a trip to Oslo, Israel attacked Iran.", "occurred"),
        ("On Monday by Israel were attacked two ports in Iran.", "occurred"),
        ("Israel dismissed reports that it had attacked Iran.", "denied"),
        ("Claims that Israel had attacked Iran were rejected by the minister.", "denied"),
        ("Israel confirmed reports that it had attacked Iran.", "occurred"),
        ("Had Israel not attacked Iran, prices would have fallen.", "occurred"),
        ("Had prices fallen, Israel would have attacked Iran, the minister said.", "possible"),
        ("With Israel attacking Iran, prices have not fallen.", "occurred"),
        ("Prices have yet to fall, as Israel has attacked Iran.", "occurred"),
        ("Should Israel attack Iran, prices will rise.", "possible"),
        ("Were Israel to attack Iran, prices would rise.", "possible"),
        ("Israel could have attacked Iran.", "possible"),
        ("Israel should have attacked Iran.", "possible"),
        ("Israel would have attacked Iran if it had had the planes.", "possible"),
        ("Israel stopped short of attacking Iran.", "denied"),
        ("Israel came close to attacking Iran.", "denied"),
        ("Israel nearly attacked Iran.", "denied"),
        ("Israel almost attacked Iran.", "denied"),
        ("Israel narrowly avoided attacking Iran.", "denied"),
        ("Israel has no plans to attack Iran.", "denied"),
        ("Neither Israel nor Turkey attacked Iran.", "denied"),
        ("Israel refrained from attacking Iran.", "denied"),
        ("Israel left without attacking Iran.", "denied"),
        ("Israel no longer attacks Iran.", "denied"),
        ("There is no evidence that Israel attacked Iran.", "denied"),
        ("It is not true that Israel attacked Iran.", "denied"),
        ("It is false that Israel attacked Iran.", "denied"),
        ("Israel allegedly attacked Iran.", "occurred"),
        ("Israel reportedly attacked Iran.", "occurred"),
        ("Israel is said to have attacked Iran.", "occurred"),
        ("Israel is believed to have attacked Iran.", "possible"),
        ("Israel appears to have attacked Iran.", "possible"),
        ("Israel seems to have attacked Iran.", "possible"),
        ("Israel may well have attacked Iran.", "possible"),
        ("Perhaps Israel attacked Iran.", "possible"),
        ("Maybe Israel attacked Iran.", "possible"),
        ("It is possible that Israel attacked Iran.", "possible"),
        ("It is unclear whether Israel attacked Iran.", "possible"),
        ("It is not clear whether Israel will attack Iran.", "possible"),
        ("It is unlikely that Israel attacked Iran.", "possible"),
        ("Analysts doubt that Israel attacked Iran.", "possible"),
        ("Analysts fear that Israel will attack Iran.", "possible"),
        ("Turkey fears that Israel might attack Iran.", "possible"),
        ("Turkey ordered its army to attack Iran.", "planned"),
        ("Israel is preparing to attack Iran.", "planned"),
        ("Israel is ready to attack Iran.", "planned"),
        ("Israel is about to attack Iran.", "planned"),
        ("Israel is set to attack Iran.", "planned"),
        ("Israel is poised to attack Iran.", "planned"),
        ("Israel is considering attacking Iran.", "possible"),
        ("Israel wants to attack Iran.", "planned"),
        ("Israel decided to attack Iran.", "planned"),
        ("Israel decided not to attack Iran.", "denied"),
        ("Israel agreed not to attack Iran.", "denied"),
        ("Israel tried to attack Iran.", "possible"),
        ("Israel managed to attack Iran.", "occurred"),
        ("Israel continued to attack Iran.", "occurred"),
        ("Israel went on to attack Iran.", "occurred"),
        ("Israel was forced to attack Iran.", "occurred"),
        pytest.param(
            "In 1981 Israel would attack Iran twice.",
            "occurred",
            marks=pytest.mark.xfail(strict=True, reason="“would” in a story of the past is taken for a condition"),
        ),
        ("The minister said in May that Israel would attack Iran.", "planned"),
        ("The minister said that Israel had attacked Iran.", "occurred"),
        ("When will Israel attack Iran?", "possible"),
        ("Who attacked Iran?", "occurred"),
        ("Is it not time for Israel to attack Iran?", "possible"),
        ("Israel should attack Iran.", "possible"),
        ("Israel must attack Iran.", "possible"),
        ("Let Israel attack Iran.", "possible"),
        ("Israel cannot attack Iran.", "denied"),
        ("Israel can attack Iran at any time.", "possible"),
        ("Israel could not attack Iran.", "denied"),
        ("As long as Israel attacks Iran, there will be no peace.", "occurred"),
        ("Even if Israel attacks Iran, prices will fall.", "possible"),
        ("Israel will attack Iran if Tehran builds a bomb.", "possible"),
        ("Israel will attack Iran unless Tehran relents.", "possible"),
        ("Israel would attack Iran only if Tehran built a bomb.", "possible"),
        ("If Israel had not attacked Iran, the war would be over.", "occurred"),
        pytest.param(
            "Without the Israeli attack on Iran prices would be lower.",
            "occurred",
            marks=pytest.mark.xfail(strict=True, reason="the modal of a consequence covers the noun beside it"),
        ),
        ("Israel will not attack Iran.", "denied"),
        ("Israel won't attack Iran.", "denied"),
        ("Israel never attacked Iran.", "denied"),
        ("Israel hardly ever attacked Iran.", "denied"),
        ("Israel hasn't attacked Iran yet.", "denied"),
        ("Israel attacked Iran, not Syria.", "occurred"),
        ("Israel denies having attacked Iran.", "denied"),
        ("Israel neither confirmed nor denied attacking Iran.", "possible"),
        ("Israel declined to confirm or deny that its jets had bombed Iran.", "possible"),
        ("France did not rule out bombing Iran.", "possible"),
        ("Rebels blocked the road for an hour before the Iraqi army attacked Iran.", "occurred"),
        ("No officer will be tried for the shelling of Iran.", "occurred"),
        ("France has not excluded that its jets will bomb Iran.", "possible"),
        ("France refused to rule out an attack on Iran.", "possible"),
        ("It cannot be ruled out that Israel will attack Iran.", "possible"),
        ("France considers an attack on Iran.", "possible"),
        ("Israel did not deny attacking Iran.", "occurred"),
        ("Israel admitted attacking Iran.", "occurred"),
        ("Israel was prevented from attacking Iran.", "denied"),
        ("Turkey prevented Israel from attacking Iran.", "denied"),
        ("The possibility that Israel will attack Iran worries Turkey.", "possible"),
        ("Turkey accused Israel of attacking Iran.", "occurred"),
        ("Turkey accused Israel of planning to attack Iran.", "planned"),
        ("Israel was supposed to attack Iran on Monday.", "planned"),
        ("Israel had planned to attack Iran on Monday but called it off.", "denied"),
        ("An Israeli attack on Iran was averted.", "denied"),
        ("The planned Israeli attack on Iran was postponed.", "planned"),
        ("A possible Israeli attack on Iran worries Turkey.", "possible"),
        ("The alleged Israeli attack on Iran killed nine.", "possible"),
        ("The threat of an Israeli attack on Iran grew.", "possible"),
        ("Fears of an Israeli attack on Iran grew.", "possible"),
        ("Israel launched no attack on Iran.", "denied"),
        ("There was no Israeli attack on Iran.", "denied"),
        ("There will be an Israeli attack on Iran.", "planned"),
        ("Israel hopes to avoid an attack on Iran.", "denied"),
        ("I wish Israel had attacked Iran.", "possible"),
        ("Israel pretended to attack Iran.", "denied"),
        ("Suppose Israel attacks Iran.", "possible"),
        ("Israel was on the verge of attacking Iran.", "denied"),
        ("Israel is on the verge of attacking Iran.", "planned"),
        pytest.param(
            "Israel attacks Iran on Tuesday, weather permitting.",
            "planned",
            marks=pytest.mark.xfail(strict=True, reason="a present tense that is dated ahead is taken for the headline's past"),
        ),
        ("Israel would rather attack Iran than wait.", "possible"),
        ("Not a single Israeli plane attacked Iran.", "denied"),
        ("Few believe that Israel attacked Iran.", "possible"),
        ("Nothing suggests that Israel attacked Iran.", "denied"),
        ("Israel lacks the planes to attack Iran.", "denied"),
        ("Israel is too weak to attack Iran.", "denied"),
        ("Israel is strong enough to attack Iran.", "possible"),
        ("Israel was authorised to attack Iran.", "planned"),
        # questions that are left open
        ("The minister refused to comment on the question whether Israel will attack Iran.", "possible"),
        ("If Israel attacked Iran;", "possible"),
        # a past tense in a clause of its own
        ("The minister is expected to resign after Israel attacked Iran.", "occurred"),
        ("Turkey agreed to restore ties that it broke off when Israel attacked Iran.", "occurred"),
        # what is told has come, though the telling has not; what would, as somebody says
        ("Blair is expected to tell parliament that Israel attacked Iran.", "occurred"),
        ("A farmer returned to find that Israel had attacked Iran.", "occurred"),
        ("Israel would attack Iran, Blair said.", "planned"),
        ("Blair said that an attack on Iran by Israel would be a crime.", "possible"),
        ("Israel committed the attack on Iran.", "occurred"),
        ("Analysts expect Israel to attack Iran.", "planned"),
        # what is not confirmed, taken back, or called a lie
        ("Israel did not confirm that it had attacked Iran.", "possible"),
        ("Israel has declined to confirm that its jets attacked Iran.", "possible"),
        ("The newspaper corrected a report that Israel had attacked Iran.", "denied"),
        ("The claim that Israel attacked Iran is a lie.", "denied"),
        ("The court will rule on whether Israel attacked Iran.", "possible"),
        # beside what is asked or open
        ("Would Blair, whose allies attacked Iran, send the fleet?", "occurred"),
        # an end that only dates something, and one that is made
        ("Rice rose at the end of the Israeli attack on Iran.", "occurred"),
        ("Nobody left before the end of the Israeli attack on Iran.", "occurred"),
        # joined with a clause of its own
        ("Iran was not armed and was attacked by Israel.", "occurred"),
        ("Iran had not been armed or attacked by Israel.", "denied"),
        # what is spoken of, and what goes on
        ("Iraq will discuss the Israeli attack on Iran.", "occurred"),
        ("Iraq will discuss an Israeli attack on Iran.", "possible"),
        ("Israeli attacks on Iran will not cease.", "occurred"),
        ("The treaty calls for an end to Israeli attacks on Iran.", "occurred"),
        ("As fears grow of an Israeli attack on Iran, Turkey is calm.", "possible"),
        # what a question takes for granted
        ("Iraq promised an inquiry into how Israel attacked Iran.", "occurred"),
        ("The senate will examine why Israel attacked Iran.", "occurred"),
        ("The senate will examine whether Israel attacked Iran.", "possible"),
        # what is awaited, and aims
        ("Turkish curbs will stay until Israel attacks Iran.", "possible"),
        ("Turkey will send doctors when Israel attacks Iran.", "possible"),
        # what is offered in words is said, and what it is about has been done; a day is no denial
        ("Turkey offered a condemnation of the Israeli attack on Iran.", "occurred"),
        # what was organised took place; what somebody is wanted for did, too
        ("Israel organised an attack on Iran.", "occurred"),
        ("Israel will organise an attack on Iran.", "planned"),
        ("A dentist was wanted for the murder of two Iranian ministers.", "occurred"),
        ("Israel will attack Iran no later than May.", "planned"),
    ],
)
def test_sentences(only: Callable[..., Event], text: str, expected: str) -> None:
    assert only(text, "ASSAULT").status == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington is unlikely to lift the sanctions on Iran.", "possible"),
        ("The American Senate voted to lift the sanctions on Iran.", "planned"),
        ("Washington promised to lift the sanctions on Iran but did not.", "denied"),
        ("Washington was to have lifted the sanctions on Iran in May.", "planned"),
        ("Washington is likely to lift the sanctions on Iran.", "possible"),
        ("Washington is not going to lift the sanctions on Iran.", "denied"),
        ("Washington has yet to lift the sanctions on Iran.", "denied"),
        ("Washington is far from lifting the sanctions on Iran.", "denied"),
        ("Washington spoke in favor of lifting the sanctions on Iran.", "possible"),
        ("The American Senate voted in favor of lifting the sanctions on Iran.", "planned"),
        ("Washington to lift sanctions on Iran", "planned"),
        ("Lift the sanctions on Iran!", "possible"),
        ("Washington was the first to lift the sanctions on Iran.", "occurred"),
        ("Washington is too proud to lift the sanctions on Iran.", "denied"),
    ],
)
def test_words_around_an_infinitive(code: Callable[..., Any], text: str, expected: str) -> None:
    assert [e.status for e in code(text) if e.trigger.text.lower() in ("lift", "lifting", "lifted")] == [expected]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya has not answered Peru's request for help.", "occurred"),
        ("Kenya would not comment on Peru's request for help.", "occurred"),
        ("Kenya wants Peru's request for help.", "planned"),
        ("Kenya has not made a request for help.", "denied"),
    ],
)
def test_words_that_are_somebodys_are_known(code: Callable[..., Any], text: str, expected: str) -> None:
    assert next(e.status for e in code(text) if e.trigger.text == "request") == expected
