"""Who stands behind a thing that acts."""

from collections.abc import Callable

import pytest

from sayso.extract.match.grammar import Roles
from sayso.extract.match.grammar_words import Grammar
from sayso.extract.match.senders import Senders
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
PASSIVE = "{0}/NNS/nsubj/hit {1}/VBN/acl/{0} by/IN/agent/{1} Chad/NNP/pobj/by hit/VBD/ROOT Togo/NNP/dobj/hit"
RELATIVE = "Rockets/NNS/nsubj/hit that/{0}/dobj/fired Chad/NNP/nsubj/fired fired/VBD/{1}/Rockets hit/VBD/ROOT Togo/NNP/dobj/hit"
OWNED = "Jets/NNS/nsubj/hit belonging/VBG/acl/Jets to/IN/prep/belonging Chad/NNP/pobj/to hit/VBD/ROOT"
CARRYING = "Trucks/NNS/nsubj/hit carrying/VBG/acl/Trucks guns/NNS/dobj/carrying hit/VBD/ROOT"
CONVOY = "A/DT/det/convoy convoy/NN/nsubj/came of/IN/prep/convoy lorries/NNS/pobj/of {0} came/VBD/ROOT"


@pytest.mark.parametrize(
    ("spec", "noun", "senders", "owners"),
    [
        (PASSIVE.format("Rockets", "fired"), "rockets", ["Chad"], []),
        (PASSIVE.format("Rockets", "seized"), "rockets", [], []),  # no more theirs
        (PASSIVE.format("Women", "sent"), "women", [], []),  # they act for themselves
        (RELATIVE.format("WDT", "relcl"), "rockets", ["Chad"], []),
        (RELATIVE.format("IN", "acl"), "rockets", ["Chad"], []),
        (OWNED, "jets", ["Chad"], []),
        (CARRYING, "trucks", [], []),
        (CONVOY.format("driven/VBN/acl/lorries by/IN/agent/driven monks/NNS/pobj/by"), "convoy", ["monks"], ["lorries"]),
        (CONVOY.format("from/IN/prep/lorries Chad/NNP/pobj/from"), "convoy", [], ["lorries", "Chad"]),
    ],
)
def test_senders_and_owners(tree: Build, lexicon: Lexicon, spec: str, noun: str, senders: list[str], owners: list[str]) -> None:
    built = tree(spec)
    roles, found, i = Roles(built, Grammar.of(lexicon)), Senders.of(lexicon), built.lower.index(noun)
    assert [built.words[s] for s in found.told(roles, i)] == senders
    assert [built.words[s] for s in found.owners(roles, i)] == owners


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Rockets fired by Libyan rebels struck the Tunisian town of Ben Gardane.", ["ASSAULT LBY:REB > TUN"]),
        ("Lorries driven by Peruvian farmers blocked the main road to Lima.", ["PROTEST PER:LAB > PER:GOV"]),
        ("A convoy from the Red Cross carried flour to survivors in Mali.", ["AID int-icrc:NGO > MLI:CVL"]),
        ("A gunship of the Chadian air force attacked Sudanese rebels.", ["ASSAULT TCD:MIL > SDN:REB"]),
        ("A team of Norwegian diplomats met the Sudanese rebels.", ["CONSULT NOR:GOV > SDN:REB"]),
    ],
)
def test_who_sends_a_thing_acts(summary: Callable[..., list[str]], text: str, events: list[str]) -> None:
    assert summary(text) == events
