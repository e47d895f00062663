"""Nouns that stand behind what is said of them are put in their places."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.inverted import Inversion
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
CALLED = (
    "Peru/NNP/nsubj/condemned condemned/VBD/ROOT what/WP/dobj/{0} it/PRP/nsubj/{0} {0}/VBD/ccomp/condemned "
    "Chad/NNP/poss/raid raid/NN/oprd/{0}"
)
SEEN = (
    "Peru/NNP/nsubj/protested protested/VBD/ROOT over/IN/prep/protested what/WP/dobj/sees it/PRP/nsubj/sees "
    "sees/VBZ/pcomp/over as/IN/prep/sees meddling/NN/pobj/as"
)
SAID = (
    "they/PRP/nsubj/marched marched/VBD/ROOT against/IN/prep/marched what/WP/nsubj/is they/PRP/nsubj/say "
    "say/VBP/pcomp/against is/VBZ/ccomp/say meddling/NN/attr/is"
)
FREED = (
    "{0} after/IN/prep/{1} talks/NNS/pobj/after :/:/punct/{1} two/CD/nummod/men men/NNS/appos/{1} ,/,/punct/men "
    "by/IN/prep/men gunmen/NNS/pobj/by"
)


def over(tree: Tree, word: str) -> str:
    i = tree.lower.index(word)
    return f"{tree.deps[i]}/{tree.words[tree.heads[i]]}"


@pytest.mark.parametrize(
    ("spec", "word", "expected"),
    [
        (CALLED.format("called"), "raid", "dobj/condemned"),
        (CALLED.format("called"), "called", "meta/raid"),
        (CALLED.format("knew"), "raid", "oprd/knew"),  # "condemned what it knew" is about nothing else
        (SEEN, "meddling", "pobj/over"),
        (SAID, "meddling", "pobj/against"),
        (SAID.replace("say", "wear"), "meddling", "attr/is"),
        # a participle before its colon
        (FREED.format("Freed/VBN/ROOT", "Freed"), "men", "nsubjpass/Freed"),
        (FREED.format("Freed/VBN/ROOT", "Freed"), "by", "agent/Freed"),
        (FREED.format("They/PRP/nsubj/freed freed/VBD/ROOT", "freed"), "men", "appos/freed"),
        (FREED.format("Freedom/NN/ROOT", "Freedom"), "men", "appos/Freedom"),
    ],
)
def test_a_noun_is_put_where_it_belongs(tree: Build, lexicon: Lexicon, spec: str, word: str, expected: str) -> None:
    assert over(Rules(Inversion.of(lexicon).rules()).mended(tree(spec)), word) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru condemned what it called Chad's aggression against Togo.", "ACCUSE PER:GOV > TCD:GOV"),
        ("Kenyan miners went on strike over what they call Gabon's broken promises.", "PROTEST KEN:LAB > GAB"),
        ("Blamed by Peru for the raid: the army of Chile.", "ACCUSE PER:GOV > CHL:MIL"),
        ("Freed after two years: a Polish reporter, by the Tajik government.", "RETREAT TJK:GOV > POL:MED"),
    ],
)
def test_who_stands_behind_takes_part(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
