"""Verbs of headlines that the small model takes for plurals, and several names without "and"."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.headlines import Headlines
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
LIFTS = "Chad/NNP/compound/{0} {0}/NNS/nsubj/ban ban/VBP/ROOT on/IN/prep/ban rallies/NNS/pobj/on"
LENDS = "Peru/NNP/compound/lends lends/VBZ/ROOT Haiti/NNP/npadvmod/lends $/$/quantmod/bn 3/CD/compound/bn bn/CD/npadvmod/lends"
FREES = "Peru/NNP/nsubj/frees frees/VBZ/ROOT dissident/JJ/acomp/frees"
VISITS = "Peru/NNP/nsubj/frees frees/VBZ/ROOT poets/NNS/dobj/frees {}/NNP/npadvmod/frees"
MEDIATES = "Oman/NN/compound/mediates mediates/NNS/ROOT between/IN/prep/mediates us/PRP/pobj/between"
PLEDGES = "Chad/JJ/amod/pledges pledges/NNS/ROOT to/TO/aux/leave leave/VB/acl/pledges"
SIDES = "{}/NNP/npadvmod/hold ,/,/punct/hold Togo/NNP/nsubj/hold hold/VBP/ROOT drills/NNS/dobj/hold"
GIVES = "EU/NNP/dep/give to/TO/aux/give give/VB/ROOT Chad/NNP/dative/give jets/NNS/dobj/give"
STATES = "states/NNS/nsubj/back back/RB/ROOT Chad/NNP/dobj/back"


@pytest.mark.parametrize(
    ("spec", "word", "head", "dep"),
    [
        (LIFTS.format("lifts"), "chad", "lifts", "nsubj"),
        (LIFTS.format("lifts"), "ban", "lifts", "dobj"),
        (LIFTS.format("lifts"), "on", "ban", "prep"),
        (LIFTS.format("drivers"), "drivers", "ban", "nsubj"),  # a plural it is
        (LENDS, "haiti", "lends", "dative"),
        (LENDS, "bn", "lends", "dobj"),
        (FREES, "dissident", "frees", "dobj"),
        (VISITS.format("Tuesday"), "tuesday", "frees", "npadvmod"),  # whole as it is
        (MEDIATES, "oman", "mediates", "nsubj"),
        (PLEDGES, "chad", "pledges", "nsubj"),
        (PLEDGES, "leave", "pledges", "xcomp"),
        (SIDES.format("Chad"), "togo", "chad", "conj"),
        (SIDES.format("Tuesday"), "togo", "hold", "nsubj"),  # a day holds no drills
        ("Biden/NNP/dep/meet ,/,/punct/meet Xi/NNP/compound/meet meet/NN/ROOT", "xi", "biden", "conj"),
        (GIVES, "eu", "give", "nsubj"),
    ],
)
def test_lines_in_the_present_tense(tree: Build, lexicon: Lexicon, spec: str, word: str, head: str, dep: str) -> None:
    read = Headlines.of(lexicon).read(tree(spec))
    i = read.lower.index(word)
    assert (read.lower[read.heads[i]], read.deps[i]) == (head, dep)


def test_tags(tree: Build, lexicon: Lexicon) -> None:
    headlines = Headlines.of(lexicon)
    assert headlines.read(tree(STATES)).tags[1] == "VBP"
    assert headlines.read(tree("WHO/WP/nsubj/sends sends/VBZ/ROOT doctors/NNS/dobj/sends")).tags[0] == "NNP"
    assert headlines.read(tree("WHO/WP/nsubj/KNEW KNEW/VBD/ROOT")).tags[0] == "WP"  # all in capitals, it may be the pronoun


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Zambia lifts ban on opposition party", "CONCEDE ZMB:GOV > ZMB:OPP"),
        ("Denmark scraps fuel tax rise", "CONCEDE DNK:GOV > -"),
        ("Norway lends Iceland $2 billion", "AID NOR:GOV > ISL:GOV"),
        ("China's Xi pledges $2 billion for Chad", "AGREE CHN:GOV > TCD:GOV"),
        ("Laos, Vietnam hold talks", "CONSULT LAO:GOV > VNM:GOV"),
        ("Malaysia, Laos and Bolivia hold talks.", "CONSULT MYS:GOV > LAO:GOV+BOL:GOV"),
        ("Oman mediates between Chad and Sudan", "CONSULT OMN:GOV > TCD:GOV+SDN:GOV"),
    ],
)
def test_what_headlines_tell_is_coded(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
