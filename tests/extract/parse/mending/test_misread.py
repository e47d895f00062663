"""What the parser can't have meant is set right."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.misread import put_right
from sayso.extract.parse.tree import Tree

Build = Callable[[str], Tree]
HELD = "Men/NNS/ROOT held/VBN/acl/Men in/IN/prep/held Gao/NNP/pobj/in talks/NNS/{0} ././punct/Men"


def written(tree: Tree) -> list[str]:
    return [f"{w}/{t}/{d}/{tree.words[h]}" for w, t, d, h in zip(tree.words, tree.tags, tree.deps, tree.heads, strict=True)]


@pytest.mark.parametrize(
    ("spec", "changed"),
    [
        ("Togo/NNP/nsubj/is is/VBZ/aux/mediating mediating/VBG/ROOT", ["Togo/NNP/nsubj/mediating"]),
        (
            "Aid/VB/csubj/fear workers/NNS/dobj/Aid fear/VBP/ROOT floods/NNS/dobj/fear",
            ["Aid/NN/compound/workers", "workers/NNS/nsubj/fear"],
        ),
        ("May/MD/aux/accused accused/VBD/ROOT Chad/NNP/dobj/accused", ["May/NNP/nsubj/accused"]),
        ("May/MD/aux/has has/VBZ/ROOT", ["May/NNP/nsubj/has"]),
        ("May/MD/aux/accuse Chad/NNP/nsubj/accuse accuse/VB/ROOT Togo/NNP/dobj/accuse", []),
        ("Chad/NNP/nsubj/cut May/MD/aux/cut cut/VBD/ROOT aid/NN/dobj/cut", []),
        ("Chad/NNP/nsubj/saw saw/VBD/ROOT a/DT/det/slew slew/VBN/dobj/saw of/IN/prep/slew raids/NNS/pobj/of", ["slew/NN/dobj/saw"]),
        ("Aiding/VBG/csubj/pays workers/NNS/dobj/Aiding pays/VBZ/ROOT", []),
        (
            "In/IN/prep/fired 2019/CD/nummod/guards guards/NNS/nsubj/fired fired/VBD/ROOT",
            ["2019/CD/pobj/In"],
        ),
        ("In/IN/prep/fired 201/CD/nummod/guards guards/NNS/nsubj/fired fired/VBD/ROOT", []),
        (
            "Togo/NNP/advmod/left after/IN/prep/Togo talks/NNS/pobj/after with/IN/prep/talks Chad/NNP/nsubj/left left/VBD/ROOT",
            ["Togo/NNP/nsubj/left", "Chad/NNP/pobj/with"],
        ),
        (
            "accused/VBD/ROOT Chad/NNP/dobj/accused of/IN/prep/accused arming/VBG/pcomp/of for/IN/prep/arming war/NN/pobj/for "
            "and/CC/cc/for Of/IN/conj/for lying/VBG/pcomp/Of",
            ["Of/IN/conj/of"],
        ),
        (
            "He/PRP/nsubjpass/met 's/VBZ/auxpass/met met/VBN/ROOT her/PRP/dobj/met",
            ["He/PRP/nsubj/met", "'s/VBZ/aux/met"],
        ),
        (
            "Chad/NNP/nsubj/put helped/VBD/aux/put put/VB/ROOT out/RP/prt/put fires/NNS/dobj/put",
            ["Chad/NNP/nsubj/helped", "helped/VBD/ROOT/helped", "put/VB/xcomp/helped"],
        ),
        (
            "he/PRP/nsubj/said said/VBD/ROOT that/IN/mark/shelters Chad/NNP/compound/shelters "
            "shelters/NNS/ccomp/said them/PRP/dobj/shelters",
            ["Chad/NNP/nsubj/shelters", "shelters/VBZ/ccomp/said"],
        ),
        (
            "Police/NNS/nmod/men gassed/VBN/amod/men men/NNS/ROOT ././punct/men",
            ["Police/NNS/nsubj/gassed", "gassed/VBD/ROOT/gassed", "men/NNS/dobj/gassed", "././punct/gassed"],
        ),
        (
            "Men/NNS/nsubj/were were/VBD/ROOT among/IN/prep/were those/DT/pobj/among held/VBN/acl/those",
            ["held/VBN/acl/Men"],
        ),
        ("Malta/NNP/nsubj/is is/VBZ/auxpass/opposed opposed/VBN/ROOT", ["Malta/NNP/nsubjpass/opposed"]),
        # a participle with a noun that a hyphen joins to it
        (
            "Men/NNS/nsubj/were were/VBD/ROOT tear/NN/npadvmod/gassed -/HYPH/punct/gassed gassed/VBN/acomp/were ././punct/were",
            ["Men/NNS/nsubjpass/gassed", "were/VBD/auxpass/gassed", "gassed/VBN/ROOT/gassed", "././punct/gassed"],
        ),
        ("Men/NNS/nsubj/were were/VBD/ROOT gassed/VBN/acomp/were", []),
        # people counted after others
        (
            "left/VBD/ROOT nine/CD/nummod/dead dead/JJ/dobj/left and/CC/cc/dead 40/CD/conj/dead hurt/VBN/advcl/left",
            ["dead/NNS/dobj/left", "40/CD/nummod/hurt", "hurt/NNS/conj/dead"],
        ),
        ("saw/VBD/ROOT dead/JJ/dobj/saw and/CC/cc/dead 40/CD/conj/dead hurt/VBN/advcl/saw", []),
        # a noun behind an article
        ("began/VBD/ROOT a/DT/det/counteroffensive counteroffensive/JJ/dobj/began", ["counteroffensive/NN/dobj/began"]),
        ("fed/VBD/ROOT the/DT/det/hungry hungry/JJ/dobj/fed", []),
        # a past tense between the two nouns that it joins
        (
            "Jets/NNS/ROOT of/IN/prep/Jets the/DT/det/bloc bloc/NN/pobj/of bombed/VBN/amod/towns towns/NNS/appos/Jets ././punct/Jets",
            ["Jets/NNS/nsubj/bombed", "bombed/VBD/ROOT/bombed", "towns/NNS/dobj/bombed", "././punct/bombed"],
        ),
        (
            "Men/NNS/ROOT at/IN/prep/Men the/DT/det/tools port/NN/nmod/tools downed/VBN/amod/tools tools/NNS/pobj/at ././punct/Men",
            [
                "Men/NNS/nsubj/downed",
                "the/DT/det/port",
                "port/NN/pobj/at",
                "downed/VBD/ROOT/downed",
                "tools/NNS/dobj/downed",
                "././punct/downed",
            ],
        ),
        # a past tense between its subject and an object behind a phrase
        (HELD.format("dobj/held"), ["Men/NNS/nsubj/held", "held/VBD/ROOT/held", "././punct/held"]),
        (HELD.format("dobj/held").replace("in/IN/prep", "by/IN/agent").replace("/in ", "/by "), []),
        (
            "Men/NNS/nsubj/talks held/VBN/acl/Men in/IN/prep/held Gao/NNP/pobj/in talks/NNS/ROOT ././punct/talks",
            ["Men/NNS/nsubj/held", "held/VBD/ROOT/held", "talks/NNS/dobj/held", "././punct/held"],
        ),
        ("Men/NNS/ROOT at/IN/prep/Men downed/VBN/amod/tools tools/NNS/pobj/at ././punct/Men", []),
        ("Chad/NNP/nsubj/let let/VBD/ROOT UN/NNP/compound/monitors monitors/NNS/ccomp/let in/RP/prt/let", ["monitors/NNS/dobj/let"]),
        ("he/PRP/nsubj/asked asked/VBD/ROOT that/IN/mark/resign she/PRP/nsubj/resign resign/NN/ccomp/asked", ["resign/VB/ccomp/asked"]),
        (
            "he/PRP/nsubj/asked asked/VBD/ROOT that/IN/mark/quit the/DT/det/quit envoy/NN/compound/quit quit/NN/ccomp/asked",
            ["the/DT/det/envoy", "envoy/NN/nsubj/quit", "quit/VB/ccomp/asked"],
        ),
        ("he/PRP/nsubj/felt felt/VBD/ROOT that/IN/mark/trap the/DT/det/trap old/JJ/amod/trap trap/NN/ccomp/felt", []),
        (
            "a/DT/det/group group/NN/ROOT broke/VBD/acl/group into/IN/prep/broke it/PRP/pobj/into ././punct/group",
            ["group/NN/nsubj/broke", "broke/VBD/ROOT/broke", "././punct/broke"],
        ),
        (
            "North/NNP/compound/missiles Korea/NNP/compound/missiles fired/VBD/amod/missiles two/CD/nummod/missiles missiles/NNS/ROOT",
            ["North/NNP/compound/Korea", "Korea/NNP/nsubj/fired", "fired/VBD/ROOT/fired", "missiles/NNS/dobj/fired"],
        ),
        (
            "the/DT/det/vice vice/NN/nsubj/quit -/HYPH/nsubj/quit king/NN/appos/- quit/VBD/ROOT",
            ["the/DT/det/king", "vice/NN/compound/king", "-/HYPH/punct/king", "king/NN/nsubj/quit"],
        ),
        (
            "Heavy/NNP/nsubj/hit shelling/VBG/acl/Heavy by/IN/prep/shelling rebels/NNS/pobj/by hit/VBD/ROOT",
            ["Heavy/JJ/amod/shelling", "shelling/NN/nsubj/hit"],
        ),
        (
            "Peru/NNP/npadvmod/evicted evicted/JJ/amod/men men/NNS/ROOT ././punct/men",
            ["Peru/NNP/nsubj/evicted", "evicted/VBD/ROOT/evicted", "men/NNS/dobj/evicted", "././punct/evicted"],
        ),
        (
            "the/DT/det/power king/JJ/amod/power gave/VBD/amod/power power/NN/ROOT up/RP/prep/power ././punct/power",
            [
                "the/DT/det/king",
                "king/JJ/nsubj/gave",
                "gave/VBD/ROOT/gave",
                "power/NN/dobj/gave",
                "up/RP/prep/gave",
                "././punct/gave",
            ],
        ),
        (
            "A/DT/det/Chadian Chadian/JJ/nsubj/opened opened/VBN/amod/fire fire/NN/ROOT at/IN/prep/fire men/NNS/pobj/at",
            ["opened/VBD/ROOT/opened", "fire/NN/dobj/opened", "at/IN/prep/opened"],
        ),
        (
            "he/PRP/nsubj/said said/VBD/ROOT a/DT/det/Chadian Chadian/JJ/nsubj/opened opened/VBN/amod/fire fire/NN/dobj/said",
            ["opened/VBD/ccomp/said", "fire/NN/dobj/opened"],
        ),
        (
            "Togo/NNP/compound/mediates mediates/NNS/ROOT between/IN/prep/mediates them/PRP/pobj/between ././punct/mediates",
            ["Togo/NNP/nsubj/mediates", "mediates/VBZ/ROOT/mediates"],
        ),
        (
            "sue/VB/ROOT against/IN/prep/sue visiting/VBG/pcomp/against King/NNP/compound/Kai Ana/NNP/compound/Kai Kai/NNP/dobj/visiting",
            ["visiting/VBG/amod/Kai", "Kai/NNP/pobj/against"],
        ),
        (
            "Chad/NNP/nsubj/sent sent/VBD/ROOT tents/NNS/dobj/sent ,/,/punct/sent and/CC/cc/sent the/DT/det/union union/NN/dobj/sent "
            "called/VBN/acl/union on/IN/prep/called both/DT/pobj/on",
            ["union/NN/nsubj/called", "called/VBD/conj/sent"],
        ),
        (
            "the/DT/det/raid raid/NN/ccomp/said ended/VBD/acl/raid at/IN/prep/ended noon/NN/pobj/at he/PRP/nsubj/said said/VBD/ROOT",
            ["raid/NN/nsubj/ended", "ended/VBD/ccomp/said"],
        ),
        (
            "Chad/NNP/nsubj/left and/CC/cc/Chad ,/,/punct/left later/RB/advmod/left ,/,/punct/left Togo/NNP/nsubj/left left/VBD/ROOT",
            ["Togo/NNP/conj/Chad"],
        ),
    ],
)
def test_mended(tree: Build, spec: str, changed: list[str]) -> None:
    made, given = tree(spec), put_right(tree(spec))
    assert [w for w in written(given) if w not in written(made)] == changed
    assert given.starts == made.starts


@pytest.mark.parametrize(
    "spec",
    [
        "Togo/NNP/nsubj/mediates mediates/VBZ/ROOT",
        "men/NNS/ROOT killed/VBN/acl/men in/IN/prep/killed Mali/NNP/pobj/in ././punct/men",
        "men/NNS/ROOT killed/VBD/acl/men in/IN/prep/killed Mali/NNP/pobj/in",  # no full stop: a headline
        "he/PRP/nsubj/says says/VBZ/ROOT they/PRP/nsubj/rebels are/VBP/cop/rebels rebels/NNS/ccomp/says",
        "Chad/NNP/nsubj/sent sent/VBD/ROOT tents/NNS/dobj/sent ,/,/punct/tents and/CC/cc/tents men/NNS/conj/tents trained/VBN/acl/men",
        "the/DT/det/teams armed/VBD/amod/teams teams/NNS/ROOT",
        "voted/VBD/ROOT against/IN/prep/voted arming/VBG/pcomp/against the/DT/det/rebels rebels/NNS/dobj/arming",
        "flew/VBD/ROOT after/IN/prep/flew visiting/VBG/pcomp/after King/NNP/compound/Kai Ana/NNP/compound/Kai Kai/NNP/dobj/visiting",
        "warned/VBD/ROOT against/IN/prep/warned visiting/VBG/pcomp/against North/NNP/compound/Korea Korea/NNP/dobj/visiting",
    ],
)
def test_left_alone(tree: Build, spec: str) -> None:
    made = tree(spec)
    assert put_right(made) is made
