"""A parsed sentence as plain lists."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.tree import Tree, changed

Build = Callable[[str], Tree]
SPEC = "The/DT/det/army army/NN/nsubj/shelled shelled/VBD/ROOT a/DT/det/town town/NN/dobj/shelled in/IN/prep/town Mali/NNP/pobj/in"


@pytest.fixture
def army(tree: Build) -> Tree:
    return tree(SPEC)


def test_children_by_label(army: Tree) -> None:
    assert army.children[2] == [1, 4]
    assert army.kids(2, "dobj") == [4]
    assert army.kids(2, "nsubj", "dobj") == [1, 4]
    assert army.kids(2, "agent") == army.kids(6, "det") == []


def test_nouns_that_prepositions_take(army: Tree) -> None:
    assert army.taken(4, "in", "of") == [6]
    assert army.taken(4, "of") == army.taken(2, "in") == []


def test_words_that_hang_on_a_token(army: Tree) -> None:
    assert army.has(4, ("a", "an"), "amod", "det")
    assert not army.has(4, ("the",), "det")
    assert not army.has(4, ("a",), "amod")
    assert not army.has(0, ("a",), "det")


@pytest.mark.parametrize(
    ("spec", "tensed", "finite"),
    [
        ("He/PRP/nsubj/left left/VBD/ROOT", False, True),
        ("They/PRP/nsubj/leave leave/VBP/ROOT", False, True),
        ("It/PRP/nsubj/leave may/MD/aux/leave leave/VB/ROOT", True, True),
        ("He/PRP/nsubjpass/shot was/VBD/auxpass/shot shot/VBN/ROOT", True, True),
        ("To/TO/aux/leave leave/VB/ROOT", False, False),
        ("Having/VBG/aux/left left/VBN/ROOT", False, False),
    ],
)
def test_verbs_that_tell_of_a_time(tree: Build, spec: str, *, tensed: bool, finite: bool) -> None:
    built = tree(spec)
    verb = built.deps.index("ROOT")
    assert (built.tensed(verb), built.finite(verb)) == (tensed, finite)


LISTED = "Guns/NNS/dobj/sent ,/,/punct/Guns food/NN/conj/Guns and/CC/cc/food fuel/NN/conj/food sent/VBN/ROOT came/VBD/conj/sent"
LOOSE = "He/PRP/nsubj/sent sent/VBD/ROOT guns/NNS/dobj/sent and/CC/cc/sent food/NN/conj/sent"


@pytest.mark.parametrize(
    ("spec", "word", "first", "first_noun"),
    [
        (LISTED, "fuel", "Guns", "Guns"),
        (LISTED, "Guns", "Guns", "Guns"),
        (LISTED, "came", "sent", "came"),
        (LOOSE, "food", "sent", "food"),  # hung on a verb as if joined to it
    ],
)
def test_the_first_of_what_is_coordinated(tree: Build, spec: str, word: str, first: str, first_noun: str) -> None:
    built = tree(spec)
    i = built.words.index(word)
    assert (built.words[built.first(i)], built.words[built.first_noun(i)]) == (first, first_noun)


def test_tokens_between_characters(army: Tree) -> None:
    text = "The army shelled a town in Mali"
    assert army.cut(text.index("a town"), text.index(" in Mali")) == range(3, 5)
    assert army.cut(0, 0) == range(0)


def test_what_some_tokens_hang_by(army: Tree) -> None:
    assert army.top(range(3, 7)) == 4
    assert army.top(range(5, 7)) == 5


def test_heads_above(army: Tree) -> None:
    assert list(army.up(6)) == [5, 4, 2]
    assert list(army.up(2)) == []


def test_a_cycle_ends() -> None:
    loop = Tree(["a", "b"], ["NN", "NN"], [1, 0], ["dep", "dep"], [0, 2])
    assert len(list(loop.up(0))) == 2


@pytest.mark.parametrize(("i", "top", "inside"), [(6, 4, True), (4, 4, True), (0, 4, False), (2, 4, False), (6, 2, True)])
def test_within(army: Tree, i: int, top: int, *, inside: bool) -> None:
    assert army.within(i, top) is inside


def test_subtrees(army: Tree) -> None:
    assert army.subtree(4) == [3, 4, 5, 6]
    assert army.left_edge(4) == 3
    assert army.subtree(2) == list(range(len(army)))


def test_kinds_of_words(army: Tree) -> None:
    assert [i for i in range(len(army)) if army.verb(i)] == [2]
    assert [i for i in range(len(army)) if army.noun(i)] == [1, 4, 6]


def test_words_as_they_stand_in_the_text(army: Tree) -> None:
    text = "The army shelled a town in Mali"
    assert army.phrase(3, 6, text) == "a town in Mali"
    assert [text[a:b] for a, b in zip(army.starts, army.ends, strict=True)] == list(army.words)
    assert army.lower[6] == "mali"


def test_words_are_not_hung_in_a_ring(army: Tree) -> None:
    assert changed(army, {2: (4, "ccomp")}) is army
    assert changed(army, {2: (4, "ccomp"), 4: (4, "ROOT")}).heads[2] == 4
