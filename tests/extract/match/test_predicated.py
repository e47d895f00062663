"""What somebody is called or said to be: of a noun, a phrase with "as", a clause without or with a copula; nothing where it is denied."""

from collections.abc import Callable

import pytest

from sayso.extract.match.grammar_words import Grammar
from sayso.extract.match.predicated import predicates
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

FOUND = "Peru/NNP/nsubj/found found/VBD/ROOT the/DT/det/law law/NN/nsubj/absurd absurd/JJ/ccomp/found"
SAID = "Peru/NNP/nsubj/said said/VBD/ROOT law/NN/nsubj/was was/VBD/ccomp/said {0} absurd/JJ/acomp/was"


@pytest.fixture(scope="module")
def grammar(lexicon: Lexicon) -> Grammar:
    return Grammar.of(lexicon)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Peru/NNP/nsubj/called called/VBD/ROOT law/NN/dobj/called farce/NN/oprd/called", ["farce"]),
        ("Peru/NNP/nsubj/called called/VBD/ROOT law/NN/dobj/called no/DT/det/farce farce/NN/oprd/called", []),
        ("it/PRP/nsubjpass/seen seen/VBN/ROOT as/IN/prep/seen farce/NN/pobj/as", ["farce"]),
        ("it/PRP/nsubjpass/seen seen/VBN/ROOT in/IN/prep/seen farce/NN/pobj/in", []),
        (FOUND, ["absurd"]),
        (FOUND.replace("absurd/JJ", "absurd/VBD"), []),
        (SAID.format(""), ["absurd"]),
        (SAID.format("not/RB/neg/was"), []),
    ],
)
def test_predicates(tree: Callable[[str], Tree], grammar: Grammar, spec: str, expected: list[str]) -> None:
    parsed = tree(spec)
    verb = next(i for i, dep in enumerate(parsed.deps) if dep == "ROOT")
    assert [parsed.words[i] for i in predicates(parsed, verb, grammar)] == expected


def test_asking_leaves_the_tree_as_it_was(tree: Callable[[str], Tree], grammar: Grammar) -> None:
    parsed = tree("it/PRP/nsubjpass/seen seen/VBN/ROOT as/IN/prep/seen farce/NN/pobj/as")
    assert predicates(parsed, 1, grammar) == predicates(parsed, 1, grammar) == [3]
    assert parsed.kids(1, "oprd") == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway considers the arrest of the skipper by Chad unlawful.", "ACCUSE NOR:GOV > TCD:GOV"),
        ("Lithuania deemed the Belarusian note insulting.", "ACCUSE LTU:GOV > BLR"),
        ("Moscow said the Estonian ban was absurd.", "ACCUSE RUS:GOV > EST"),
        ("NATO called the Swedish decision courageous.", "SUPPORT igo-nato:IGO > SWE"),
    ],
)
def test_who_is_judged(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert any(told.startswith(event) for told in summary(text))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The coach called the defeat unfair.",
        "Critics called the new film by the Danish director brilliant.",
        "The mayor of Nice called the storm a catastrophe.",
        "Analysts described the French bank's results as disappointing.",
        "Scientists said the volcano was dangerous.",
        "Residents said the smell was disgusting.",
    ],
)
def test_who_judges_no_politics(code: Callable[..., list[object]], text: str) -> None:
    assert not code(text)
