"""Verbs without a subject are given theirs."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.fragments import Fragments
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree

Build = Callable[[str], Tree]
FRAGMENTS = Fragments(frozenset({"around", "about"}), frozenset({"camp"}), frozenset({"believed", "thought"}), frozenset({"after"}))


def written(tree: Tree) -> list[str]:
    return [f"{w}/{t}/{d}/{tree.words[h]}" for w, t, d, h in zip(tree.words, tree.tags, tree.deps, tree.heads, strict=True)]


@pytest.mark.parametrize(
    ("spec", "changed"),
    [
        # a number that is rounded
        (
            "Around/IN/prep/sang 30/CD/pobj/Around of/IN/prep/30 us/PRP/pobj/of sang/VBD/ROOT",
            ["Around/IN/quantmod/30", "30/CD/nsubj/sang"],
        ),
        ("Around/IN/prep/sang 30/CD/pobj/Around choirs/NNS/nsubj/sang sang/VBD/ROOT", []),
        ("Before/IN/prep/sang 30/CD/pobj/Before sang/VBD/ROOT", []),
        # who acts after the place that opens the sentence
        (
            "In/IN/prep/held Wau/NNP/compound/police police/NNS/nsubj/held held/VBD/ROOT ten/CD/dobj/held",
            ["Wau/NNP/pobj/In"],
        ),
        (
            "In/IN/prep/held the/DT/det/guards Wau/NNP/compound/camp camp/NN/compound/guards guards/NNS/pobj/In "
            "held/VBD/ROOT ten/CD/dobj/held",
            ["the/DT/det/camp", "camp/NN/pobj/In", "guards/NNS/nsubj/held"],
        ),
        (
            "In/IN/prep/held Wau/NNP/compound/men men/NNS/pobj/In were/VBD/auxpass/held held/VBN/ROOT",
            ["Wau/NNP/pobj/In", "men/NNS/nsubjpass/held"],
        ),
        ("In/IN/prep/held Wau/NNP/pobj/In riot/NN/compound/police police/NNS/nsubj/held held/VBD/ROOT", []),
        # a title before a name
        (
            "Foreign/NNP/compound/Minister Minister/NNP/ROOT Ana/NNP/compound/Kai Kai/NNP/nsubj/came came/VBD/relcl/Minister "
            "././punct/Minister",
            ["Foreign/NNP/compound/Kai", "Minister/NNP/compound/Kai", "came/VBD/ROOT/came", "././punct/came"],
        ),
        (
            "the/DT/det/hall hall/NN/ROOT Kai/NNP/nsubj/built built/VBD/relcl/hall is/VBZ/conj/hall full/JJ/acomp/is",
            [],
        ),
        # a clause that an aside parts
        (
            "Hopes/NNS/nsubj/rose rose/VBD/ROOT after/IN/prep/rose Chad/NNP/pobj/after ,/,/punct/rose at/IN/prep/rose noon/NN/pobj/at "
            ",/,/punct/rose spoke/VBD/conj/rose",
            ["after/IN/mark/spoke", "Chad/NNP/nsubj/spoke", "spoke/VBD/advcl/rose"],
        ),
        (
            "He/PRP/nsubj/rose rose/VBD/ROOT after/IN/prep/rose noon/NN/pobj/after ,/,/punct/rose spoke/VBD/conj/rose and/CC/cc/spoke "
            "left/VBD/conj/spoke",
            [],
        ),
        # a participle before a gift
        (
            "Denied/VBN/amod/entry entry/NN/ROOT by/IN/prep/entry Chad/NNP/pobj/by ,/,/punct/entry men/NNS/appos/entry left/VBN/acl/men",
            [
                "Denied/VBN/advcl/left",
                "entry/NN/dobj/Denied",
                "by/IN/agent/Denied",
                ",/,/punct/left",
                "men/NNS/nsubj/left",
                "left/VBD/ROOT/left",
            ],
        ),
        # a participle before a colon
        (
            "Freed/VBN/ROOT :/:/punct/Freed poets/NNS/nsubj/leave leave/VBP/parataxis/Freed",
            ["Freed/VBN/advcl/leave", "leave/VBP/ROOT/leave"],
        ),
        ("Kai/NNP/nsubj/said said/VBD/ROOT :/:/punct/said a/DT/det/poet poet/NN/appos/said", []),
        # an aside between subject and verb
        (
            "Nurses/NNS/ROOT ,/,/punct/Nurses many/JJ/appos/Nurses in/IN/prep/many white/NN/pobj/in ,/,/punct/Nurses "
            "marched/VBN/acl/Nurses out/RP/prt/marched ././punct/Nurses",
            ["Nurses/NNS/nsubj/marched", "marched/VBD/ROOT/marched", "././punct/marched"],
        ),
        (  # a caption
            "Nurses/NNS/ROOT ,/,/punct/Nurses many/JJ/appos/Nurses in/IN/prep/many white/NN/pobj/in ,/,/punct/Nurses "
            "arrested/VBN/acl/Nurses",
            [],
        ),
        # a guess at who somebody is
        (
            "Men/NNS/nsubj/thought thought/VBD/ROOT to/TO/aux/be be/VB/xcomp/thought thieves/NNS/attr/be fled/VBD/ccomp/thought "
            "././punct/thought",
            ["Men/NNS/nsubj/fled", "thought/VBN/acl/Men", "fled/VBD/ROOT/fled", "././punct/fled"],
        ),
        ("Men/NNS/nsubj/thought thought/VBD/ROOT they/PRP/nsubj/fled fled/VBD/ccomp/thought", []),
        (
            "Men/NNS/nsubj/thought ,/,/punct/thought thought/VBD/advcl/held to/TO/aux/be be/VB/xcomp/thought thieves/NNS/attr/be "
            "were/VBD/auxpass/held held/VBN/ROOT",
            ["Men/NNS/nsubjpass/held", "thought/VBN/acl/Men"],
        ),
        # a second object that is a subject
        (
            "She/PRP/nsubj/met met/VBD/ROOT Kai/NNP/dobj/met and/CC/cc/Kai the/DT/det/two two/CD/conj/Kai sang/VBD/advcl/met",
            ["and/CC/cc/met", "two/CD/nsubj/sang", "sang/VBD/conj/met"],
        ),
        ("She/PRP/nsubj/met met/VBD/ROOT Kai/NNP/dobj/met and/CC/cc/met sang/VBD/conj/met", []),
        # a verb behind a name set apart
        (
            "Mayor/NN/ROOT ,/,/punct/Mayor Kai/NNP/appos/Mayor ,/,/punct/Mayor fed/VBN/amod/cats cats/NNS/appos/Mayor ././punct/Mayor",
            ["Mayor/NN/nsubj/fed", "fed/VBD/ROOT/fed", "cats/NNS/dobj/fed", "././punct/fed"],
        ),
        ("Mayor/NN/ROOT ,/,/punct/Mayor Kai/NNP/appos/Mayor ,/,/punct/Mayor fed/VBN/amod/cats cats/NNS/appos/Mayor", []),  # a caption
        # a clause hangs on a participle
        (
            "The/DT/det/poet poet/NN/ROOT called/VBN/acl/poet on/IN/prep/called us/PRP/pobj/on to/TO/aux/sing sing/VB/xcomp/called "
            "././punct/poet",
            ["poet/NN/nsubj/called", "called/VBD/ROOT/called", "././punct/called"],
        ),
        ("A/DT/det/poet poet/NN/ROOT called/VBN/acl/poet Kai/NNP/oprd/called ././punct/poet", []),
    ],
)
def test_subjects(tree: Build, spec: str, changed: list[str]) -> None:
    before = tree(spec)
    after = Rules(FRAGMENTS.rules()).mended(before)
    assert [w for w in written(after) if w not in written(before)] == changed
