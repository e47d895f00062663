"""Agents that the small model hangs on what stands between them and their passive."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.agents import Agents
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
HELD = (
    "He/PRP/nsubjpass/held was/VBD/auxpass/held held/VBN/ROOT {prep}/IN/prep/held the/DT/det/{noun} {noun}/NN/pobj/{prep} "
    "by/IN/prep/{noun} {who}/pobj/by"
)
TOLD = (
    "He/PRP/nsubjpass/told was/VBD/auxpass/told told/VBN/ROOT to/TO/aux/leave leave/VB/xcomp/told Mali/NNP/dobj/leave "
    "by/IN/prep/leave {who}/pobj/by"
)
SAID = (
    "He/PRP/nsubjpass/told was/VBD/auxpass/told told/VBN/ROOT that/IN/mark/left she/PRP/nsubj/left left/VBD/ccomp/told "
    "by/IN/prep/left {who}/pobj/by"
)
GRANTED = "{0}/VB{1}/advcl/left asylum/NN/dobj/{0} by/IN/prep/asylum Chad/NNP/pobj/by ,/,/punct/left she/PRP/nsubj/left left/VBD/ROOT"
ACTIVE = "Soldiers/NNS/nsubj/held held/VBD/ROOT the/DT/det/bridge bridge/NN/dobj/held by/IN/prep/bridge Goma/NNP/pobj/by"
DEED = "Monitors/NNS/nsubj/counted counted/VBD/ROOT {noun}/NN/dobj/counted by/IN/agent/counted {who}/pobj/by"


@pytest.mark.parametrize(
    ("spec", "head"),
    [
        (HELD.format(prep="at", noun="border", who="soldiers/NNS"), "held"),
        (HELD.format(prep="at", noun="border", who="Chad/NNP"), "held"),
        (HELD.format(prep="at", noun="border", who="lunchtime/NN"), "border"),  # nobody
        (HELD.format(prep="at", noun="border", who="Monday/NNP"), "border"),
        (HELD.format(prep="after", noun="attack", who="rebels/NNS"), "attack"),  # the deed is theirs
        (TOLD.format(who="officials/NNS"), "told"),
        (SAID.format(who="officials/NNS"), "left"),  # of a clause of its own
        (GRANTED.format("Granted", "N"), "Granted"),
        (GRANTED.format("Refused", "D"), "Refused"),
        (ACTIVE, "bridge"),
        (DEED.format(noun="torture", who="police/NNS"), "torture"),  # done by them
        (DEED.format(noun="torture", who="Monday/NNP"), "counted"),
        (DEED.format(noun="huts", who="monks/NNS"), "counted"),
    ],
)
def test_where_an_agent_belongs(tree: Build, lexicon: Lexicon, spec: str, head: str) -> None:
    mended = Rules(Agents.of(lexicon).rules()).mended(tree(spec))
    assert mended.words[mended.heads[mended.lower.index("by")]] == head


DEED = "The/DT/det/killing killing/NN/ROOT by/IN/prep/killing {0}/NNS/pobj/by of/IN/prep/{0} {1}/DT/det/{2} {2}/NN/pobj/of"


@pytest.mark.parametrize(
    ("spec", "head"),
    [
        (DEED.format("police", "a", "nurse"), "killing"),
        (DEED.format("soldiers", "a", "brigade"), "soldiers"),  # whose they are
        (DEED.format("soldiers", "the", "town"), "soldiers"),
    ],
)
def test_whom_a_deed_befalls(tree: Build, lexicon: Lexicon, spec: str, head: str) -> None:
    mended = Rules(Agents.of(lexicon).rules()).mended(tree(spec))
    assert mended.words[mended.heads[mended.lower.index("of")]] == head


def test_an_agent_that_is_there_stays(tree: Build, lexicon: Lexicon) -> None:
    whole = tree(
        "He/PRP/nsubjpass/held was/VBD/auxpass/held held/VBN/ROOT by/IN/agent/held police/NNS/pobj/by near/IN/prep/held "
        "huts/NNS/pobj/near built/VBN/acl/huts by/IN/agent/built monks/NNS/pobj/by"
    )
    assert Rules(Agents.of(lexicon).rules()).mended(whole) is whole


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A Peruvian lorry driver was held at the border on Friday by Chilean soldiers.", "COERCE CHL:MIL > PER:LAB"),
        ("The Chadian activist was refused a visa by Togo's interior ministry.", "COERCE TGO:GOV > TCD:CVL"),
        ("Denied entry by Hungary, 300 Afghan migrants camped at the fence.", "COERCE HUN:GOV > AFG:REF"),
        ("Spain was ordered to free the Basque prisoners by a United Nations panel.", "REQUEST igo-un:IGO > ESP:GOV"),
        ("Uganda's envoy was summoned over the killing of a Kenyan nun by Somali rebels.", "ASSAULT SOM:REB > KEN:REL"),
        ("The news came during a fierce offensive by Turkish jets on a Syrian town.", "ASSAULT TUR:MIL > SYR"),
        ("A Togolese senator was stabbed as he left the mosque in Lome by a soldier.", "ASSAULT TGO:MIL > TGO:LEG"),
    ],
)
def test_far_agents_act(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
