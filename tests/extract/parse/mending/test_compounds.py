"""Long nouns that hold a verb, or who gets a thing together with the thing."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.compounds import Compounds
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
OFFERED = "Peru/NNP/nsubj/{0} {0}/VBD/ROOT Chilean/JJ/amod/papers {1}/NNS/compound/papers papers/NNS/dobj/{0}"
PROMISED = "Peru/NNP/nsubj/promised promised/VBD/ROOT Lusaka/NNP/nmod/aid {}/JJ/amod/aid aid/NN/dobj/promised"
PAID = "Peru/NNP/nsubj/paid paid/VBD/ROOT the/DT/det/widows widows/NNS/dobj/paid {}90/CD/nummod/euros euros/NNS/dobj/paid"
SHARE = "Chad/NNP/nmod/maps and/CC/cc/Chad Togo/NNP/conj/Chad {0}/NN/compound/maps radar/NN/compound/maps maps/NNS/ROOT of/IN/prep/maps {1}"
SHIPS = "Chad/NNP/compound/{0} {0}/NNS/compound/oil oil/NN/ROOT to/IN/prep/oil Togo/NNP/pobj/to {1}"

DENIES = "Chad/NNP/nsubj/{0} {0}/VBZ/ROOT bombing/NN/compound/{1} {1}/NN/dobj/{0} in/IN/prep/{0} Wau/NNP/pobj/in"
DISSOLVED = "The/DT/det/{0} {0}/NN/nmod/dissolved dissolved/VBN/amod/parliament parliament/NN/ROOT ././punct/parliament"


@pytest.mark.parametrize(
    ("spec", "word", "head", "dep"),
    [
        (OFFERED.format("offered", "soldiers"), "soldiers", "offered", "dative"),
        (OFFERED.format("offered", "soldiers"), "chilean", "soldiers", "amod"),
        (OFFERED.format("burned", "soldiers"), "soldiers", "papers", "compound"),  # nothing is given
        (OFFERED.format("offered", "savings"), "savings", "papers", "compound"),  # nobody gets them
        (PROMISED.format("further"), "lusaka", "promised", "dative"),
        (PROMISED.format("red"), "lusaka", "aid", "nmod"),
        (PAID.format(""), "widows", "paid", "dative"),
        (PAID.format("today/NN/npadvmod/paid "), "widows", "paid", "dobj"),  # not one right after the other
        (SHARE.format("share", "Wau/NNP/pobj/of ././punct/maps"), "chad", "share", "nsubj"),
        (SHARE.format("share", "Wau/NNP/pobj/of ././punct/maps"), "maps", "share", "dobj"),
        (SHARE.format("share", "Wau/NNP/pobj/of ././punct/maps"), "of", "share", "prep"),
        (SHARE.format("share", "Wau/NNP/pobj/of fell/VBD/relcl/maps ././punct/maps"), "chad", "maps", "nmod"),  # it has a verb
        (SHARE.format("sky", "Wau/NNP/pobj/of ././punct/maps"), "chad", "maps", "nmod"),  # no verb at all
        (SHIPS.format("ships", "././punct/oil"), "chad", "ships", "nsubj"),
        (SHIPS.format("ships", "././punct/oil"), "oil", "ships", "dobj"),
        (SHIPS.format("skies", "././punct/oil"), "oil", "oil", "ROOT"),
        # what somebody denies or weighs doing
        (DENIES.format("denies", "hospital"), "bombing", "denies", "xcomp"),
        (DENIES.format("denies", "hospital"), "hospital", "bombing", "dobj"),
        (DENIES.format("denies", "hospital"), "in", "bombing", "prep"),
        (DENIES.format("denies", "claim"), "claim", "denies", "dobj"),  # nobody bombs one
        (DENIES.format("paints", "hospital"), "hospital", "paints", "dobj"),
        # a past tense between a body and what it did it to
        (DISSOLVED.format("junta"), "parliament", "dissolved", "dobj"),
        (DISSOLVED.format("sugar"), "parliament", "parliament", "ROOT"),  # nobody to do it
    ],
)
def test_parts_of_a_long_noun(tree: Build, lexicon: Lexicon, spec: str, word: str, head: str, dep: str) -> None:
    parted = Rules(Compounds.of(lexicon).rules()).mended(tree(spec))
    i = parted.lower.index(word)
    assert (parted.lower[parted.heads[i]], parted.deps[i]) == (head, dep)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chile offered Peruvian deserters passports.", "AGREE CHL:GOV > PER:MIL"),
        ("Mexico promised Quito further jets.", "AGREE MEX:GOV > ECU:GOV"),
        ("Norway and Denmark share radar pictures of the sea.", "COOPERATE NOR:GOV > DNK:GOV"),
        ("Iran ships missiles to Syria by sea.", "AID IRN:GOV > SYR:GOV"),
        ("Serbian police arrest students", "COERCE SRB:COP > SRB:EDU"),
        ("Algeria arrests writer", "COERCE DZA:GOV > DZA:CVL"),
        ("Angola denies bombing Zambian ports", "ASSAULT AGO:GOV > ZMB"),
    ],
)
def test_what_is_parted_is_coded(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
